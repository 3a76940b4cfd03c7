import pytest

from treaty.document.days import PartialDay
from treaty.document.life import Event
from treaty.document.wording import day_in_words, event_in_words, when


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1951", "in 1951"),
        ("1951-09", "in September 1951"),
        ("1951-09-08", "on 8 September 1951"),
        ("1951~", "in about 1951"),
        ("1951-09-08?", "on 8 September 1951 (uncertain)"),
    ],
)
def test_a_day_reads_as_it_is_known(text: str, words: str) -> None:
    assert when(PartialDay(text)) == words


def test_no_day_reads_as_unknown() -> None:
    assert day_in_words(None) == "an unknown day"


def test_an_event_says_whose_it_is_and_that_it_is_a_rival() -> None:
    event = Event.model_validate({"id": "e1", "kind": "ratification", "party": "JPN", "date": "1952", "weight": "rival"})

    assert event_in_words(event, {"JPN": "Japan"}) == "Ratified by Japan in 1952 (rival value)"


def test_an_awaited_event_is_not_told_as_past() -> None:
    event = Event.model_validate({"id": "e1", "kind": "ratification", "party": "JPN", "occurrence": "awaited"})

    assert event_in_words(event, {}) == "Ratified by JPN, still awaited"
