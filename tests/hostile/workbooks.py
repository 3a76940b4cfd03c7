"""Workbooks made by hand, so that every byte of a faulty one is meant."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

WORKBOOK = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r">{}</workbook>'
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="r">{}</Relationships>'
STYLES = (
    '<?xml version="1.0"?><styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)
Cell = str | int | float


def letters(position: int) -> str:
    return chr(65 + position) if position < 26 else letters(position // 26 - 1) + chr(65 + position % 26)


def sheet(rows: Sequence[Sequence[Cell]], *, after: str = "", raw: Mapping[tuple[int, int], str] | None = None) -> str:
    """A sheet's XML. `raw` gives whole <c> elements by row (from 1) and column (from 0); `after` follows the rows."""
    raw = raw or {}
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(raw.get((number, position)) or _cell(number, position, value) for position, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<?xml version="1.0"?><worksheet><sheetData>{"".join(lines)}</sheetData>{after}</worksheet>'


def _cell(number: int, position: int, value: Cell) -> str:
    place = f"{letters(position)}{number}"
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{place}"><v>{value}</v></c>'


def write(
    path: Path,
    rows: Sequence[Sequence[Cell]] = (),
    *,
    xml: str = "",
    sheets: Sequence[str] = ("Pacts",),
    parts: Mapping[str, str | bytes] | None = None,
) -> Path:
    """A workbook with these rows, or this XML, in its first sheet."""
    named = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, start=1))
    related = "".join(f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1))
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": WORKBOOK.format(f"<sheets>{named}</sheets>"),
        "xl/_rels/workbook.xml.rels": RELATIONS.format(related),
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": xml or sheet(rows) for n in range(1, len(sheets) + 1)},
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
    return path
