"""Workbooks that hide something: formulas, macros, entities, merged cells, bombs."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.hostile import workbooks
from tests.hostile.case import GOOD, HEADING, Case, Write, raw, row


def zipped(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def book(rows: Sequence[Sequence[workbooks.Cell]] = (), **said: object) -> Write:
    return lambda path: workbooks.write(path, rows, **said)  # type: ignore[arg-type]


def _encrypted_flag(path: Path) -> None:
    """A workbook whose parts say that they are encrypted."""
    workbooks.write(path, [HEADING, GOOD])
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    path.write_bytes(bytes(content))


def _lying(path: Path) -> None:
    """A workbook that says of a part that it is small, and unpacks to more than is taken in."""
    xml = '<?xml version="1.0"?><worksheet><sheetData>' + " " * (210 * 2**20) + "</sheetData></worksheet>"
    workbooks.write(path, xml=xml)
    content = bytearray(path.read_bytes())
    place = content.find(struct.pack("<I", len(xml)))
    while place >= 0:
        content[place : place + 4] = struct.pack("<I", 900)
        place = content.find(struct.pack("<I", len(xml)), place + 4)
    path.write_bytes(bytes(content))


def misplaced() -> Iterable[Case]:
    rows = [HEADING, GOOD]
    twice = workbooks.sheet(rows, raw={(2, 1): '<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>'})
    backwards = workbooks.sheet([*rows, GOOD]).replace('<row r="2">', '<row r="4">', 1).replace('<row r="3">', '<row r="2">', 1)
    number = workbooks.sheet(rows, raw={(2, 4): '<c r="E2"><v>{}</v></c>'})
    yield Case("workbook with two cells in one place", "xlsx", book(xml=twice), "damaged", 2, "title")
    yield Case("workbook with rows out of order", "xlsx", book(xml=backwards), "damaged", 2)
    yield Case("workbook with a number beyond all", "xlsx", book(xml=number.format("1e999")), "not_a_day", 2, "signed")
    yield Case("workbook with a number that is none", "xlsx", book(xml=number.format("nan")), "not_a_day", 2, "signed")


def hidden() -> Iterable[Case]:
    rows = [HEADING, GOOD]
    formula = workbooks.sheet(rows, raw={(2, 4): '<c r="E2"><f>TODAY()</f><v>18879</v></c>'})
    error = workbooks.sheet(rows, raw={(2, 1): '<c r="B2" t="e"><v>#REF!</v></c>'})
    stray = workbooks.sheet(rows, raw={(2, 1): '<c r="B2" t="s"><v>77</v></c>'})
    merged = workbooks.sheet([*rows, GOOD], after='<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>')
    entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>'
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    far = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="900000"/></sheetData></worksheet>'
    wide = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    yield Case("workbook with a formula", "xlsx", book(xml=formula), "formula", 2, "signed")
    yield Case("workbook with a formula as text", "xlsx", book([HEADING, row(title="=1+1")]), "formula", 2, "title")
    yield Case("workbook with an error value", "xlsx", book(xml=error), "cell_error", 2, "title")
    yield Case("workbook with a string that is not there", "xlsx", book(xml=stray), "damaged", 2, "title")
    yield Case("workbook with merged cells", "xlsx", book(xml=merged), "merged_cells", 2, "C")
    yield Case("workbook with macros", "xlsm", book(rows, parts={"xl/vbaProject.bin": b"x"}), "macros")
    yield Case("workbook with macros of the old kind", "xlsx", book(rows, parts={"xl/macrosheets/sheet1.xml": "<x/>"}), "macros")
    yield Case("workbook with encrypted parts", "xlsx", _encrypted_flag, "encrypted")
    yield Case("workbook with an outer entity", "xlsx", book(xml=entity), "foreign_xml")
    yield Case("workbook with a billion laughs", "xlsx", book(xml=laughs), "foreign_xml")
    yield Case("workbook with entities in its strings", "xlsx", book(rows, parts={"xl/sharedStrings.xml": laughs}), "foreign_xml")
    yield Case("workbook with entities in its list of sheets", "xlsx", book(rows, parts={"xl/workbook.xml": laughs}), "foreign_xml")
    yield Case("workbook with broken xml", "xlsx", book(xml="<worksheet><sheetData><row>"), "damaged")
    yield Case("workbook without sheets", "xlsx", book(rows, sheets=()), "empty")
    yield Case("workbook of two sheets", "xlsx", book(rows, sheets=("One", "Two")), "sheet")
    yield Case("workbook with an empty sheet", "xlsx", book(), "empty")
    yield Case("workbook with a row far below", "xlsx", book(xml=far), "too_many_rows", 900_000)
    yield Case("workbook with a column far right", "xlsx", book(xml=wide), "too_many_columns", 1, "XFD")
    yield Case("workbook with a duplicate heading", "xlsx", book([("id", "id")]), "heading", 1, "id")
    yield Case("workbook with an ambiguous day", "xlsx", book([HEADING, row(signed="03/04/2023")]), "ambiguous_day", 2, "signed")
    yield Case("workbook with a bare serial number", "xlsx", book([HEADING, (*GOOD[:4], 18879, *GOOD[5:])]), "not_a_day", 2, "signed")
    yield Case("workbook with a huge cell", "xlsx", book([HEADING, row(title="x" * 40_000)]), "cell_too_long", 2, "title")
    yield Case("bomb of one cell", "xlsx", book([HEADING, row(title="x" * (30 * 2**20))]), "unpacks_too_large", slow=True)
    yield Case("bomb of many parts", "xlsx", raw(zipped({f"xl/p{n}": "" for n in range(3000)})), "unpacks_too_large", slow=True)
    yield Case("bomb that lies of its size", "xlsx", _lying, "damaged", slow=True)
    shared = {"xl/sharedStrings.xml": f"<sst><si><t>{'x' * 40_000}</t></si></sst>"}
    first = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'
    yield Case("workbook with a shared string too long", "xlsx", book(xml=first, parts=shared), "cell_too_long", 1, "A")
