"""Columns of text, whole numbers, words of a family, addresses and numbers of other registers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Generic, TypeVar

from intake.cells.column import Circumstances, Column
from intake.reading.refusing import CellRefused
from intake.vocabulary import Fault
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.term import Term

Word = TypeVar("Word")
AnyTerm = TypeVar("AnyTerm", bound=Term)
WHOLE = re.compile(r"[+-]?[0-9]{1,9}(\.0+)?")
MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf]|â€|Ã[ƒ‚„]|Ð[\u0080-\u00bf]")
ADDRESS = re.compile(r"https?://\S{3,1990}")


def spoilt(text: str) -> Fault | None:
    """Whether characters were lost or read in a wrong encoding before the text came here."""
    if "\ufffd" in text:
        return Fault.LOST_CHARACTER
    return Fault.MOJIBAKE if MOJIBAKE.search(text) else None


@dataclass(frozen=True)
class Text(Column[str]):
    """Words on one line, of at most `longest` characters."""

    longest: int = 500

    def parse(self, cell: str, given: Circumstances) -> str:
        if fault := spoilt(cell):
            raise CellRefused(fault, value=cell)
        if len(cell) > self.longest:
            raise CellRefused(Fault.TOO_LONG, f"It has {len(cell)} characters; {self.longest} are taken in.", value=cell)
        return cell

    def explain(self) -> str:
        return f"Text of at most {self.longest} characters."


@dataclass(frozen=True)
class Whole(Column[int]):
    """A whole number; one that a program wrote as 5.0 is 5."""

    least: int = -999_999_999
    most: int = 999_999_999

    def parse(self, cell: str, given: Circumstances) -> int:
        if not WHOLE.fullmatch(cell):
            raise CellRefused(Fault.NOT_A_NUMBER, f"“{cell[:40]}” is not a whole number.", value=cell)
        number = int(cell.partition(".")[0])
        if not self.least <= number <= self.most:
            raise CellRefused(Fault.NOT_A_NUMBER, f"{number} does not lie between {self.least} and {self.most}.", value=cell)
        return number

    def explain(self) -> str:
        return f"A whole number from {self.least} to {self.most}."


@dataclass(frozen=True)
class Choice(Column[Word], Generic[Word]):
    """One of the codes of a data set, and what each means."""

    meanings: Mapping[str, Word] = field(default_factory=dict)

    def parse(self, cell: str, given: Circumstances) -> Word:
        if cell not in self.meanings:
            known = ", ".join(self.meanings)
            raise CellRefused(Fault.UNKNOWN_CODE, f"“{cell[:40]}” is not a code of this column.", value=cell, right=f"It is {known}.")
        return self.meanings[cell]

    def explain(self) -> str:
        return f"One of {', '.join(self.meanings)}."


@dataclass(frozen=True)
class Worded(Column[AnyTerm], Generic[AnyTerm]):
    """A word of the register, by its value or its label, in capitals or not."""

    family: type[AnyTerm] = field(default=Term)  # type: ignore[assignment]

    def parse(self, cell: str, given: Circumstances) -> AnyTerm:
        words = {spelling.lower(): term for term in self.family for spelling in (term.label, term.value, term.value.replace("_", " "))}
        folded = cell.lower()
        if folded not in words:
            near = get_close_matches(folded, words, n=3, cutoff=0.6)
            right = f"Perhaps {' or '.join(dict.fromkeys(f'“{words[one].label}”' for one in near))}." if near else self.explain()
            raise CellRefused(Fault.NOT_A_TERM, f"“{cell[:60]}” is not a word for it.", value=cell, right=right)
        return words[folded]

    def explain(self) -> str:
        shown = [term.label for term in self.family][:12]
        return f"One of {', '.join(shown)}{' and others' if len(list(self.family)) > len(shown) else ''}."


@dataclass(frozen=True)
class Number(Column[str]):
    """The number that another register gives the agreement."""

    scheme: IdentifierScheme = IdentifierScheme.OTHER

    def parse(self, cell: str, given: Circumstances) -> str:
        if not self.scheme.accepts(cell):
            said = f"“{cell[:60]}” is not a {self.scheme.label} number."
            raise CellRefused(Fault.NOT_AN_IDENTIFIER, said, value=cell, right=self.explain())
        return cell

    def explain(self) -> str:
        return f"{self.scheme.label}, such as {self.scheme.example}."


@dataclass(frozen=True)
class Address(Column[str]):
    """The address of a page."""

    def parse(self, cell: str, given: Circumstances) -> str:
        if not ADDRESS.fullmatch(cell):
            raise CellRefused(Fault.NOT_AN_ADDRESS, f"“{cell[:60]}” is not an address.", value=cell)
        return cell

    def explain(self) -> str:
        return "The whole address of a page, beginning with https:// or http://."
