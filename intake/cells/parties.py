"""Columns that name a party: by a name, an alias, or a code of a scheme. What may be several is refused with the candidates."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from intake.cells.column import Circumstances, Column
from intake.cells.plain import spoilt
from intake.reading.refusing import CellRefused
from intake.vocabulary import Fault
from parties.resolving import AmbiguousParty, PartyFinder, UnknownParty
from parties.terms import CodeScheme

LONGEST = 200
ONE_IN_A_CELL = "A cell names one party: give each a column of its own, or a row of its own and their agreement a key."
LETTERS = (CodeScheme.ISO_ALPHA2, CodeScheme.COW_ABBREVIATION)
FIGURES = (CodeScheme.ISO_NUMERIC, CodeScheme.COW, CodeScheme.GW)


@dataclass(frozen=True)
class Named(Column[str]):
    """A party; its public code comes out. With a `scheme` the cell is a code of it; without, a name or any code that has one meaning."""

    scheme: CodeScheme | None = None
    meant: Mapping[str, str] = field(default_factory=dict)  # names that this data set gives to one party only, by its own list

    def parse(self, cell: str, given: Circumstances) -> str:
        return self.party(cell, given, given.day)

    def party(self, cell: str, given: Circumstances, on: date | None) -> str:
        """The party that was called so on a day. Raises CellRefused with the candidates."""
        cell = self.clean(cell)
        if len(cell) > LONGEST:
            raise CellRefused(Fault.TOO_LONG, f"It has {len(cell)} characters; a name has {LONGEST} at most.", value=cell)
        if fault := spoilt(cell):
            raise CellRefused(fault, value=cell)
        if cell in self.meant:
            return self.meant[cell]
        if self.scheme is not None:
            return resolve(given.people.finder, cell, on, self.scheme)
        meant = _readings(given.people.finder, cell, on)
        if len(set(meant.values())) > 1 or (meant and cell.isdecimal()):  # a number has a meaning in its own scheme only
            candidates = "; ".join(f"as {words}, {given.people.book.name(code)} ({code})" for words, code in meant.items())
            said = f"“{cell[:60]}” may mean several parties: {candidates}." if len(meant) > 1 else f"“{cell}” is a code: {candidates}."
            raise CellRefused(Fault.AMBIGUOUS_PARTY, said, value=cell, right="Write the name, or say which codes the column holds.")
        return next(iter(meant.values())) if meant else resolve(given.people.finder, cell, on, None)

    def explain(self) -> str:
        if self.scheme is not None:
            return f"A party by its {self.scheme.label}."
        return "A party by its name in any recorded language, by ISO 3166-1 alpha-3 code, or by letters that can mean one party only."


def resolve(finder: PartyFinder, spelling: str, on: date | None, scheme: CodeScheme | None) -> str:
    """The party's code. Raises CellRefused, with what is near or what it may mean."""
    try:
        return finder.resolve(spelling, on=on, scheme=scheme)
    except AmbiguousParty as fault:
        raise CellRefused(Fault.AMBIGUOUS_PARTY, str(fault), value=spelling) from fault
    except UnknownParty as fault:
        sentence = f"No party has the {scheme.label} {spelling[:60]}." if scheme else str(fault)
        right = ONE_IN_A_CELL if any(mark in spelling for mark in ";|\n") else ""
        raise CellRefused(Fault.UNKNOWN_PARTY, sentence, value=spelling, right=right) from fault


def _readings(finder: PartyFinder, cell: str, on: date | None) -> dict[str, str]:
    """What the cell means as a name and as a code of each scheme that it may be one of."""
    found: dict[str, str] = {}
    schemes: tuple[CodeScheme, ...] = ()
    if cell.isascii() and cell.isdecimal():
        schemes = FIGURES
    elif cell.isascii() and cell.isupper() and cell.isalpha() and len(cell) in (2, 3):
        schemes = LETTERS
    for scheme in schemes:
        with suppress(ValueError):
            found[scheme.label] = finder.resolve(cell, on=on, scheme=scheme)
    if not (cell.isascii() and cell.isdecimal()) and (schemes or found):
        with suppress(ValueError):
            found["a name"] = finder.resolve(cell, on=on)
    return found
