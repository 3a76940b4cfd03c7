"""Columns of days: as people write them, or in three columns of figures."""

import re
from dataclasses import dataclass
from enum import StrEnum

from intake.cells.column import Circumstances, Column
from intake.cells.plain import WHOLE
from intake.reading.refusing import CellRefused
from intake.reading.table import Row
from intake.vocabulary import Fault
from treaty.document.days import PartialDay
from treaty.document.typed_days import NotADay, read_typed_day

FIGURES = re.compile(r"([0-9]{1,4})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,4})(?: 00:00(?::00)?)?")
MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?")
HOW = "It is written 1951, October 2020, 16 October 2020 or 2020-10-16, with “c.” or “?” where it is in doubt."


class Order(StrEnum):
    """How a profile says that dates in figures are to be read."""

    ASK = "ask"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True)
class Day(Column[PartialDay]):
    """A day, month or year. 03/04/2023 is refused, unless the profile says which of the two is the month."""

    order: Order = Order.ASK
    may_come: bool = False

    def parse(self, cell: str, given: Circumstances) -> PartialDay:
        if whole := MIDNIGHT.fullmatch(cell):
            cell = whole[1]
        day = self._figures(cell) or self._words(cell)
        if not self.may_come and day.first > given.on:
            raise CellRefused(Fault.FUTURE_DAY, f"{day} has not come.", value=cell)
        return day

    def explain(self) -> str:
        said = {Order.ASK: "", Order.DAY_FIRST: " 03/04/2023 is 3 April.", Order.MONTH_FIRST: " 03/04/2023 is 4 March."}
        return f"{HOW}{said[self.order]}"

    def _words(self, cell: str) -> PartialDay:
        try:
            return read_typed_day(cell)
        except NotADay as fault:
            impossible = "calendar" in str(fault)
            said = f"“{cell[:40]}” is not a {'day of the calendar' if impossible else 'date'}."
            raise CellRefused(Fault.IMPOSSIBLE_DAY if impossible else Fault.NOT_A_DAY, said, value=cell, right=HOW) from fault

    def _figures(self, cell: str) -> PartialDay | None:
        """A day in figures alone. Where only one reading is a day of the calendar it is still not guessed: a slip looks the same."""
        found = FIGURES.fullmatch(cell)
        if found is None or len(found[1]) > 2:
            return None  # the year first, as in 2020-10-16, is no question of order
        first, second, year = (int(part) for part in found.groups())
        if len(found[3]) != 4:
            raise CellRefused(Fault.AMBIGUOUS_DAY, f"“{cell}” has no year of four figures.", value=cell, right=HOW)
        if self.order is Order.ASK:
            raise CellRefused(Fault.AMBIGUOUS_DAY, f"“{cell}” may be read in two ways.", value=cell)
        day, month = (first, second) if self.order is Order.DAY_FIRST else (second, first)
        return _day(year, month, day, cell)


@dataclass(frozen=True)
class DayInParts(Column[PartialDay]):
    """A day whose year, month and day stand in three columns; the last may be empty. `heading` is that of the year.

    Where `none` stands in the year there is no such day.
    """

    month: str = ""
    day: str = ""
    none: str = ""

    def read(self, row: Row, given: Circumstances) -> PartialDay | None:
        year, month, day = (row.cells.get(heading, "").strip() for heading in (self.heading, self.month, self.day))
        if not year or (self.none and year.partition(".")[0] == self.none):
            if (month or day) and not year:
                raise CellRefused(Fault.REQUIRED, "A month or day stands without its year.", value=month or day)
            if self.required:
                raise CellRefused(Fault.REQUIRED)
            return None
        return _day(self._figure(year), self._figure(month), self._figure(day), "-".join(filter(None, (year, month, day))))

    def explain(self) -> str:
        return f"Year, month and day in “{self.heading}”, “{self.month}” and “{self.day}”; what is not known stays empty."

    def _figure(self, cell: str) -> int:
        if not cell:
            return 0
        if not WHOLE.fullmatch(cell) or cell.startswith("-"):
            raise CellRefused(Fault.NOT_A_DAY, f"“{cell[:40]}” is not a figure of a date.", value=cell)
        return int(cell.partition(".")[0])


def _day(year: int, month: int, day: int, cell: str) -> PartialDay:
    if day and not month:
        raise CellRefused(Fault.NOT_A_DAY, f"“{cell}” has a day and no month.", value=cell)
    text = "-".join([f"{year:04d}", *(f"{figure:02d}" for figure in (month, day) if figure)])
    try:
        return PartialDay(text)
    except ValueError:
        raise CellRefused(Fault.IMPOSSIBLE_DAY, f"“{cell}” is not a day of the calendar.", value=cell, right=HOW) from None
