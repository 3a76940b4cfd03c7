"""What is wrong, where, and what would be right: the same for a file, a row, a cell and a whole record."""

from dataclasses import asdict, dataclass
from typing import Any

from intake.vocabulary import FOUND_BY_RULES, Fault

SHOWN = 120


@dataclass(frozen=True)
class Refusal:
    """One fault. `row` counts as a spreadsheet does, the heading being row 1; None speaks of the whole file."""

    code: Fault
    sentence: str
    row: int | None = None
    column: str = ""
    value: str = ""
    right: str = ""

    def __str__(self) -> str:
        column = "" if self.code in FOUND_BY_RULES else self.column
        place = ", ".join(filter(None, (f"row {self.row}" if self.row is not None else "", column and f"column “{column}”")))
        return f"{place[:1].upper()}{place[1:]}: {self.sentence}" if place else self.sentence

    @property
    def name(self) -> str:
        """What it is counted under: its code, or the id of the rule that is broken."""
        return self.value if self.code in FOUND_BY_RULES else self.code.value

    def said(self) -> dict[str, Any]:
        """As plain values, for a file."""
        return asdict(self) | {"code": self.code.value, "place": str(self)}


def refuse(code: Fault, sentence: str = "", *, row: int | None = None, column: str = "", value: str = "", right: str = "") -> Refusal:
    """A fault with its family's words where no others are given, and with its value cut to a readable length."""
    shown = value if len(value) <= SHOWN else f"{value[: SHOWN - 1]}…"
    return Refusal(code, sentence or f"{code.label}.", row, column, printable(shown), right or code.definition)


def printable(text: str) -> str:
    """The text with a mark in the place of each character that cannot be printed: some of them cannot be stored either."""
    return "".join(character if character.isprintable() else "�" for character in text)


class FileRefused(ValueError):
    """The file as a whole is not taken in."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal} {refusal.right}")
        self.refusal = refusal


class CellRefused(ValueError):
    """A cell is not taken in. Who reads the row knows where it stands."""

    def __init__(self, code: Fault, sentence: str = "", *, value: str = "", right: str = "") -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.value, self.right = code, sentence, value, right

    def at(self, row: int, column: str) -> Refusal:
        """The fault with its place."""
        return refuse(self.code, self.sentence, row=row, column=column, value=self.value, right=self.right)
