from datetime import date

import pytest
from hypothesis import given

from tests.strategies import partial_days
from treaty.document.days import PartialDay


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1951", date(1951, 1, 1), date(1951, 12, 31)),
        ("1951-09", date(1951, 9, 1), date(1951, 9, 30)),
        ("1951-09-08", date(1951, 9, 8), date(1951, 9, 8)),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29)),
        ("1904-02-29?", date(1904, 2, 29), date(1904, 2, 29)),
    ],
)
def test_a_partial_day_is_one_of_the_days_it_can_be(text: str, first: date, last: date) -> None:
    assert (PartialDay(text).first, PartialDay(text).last) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "51", "1951-9", "1951-13", "2023-02-30", "0000", "1951-09-08T00", "8 Sept 1951", "1951??", "１９５１", "1951\n"]
)
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a da"):
        PartialDay(text)


def test_a_year_is_not_its_first_of_january() -> None:
    assert PartialDay("1951") != PartialDay("1951-01-01")
    assert not PartialDay("1951").surely_before(PartialDay("1951-09-08"))
    assert PartialDay("1950").surely_before(PartialDay("1951-01-01"))


def test_doubt_is_said_in_words() -> None:
    assert PartialDay("1951~").doubt == "approximate"
    assert PartialDay("1951?").doubt == "uncertain"
    assert PartialDay("1951-09%").doubt == "approximate and uncertain"
    assert PartialDay("1951").doubt == ""


@given(partial_days())
def test_the_first_day_never_comes_after_the_last(day: PartialDay) -> None:
    assert day.first <= day.last
    assert PartialDay(str(day)) == day
