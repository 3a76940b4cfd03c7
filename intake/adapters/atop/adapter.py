"""Alliances out of ATOP's files: the alliances' own, and beside it the one of their members."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from intake.adapters.atop.life import tell_life
from intake.adapters.atop.members import Members, read_members
from intake.adapters.atop.provisions import VARIABLES, provisions_of
from intake.cells.column import Circumstances, Reading
from intake.cells.days import DayInParts
from intake.cells.plain import Number, Whole
from intake.claims import Claim, Coverage, claim_of, unread
from intake.draft import Draft
from intake.reading.opening import open_table
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.vocabulary import Fault
from treaty.document.days import PartialDay
from treaty.document.duration import Duration
from treaty.document.evidence import Evidence
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind as Kind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.sources import SourceKind

KEY = Number("atopid", required=True, scheme=IdentifierScheme.ATOP)
SIGNED = DayInParts("begyr", required=True, month="begmo", day="begday")
ENDED = DayInParts("endyr", month="endmo", day="endday", none="0")
BILATERAL, ENDING = Whole("bilat", least=0, most=1), Whole("term", least=-9, most=9)
TERM, LENGTH = Whole("speclgth", least=-9, most=3), Whole("length", least=-9, most=2400)
RENEWAL, RENEWED_BY = Whole("proren", least=-9, most=2), Whole("renewlgt", least=-9, most=2400)
SOURCE, COMPANION = Whole("source", least=-9, most=2), Whole("compag", least=-9, most=9)
CODED = {name: Whole(name, least=-9, most=9) for name in VARIABLES}
KINDS: Mapping[str, tuple[Kind, str]] = {  # the first that is coded decides
    "defense": (Kind.MUTUAL_DEFENCE, "Defence pact"),
    "offense": (Kind.OFFENSIVE_PACT, "Offensive pact"),
    "neutral": (Kind.NEUTRALITY, "Neutrality pact"),
    "nonagg": (Kind.NON_AGGRESSION, "Non-aggression pact"),
    "consul": (Kind.CONSULTATION_PACT, "Consultation pact"),
}
COLUMNS = (
    "atopid", "begyr", "begmo", "begday", "endyr", "endmo", "endday", "bilat", "speclgth", "length", "proren", "renewlgt", "term",
    "source", "compag", *VARIABLES,
)  # fmt: skip
NAMED = 2


class Atop:
    """ATOP 5.1: `atop5_1a.csv`, with `atop5_1m.csv` beside it."""

    name = "atop"
    title = "Alliance Treaty Obligations and Provisions (ATOP) 5.1"
    coverage = Coverage(1815, 2018, "All states of the COW system; alliances in writing that entered into force.")

    def __init__(self, path: Path) -> None:
        """Raises FileRefused for a file that is not that of the alliances, or lies without that of the members."""
        self._table = open_table(path)
        self._table.require(COLUMNS)
        beside = path.with_name(path.name.replace("1a", "1m"))
        if beside == path or not beside.is_file():
            right = "The file of the members lies beside it: atop5_1m.csv beside atop5_1a.csv."
            raise FileRefused(refuse(Fault.UNREADABLE, "The file of the alliances' members is not there.", right=right))
        self._members = open_table(beside)
        details = (*self._table.about.details, f"with {beside.name}, SHA-256 {self._members.about.sha256}")
        self.about = replace(self._table.about, details=details)

    def claims(self, given: Circumstances) -> Iterator[Claim]:
        members = read_members(self._members, given)
        for row in self._table.rows:
            if isinstance(row, Refusal):
                yield unread(row)
            else:
                yield _claim(Reading(row, given), members.get(row["atopid"], Members()))


def _claim(reading: Reading, members: Members) -> Claim:
    key, signed = reading.get(KEY), reading.get(SIGNED)
    codes = {name: code for name, column in CODED.items() if (code := reading.get(column)) is not None}
    kind, what = next((KINDS[name] for name in KINDS if codes.get(name) == 1), (None, "Alliance"))
    draft = Draft(key or f"row {reading.row.number}", _title(what, members, signed, reading.given))
    if len(members.found) < NAMED:
        reading.refuse(Fault.REQUIRED, f"{len(members.found)} of its members are known.", "mem1", "It has two members at least.")
    if key and signed and not reading.faults:
        said = Evidence(source=draft.source(SourceKind.DATA_SET, Atop.title, publisher="ATOP project"), note=_confidence(reading))
        draft.identify(IdentifierScheme.ATOP, key)
        sides = Laterality.BILATERAL if reading.get(BILATERAL) == 1 else Laterality.MULTILATERAL
        draft.said = {"title_is_generated": True, "kind": kind, "laterality": sides}
        draft.evidence = [said]
        tell_life(draft, members, signed=signed, ended=reading.get(ENDED), how=reading.get(ENDING) or 0, told=said)
        draft.provisions += provisions_of(codes, list(members.found.values()), said)
        draft.duration = _duration(reading, said)
        if reading.get(COMPANION) == 1:
            draft.notes.append("ATOP codes a companion military agreement, whose provisions are coded with it.")
    return claim_of(
        draft,
        rows=(reading.row.number,),
        given=reading.given,
        group=what,
        faults=[*reading.faults, *members.faults],
        remarks=[*reading.remarks, *members.remarks],
    )


def _title(what: str, members: Members, signed: PartialDay | None, given: Circumstances) -> str:
    """ "Defence pact Japan–United States (1951)", "Defence pact of Belgium, Canada and 10 others (1949)": no source gives one."""
    day = signed.first if signed else None
    first = [one for one in members.found.values() if signed and one.whole()[0].begins == signed] or list(members.found.values())
    names = [given.people.book.name(one.code, day) for one in first]
    year = f" ({day.year})" if day else ""
    if len(names) > NAMED:
        others = len(names) - NAMED
        return f"{what} of {', '.join(names[:NAMED])} and {others} other{'s' if others > 1 else ''}{year}"
    return f"{what} {'–'.join(names)}{year}"


def _confidence(reading: Reading) -> str:
    return {1: "ATOP coded it from the text.", 2: "ATOP coded it from secondary sources."}.get(reading.get(SOURCE) or 0, "")


def _duration(reading: Reading, told: Evidence) -> Duration | None:
    """The clauses that ATOP codes. It tells no rule of entry into force: its dates are those of signature."""
    term, months, renewal, renewed = (reading.get(column) for column in (TERM, LENGTH, RENEWAL, RENEWED_BY))
    said: dict[str, Any] = {}
    if term == 1:
        said["term"] = {"kind": "fixed", "months": months if months and months > 0 else None}
    elif term == 2:
        said["term"] = {"kind": "until_condition"}
    elif term == 3:
        said["term"] = {"kind": "indefinite"}
    if renewal in (1, 2):
        said["renewal"] = {"kind": "express" if renewal == 1 else "tacit", "months": renewed if renewed and renewed > 0 else None}
    if not said:
        return None
    named = zip(("SPECLGTH", "LENGTH", "PROREN", "RENEWLGT"), (term, months, renewal, renewed), strict=True)
    raw = ", ".join(f"{name} {code}" for name, code in named if code is not None)
    return Duration.model_validate({**said, "note": f"As coded by ATOP: {raw}.", "evidence": (told,)})
