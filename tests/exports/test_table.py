"""What stands in a cell of a table."""

import csv
import io

import pytest

from exports.table import cell, line


@pytest.mark.parametrize("first", [*"=+-@", *"＝＋－＠", "\t", "\r", "\n"])
def test_no_spreadsheet_runs_a_cell(first: str) -> None:
    assert cell(f"{first}1+1") == f"'{first}1+1"
    assert cell([f"{first}1", "2"]) == f"'{first}1;2"


@pytest.mark.parametrize("text", ["1+1", "a=b", "‘=’", "ORG-UN", "", " =1", "ÅLAND"])
def test_what_no_spreadsheet_would_run_stands_as_it_is(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(("value", "text"), [(None, ""), (True, "true"), (False, "false"), (0, "0"), (["JPN", "USA"], "JPN;USA"), ([], "")])
def test_a_value_has_one_way_of_being_written(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize("cells", [["a,b", 'say "no"', "two\nlines", "", "ø"], ["'=1"], [""]])
def test_a_line_is_read_as_it_was_written(cells: list[str]) -> None:
    assert next(csv.reader(io.StringIO(line(cells), newline=""))) == cells
