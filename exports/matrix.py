"""A matrix as a table for spreadsheets and scripts: a line for each cell."""

from collections.abc import Iterator, Mapping
from typing import Any

from exports.table import BYTE_ORDER_MARK, cell, line

STANDINGS = ("in_force", "provisional", "suspended", "signed", "negotiating", "ended", "lapsed", "unknown")
COLUMNS = ("row", "row_name", "column", "column_name", "standing", "number", "agreements", *STANDINGS, "url")


def matrix_csv(matrix: Mapping[str, Any]) -> Iterator[str]:
    """The matrix as CSV (RFC 4180, UTF-8 with a byte-order mark). A cell that is not there has no line.

    `standing` is the strongest, `number` how many agreements have it, `agreements` how many there are in all. The line with
    an empty column is of any agreement. What a spreadsheet would run as a formula begins with an apostrophe.
    """
    yield BYTE_ORDER_MARK + line(COLUMNS)
    names = {one["code"]: one["name"] for side in ("rows", "columns") for one in matrix[side]} | {"": "Any"}
    for one in matrix["cells"]:
        said = {**one, **one["standings"], "row_name": names[one["row"]], "column_name": names[one["column"]]}
        yield line(cell(said.get(column, 0 if column in STANDINGS else "")) for column in COLUMNS)
