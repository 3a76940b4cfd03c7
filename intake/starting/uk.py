"""UK Treaties Online: the records of defence and NATO agreements signed since 1945, and any that is joined to another list."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from intake.draft import Draft
from intake.people import People
from intake.starting.citing import FCDO, LICENCE, UK_LIST
from intake.starting.forms import form_of
from intake.starting.kinds import kind_of
from parties.resolving import AmbiguousParty, UnknownParty
from treaty.document.days import PartialDay
from treaty.document.evidence import Evidence, Text
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme as Scheme
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.roles import Role
from treaty.vocabulary.sources import SourceKind

Row = Mapping[str, str]
Number = tuple[Scheme, str]
Misspelt = UnknownParty | AmbiguousParty

SUBJECTS = {"DEFENCE", "NORTH ATLANTIC TREATY ORGANISATION (NATO)"}
SINCE = "1945-01-01"
SIDES = {"BI": Laterality.BILATERAL, "MULTI": Laterality.MULTILATERAL}
READ = "As the list gives it; not checked against the text."
# In mixed case, which the list keeps for territories, yet a side of the agreement by its own title.
SIDES_IN_MIXED_CASE = {("61302", "Brunei"), ("74125", "Brunei")}
# Named in the list's record, and in no other source a party to the treaty; they stand in a note.
ALONE = "is named among the parties in UK Treaties Online; no other source here takes it for a party."
NOT_TAKEN_FOR_PARTIES = {
    ("70276", "IRELAND"): f"Ireland {ALONE}",
    ("70493", "UNITED STATES OF AMERICA"): f"The United States {ALONE}",
}
DOUBTS = {
    "74618": "UK Treaties Online puts entry into force twenty years after signature; to be checked.",
    "74763": "UK Treaties Online files it under defence; its title speaks of civil charter flights.",
}
CITATIONS: tuple[tuple[str, Scheme, str], ...] = (
    (r"Treaty Series 0*([1-9]\d*)/(\d{4}): .*", Scheme.UKTS, "{0}/{1}"),
    (r"(?:Treaty|Country|Miscellaneous) Series .*: ((?:Cmnd|Cmd|Cm)\.? [1-9]\d*)", Scheme.CMD, "{0}"),
    (r"Command Paper .*: ((?:Cmnd|Cmd|Cm)\.? [1-9]\d*)", Scheme.CMD, "{0}"),
    (r"UN Registration .*: (?:Vol )?([1-9]\d*) ([1-9]\d*)", Scheme.UNTS, "{0}/{1}"),
    (r"United Nations Treaty Series Vol ([1-9]\d*), p\. ([1-9]\d*)/.*", Scheme.UNTS, "{0}/{1}"),
    (r"United Nations Treaty Series ([1-9]\d*)/([1-9]\d*)/.*", Scheme.UNTS, "{0}/{1}"),
    (r"Canadian Treaty Series ([1-9]\d*)/(\d{4}): .*", Scheme.CTS, "{0}/{1}"),
    (r"US Treaties & Other Int\. Acts Series \(TAIS/TOIAS\) ([1-9]\d*)/.*", Scheme.TIAS, "{0}"),
    (r"(New Zealand Treaty Series [1-9]\d*/\d{4}): .*", Scheme.OTHER, "{0}"),
)


@dataclass(frozen=True)
class Happened:
    """One dated field of a record."""

    kind: EventKind
    date: PartialDay | None
    effective_date: PartialDay | None = None
    place: str = ""
    party: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Record:
    """One record of the list, with its parties resolved."""

    row: Row
    parties: tuple[tuple[str, Role, str], ...]
    happened: tuple[Happened, ...]
    numbers: tuple[Number, ...]

    @property
    def id(self) -> str:
        return self.row["record_id"]

    @property
    def title(self) -> str:
        return self.row["title"]

    @property
    def sides(self) -> frozenset[str]:
        """Those who take part as parties."""
        return frozenset(code for code, role, _ in self.parties if role is Role.PARTY)


class Unresolved(ValueError):
    """Spellings of parties that mean nobody, or several; each stands on a line of its own."""


def read_rows(path: Path) -> list[Row]:
    """The whole list, in the file's order."""
    csv.field_size_limit(1_000_000)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def is_wanted(row: Row) -> bool:
    """Whether the record is of the register's subjects, and signed since 1945."""
    return row["subject"] in SUBJECTS and row["signed_date"] >= SINCE


def records_of(rows: Iterable[Row], people: People, shared: Set[Number]) -> list[Record]:
    """The rows with their parties resolved, in order of time. `shared` numbers belong to none of them. Raises Unresolved."""
    faults: list[str] = []
    records = []
    for row in rows:
        unresolved: list[Misspelt] = []
        records.append(record_of(row, people, shared, unresolved))
        faults += [f"record {row['record_id']}: {fault}" for fault in unresolved]
    if faults:
        raise Unresolved("\n".join(faults))
    return sorted(records, key=lambda record: (record.row["signed_date"] or record.row["adopted_date"], int(record.id)))


def record_of(row: Row, people: People, shared: Set[Number], unresolved: list[Misspelt]) -> Record:
    """One row with its parties resolved. A spelling that means nobody, or several, is added to `unresolved`, and left out."""
    numbers = tuple(number for number in _numbers(row) if number not in shared)
    return Record(row, tuple(_parties(row, people, unresolved)), tuple(_happened(row)), numbers)


def draft_of(record: Record) -> Draft:
    """The record that one record of the list makes by itself."""
    draft = Draft(key=f"ukto:{record.id}", title=record.title)
    told = Evidence(source=list_source(draft, record), note=READ)
    draft.said = {
        "kind": kind_of(record.title),
        "form": form_of(record.title),
        "laterality": SIDES[record.row["bi_multi"]],
    }
    draft.evidence = [told]
    add_numbers(draft, record)
    for code, role, spelling in record.parties:
        draft.takes_part(code, role=role, name_as_written=spelling, evidence=[told])
    for event in record.happened:
        draft.happened(**_said(event), evidence=(told,))
    if record.id in DOUBTS:
        draft.notes.append(DOUBTS[record.id])
    return draft


def list_source(draft: Draft, record: Record) -> str:
    """The list as a source, with the address of the record."""
    return draft.source(SourceKind.TREATY_LIST, UK_LIST, publisher=FCDO, url=record.row["url"], licence=LICENCE)


def add_numbers(draft: Draft, record: Record) -> None:
    """The numbers that the record bears and cites, and the published texts that it leads to."""
    draft.identify(Scheme.UKTO, record.id)
    if record.row["treaty_id"]:
        draft.identify(Scheme.FCDO, record.row["treaty_id"])
    for scheme, value in record.numbers:
        others = [number.value for number in draft.identifiers if number.scheme is scheme and number.value != value]
        if scheme is Scheme.UNTS and others:
            draft.notes.append(f"UK Treaties Online cites UNTS {value}, which is not UNTS {others[0]}.")
        else:
            draft.identify(scheme, value)
    for citation, address in _citations(record.row["references_raw"]):
        if address and address not in {text.url for text in draft.texts}:
            draft.texts.append(Text(id="t", title=citation.strip(), url=address, media_type="application/pdf"))


def shared_numbers(rows: Iterable[Row]) -> frozenset[Number]:
    """Numbers that several records cite, such as a volume of later ratifications: they are the number of none."""
    cited = Counter(number for row in rows for number in set(_numbers(row)))
    return frozenset(number for number, times in cited.items() if times > 1)


def _numbers(row: Row) -> Iterator[Number]:
    for citation, _ in _citations(row["references_raw"]):
        for words, scheme, form in CITATIONS:
            if match := re.fullmatch(words, citation):
                yield scheme, form.format(*match.groups())


def _said(event: Happened) -> dict[str, Any]:
    return {name: getattr(event, name) for name in ("kind", "date", "effective_date", "place", "party", "note")}


def _citations(cell: str) -> Iterator[tuple[str, str]]:
    for part in cell.split(";"):
        citation, _, address = part.strip().partition("||")
        address = address.strip().replace(" ", "%20")
        yield " ".join(citation.split()), address if address.startswith("http") else ""


def _parties(row: Row, people: People, unresolved: list[Misspelt]) -> Iterator[tuple[str, Role, str]]:
    """Parties and territories, each once. A name in capitals is a side; a territory stands in mixed case."""
    day = row["signed_date"] or row["adopted_date"]
    signed = date.fromisoformat(day) if day else None
    found: dict[str, tuple[str, Role, str]] = {}
    for spelling in filter(None, (part.strip() for part in row["parties_raw"].split(";"))):
        if (row["record_id"], spelling) in NOT_TAKEN_FOR_PARTIES:
            continue
        try:
            code = people.finder.resolve(spelling, on=signed)
        except (UnknownParty, AmbiguousParty) as fault:
            unresolved.append(fault)
            continue
        is_side = spelling.isupper() or (row["record_id"], spelling) in SIDES_IN_MIXED_CASE or people.was_a_state(code, signed)
        if code not in found or (is_side and found[code][1] is not Role.PARTY):
            found[code] = (code, Role.PARTY if is_side else Role.TERRITORY_OF_APPLICATION, spelling)
    yield from found.values()


def _happened(row: Row) -> Iterator[Happened]:
    """The dated fields of a record as events."""
    place = "" if row["signed_place"] == "Not Known" else row["signed_place"]
    fields = (
        (EventKind.TEXT_ADOPTED, "adopted_date", "", "", None),
        (EventKind.SIGNATURE, "signed_date", "", place, None),
        (EventKind.PROVISIONAL_APPLICATION_START, "provisional_eif_date", "", "", None),
        (EventKind.ENTRY_INTO_FORCE, "eif_date", "eif_effective_date", "", None),
        (EventKind.TERMINATION, "terminated_date", "terminated_effective_date", "", None),
        (EventKind.WITHDRAWAL_EFFECTIVE, "withdrawn_date", "withdrawn_effective_date", "", "GBR"),
    )
    for kind, column, effective, where, party in fields:
        day, from_day = row[column], row[effective] if effective else ""
        if not day and not from_day:
            continue
        note = DOUBTS.get(row["record_id"], "") if kind is EventKind.ENTRY_INTO_FORCE else ""
        yield Happened(
            kind=kind,
            date=PartialDay(day) if day else None,
            effective_date=PartialDay(from_day) if from_day and from_day != day else None,
            place=where,
            party=party,
            note="The list's field reads “withdrawn”." if party else note,
        )
