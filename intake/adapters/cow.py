"""Parties as the Correlates of War number and letter them, each checked against the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intake.cells.column import Reading
from intake.cells.parties import Named
from intake.reading.refusing import CellRefused
from intake.vocabulary import Fault
from parties.terms import CodeScheme
from treaty.document.days import PartialDay


@dataclass(frozen=True)
class MemberPair:
    """The two sides of an agreement: codes of the register with the names as the file writes them."""

    members: tuple[tuple[str, str], ...]
    names: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return len(self.members) == 2

    def title(self, what: str, signed: PartialDay | None) -> str:
        """A title for want of one: "Defence agreement United States–Canada (1984)"."""
        return f"{what} {'–'.join(self.names)}{f' ({signed.first.year})' if signed else ''}"


def read_pair(reading: Reading, columns: Iterable[tuple[str, str]], *, on: PartialDay | None) -> MemberPair:
    """The parties in pairs of columns, number and letters. Notes where the two disagree, or one party stands twice."""
    columns = list(columns)
    day = on.first if on else None
    members, names = [], []
    for number, letters in columns:
        written = reading.row.cells.get(letters, "")
        code = _member(reading, number, letters, day)
        names.append(reading.given.people.book.name(code, day) if code else written or reading.row.cells.get(number, ""))
        if code:
            members.append((code, written))
    numbers = [reading.row.cells.get(number, "") for number, _ in columns]
    if len({code for code, _ in members}) < len(members) or len(set(numbers)) < len(numbers):
        said = f"Both sides are {names[0]}, number {numbers[0]}."
        reading.refuse(Fault.SAME_PARTY, said, columns[1][0], "Each side is another party, with its own number.")
    return MemberPair(tuple(members), tuple(names))


def _member(reading: Reading, number: str, letters: str, day: date | None) -> str | None:
    """The party that the number means on the day. Letters that mean another refuse the row; unknown ones are remarked upon."""
    given, written = reading.given, reading.row.cells.get(letters, "")
    try:
        code = Named(number, True, CodeScheme.COW).party(reading.row.cells.get(number, ""), given, day)
    except CellRefused as fault:
        reading.faults.append(fault.at(reading.row.number, number))
        return None
    if not written:
        return code
    ours = given.people.book.name(code, day)
    try:
        lettered = Named(letters, True, CodeScheme.COW_ABBREVIATION).party(written, given, day)
    except CellRefused:
        reading.remark(Fault.PARTY_CONFLICT, f"“{written}” are no letters of the COW list; the number says {ours}.", letters)
        return code
    if lettered == code:
        return code
    said = f"Number {reading.row.cells.get(number, '')} is {ours}, and {written} is {given.people.book.name(lettered, day)}"
    if day and given.people.book.existed_on(lettered, PartialDay.of(day)) is False:
        reading.remark(Fault.PARTY_CONFLICT, f"{said}, which did not exist then; the number is followed.", letters)
        return code
    reading.refuse(Fault.PARTY_CONFLICT, f"{said}.", letters, "Number and letters mean one party.")
    return None
