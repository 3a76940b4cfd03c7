"""Columns read, clean and refuse: what may mean two things is never guessed."""

from datetime import date
from typing import Any

import pytest

from intake.cells.column import Circumstances, Column
from intake.cells.days import Day, DayInParts, Order
from intake.cells.parties import Named
from intake.cells.plain import Address, Choice, Number, Text, Whole, Worded
from intake.reading.refusing import CellRefused
from intake.reading.table import Row
from intake.starting.people import read_people
from intake.vocabulary import Fault
from parties.terms import CodeScheme
from tests.intake.conftest import PARTIES
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind


@pytest.fixture(scope="module")
def given() -> Circumstances:
    return Circumstances(read_people(PARTIES), date(2026, 11, 22))


def read(column: Column[Any], cell: str, given: Circumstances) -> Any:
    return column.read(Row(2, {"A": cell}), given)


def refused(column: Column[Any], cell: str, given: Circumstances) -> CellRefused:
    with pytest.raises(CellRefused) as fault:
        read(column, cell, given)
    return fault.value


@pytest.mark.parametrize(("order", "day"), [(Order.DAY_FIRST, "2023-04-03"), (Order.MONTH_FIRST, "2023-03-04")])
def test_a_date_in_figures_is_read_as_the_profile_says(given: Circumstances, order: Order, day: str):
    assert str(read(Day("A", order=order), "03/04/2023", given)) == day


@pytest.mark.parametrize("cell", ["03/04/2023", "3.4.2023", "25-12-2023", "03/04/23"])
def test_a_date_in_figures_is_refused_where_nobody_says_how_to_read_it(given: Circumstances, cell: str):
    assert refused(Day("A"), cell, given).code is Fault.AMBIGUOUS_DAY


@pytest.mark.parametrize(
    ("cell", "day"),
    [("8 September 1951", "1951-09-08"), ("Sept 1951", "1951-09"), ("c. 1951", "1951~"), ("1951-09-08T00:00:00", "1951-09-08"), ("", None)],
)
def test_a_day_is_as_exact_as_it_was_written(given: Circumstances, cell: str, day: str | None):
    found = read(Day("A"), cell, given)

    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1951-02-30", Fault.IMPOSSIBLE_DAY),
        ("31 June 1951", Fault.IMPOSSIBLE_DAY),
        ("2142-08-01", Fault.FUTURE_DAY),
        ("soon", Fault.NOT_A_DAY),
        ("44000", Fault.NOT_A_DAY),
    ],
)
def test_what_is_no_day_is_refused(given: Circumstances, cell: str, code: Fault):
    assert refused(Day("A"), cell, given).code is code


def test_a_day_in_three_columns_is_as_exact_as_they_are(given: Circumstances):
    column = DayInParts("Y", month="M", day="D", none="0")
    rows: list[dict[str, str]] = [{"Y": "1951.0", "M": "9", "D": ""}, {"Y": "0", "M": "0", "D": "0"}, {"Y": "1951", "M": "9", "D": "8"}]

    assert [str(column.read(Row(2, cells), given) or "") for cells in rows] == ["1951-09", "", "1951-09-08"]
    for cells, code in (
        ({"Y": "", "M": "9"}, Fault.REQUIRED),
        ({"Y": "1951", "D": "9"}, Fault.NOT_A_DAY),
        ({"Y": "1951", "M": "13"}, Fault.IMPOSSIBLE_DAY),
    ):
        with pytest.raises(CellRefused) as fault:
            column.read(Row(2, cells), given)
        assert fault.value.code is code


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Japan", "JPN"), ("JPN", "JPN"), ("Republic of Korea", "KOR"), ("Ceylon", "LKA"), ("KOREA REPUBLIC OF", "KOR"), ("NATO", "ORG-NATO")],
)
def test_a_party_is_found_by_name_alias_or_code(given: Circumstances, cell: str, code: str):
    assert read(Named("A"), cell, given) == code


@pytest.mark.parametrize("scheme", [CodeScheme.COW, CodeScheme.GW])
def test_a_number_is_read_by_the_scheme_that_the_profile_names(given: Circumstances, scheme: CodeScheme):
    assert read(Named("A", scheme=scheme), "740", given) == "JPN"


def test_letters_that_two_schemes_read_differently_are_refused_with_both(given: Circumstances):
    fault = refused(Named("A"), "SWZ", given)

    assert fault.code is Fault.AMBIGUOUS_PARTY
    assert "Switzerland (CHE)" in fault.sentence
    assert "Eswatini (SWZ)" in fault.sentence


def test_a_bare_number_is_refused_with_what_it_may_mean(given: Circumstances):
    fault = refused(Named("A"), "840", given)

    assert fault.code is Fault.AMBIGUOUS_PARTY
    assert "United States (USA)" in fault.sentence


def test_a_misspelt_party_is_refused_with_the_nearest(given: Circumstances):
    fault = refused(Named("A"), "Swizerland", given)

    assert fault.code is Fault.UNKNOWN_PARTY
    assert "Switzerland" in fault.sentence


def test_several_parties_in_one_cell_are_refused_with_how_they_are_written(given: Circumstances):
    fault = refused(Named("A"), "Bhutan; Nepal", given)

    assert fault.code is Fault.UNKNOWN_PARTY
    assert fault.right.startswith("A cell names one party: give each a column of its own")


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        (Whole("A"), "5.0", 5),
        (Whole("A"), "-77", -77),
        (Worded("A", family=AgreementKind), "Status of forces", AgreementKind.SOFA),
        (Worded("A", family=AgreementKind), "arms transfer", AgreementKind.ARMS_TRANSFER),
        (Choice("A", meanings={"1": "yes"}), " 1 ", "yes"),
        (Number("A", scheme=IdentifierScheme.ATOP), "3180", "3180"),
        (Address("A"), "https://example.org/a", "https://example.org/a"),
        (Text("A"), "two  words", "two words"),
    ],
)
def test_a_cell_is_cleaned_and_read(given: Circumstances, column: Column[Any], cell: str, value: object):
    assert read(column, cell, given) == value
    assert column.explain().endswith(".")


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        (Whole("A"), "five", Fault.NOT_A_NUMBER),
        (Whole("A", most=3), "4", Fault.NOT_A_NUMBER),
        (Worded("A", family=AgreementKind), "Statut of forces", Fault.NOT_A_TERM),
        (Choice("A", meanings={"1": "yes"}), "2", Fault.UNKNOWN_CODE),
        (Number("A", scheme=IdentifierScheme.ATOP), "NATO", Fault.NOT_AN_IDENTIFIER),
        (Address("A"), "javascript:alert(1)", Fault.NOT_AN_ADDRESS),
        (Text("A"), "CÃ´te dâ€™Ivoire", Fault.MOJIBAKE),
        (Text("A"), "C\ufffdte", Fault.LOST_CHARACTER),
        (Text("A", longest=3), "four", Fault.TOO_LONG),
        (Text("A", required=True), "  ", Fault.REQUIRED),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_code(given: Circumstances, column: Column[Any], cell: str, code: Fault):
    fault = refused(column, cell, given)
    place = fault.at(7, "A")

    assert fault.code is code
    assert (place.row, place.column) == (7, "A")
    assert place.right


def test_a_near_word_is_named(given: Circumstances):
    assert "“Status of forces”" in refused(Worded("A", family=AgreementKind), "Statut of forces", given).right
