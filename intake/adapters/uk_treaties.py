"""UK Treaties Online: treaties to which the United Kingdom is a party, signed from 1703 to February 1976. See docs/intake/uk.md."""

import html
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from intake.cells.column import Circumstances, Reading
from intake.cells.days import Day, Order
from intake.cells.plain import Choice, Number, Text
from intake.claims import Claim, Coverage, claim_of, faults_of, unread
from intake.draft import Draft
from intake.reading.opening import open_table
from intake.reading.refusing import Refusal, refuse
from intake.reading.table import Row
from intake.starting.latecomers import mark_latecomers
from intake.starting.uk import SIDES, Misspelt, draft_of, record_of, shared_numbers
from intake.starting.uk import Number as Cited
from intake.vocabulary import Fault
from parties.resolving import AmbiguousParty
from treaty.vocabulary.identifiers import IdentifierScheme

KEY = Number("record_id", required=True, scheme=IdentifierScheme.UKTO)
TITLE = Text("title", required=True, longest=1000)
SIDED = Choice("bi_multi", required=True, meanings=SIDES)
DAYS = {
    name: Day(name, order=Order.DAY_FIRST)
    for name in (
        "signed_date", "adopted_date", "eif_date", "eif_effective_date", "provisional_eif_date", "terminated_date",
        "terminated_effective_date", "withdrawn_date", "withdrawn_effective_date",
    )
}  # fmt: skip
INFORMED = Day("unofficial_info_date", order=Order.DAY_FIRST)
COLUMNS = (
    "record_id", "treaty_id", "title", "bi_multi", "subject", "signed_date", "signed_place", "adopted_date", "eif_date",
    "eif_effective_date", "provisional_eif_date", "terminated_date", "terminated_effective_date", "withdrawn_date",
    "withdrawn_effective_date", "unofficial_info_date", "parties_raw", "references_raw", "url", "defence_flag",
)  # fmt: skip
DEFENCE = "defence"
OF_DEFENCE = Coverage(1703, 1976, "The United Kingdom, with whomever it made a treaty; what the list has under defence.", ("GBR",))


class UkTreaties:
    """The whole list as one table. With `only="defence"`, the records that are flagged as of defence."""

    name = "uk"
    title = "UK Treaties Online"
    coverage = Coverage(1703, 1976, "The United Kingdom, with whomever it made a treaty.", ("GBR",))

    def __init__(self, path: Path, only: str = "") -> None:
        """Raises FileRefused for a table that is not the list's."""
        self._path, self._only = path, only
        if only:
            self.coverage = OF_DEFENCE
        self._table = open_table(path)
        self._table.require(COLUMNS)
        self.about = self._table.about

    def claims(self, given: Circumstances) -> Iterator[Claim]:
        """The list is read twice: first for the numbers that several records cite, which are the number of none."""
        shared = shared_numbers(row.cells for row in open_table(self._path).rows if isinstance(row, Row))
        for row in self._table.rows:
            if isinstance(row, Refusal):
                yield unread(row)
            elif self._only != DEFENCE or row["defence_flag"]:
                yield _claim(Reading(row, given), shared)


def _claim(reading: Reading, shared: frozenset[Cited]) -> Claim:
    row = reading.row
    title = html.unescape(row["title"])
    if "\ufffd" in title:
        reading.remark(Fault.LOST_CHARACTER, "A character of the title was lost before it came into the list.", "title")
    key = reading.get(KEY)
    reading.get(SIDED)
    days = {name: reading.get(column) for name, column in DAYS.items()}
    reading.get_if_sound(INFORMED)
    if not days["signed_date"]:
        reading.remark(Fault.REQUIRED, "The list does not say when it was signed.", "signed_date")
    if not title.strip():
        reading.refuse(Fault.REQUIRED, "It has no title.", "title")
    elif len(title) > TITLE.longest:
        reading.refuse(Fault.TOO_LONG, f"It has {len(title)} characters; {TITLE.longest} are taken in.", "title")
    draft = Draft(key or f"row {row.number}", " ".join(title.split()))
    if not reading.faults:
        cells = {**row.cells, "title": draft.title} | {name: str(day) if day else "" for name, day in days.items()}
        unresolved: list[Misspelt] = []
        record = record_of(cells, reading.given.people, shared, unresolved)
        for fault in unresolved:
            code = Fault.AMBIGUOUS_PARTY if isinstance(fault, AmbiguousParty) else Fault.UNKNOWN_PARTY
            reading.faults.append(refuse(code, str(fault), row=row.number, column="parties_raw", value=fault.spelling))
        try:
            draft = draft_of(record)
            mark_latecomers(draft, reading.given.people)
        except ValidationError as fault:
            reading.faults += faults_of(fault, row.number)
        draft.key = record.id
    return claim_of(draft, rows=(row.number,), given=reading.given, group=_group(row), faults=reading.faults, remarks=reading.remarks)


def _group(row: Row) -> str:
    """The subject where the list files it under one of defence; the flag by the words of a title is a guess of the file's maker."""
    if not row["defence_flag"]:
        return "Other subjects"
    return row["subject"].capitalize() if row["defence_flag"] == "subject" else "Defence, by the words of its title"
