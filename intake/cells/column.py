"""What every column has in common, and how the columns of one row are read together."""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from intake.people import People
from intake.reading.refusing import CellRefused, Refusal, refuse
from intake.reading.table import Row
from intake.vocabulary import Fault

Value = TypeVar("Value")


@dataclass(frozen=True)
class Circumstances:
    """What a column may know beside its cell: the parties of the world, and the day of the reading.

    `day` is that of the agreement, where it is known by now: on it a party was called as its name is written.
    """

    people: People
    on: date
    day: date | None = None


@dataclass(frozen=True)
class Column(Generic[Value]):
    """A column of a table, under the heading it has there. An empty cell is None; where one is `required`, it is refused."""

    heading: str
    required: bool = False

    def read(self, row: Row, given: Circumstances) -> Value | None:
        """The value of the cell. Raises CellRefused."""
        cell = self.clean(row.cells.get(self.heading, ""))
        if not cell:
            if self.required:
                raise CellRefused(Fault.REQUIRED)
            return None
        return self.parse(cell, given)

    def clean(self, cell: str) -> str:
        """The cell without what says nothing."""
        return " ".join(cell.split())

    def parse(self, cell: str, given: Circumstances) -> Value:
        """What the cleaned cell means. Raises CellRefused."""
        raise NotImplementedError

    def explain(self) -> str:
        """What may stand in the column, in a sentence for whom fills it."""
        raise NotImplementedError


@dataclass
class Reading:
    """One row being read: values as they are asked for, and what was wrong with the cells."""

    row: Row
    given: Circumstances
    faults: list[Refusal] = field(default_factory=list)
    remarks: list[Refusal] = field(default_factory=list)

    def get(self, column: Column[Value]) -> Value | None:
        """The value of a column; None where the cell is empty or at fault, which is noted."""
        try:
            return column.read(self.row, self.given)
        except CellRefused as fault:
            self.faults.append(fault.at(self.row.number, column.heading))
            return None

    def get_if_sound(self, column: Column[Value]) -> Value | None:
        """The same for what the record can do without: a fault is remarked upon, and the row is brought in without it."""
        try:
            return column.read(self.row, self.given)
        except CellRefused as fault:
            self.remarks.append(fault.at(self.row.number, column.heading))
            return None

    def refuse(self, code: Fault, sentence: str, column: str = "", right: str = "") -> None:
        """Note a fault that shows between cells; the row is not brought in."""
        self.faults.append(self._fault(code, sentence, column, right))

    def remark(self, code: Fault, sentence: str, column: str = "", right: str = "") -> None:
        """Note something that somebody should look at; the row is brought in."""
        self.remarks.append(self._fault(code, sentence, column, right))

    def _fault(self, code: Fault, sentence: str, column: str, right: str) -> Refusal:
        value = self.row.cells.get(column, "")
        return refuse(code, sentence, row=self.row.number, column=column, value=value, right=right)
