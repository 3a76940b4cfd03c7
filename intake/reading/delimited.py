"""Tables as text: CSV and its kin, the delimiter found out from the rows and said aloud."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from intake.reading.encoding import encoding_of
from intake.reading.limits import Limits
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.reading.table import About, Row, Table, heading_of, row_of
from intake.vocabulary import Fault

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LOOKED_AT = 30


def read_delimited(path: Path, about: About, limits: Limits, *, encoding: str = "", delimiter: str = "") -> Table:
    """The table of a delimited text. Raises FileRefused; `encoding` and `delimiter` overrule what would be found out."""
    name, words = encoding_of(path, encoding)
    mark = delimiter or _delimiter(path, name, limits)
    rows = _records(path, name, mark, limits)
    heading = heading_of(next(rows, (1, []))[1], limits)
    said = About(about.name, about.kind, about.size, about.sha256, (words, f"delimiter {DELIMITERS.get(mark, repr(mark))}"))
    return Table(said, heading, _rows(heading, rows, limits))


def _rows(heading: tuple[str, ...], rows: Iterator[tuple[int, list[str]]], limits: Limits) -> Iterator[Row | Refusal]:
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            yield row_of(number, heading, cells, limits)


def _records(path: Path, encoding: str, delimiter: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Every record with its number, the heading being 1."""
    csv.field_size_limit(limits.cell * 4)  # a cell that is longer than this is not even read to its end
    number = 0
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(_bounded(file, limits), delimiter=delimiter, strict=True)
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                if "field limit" in str(error):
                    sentence = f"It has a cell of far more than {limits.cell:,} characters; a quotation mark may never be closed."
                    raise FileRefused(refuse(Fault.CELL_TOO_LONG, sentence, row=number + 1)) from error
                raise FileRefused(refuse(Fault.DAMAGED, f"The row cannot be read: {error}.", row=number + 1)) from error
            if cells is None:
                return
            number += 1
            if number > limits.rows + 1:
                raise FileRefused(refuse(Fault.TOO_MANY_ROWS, f"It has more than {limits.rows:,} rows.", row=number))
            if len(cells) > limits.columns * 4:
                raise FileRefused(refuse(Fault.TOO_MANY_COLUMNS, f"It has {len(cells)} columns.", row=number, value=str(len(cells))))
            yield number, cells


def _bounded(file: TextIO, limits: Limits) -> Iterator[str]:
    """Lines, none longer than a whole row may be: a file without line breaks is not held in memory."""
    longest = limits.cell * 40
    while line := file.readline(longest):
        yield line


def _delimiter(path: Path, encoding: str, limits: Limits) -> str:
    """The mark by which the first rows fall into the most columns, as many in each. One column needs none: a comma."""
    found: dict[str, tuple[int, int]] = {}
    for mark in DELIMITERS:
        try:
            widths = [len(cells) for _, cells in islice(_records(path, encoding, mark, limits), LOOKED_AT) if any(cells)]
        except FileRefused:
            continue
        if widths and widths[0] > 1:
            found[mark] = (sum(width == widths[0] for width in widths) * 100 // len(widths), widths[0])
    return max(found, key=lambda mark: found[mark], default=",")
