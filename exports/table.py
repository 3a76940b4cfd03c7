"""A list of agreements as a table for spreadsheets and scripts."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from catalogue.models import Entry
from exports.rows import standing_said

COLUMNS = (
    *("reference", "revision", "title", "title_is_generated", "short_title", "kind", "form", "character", "laterality"),
    *("parties", "signed", "standing", "standing_since", "standing_until", "standing_basis", "provisions", "published_at", "url"),
)
FORMULA = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", *"\t\r\n")  # also as wide as the letters of East Asia
BYTE_ORDER_MARK = "\ufeff"


def table_csv(entries: Iterable[Entry], folder: str) -> Iterator[str]:
    """The table as CSV (RFC 4180, UTF-8 with a byte-order mark, which Excel needs), line by line.

    Several values in one cell stand with semicolons between them; what is not known is an empty cell. A cell that a
    spreadsheet would run as a formula begins with an apostrophe.
    """
    yield BYTE_ORDER_MARK + line(COLUMNS)
    for entry in entries:
        yield line(_cells(entry, folder))


def _cells(entry: Entry, folder: str) -> Iterator[str]:
    said = json.loads(entry.row)
    standing = standing_said(entry)
    said |= {"standing": standing["value"], **{f"standing_{name}": standing[name] for name in ("since", "until", "basis")}}
    said["url"] = f"{folder}{entry.reference}/"
    yield from (cell(said[column]) for column in COLUMNS)


def cell(value: object) -> str:
    """The value as text, with an apostrophe before what a spreadsheet would run as a formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()
