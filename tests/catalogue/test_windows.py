"""A data set covers some years and some countries, from the day on which it became public until it was taken back."""

from datetime import date, timedelta

import pytest

from catalogue.models import DataSetWindow
from catalogue.windows import close_window, covering, open_window, windows
from tests.factories import NOON

pytestmark = pytest.mark.django_db
DAY = NOON.date()


@pytest.fixture
def declared(loaded: None) -> None:
    open_window("one", title="Pacts of all states", first=1980, last=2010, about="Bilateral agreements.", at=NOON)
    open_window("two", title="List of Britain", first=1703, last=1976, parties=("GBR",), at=NOON)


def titles(found: tuple[DataSetWindow, ...]) -> list[str]:
    return [one.title for one in found]


def test_a_data_set_is_known_from_its_publication_until_it_is_taken_back(declared: None) -> None:
    close_window("one", at=NOON + timedelta(days=3))

    assert titles(windows(as_known=DAY - timedelta(days=1))) == []
    assert titles(windows(as_known=DAY)) == ["List of Britain", "Pacts of all states"]
    assert titles(windows(as_known=None)) == ["List of Britain"]


def test_what_is_declared_again_is_one_window_and_what_lies_within_another_is_not_said(declared: None) -> None:
    open_window("two", title="List of Britain", first=1703, last=1976, parties=("GBR",), at=NOON + timedelta(days=1))
    open_window("three", title="List of Britain", first=1945, last=1976, parties=("GBR",), at=NOON + timedelta(days=1))

    assert DataSetWindow.objects.filter(key="two").count() == 1
    assert [(one.title, one.first) for one in windows(as_known=None)] == [("List of Britain", 1703), ("Pacts of all states", 1980)]
    close_window("two", at=NOON + timedelta(days=2))
    assert [(one.title, one.first) for one in windows(as_known=None)] == [("List of Britain", 1945), ("Pacts of all states", 1980)]


@pytest.mark.parametrize(
    ("codes", "these"),
    [
        (["JPN", "GBR"], ["List of Britain", "Pacts of all states"]),
        (["JPN", "FRA"], ["Pacts of all states"]),
        (["GBR", "NATO"], ["List of Britain"]),
        (["NATO"], []),
    ],
)
def test_a_list_of_all_states_covers_states_and_one_of_a_country_whatever_that_country_signed(
    declared: None, codes: list[str], these: list[str]
) -> None:
    found = covering(codes, as_known=None)

    assert titles(found.these) == these
    assert set(titles(found.these)) | set(titles(found.others)) == {"List of Britain", "Pacts of all states"}


def test_a_window_covers_its_last_year_and_the_day_of_the_question_is_a_day_of_the_register(declared: None) -> None:
    assert [(one.first, one.last) for one in windows(as_known=date(2100, 1, 1))] == [(1703, 1976), (1980, 2010)]
