"""The book answers what the rule book asks."""

from datetime import date

import pytest

from parties.book import PartyBook, party_book
from treaty.document.days import PartialDay


@pytest.mark.parametrize(
    ("code", "day", "answer"),
    [
        ("FRA", "1900", True),
        ("SUN", "1991-12-25", True),
        ("SUN", "1991-12-26", False),
        ("RUS", "1991-12-26", True),
        ("RUS", "1980", False),
        ("KAZ", "1991", True),
        ("KAZ", "1991-01", False),
        ("DEU", "1947-01-01", False),
        ("DEU", "1950", True),
        ("AUT", "1940", False),
        ("EST", "1939-09-28", True),
        ("EST", "1960", False),
        ("SYR", "1959", False),
        ("SYR", "1962", True),
        ("DDR", "1990-10-02", True),
        ("DDR", "1990-10-03", False),
        ("BEL", "1943", True),
        ("POL", "1941-07-30", True),
        ("POL", "1850", False),
        ("UKR", "1950", True),
        ("ORG-NATO", "1948", False),
        ("GIB", "1950", None),
        ("ATLANTIS", "1950", None),
    ],
)
def test_who_existed_on_a_day(book: PartyBook, code: str, day: str, answer: bool | None):
    assert book.existed_on(code, PartialDay(day)) is answer


def test_a_party_is_named_as_on_the_day(book: PartyBook):
    assert book.name("LKA") == "Sri Lanka"
    assert book.name("LKA", on=date(1950, 1, 1)) == "Ceylon"
    assert book.name("LKA", on=date(1972, 5, 22)) == "Sri Lanka"
    assert book.name("COD", on=date(1980, 1, 1)) == "Zaire"
    assert book.name("ATLANTIS") == "ATLANTIS"


def test_the_book_knows_states_from_others(book: PartyBook):
    assert book.is_state("JPN") and book.is_state("SUN")
    assert not book.is_state("ORG-NATO") and not book.is_state("GIB") and not book.is_state("ATLANTIS")
    assert book.knows("LAND-BERLIN") and not book.knows("ATLANTIS")


def test_the_book_is_written_with_three_queries(loaded, django_assert_num_queries):
    with django_assert_num_queries(3):
        book = party_book()
    with django_assert_num_queries(0):
        book.existed_on("JPN", PartialDay("1950"))
