"""Tables in a workbook (XLSX): one sheet, row by row, values only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from math import isfinite
from pathlib import Path

from intake.reading.limits import Limits
from intake.reading.package import Attributes, open_package
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.reading.shared_parts import date_styles, strings_of
from intake.reading.sheets import Sheet, sheets_of
from intake.reading.table import About, Row, Table, heading_of, letters, row_of
from intake.vocabulary import Fault

WIDEST = 16_384
CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def read_workbook(path: Path, about: About, limits: Limits, *, sheet: str = "") -> Table:
    """The table of one sheet: the one that is named, else the only one that is shown. Raises FileRefused."""
    with open_package(path, limits) as package:
        chosen = _chosen(sheets_of(package), sheet)
    rows = _rows(path, chosen, limits)
    first = next(rows, None)
    if first is None:
        raise FileRefused(refuse(Fault.EMPTY, f"The sheet “{chosen.name}” holds nothing."))
    if first.faults:
        raise FileRefused(first.faults[0])
    heading = heading_of(first.texts(), limits)
    return Table(replace(about, details=(f"sheet “{chosen.name}”",)), heading, _finished(rows, heading, limits))


def _finished(rows: "Iterator[_Cells]", heading: tuple[str, ...], limits: Limits) -> Iterator[Row | Refusal]:
    for cells in rows:
        if cells.faults:
            column = cells.column_of_fault
            yield replace(cells.faults[0], column=heading[column] if column < len(heading) else letters(column))
        elif any(text.strip() for text in cells.texts()):
            yield row_of(cells.number, heading, cells.texts(), limits)


@dataclass
class _Cells:
    """The cells of one row while they are read: text by position, and the first fault."""

    number: int
    found: dict[int, str] = field(default_factory=dict)
    faults: list[Refusal] = field(default_factory=list)
    column_of_fault: int = 0

    def texts(self) -> list[str]:
        return [self.found.get(position, "") for position in range(max(self.found, default=-1) + 1)]

    def at_fault(self, position: int, code: Fault, value: str = "") -> None:
        if not self.faults:
            self.column_of_fault = position
            self.faults.append(refuse(code, row=self.number, column=letters(position), value=value))


def _rows(path: Path, sheet: Sheet, limits: Limits) -> Iterator[_Cells]:
    """The rows of a sheet that hold anything, as they come."""
    with open_package(path, limits) as package:
        reader = _SheetReader(strings_of(package, limits), date_styles(package), sheet.epoch, limits)
        for _ in package.pieces(sheet.part, reader.begin, reader.end, reader.text):
            yield from reader.take()


def _chosen(sheets: list[Sheet], wanted: str) -> Sheet:
    named = [sheet for sheet in sheets if sheet.name == wanted] if wanted else sheets
    if len(named) != 1:
        known = ", ".join(f"“{sheet.name}”" for sheet in sheets)
        said = f"It has no sheet “{wanted}”; it has {known}." if wanted else f"It has several sheets: {known}."
        raise FileRefused(refuse(Fault.SHEET, said, value=wanted, right="Name one of its sheets."))
    return named[0]


class _SheetReader:
    """Gathers rows out of a sheet's XML. `take` hands over those that are whole."""

    def __init__(self, strings: list[str], dates: set[int], epoch: date, limits: Limits) -> None:
        self._strings, self._dates, self._epoch, self._limits = strings, dates, epoch, limits
        self._whole: list[_Cells] = []
        self._row: _Cells | None = None
        self._number = self._last = self._position = 0
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._length = 0
        self._reading = False

    def take(self) -> list[_Cells]:
        whole, self._whole = self._whole, []
        return whole

    def begin(self, name: str, given: Attributes) -> None:
        if name == "row":
            self._begin_row(given)
        elif name == "c":
            self._begin_cell(given)
        elif name in ("v", "t") and self._row is not None:
            self._reading = True
        elif name == "f" and self._row is not None:
            self._row.at_fault(self._position, Fault.FORMULA)
        elif name == "mergeCell":
            self._refuse_merged(given.get("ref", ""))

    def text(self, piece: str) -> None:
        if self._reading:
            self._length += len(piece)
            if self._length <= self._limits.cell + 1:
                self._pieces.append(piece)
            elif self._row is not None:
                self._row.at_fault(self._position, Fault.CELL_TOO_LONG)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._reading = False
        elif name == "c" and self._row is not None:
            self._end_cell(self._row)
        elif name == "row" and self._row is not None:
            self._whole.append(self._row)
            self._row = None

    def _begin_row(self, given: Attributes) -> None:
        said = given.get("r", "")
        self._number = int(said) if said.isdecimal() and len(said) < 10 else self._number + 1
        if self._number > self._limits.rows + 1:
            raise FileRefused(refuse(Fault.TOO_MANY_ROWS, f"It has more than {self._limits.rows:,} rows.", row=self._number))
        if self._number <= self._last:
            raise FileRefused(refuse(Fault.DAMAGED, f"Row {self._number} comes after row {self._last}.", row=self._number))
        self._row = _Cells(self._number)
        self._last, self._position = self._number, -1

    def _begin_cell(self, given: Attributes) -> None:
        self._position = _position(given["r"]) if "r" in given else self._position + 1
        if not 0 <= self._position < min(WIDEST, self._limits.columns * 4):
            raise FileRefused(refuse(Fault.TOO_MANY_COLUMNS, row=self._number, column=letters(max(self._position, 0))))
        self._kind, self._style = given.get("t", "n"), given.get("s", "0")
        self._pieces, self._length = [], 0

    def _end_cell(self, row: _Cells) -> None:
        value = "".join(self._pieces)
        if self._position in row.found:
            row.at_fault(self._position, Fault.DAMAGED, value)
        elif self._kind == "e":
            row.at_fault(self._position, Fault.CELL_ERROR, value)
        elif self._kind == "s":
            if not value.isdecimal() or int(value) >= len(self._strings):
                row.at_fault(self._position, Fault.DAMAGED, value)
                return
            value = self._strings[int(value)]
        elif self._kind == "b":
            value = "yes" if value == "1" else "no"
        elif self._kind in ("n", "d") and value:
            value = self._number_in_words(value)
        if value:
            row.found[self._position] = value

    def _number_in_words(self, value: str) -> str:
        """A number as it was typed: "5", not "5.0"; a day as 2020-10-16."""
        try:
            number = float(value)
        except ValueError:
            return value
        if not isfinite(number):
            return value
        if self._style.isdecimal() and int(self._style) in self._dates and 1 <= number < 2_958_466:
            moment = datetime.combine(self._epoch, datetime.min.time()) + timedelta(days=number)
            return moment.date().isoformat() if number == int(number) else moment.isoformat(sep=" ", timespec="seconds")
        return str(int(number)) if number == int(number) and abs(number) < 10**15 else value

    def _refuse_merged(self, ref: str) -> None:
        first = ref.partition(":")[0]
        digits = "".join(character for character in first if character.isdecimal())
        raise FileRefused(
            refuse(
                Fault.MERGED_CELLS,
                f"The cells {ref} are merged.",
                row=int(digits or 0) or None,
                column=first.rstrip("0123456789"),
                value=ref,
            )
        )


def _position(reference: str) -> int:
    """ "AB12" stands in column 27."""
    column = 0
    for letter in reference.rstrip("0123456789").upper()[:4]:
        column = column * 26 + ord(letter) - 64
    return column - 1
