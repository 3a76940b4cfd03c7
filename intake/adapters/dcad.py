"""The Defense Cooperation Agreement Dataset (DCAD v1.0): bilateral agreements signed from 1980 to 2010. See docs/intake/dcad.md."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from intake.adapters.cow import MemberPair, read_pair
from intake.cells.column import Circumstances, Reading
from intake.cells.days import DayInParts
from intake.cells.plain import Choice, Number, Text, Whole
from intake.claims import Claim, Coverage, claim_of, unread
from intake.draft import Draft
from intake.reading.opening import open_table
from intake.reading.refusing import Refusal
from intake.vocabulary import Fault
from treaty.document.days import PartialDay
from treaty.document.duration import Duration
from treaty.document.evidence import Evidence
from treaty.document.provision import OF_KIND
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind as Kind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind

CATEGORIES: Mapping[str, tuple[Kind, ProvisionKind | None]] = {
    "DCA": (Kind.GENERAL_DCA, None),  # a general framework says nothing of single provisions
    "DIC": (Kind.DEFENCE_INDUSTRY, ProvisionKind.DEFENCE_INDUSTRY),
    "TREX": (Kind.JOINT_EXERCISES, ProvisionKind.TRAINING_EXERCISES),
    "PROCUREMENT": (Kind.SECTOR_DCA, ProvisionKind.EQUIPMENT),
    "COMMISSION": (Kind.SECTOR_DCA, ProvisionKind.INSTITUTION),
    "RESEARCH": (Kind.RESEARCH_DEVELOPMENT, ProvisionKind.RESEARCH_TECHNOLOGY),
}
GENERAL = frozenset({"DCA", "DIC"})
CODED = {category: category for category in CATEGORIES}
INDEFINITE, TACIT = -77, -66
NAME = "the DCAD data set"

KEY = Number("DCAid", required=True, scheme=IdentifierScheme.DCAD)
SIGNED = DayInParts("signYear", required=True, month="signMonth", day="signDay")
IN_FORCE = DayInParts("EIFYear", month="EIFMonth", day="EIFDay")
TYPE = Choice("type", required=True, meanings={"general": "general", "sector": "sector"})
FIRST = Choice("category1", required=True, meanings=CODED)
FURTHER = (Choice("category2", meanings=CODED), Choice("category3", meanings=CODED))
SPAN = Whole("span", least=-99, most=200)
RENEWAL, RENEWAL_YEARS = Whole("renewType", least=-99, most=99), Whole("renewYears", least=-99, most=200)
TERMINATED = Whole("terminated", least=-99, most=1)
LASTED = Whole("durationActual", least=0, most=300)
ESTIMATE = Whole("endYearEstimate", least=1900, most=2100)
ASYMMETRY = Whole("asymmetry", least=-99, most=2)
CONFIDENCE = Choice("categoryConf", meanings={word: word for word in ("high", "med", "low", "atypical")})
UNTS, FULL_TEXT = Text("UNTS"), Text("fullText")
SOURCE_TYPE = Choice("sourceType", meanings={"treaty": "a treaty list or text", "factiva": "press reports"})
SOURCE, PRESS = Text("source"), Whole("factivaConf", least=-99, most=5)

COLUMNS = (
    "ccode1", "cowName1", "ccode2", "cowName2", "signDay", "signMonth", "signYear", "EIFDay", "EIFMonth", "EIFYear", "type", "category1",
    "category2", "category3", "span", "renewType", "renewYears", "terminated", "durationActual", "endYearEstimate", "asymmetry",
    "categoryConf", "UNTS", "fullText", "sourceType", "source", "factivaConf", "factivaSign", "factivaEIF", "DCAid",
)  # fmt: skip


class Dcad:
    """DCAD v1.0, its main file."""

    name = "dcad"
    title = "Defense Cooperation Agreement Dataset (DCAD) v1.0"
    coverage = Coverage(1980, 2010, "All states of the COW system; bilateral agreements only.")

    def __init__(self, path: Path) -> None:
        """Raises FileRefused for a file that is not DCAD's main file."""
        self._table = open_table(path)
        self._table.require(COLUMNS)
        self.about = self._table.about

    def claims(self, given: Circumstances) -> Iterator[Claim]:
        for row in self._table.rows:
            if isinstance(row, Refusal):
                yield unread(row)
            else:
                yield _claim(Reading(row, given))


def _claim(reading: Reading) -> Claim:
    row = reading.row
    signed, in_force = reading.get(SIGNED), reading.get_if_sound(IN_FORCE)
    pair = read_pair(reading, (("ccode1", "cowName1"), ("ccode2", "cowName2")), on=signed)
    key, first, scope = reading.get(KEY), reading.get(FIRST), reading.get(TYPE)
    if first and scope and (first in GENERAL) != (scope == "general"):
        reading.remark(Fault.UNKNOWN_CODE, f"The category {first} stands under the type {scope}.", TYPE.heading)
    draft = Draft(key or f"row {row.number}", pair.title("Defence agreement", signed))
    if key and first and signed and pair.is_whole:
        _tell(draft, reading, key, pair, {EventKind.SIGNATURE: signed, EventKind.ENTRY_INTO_FORCE: in_force})
    return claim_of(
        draft, rows=(row.number,), given=reading.given, group=row.cells.get("category1", ""), faults=reading.faults, remarks=reading.remarks
    )


def _tell(draft: Draft, reading: Reading, key: str, pair: MemberPair, days: Mapping[EventKind, PartialDay | None]) -> None:
    told = Evidence(source=_source(draft), note=_confidence(reading))
    draft.identify(IdentifierScheme.DCAD, key)
    category = reading.get(FIRST) or ""
    draft.said = {"title_is_generated": True, "kind": CATEGORIES[category][0], "laterality": Laterality.BILATERAL}
    draft.evidence = [told]
    for code, written in pair.members:
        draft.takes_part(code, name_as_written=written, evidence=[told])
    for kind, day in days.items():
        if day is not None:
            draft.happened(kind=kind, date=day, evidence=(told,))
    _end(draft, reading, told, days[EventKind.SIGNATURE])
    _provisions(draft, reading, told)
    draft.duration = _duration(reading, told)
    draft.notes += _notes(reading)


def _source(draft: Draft) -> str:
    return draft.source(SourceKind.DATA_SET, Dcad.title, publisher="Brandon J. Kinne", published="2020")


def _confidence(reading: Reading) -> str:
    """On what DCAD's coders relied, in words."""
    kind, source, confidence, press = reading.get(SOURCE_TYPE), reading.get(SOURCE), reading.get(CONFIDENCE), reading.get(PRESS)
    said = (
        f"DCAD relies on {kind}{f': {source}' if source else ''}." if kind else "",
        f"Confidence of the category: {confidence}." if confidence else "",
        f"Confidence in the press reports: {press} of 5." if press is not None and press >= 0 else "",
    )
    return " ".join(filter(None, said))


def _end(draft: Draft, reading: Reading, told: Evidence, signed: PartialDay | None) -> None:
    """An end only where DCAD codes one: the year of signature and the years that it lasted. The estimate of an end is never an event."""
    years = reading.get(LASTED)
    if reading.get(TERMINATED) != 1:
        return
    if years is None or signed is None:
        reading.remark(Fault.UNKNOWN_CODE, "It is coded as ended, without the years that it lasted.", "durationActual")
        return
    year = signed.first.year + years
    if year > reading.given.on.year:
        reading.remark(Fault.FUTURE_DAY, f"It is coded as ended after {years} years, in {year}.", "durationActual")
        return
    note = f"DCAD codes it as ended after {years} years, counted from the year of signature."
    draft.happened(kind=EventKind.TERMINATION, date=PartialDay(f"{year:04d}"), note=note, evidence=(told,))


def _provisions(draft: Draft, reading: Reading, told: Evidence) -> None:
    kinds: dict[ProvisionKind, str] = {}
    for column in (FIRST, *FURTHER):
        category = reading.get(column)
        kind = CATEGORIES[category][1] if category else None
        if category and kind:
            kinds.setdefault(kind, category)
    for kind, category in kinds.items():
        note = f"DCAD category {category}; what the provision says in detail is not coded."
        draft.provisions.append(OF_KIND[kind](id="p", kind=kind, note=note, evidence=(told,)))  # type: ignore[call-arg]


def _duration(reading: Reading, told: Evidence) -> Duration | None:
    span, renewal, years = reading.get(SPAN), reading.get(RENEWAL), reading.get(RENEWAL_YEARS)
    said: dict[str, Any] = {}
    if span is not None and span > 0:
        said["term"] = {"kind": "fixed", "months": 12 * span}
    elif span == INDEFINITE:
        said["term"] = {"kind": "indefinite"}
    if renewal == TACIT:
        said["renewal"] = {"kind": "tacit", "months": 12 * years if years and years > 0 else None}
    codes = {"span": span, "renewType": renewal, "renewYears": years}
    raw = ", ".join(f"{name} {code}" for name, code in codes.items() if code is not None)
    if not said:
        return None
    return Duration.model_validate({**said, "note": f"As coded by DCAD: {raw}.", "evidence": (told,)})


def _notes(reading: Reading) -> list[str]:
    """What DCAD says that has no field of its own."""
    cells = reading.row.cells
    said = [f"UNTS, as DCAD gives it: {cells['UNTS']}." if reading.get(UNTS) else ""]
    if (asymmetry := reading.get(ASYMMETRY)) is not None and asymmetry > 0:
        said.append(f"DCAD codes its obligations as asymmetric ({asymmetry}).")
    unexplained = [
        f"{column.heading} {code}"
        for column, known in ((SPAN, INDEFINITE), (RENEWAL, TACIT))
        if (code := reading.get(column)) is not None and code < 0 and code not in (known, INDEFINITE)
    ]
    if unexplained:
        said.append(f"DCAD codes {', '.join(unexplained)}, which nothing at hand explains.")
        reading.remark(Fault.UNKNOWN_CODE, f"{', '.join(unexplained)}: kept as a note.", RENEWAL.heading)
    if (year := reading.get(ESTIMATE)) is not None and reading.get(TERMINATED) != 1:
        said.append(f"DCAD estimates {year} as the year of its end; the register takes no estimate for an event.")
        reading.remark(Fault.ESTIMATE, f"The end in {year} is an estimate; a note keeps it.", ESTIMATE.heading)
    return list(filter(None, said))
