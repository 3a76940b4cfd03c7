"""Files that are no tables, or not the tables that their names say: encodings, headings, quotations, other kinds of file."""

from collections.abc import Iterable
from pathlib import Path

from tests.hostile import workbooks
from tests.hostile.case import GOOD, HEADING, Case, raw, row, table, text
from tests.hostile.packages import zipped


def texts() -> Iterable[Case]:
    good = table(GOOD)
    yield Case("empty file", "csv", raw(b""), "empty")
    yield Case("only a mark", "csv", raw(b"\xef\xbb\xbf"), "empty")
    yield Case("only blanks", "csv", raw(b" \r\n\t\n" * 50), "empty")
    yield Case("only nul", "csv", raw(b"\0" * 500), "empty")
    yield Case("utf-16 without its mark", "csv", text(good, "utf-16-le"), "control_character", 1, "A")
    yield Case("bytes of no encoding", "csv", raw(good.encode() + b"\x81\x8d\x8f,\xff\n"), "encoding", 3)
    yield Case("utf-8 broken off", "csv", raw(good.encode() + b"A2,Trait\xe9\x81\n"), "encoding", 3)
    yield Case("mark of utf-16 and half a letter", "csv", raw(b"\xff\xfe" + good.encode("utf-16-le") + b"A"), "encoding", 3)
    yield Case("lone surrogate", "csv", text(table(row(title="Pact \ud801"))), "encoding", 2)
    yield Case("heading that stands twice", "csv", text(table(GOOD, heading=("id", *HEADING[1:-1], "id"))), "heading", 1, "id")
    yield Case("heading with an empty name", "csv", text(table(GOOD, heading=("id", "", *HEADING[2:]))), "heading", 1, "B")
    yield Case("heading that differs in blanks only", "csv", text(table(GOOD, heading=("id", " id ", *HEADING[2:]))), "heading", 1, "id")
    yield Case("heading with a formula", "csv", text(table(GOOD, heading=("=1+1", *HEADING[1:]))), "formula", 1, "A")
    yield Case("heading without the mapped column", "csv", text(table(GOOD, heading=("no", *HEADING[1:]))), "missing_column", 1, "id")
    yield Case("too many columns", "csv", text(",".join(f"c{n}" for n in range(500)) + "\n"), "too_many_columns", 1)
    yield Case("row of too many columns", "csv", text(good + "x," * 5000 + "\n"), "too_many_columns", 3)
    yield Case("quotation that never ends", "csv", text(good + '"Never ends\n' * 20), "damaged", 3)
    yield Case("letters behind a quotation", "csv", text(good + '"A2"x,One\n'), "damaged", 3)
    yield Case("quoted cell of a megabyte", "csv", text(good + f'A2,"{"x" * 2**20}"\n'), "cell_too_long", 3)
    yield Case("one line of two megabytes", "csv", text(good + "x" * 2**21), "cell_too_long", 3)


def foreign() -> Iterable[Case]:
    for name, head in (
        ("pdf", b"%PDF-1.7\n"), ("picture", b"\x89PNG\r\n\x1a\n"), ("program", b"MZ\x90\0"), ("elf", b"\x7fELF\x02"),
        ("gzip", b"\x1f\x8b\x08\0"), ("page", b"<!DOCTYPE html><html>"), ("xml", b"<?xml version='1.0'?><x/>"), ("rtf", b"{\\rtf1 x}"),
        ("database", b"SQLite format 3\0"), ("parquet", b"PAR1abcPAR1"), ("jpeg", b"\xff\xd8\xff\xe0"),
    ):  # fmt: skip
        yield Case(f"{name} named csv", "csv", raw(head + b"x" * 100), "wrong_type")
    yield Case("json where a table is wanted", "csv", text('{"title": "One"}'), "wrong_type")
    yield Case("old office", "xls", raw(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600), "wrong_type")
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    yield Case("workbook behind a password", "xlsx", raw(locked), "encrypted")
    yield Case("package that is no workbook", "xlsx", raw(zipped({"word/document.xml": "<x/>"})), "wrong_type")
    yield Case("package cut short", "xlsx", raw(zipped({"xl/workbook.xml": "<workbook/>"})[:60]), "damaged")
    yield Case("table where documents are wanted", "jsonl", text(table(GOOD)), "wrong_type", data_set="documents")


def huge() -> Iterable[Case]:
    def million(path: Path) -> None:
        line = ",".join(("", *GOOD[1:])) + "\n"
        with path.open("w") as file:
            file.write(table())
            for _ in range(500):
                file.write(line.replace("Security", "S") * 1000)

    def sheet_of_a_million(path: Path) -> None:
        cells = '<row><c t="inlineStr"><is><t>id</t></is></c></row>' * 1_048_576
        workbooks.write(path, xml=f"<worksheet><sheetData>{cells}</sheetData></worksheet>")

    yield Case("half a million rows", "csv", million, "too_many_rows", 100_002, slow=True)
    yield Case("workbook of a million rows", "xlsx", sheet_of_a_million, "unpacks_too_large", slow=True)
    yield Case("file of sixty megabytes", "csv", raw(b"a,b\n" * (15 * 2**20)), "too_large", slow=True)
