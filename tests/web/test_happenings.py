"""What very many parties did stands in one line, and each act with its source inside it."""

import pytest

from tests.factories import event, pact
from treaty.document.document import Document
from web.showing.happenings import MANY, Crowd, gathered, happenings

NAMES = {f"P{place:02d}": f"Party {place}" for place in range(40)}


def signed_by(times: int, **said: object) -> Document:
    """An agreement that so many parties ratified, each on a day of its own."""
    acts = [
        event(f"r{place}", "ratification", f"1952-01-{place + 1:02d}", party=code, **said) for place, code in enumerate(list(NAMES)[:times])
    ]
    return pact(parties=["P00", "P01"], in_force="1953", events=acts)


def test_the_consents_of_very_many_are_one_line_with_each_of_them_in_it():
    before, crowd, after = gathered(happenings(signed_by(MANY + 1), NAMES, {}))

    assert isinstance(crowd, Crowd)
    assert (crowd.sort, crowd.who, crowd.span) == ("Consent to be bound", f"{MANY + 1} parties", "1 January 1952 to 13 January 1952")
    assert [one.day for one in crowd.happenings][:2] == ["1 January 1952", "2 January 1952"]
    assert not isinstance(before, Crowd)
    assert not isinstance(after, Crowd)


@pytest.mark.parametrize("document", [signed_by(MANY), signed_by(MANY + 1, weight="rival"), signed_by(MANY + 1, occurrence="awaited")])
def test_few_acts_and_those_in_doubt_or_still_awaited_stand_one_by_one(document: Document):
    happened = happenings(document, NAMES, {})

    assert gathered(happened) == happened


def test_a_crowd_says_by_which_means_its_parties_consented():
    document = signed_by(MANY)
    acts = [*document.events, *pact(events=[event("a1", "accession", "1960", party="P30")], signed=None).events]

    lines = gathered(happenings(document.model_copy(update={"events": tuple(acts)}), NAMES, {}))

    assert [line.modes for line in lines if isinstance(line, Crowd)] == [f"ratified {MANY} and acceded 1"]
