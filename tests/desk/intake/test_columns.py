"""The columns of a table: their first values, the fields they are guessed to be, and what is said of them."""

from pathlib import Path
from typing import Any

import pytest

from desk.intake.columns import headings_of
from desk.intake.forms import GROUPS, MappingForm, ReadingForm, meanings
from intake.reading.opening import open_table
from intake.table.fields import FIELDS
from intake.table.profile import profile_of

LONG = "A treaty of friendship " * 10
TABLE = (
    f"Treaty,Party 1,Party 2,Signed,Colour\nOne,Japan,France,1951,\nOne,Japan,Peru,1952,\n{LONG},Chile,Peru,=1+1,\nFour,Chile,Chad,1954,\n"
)


@pytest.fixture
def headings(tmp_path: Path) -> list[Any]:
    path = tmp_path / "pacts.csv"
    path.write_text(TABLE)
    return headings_of(open_table(path))


def form_of(headings: list[Any], *fields: str, **said: str) -> MappingForm:
    sent = {f"column-{position}": field for position, field in enumerate(fields)}
    return MappingForm({"dates": "ask", "source_kind": "unverified", **sent, **said}, headings=headings)


def test_a_column_shows_its_first_values_that_differ_and_the_field_that_its_heading_names(headings: list[Any]) -> None:
    assert [(one.name, one.samples, one.guess) for one in headings] == [
        ("Treaty", ("One", "Four"), "title"),  # the row with a formula is passed over: the plan refuses it
        ("Party 1", ("Japan", "Chile"), "party"),
        ("Party 2", ("France", "Peru", "Chad"), "party"),
        ("Signed", ("1951", "1952", "1954"), "signed"),
        ("Colour", (), ""),
    ]


def test_what_is_guessed_is_chosen_until_a_profile_says_otherwise(headings: list[Any]) -> None:
    guessed = MappingForm(headings=headings)
    said = MappingForm(headings=headings, said={"fields": {"Party 1": "note"}, "dates": "day_first", "parties": None})

    assert [field.initial for _, field in guessed.columns()] == ["title", "party", "party", "signed", ""]
    assert [field.initial for _, field in said.columns()] == ["", "note", "", "", ""]
    assert said["dates"].initial == "day_first"


def test_a_profile_comes_out_of_the_form_as_a_file_of_it_would_be_read(headings: list[Any]) -> None:
    form = form_of(headings, "title", "party", "party", "signed", parties="cow", dates="month_first", source_title="A list", save_as="ours")

    assert form.is_valid(), form.errors
    assert form.profile == profile_of(
        {
            "name": "ours",
            "fields": {"Treaty": "title", "Party 1": "party", "Party 2": "party", "Signed": "signed"},
            "dates": "month_first",
            "parties": "cow",
            "source_title": "A list",
        }
    )


@pytest.mark.parametrize(
    ("fields", "said", "where", "sentence"),
    [
        (("title", "party", "party", "title"), {}, ["column-0", "column-3"], "Two columns are mapped to “title”; only note and party"),
        (("title", "", "", "signed"), {}, ["__all__"], "No column is mapped to “party” (a party)."),
        (("", "party", "", "event_date"), {}, ["column-3"], "none to “event” (an event in the row)"),
        (("colour", "party"), {}, ["column-0"], "colour"),
        (("", "party"), {"dates": "american"}, ["dates"], "american"),
        (("", "party"), {"parties": "olympic"}, ["parties"], "olympic"),
        (("", "party"), {"source_kind": "rumour"}, ["source_kind"], "rumour"),
        (("", "party"), {"source_title": "x" * 501}, ["source_title"], "500"),
        (("", "party"), {"save_as": "a\x00b"}, ["save_as"], ""),
    ],
)
def test_what_is_wrong_with_a_profile_stands_at_its_field(headings: list[Any], fields: Any, said: Any, where: Any, sentence: str) -> None:
    form = form_of(headings, *fields, **said)

    assert sorted(form.errors) == where
    assert all(sentence in str(errors) for errors in form.errors.values())


def test_every_field_of_a_table_can_be_chosen_once_and_is_explained() -> None:
    offered = [name for _, names in GROUPS for name in names]

    assert sorted(offered) == sorted(FIELDS)
    assert sum(len(fields) for _, fields in meanings()) == len(FIELDS)
    assert all(words.endswith((".", "…")) for _, fields in meanings() for _, words in fields)


def test_only_what_a_kind_of_file_can_have_is_asked() -> None:
    workbook, text = ReadingForm(sheets=("Pacts", "Notes")), ReadingForm(sheets=())

    assert (list(workbook.fields), list(text.fields)) == (["sheet"], ["encoding", "delimiter"])
    assert "Notes" in str(workbook["sheet"])
    assert not ReadingForm({"sheet": "Nothing"}, sheets=("Pacts",)).is_valid()
    assert not ReadingForm({"encoding": "klingon"}, sheets=()).is_valid()
