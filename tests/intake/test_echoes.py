"""What a source says less well than the register knows it is no change."""

import pytest

from intake.planning.echoes import without_echoes
from tests.factories import event, pact
from treaty.document.document import Document


def known() -> Document:
    return pact(events=[event("e3", "supersession", "1965-03-12")])


def and_then(before: Document, **said: object) -> Document:
    return pact(events=[*(one.model_dump(mode="json") for one in before.events if one.id == "e3"), event("e4", **said)])  # type: ignore[arg-type]


def test_a_mere_end_on_the_day_of_which_it_is_known_how_it_ended_is_no_news():
    before = known()

    assert without_echoes(before, and_then(before, kind="termination", date="1965-03-12")) == before


def test_an_end_that_was_there_stays_whoever_says_it_again():
    before = pact(ended="1972-01-25")
    cited = [one.model_copy(update={"note": "Said again."}) if one.kind == "termination" else one for one in before.events]
    after = before.model_copy(update={"events": tuple(cited)})

    assert without_echoes(before, after) == after


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "termination", "date": "1965-03-13"},
        {"kind": "expiry", "date": "1965-03-12"},
        {"kind": "termination", "date": "1965-03-12", "party": "JPN"},
    ],
)
def test_an_end_on_another_day_or_of_another_kind_or_of_one_party_is_news(said: dict[str, str]):
    after = and_then(known(), **said)

    assert without_echoes(known(), after) == after


@pytest.mark.parametrize(("number", "is_news"), [("481/26", False), ("481/27", True), ("48/26", True), ("481/2621", True)])
def test_a_page_that_was_cut_short_is_no_number_of_its_own(number: str, is_news: bool):
    one = {"scheme": "unts", "value": "481/262"}
    before, after = (pact(identifiers=numbers) for numbers in ([one], [one, {"scheme": "unts", "value": number}]))

    assert without_echoes(before, after) == (after if is_news else before)
