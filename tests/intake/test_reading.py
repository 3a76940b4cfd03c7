"""Files are read as what they are, and what was found out about them is said."""

from pathlib import Path

import pytest

from intake.reading.limits import Limits
from intake.reading.opening import Choices, open_documents, open_table
from intake.reading.refusing import FileRefused, Refusal
from intake.reading.table import Row
from intake.vocabulary import Fault
from tests.hostile import workbooks

HEADING, PACT = "Title;Party;Signed", "Pact of Äänekoski;Côte d’Ivoire;1951-09-08"


def cells(path: Path, **said: str) -> list[dict[str, str]]:
    return [dict(row.cells) for row in open_table(path, choices=Choices(**said)).rows if isinstance(row, Row)]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8,"),
        ("utf-8-sig", "UTF-8 with its mark"),
        ("utf-16", "UTF-16"),
        ("cp1252", "taken for Windows-1252, as it is not UTF-8"),
    ],
)
def test_the_encoding_is_found_out_and_said(tmp_path: Path, encoding: str, said: str):
    path = tmp_path / "pacts.csv"
    path.write_text(f"{HEADING}\r\n{PACT}\r\n", encoding=encoding, newline="")

    assert cells(path) == [{"Title": "Pact of Äänekoski", "Party": "Côte d’Ivoire", "Signed": "1951-09-08"}]
    assert said in str(open_table(path).about)


@pytest.mark.parametrize(("encoding", "said"), [("utf-16", "It is not utf-16"), ("utf-32", "It is not utf-32"), ("hex", "No encoding")])
def test_an_encoding_that_the_text_cannot_have_is_refused(tmp_path: Path, encoding: str, said: str):
    path = tmp_path / "pacts.csv"
    path.write_text("Party\nJapan\n")

    with pytest.raises(FileRefused, match=said):
        open_table(path, choices=Choices(encoding=encoding))


def test_another_encoding_is_read_where_somebody_says_so(tmp_path: Path):
    path = tmp_path / "pacts.csv"
    path.write_text("Party\nБеларусь\n", encoding="cp1251")

    assert cells(path, encoding="cp1251") == [{"Party": "Беларусь"}]
    with pytest.raises(FileRefused) as refused:
        open_table(path, choices=Choices(encoding="utf-8"))
    assert (refused.value.refusal.code, refused.value.refusal.row) == (Fault.ENCODING, 2)


@pytest.mark.parametrize(("mark", "said"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_the_delimiter_is_found_out_and_said(tmp_path: Path, mark: str, said: str):
    path = tmp_path / "pacts.csv"
    path.write_text(mark.join(("Title", "Party")) + "\n" + f'"Pact, of A; B | and C"{mark}USA\n' * 3)

    assert cells(path)[0] == {"Title": "Pact, of A; B | and C", "Party": "USA"}
    assert f"delimiter {said}" in str(open_table(path).about)


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path):
    path = tmp_path / "pacts.csv"
    path.write_text('Title,Note\nOne,"two\nlines"\n\nThree,\n')
    rows = [row for row in open_table(path).rows if isinstance(row, Row)]

    assert [(row.number, row["Title"], row["Note"]) for row in rows] == [(2, "One", "two\nlines"), (4, "Three", "")]


def test_what_is_wrong_with_one_row_does_not_hide_the_next(tmp_path: Path):
    path = tmp_path / "pacts.csv"
    path.write_text("Title,Party\nOne,USA,JPN\nTwo,=1+1\nThree,FRA\n")
    refused = [(row.code, row.row, row.column) for row in open_table(path).rows if isinstance(row, Refusal)]

    assert refused == [(Fault.RAGGED, 2, ""), (Fault.FORMULA, 3, "Party")]
    assert cells(path) == [{"Title": "Three", "Party": "FRA"}]


def test_a_workbook_gives_values_as_they_were_typed(tmp_path: Path):
    dated = '<c r="B2" s="1"><v>18879</v></c>', '<c r="B3" s="3"><v>18879</v></c>'
    xml = workbooks.sheet(
        [("Title", "Signed", "Years"), ("One & only", "", 5.0), ("Two", "", 2.5)], raw={(2, 1): dated[0], (3, 1): dated[1]}
    )

    assert cells(workbooks.write(tmp_path / "pacts.xlsx", xml=xml)) == [
        {"Title": "One & only", "Signed": "1951-09-08", "Years": "5"},
        {"Title": "Two", "Signed": "18879", "Years": "2.5"},
    ]


def test_a_workbook_with_shared_strings_is_read_without_its_phonetic_hints(tmp_path: Path):
    strings = "<sst><si><t>Title</t></si><si><r><t>Nihon </t></r><r><t>koku</t></r><rPh><t>ニホン</t></rPh></si></sst>"
    xml = '<worksheet><sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row></sheetData></worksheet>'
    path = workbooks.write(tmp_path / "pacts.xlsx", xml=xml, parts={"xl/sharedStrings.xml": strings})

    assert cells(path) == [{"Title": "Nihon koku"}]


def test_one_of_several_sheets_is_read_where_somebody_names_it(tmp_path: Path):
    path = workbooks.write(tmp_path / "pacts.xlsx", [("Title",), ("One",)], sheets=("Notes", "Pacts"))

    assert cells(path, sheet="Pacts") == [{"Title": "One"}]
    with pytest.raises(FileRefused, match="several sheets: “Notes”, “Pacts”"):
        open_table(path)


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path):
    path = tmp_path / "pacts.csv"
    path.write_text("Title\n" + "A pact\n" * 50)
    rows = open_table(path, Limits(rows=10)).rows
    read = [next(rows) for _ in range(10)]

    assert len(read) == 10
    with pytest.raises(FileRefused) as refused:
        next(rows)
    assert (refused.value.refusal.code, refused.value.refusal.row) == (Fault.TOO_MANY_ROWS, 12)


def test_documents_are_read_from_lines_and_from_lists(tmp_path: Path):
    lines, listed = tmp_path / "pacts.jsonl", tmp_path / "pacts.json"
    lines.write_text('{"title": "One"}\n\n{"title": "Two"}\n')
    listed.write_text('{"documents": [{"title": "One"}, 5]}')

    assert [(one.number, one.values) for one in open_documents(lines)[1] if not isinstance(one, Refusal)] == [
        (1, {"title": "One"}),
        (3, {"title": "Two"}),
    ]
    assert [getattr(one, "code", None) for one in open_documents(listed)[1]] == [None, Fault.NOT_A_DOCUMENT]
