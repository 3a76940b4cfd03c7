from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from treaty.document.days import PartialDay
from treaty.document.typed_days import NotADay, read_typed_day
from treaty.document.wording import day_in_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1951", "1951"),
        ("Oct 2020", "2020-10"),
        ("Oct. 2020", "2020-10"),
        ("sept 1951", "1951-09"),
        ("October 2020", "2020-10"),
        ("2020 October", "2020-10"),
        ("16 October 2020", "2020-10-16"),
        (" 16  oct 2020 ", "2020-10-16"),
        ("16th of October, 2020", "2020-10-16"),
        ("Oct 16, 2020", "2020-10-16"),
        ("October 16 2020", "2020-10-16"),
        ("16-Oct-2020", "2020-10-16"),
        ("2020 Oct 16", "2020-10-16"),
        ("2020-10", "2020-10"),
        ("2020-10-16", "2020-10-16"),
        ("c. 1951", "1951~"),
        ("c.1951", "1951~"),
        ("ca 1951", "1951~"),
        ("about October 1951", "1951-10~"),
        ("1951~", "1951~"),
        ("1951?", "1951?"),
        ("8 Sep 1951 ?", "1951-09-08?"),
        ("1951 (uncertain)", "1951?"),
        ("c. 1951?", "1951%"),
        ("1951%", "1951%"),
        ("1951-09~", "1951-09~"),
        ("29 Feb 2024", "2024-02-29"),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, meant):
    assert read_typed_day(typed) == PartialDay(meant)


@pytest.mark.parametrize("typed", ["03/04/2023", "3/4/23", "04.03.2023", "03-04-2023", "2023/04/03", "04/2023"])
def test_figures_that_may_be_read_in_two_ways_are_refused_with_a_way_to_write_them(typed):
    with pytest.raises(NotADay, match="may be read in two ways; write 1951, October 2020, 16 October 2020 or 2020-10-16"):
        read_typed_day(typed)


@pytest.mark.parametrize("typed", ["2023-02-30", "30 February 2023", "31 April 2023", "29 Feb 2023", "2023-13"])
def test_a_day_that_the_calendar_does_not_have_is_refused(typed):
    with pytest.raises(NotADay, match="is not a day of the calendar"):
        read_typed_day(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "Oct", "16 October", "October 16", "16 Oct 20", "51", "last week", "early 1951", "spring 1951", "Oct 16 17 2020",
     "Oct Nov 2020", "2020-1-1", "0 Oct 2020", "32 Oct 2020", "Oct 1951-1952", "1951; 1952", "²016", "١٩٥١", "16 Oct 2020 10:30", "c."],
)  # fmt: skip
def test_what_is_not_one_day_month_or_year_is_refused(typed):
    with pytest.raises(NotADay):
        read_typed_day(typed)


@given(some.dates(min_value=date(1000, 1, 1)), some.sampled_from(["", "?", "~", "%"]), some.sampled_from([4, 7, 10]))
def test_a_day_in_our_own_words_is_read_back_as_the_same_day(day, doubt, length):
    known = PartialDay(day.isoformat()[:length] + doubt)

    assert read_typed_day(day_in_words(known)) == known
    assert read_typed_day(known.text) == known


@given(some.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(typed):
    try:
        assert isinstance(read_typed_day(typed), PartialDay)
    except NotADay as refusal:
        assert "write 1951" in str(refusal)
