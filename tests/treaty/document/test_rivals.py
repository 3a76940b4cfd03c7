"""Which statements contradict each other, and which one their sources prefer."""

from tests.factories import event, pact
from treaty.document.rivals import preferred_by_rank, rival_groups
from treaty.vocabulary.sources import SourceKind


def groups(*events: dict) -> list[list[str]]:
    document = pact(signed=None, events=events)
    return [[one.id for one in group] for group in rival_groups(((one.party, one.other_party), one) for one in document.events)]


def test_two_days_for_what_happens_once_are_rivals():
    assert groups(event("e1", "entry_into_force", "1960-05-19"), event("e2", "entry_into_force", "1960-06-23")) == [["e1", "e2"]]


def test_the_same_day_twice_is_no_contradiction():
    assert groups(event("e1", "entry_into_force", "1960"), event("e2", "entry_into_force", "1960")) == []


def test_what_different_parties_do_on_different_days_is_no_contradiction():
    assert groups(event("e1", "ratification", "1952", party="JPN"), event("e2", "ratification", "1953", party="USA")) == []


def test_what_may_come_again_is_a_rival_only_beside_one_that_is_marked():
    first, second = event("e1", "extension", "1960"), event("e2", "extension", "1970")

    assert groups(first, second) == []
    assert groups(first, {**second, "weight": "rival"}) == [["e1", "e2"]]


def test_what_is_still_awaited_contradicts_nothing():
    assert groups(event("e1", "expiry", "1960"), event("e2", "expiry", "1970", occurrence="awaited")) == []


def test_the_best_source_decides():
    values = {"a": [SourceKind.PRESS, SourceKind.DEPOSITARY], "b": [SourceKind.MINISTRY], "c": []}

    assert preferred_by_rank(values) == "a"


def test_a_tie_and_the_lack_of_sources_decide_nothing():
    assert preferred_by_rank({"a": [SourceKind.PRESS], "b": [SourceKind.PRESS, SourceKind.ENCYCLOPEDIA]}) is None
    assert preferred_by_rank({"a": [], "b": []}) is None
    assert preferred_by_rank({}) is None
