"""Hostile files: each is made by a few lines, and names the fault that must be found, with its row and column."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.factories import pact
from tests.hostile import workbooks
from tests.intake.dcad_files import SOUND
from treaty.document.canonical import canonical_json

HEADING = ("id", "title", "party 1", "party 2", "signed", "in force", "ended", "kind", "dcad")
GOOD = ("A1", "Security Treaty", "Japan", "United States", "8 September 1951", "28 April 1952", "", "Mutual defence", "")
FIELDS = {
    "id": "key", "title": "title", "party 1": "party", "party 2": "party", "signed": "signed", "in force": "in_force", "ended": "ended",
    "kind": "kind", "dcad": "number_dcad",
}  # fmt: skip
Write = Callable[[Path], object]


@dataclass(frozen=True)
class Case:
    """A file and what must be said of it: the code, the row and the column. `slow` is for the huge ones."""

    name: str
    ending: str
    write: Write
    code: str
    row: int | None = None
    column: str = ""
    data_set: str = "table"
    slow: bool = False

    def make(self, folder: Path) -> Path:
        path = folder / f"{self.name.replace(' ', '-')}.{self.ending}"
        self.write(path)
        return path


def row(**cells: str) -> tuple[str, ...]:
    """A good row but for some cells, named by their headings with _ for a space."""
    said = dict(zip(HEADING, GOOD, strict=True)) | {name.replace("_", " "): cell for name, cell in cells.items()}
    return tuple(said[name] for name in HEADING)


def table(*rows: Sequence[str], heading: Sequence[str] = HEADING, mark: str = ",") -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if any(one in text for one in (mark, '"', "\n", "\r")) else text

    return "".join(mark.join(map(cell, cells)) + "\n" for cells in (heading, *rows))


def text(content: str, encoding: str = "utf-8") -> Write:
    return lambda path: path.write_bytes(content.encode(encoding, "surrogatepass"))


def raw(content: bytes) -> Write:
    return lambda path: path.write_bytes(content)


def _cells() -> Iterable[Case]:
    """One bad cell in the third row of a table that is otherwise good."""
    bad = (
        ("impossible day", "impossible_day", "signed", "31 June 1951"),
        ("thirtieth of february", "impossible_day", "signed", "1951-02-30"),
        ("leap day of a common year", "impossible_day", "signed", "29 February 1951"),
        ("month thirteen", "impossible_day", "signed", "1951-13-01"),
        ("year nought", "impossible_day", "signed", "0000-01-01"),
        ("ambiguous day", "ambiguous_day", "signed", "03/04/2023"),
        ("ambiguous day with dots", "ambiguous_day", "signed", "3.4.2023"),
        ("day that only one order allows", "ambiguous_day", "signed", "25/12/1951"),
        ("year of two figures", "ambiguous_day", "signed", "08/09/51"),
        ("serial number of a spreadsheet", "not_a_day", "signed", "18879"),
        ("words for a day", "not_a_day", "signed", "soon after the war"),
        ("two days in a cell", "not_a_day", "signed", "1951-09-08 and 1951-09-09"),
        ("arabic figures", "not_a_day", "signed", "٨ سبتمبر ١٩٥١"),
        ("full width figures", "impossible_day", "signed", "１９５１-０９-０８"),
        ("superscript figures", "not_a_day", "signed", "195¹"),
        ("negative year", "not_a_day", "signed", "-1951"),
        ("future day", "future_day", "signed", "2142-08-01"),
        ("entry into force to come", "future_day", "in force", "1 January 2999"),
        ("unknown party", "unknown_party", "party 1", "Ruritania"),
        ("misspelt party", "unknown_party", "party 1", "Swizerland"),
        ("party and more", "unknown_party", "party 1", "Japan and Korea"),
        ("ambiguous party", "ambiguous_party", "party 1", "Vietnam"),
        ("letters of two schemes", "ambiguous_party", "party 1", "SWZ"),
        ("number of an unnamed scheme", "ambiguous_party", "party 1", "840"),
        ("number of no scheme", "unknown_party", "party 1", "99999"),
        ("look alike letters", "unknown_party", "party 1", "Јарan"),
        ("right to left mark", "control_character", "party 1", "\u202eJapan"),
        ("party of a thousand letters", "too_long", "party 1", "J" * 1000),
        ("same party by two names", "same_party", "party 2", "JPN"),
        ("same party by another spelling", "same_party", "party 2", "JAPAN"),
        ("kind that is none", "not_a_term", "kind", "Treaty of eternal friendship"),
        ("kind misspelt", "not_a_term", "kind", "Mutual defense"),
        ("number of another scheme", "not_an_identifier", "dcad", "ATOP 3180"),
        ("sql in a number", "not_an_identifier", "dcad", "'; DROP TABLE agreements; --"),
        ("formula", "formula", "title", '=HYPERLINK("http://x","y")'),
        ("formula of the old kind", "formula", "title", "@SUM(A1:A9)"),
        ("command of a spreadsheet", "formula", "title", "=cmd|' /C calc'!A0"),
        ("nul in a cell", "control_character", "title", "Secu\0rity"),
        ("bell in a cell", "control_character", "title", "Secu\x07rity"),
        ("escape in a cell", "control_character", "title", "\x1b[31mred"),
        ("delete in a cell", "control_character", "title", "Secu\x7frity"),
        ("next line in a cell", "control_character", "title", "Secu\x85rity"),
        ("mojibake", "mojibake", "title", "TraitÃ© de sÃ©curitÃ©"),
        ("mojibake of quotes", "mojibake", "title", "The partyâ€™s pact"),
        ("mojibake of cyrillic", "mojibake", "title", "Ð”Ð¾Ð³Ð¾Ð²Ð¾Ñ€"),
        ("lost character", "lost_character", "title", "The Russia\ufffds"),
        ("huge cell", "cell_too_long", "title", "x" * 40_000),
        ("title too long for its field", "too_long", "title", "x" * 1001),
    )
    for name, code, column, cell in bad:
        cells = {column.replace(" ", "_"): cell, "id": "A2"}
        yield Case(name, "csv", text(table(GOOD, row(**cells))), code, 3, column)


def _rows() -> Iterable[Case]:
    ragged = ",".join(GOOD) + ",one,more\n"
    yield Case("row with too many cells", "csv", text(table() + ragged), "ragged", 2)
    yield Case("row with a cell beyond the heading", "csv", text(table(GOOD) + ",".join(("A2", *GOOD[1:], "x")) + "\n"), "ragged", 3)
    yield Case("row of one party", "csv", text(table(row(party_2=""))), "rule_broken", 2, "participations")
    yield Case("row of no party", "csv", text(table(row(party_1="", party_2=""))), "rule_broken", 2, "participations")
    yield Case("row that breaks off", "csv", text(table() + "A1,Security\n"), "rule_broken", 2, "participations")
    yield Case("end before signature", "csv", text(table(row(ended="1 May 1950"))), "rule_broken", 2, "events.0.date")
    yield Case("entry into force before signature", "csv", text(table(row(in_force="1 May 1949"))), "rule_warning", 2, "events.0.date")
    yield Case("state that did not exist yet", "csv", text(table(row(party_1="Kazakhstan"))), "rule_warning", 2, "events.0.party")
    yield Case(
        "state that was no more", "csv", text(table(row(party_1="Soviet Union", signed="2001"))), "rule_warning", 2, "events.1.party"
    )
    yield Case(
        "german democratic republic of today",
        "csv",
        text(table(row(party_1="DDR", signed="1995", in_force=""))),
        "rule_warning",
        2,
        "events.0.party",
    )
    yield Case("rows of one agreement that disagree", "csv", text(table(GOOD, row(signed="1960"))), "rows_disagree", 3, "signed")
    yield Case("titles of one agreement that disagree", "csv", text(table(GOOD, row(title="Another"))), "rows_disagree", 3, "title")
    yield Case("same number on two records", "csv", dcad({}, {"ccode2": "200", "cowName2": "UKG"}), "duplicate_key", 3, data_set="dcad")


def dcad(*rows: dict[str, str]) -> Write:
    lines = [SOUND | cells for cells in rows]
    columns = dcad_columns()
    return text(table(*[[line.get(column, "") for column in columns] for line in lines], heading=columns))


def dcad_columns() -> tuple[str, ...]:
    from intake.adapters.dcad import COLUMNS

    return COLUMNS


def _data_sets() -> Iterable[Case]:
    bad = (
        ("self dyad", {"ccode2": "2", "cowName2": "USA"}, "same_party", "ccode2"),
        ("number and letters of two states", {"ccode2": "652", "cowName2": "EGY"}, "party_conflict", "cowName2"),
        ("number of no state", {"ccode2": "8152"}, "unknown_party", "ccode2"),
        ("day without month", {"signMonth": ""}, "not_a_day", "signYear"),
        ("month nought", {"signMonth": "-3"}, "not_a_day", "signYear"),
        ("day thirty two", {"signDay": "32"}, "impossible_day", "signYear"),
        ("year in words", {"signYear": "MCMLXXXIII"}, "not_a_day", "signYear"),
        ("category of another data set", {"category1": "SOFA"}, "unknown_code", "category1"),
        ("type that is none", {"type": "both"}, "unknown_code", "type"),
        ("span in words", {"span": "five years"}, "not_a_number", "span"),
        ("span of a thousand years", {"span": "1000"}, "not_a_number", "span"),
        ("infinite duration", {"terminated": "1", "durationActual": "inf"}, "not_a_number", "durationActual"),
        ("scientific number", {"span": "1e9"}, "not_a_number", "span"),
        ("number without end", {"span": "9" * 5000}, "not_a_number", "span"),
        ("malformed key", {"DCAid": "DCADv1.0-1"}, "not_an_identifier", "DCAid"),
        ("no key", {"DCAid": ""}, "required", "DCAid"),
        ("ended in the future", {"terminated": "1", "durationActual": "299"}, "future_day", "durationActual"),
        ("code that nobody explains", {"span": "-88", "renewType": "-56"}, "unknown_code", "renewType"),
    )
    for name, cells, code, column in bad:
        yield Case(name, "csv", dcad(cells), code, 2, column, "dcad")
    yield Case("dcad without a column", "csv", text("DCAid,ccode1\nDCADv1.0-0001,2\n"), "missing_column", 1, "cowName1", "dcad")
    yield Case("atop without its members", "csv", text("atopid\n1005\n"), "missing_column", 1, "begyr", "atop")
    yield Case("uk under another heading", "csv", text(table(GOOD)), "missing_column", 1, "record_id", "uk")


def _texts() -> Iterable[Case]:
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


def _foreign() -> Iterable[Case]:
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
    yield Case("package that is no workbook", "xlsx", raw(_zip({"word/document.xml": "<x/>"})), "wrong_type")
    yield Case("package cut short", "xlsx", raw(_zip({"xl/workbook.xml": "<workbook/>"})[:60]), "damaged")
    yield Case("table where documents are wanted", "jsonl", text(table(GOOD)), "wrong_type", data_set="documents")


def _zip(parts: dict[str, str | bytes]) -> bytes:
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


def _workbooks() -> Iterable[Case]:
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
    yield Case("bomb of many parts", "xlsx", raw(_zip({f"xl/p{n}": "" for n in range(3000)})), "unpacks_too_large", slow=True)
    yield Case("bomb that lies of its size", "xlsx", _lying, "damaged", slow=True)
    shared = {"xl/sharedStrings.xml": f"<sst><si><t>{'x' * 40_000}</t></si></sst>"}
    first = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'
    yield Case("workbook with a shared string too long", "xlsx", book(xml=first, parts=shared), "cell_too_long", 1, "A")


def _documents() -> Iterable[Case]:
    sound = json.loads(canonical_json(pact()))

    def line(**said: object) -> Write:
        return text(json.dumps(sound | said) + "\n")

    script = {"id": "s1", "kind": "press", "title": "x", "url": "javascript:1"}
    bad = (
        ("event without a kind", {"events": [{"id": "e1"}]}, "not_a_document", "events.0.kind"),
        ("event of an unknown kind", {"events": [{"id": "e1", "kind": "party"}]}, "not_a_document", "events.0.kind"),
        ("field that is none", {"colour": "blue"}, "not_a_document", "colour"),
        ("title of a list", {"title": ["One"]}, "not_a_document", "title"),
        ("title that is missing", {"title": ""}, "not_a_document", "title"),
        ("title of two lines", {"title": "One\nTwo"}, "not_a_document", "title"),
        ("nul in a title", {"title": "One\0"}, "not_a_document", "title"),
        ("day that is none", {"events": [{"id": "e1", "kind": "signature", "date": "1951-02-30"}]}, "not_a_document", "events.0.date"),
        ("source that is not listed", {"evidence": [{"source": "s9"}]}, "not_a_document", ""),
        (
            "address of a script",
            {"sources": [script]},
            "not_a_document",
            "sources.0.url",
        ),
        ("party that nobody knows", {"participations": [{"party": "XXX"}, {"party": "USA"}]}, "rule_broken", "participations.0.party"),
        ("party twice in a role", {"participations": [{"party": "USA"}] * 3}, "rule_broken", "participations"),
        ("identifier of another form", {"identifiers": [{"scheme": "dcad", "value": "1"}]}, "rule_broken", "identifiers.0.value"),
        ("event to come", {"events": [{"id": "e1", "kind": "signature", "date": "2999"}]}, "rule_broken", "events.0.date"),
        ("reference of another form", {"reference": "1; DROP TABLE"}, "not_a_document", "reference"),
        ("version of tomorrow", {"version": 2}, "not_a_document", "version"),
    )
    for name, said, code, column in bad:
        yield Case(name, "jsonl", line(**said), code, 1, column, "documents")
    good = json.dumps(sound)
    yield Case("line that is no json", "jsonl", text(f"{good}\n{{'title': 1}}\n"), "not_json", 2, "", "documents")
    yield Case("line that is no object", "jsonl", text(f"{good}\n[1, 2]\n"), "not_a_document", 2, "", "documents")
    yield Case("number that is none", "jsonl", text(f'{good}\n{{"title": NaN}}\n'), "not_json", 2, "", "documents")
    yield Case("number without an end", "jsonl", text(f'{good}\n{{"title": {"9" * 10_000}}}\n'), "not_json", 2, "", "documents")
    yield Case("field that stands twice", "jsonl", text(f'{good}\n{{"title": "a", "title": "b"}}\n'), "repeated_field", 2, "", "documents")
    yield Case("deep list", "jsonl", text(f'{good}\n{{"title": {"[" * 5000}{"]" * 5000}}}\n'), "too_deep", 2, "", "documents")
    yield Case("deep list without an end", "jsonl", text(f'{good}\n{{"title": {"[" * 90_000}\n'), "too_deep", 2, "", "documents")
    yield Case("deep file", "json", text("[" * 100_000), "too_deep", 1, "", "documents")
    yield Case("file without documents", "json", text("[]"), "not_a_document", 1, "", "documents")
    yield Case("file that is no json", "json", text("{title: 1}"), "not_json", 1, "", "documents")
    yield Case("file too large for json", "json", text("[" + " " * (11 * 2**20) + "]"), "too_large", None, "", "documents", slow=True)
    yield Case("line too large", "jsonl", text('{"title": "' + "x" * (6 * 2**20) + '"}'), "too_large", 1, "", "documents", slow=True)


def _huge() -> Iterable[Case]:
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


def all_cases() -> list[Case]:
    """Every hostile file."""
    return [case for made in (_cells(), _rows(), _data_sets(), _texts(), _foreign(), _workbooks(), _documents(), _huge()) for case in made]
