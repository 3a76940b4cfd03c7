from datetime import date

import pytest

from treaty.document.days import PartialDay
from treaty.law.reckoning import DayRange, add_days, add_months, latest, nth


def given(text: str) -> DayRange:
    return DayRange.of(PartialDay(text))


@pytest.mark.parametrize(
    ("day", "months", "days", "reckoned"),
    [
        ("2020-02-11", 0, 180, "2020-08-09"),
        ("1950-04-11", 360, 0, "1980-04-11"),
        ("2020-01-31", 1, 0, "2020-02-29"),
        ("2002-09", 24, 0, "2004-09"),
        ("2003-02", 12, 0, "2004-02"),
        ("1955", 120, 0, "1965"),
        ("1955", 6, 0, "1955~"),
        ("1955?", 6, 0, "1955%"),
        ("1955~", 12, 0, "1956~"),
        ("1955-01", 0, 5, "1955"),
    ],
)
def test_a_length_is_added_without_inventing_a_day(day: str, months: int, days: int, reckoned: str) -> None:
    assert given(day).plus(months=months, days=days).shown.text == reckoned


def test_a_range_within_a_month_is_shown_as_that_month() -> None:
    assert DayRange.between(date(1951, 9, 8), date(1951, 9, 10)).shown.text == "1951-09"


def test_a_range_reads_as_what_is_known() -> None:
    assert given("1951-09-08").words == "on 8 September 1951"
    assert given("1951").words == "in 1951"
    assert given("1961").plus(days=180).words == "between 30 June 1961 and 29 June 1962"


def test_counting_stays_within_the_calendar() -> None:
    assert add_months(date(9999, 5, 1), 12) == date.max
    assert add_months(date(1, 5, 1), -12) == date.min
    assert add_days(date.max, 1) == date.max
    assert add_days(date.min, -1) == date.min


def test_the_nth_of_several_days_is_known_as_far_as_they_are() -> None:
    days = [given("1951"), given("1951-06-15"), given("1950-03-01")]

    assert nth(days, 1).shown.text == "1950-03-01"
    assert (latest(days).first, latest(days).last) == (date(1951, 6, 15), date(1951, 12, 31))
    with pytest.raises(ValueError, match="there are 3 days, not 4"):
        nth(days, 4)
