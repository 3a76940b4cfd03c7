import pytest

from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.headings import FIRST_OF, under_headings


@pytest.mark.parametrize("family", FIRST_OF)
def test_every_word_of_a_family_stands_once_under_a_heading_in_its_own_order(family):
    groups = list(under_headings(family))

    assert [word for _, words in groups for word in words] == list(family)
    assert all(heading for heading, _ in groups)


def test_a_short_family_has_no_headings():
    assert list(under_headings(Weight)) == [("", list(Weight))]


def test_an_ending_stands_under_ending():
    assert next(heading for heading, words in under_headings(EventKind) if EventKind.EXPIRY in words) == "Ending"
