"""A matrix as a table for spreadsheets and scripts: a line for each cell."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exports.table import BYTE_ORDER_MARK, FORMULA

STANDINGS = ("in_force", "provisional", "suspended", "signed", "negotiating", "ended", "lapsed", "unknown")
COLUMNS = ("row", "row_name", "column", "column_name", "standing", "number", "agreements", *STANDINGS, "url")


def matrix_csv(matrix: Mapping[str, Any]) -> Iterator[str]:
    """The matrix as CSV (RFC 4180, UTF-8 with a byte-order mark). A cell that is not there has no line.

    `standing` is the strongest, `number` how many agreements have it, `agreements` how many there are in all. The line with
    an empty column is of any agreement. What a spreadsheet would run as a formula begins with an apostrophe.
    """
    yield BYTE_ORDER_MARK + _line(COLUMNS)
    names = {one["code"]: one["name"] for side in ("rows", "columns") for one in matrix[side]} | {"": "Any"}
    for cell in matrix["cells"]:
        said = {**cell, **cell["standings"], "row_name": names[cell["row"]], "column_name": names[cell["column"]]}
        yield _line(_safe(said.get(column, 0 if column in STANDINGS else "")) for column in COLUMNS)


def _safe(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
