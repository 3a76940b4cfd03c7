"""Claims that hold for every life: tried here on a few, and on many in tests/treaty/at_large."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.grown_lives import lives
from treaty.document.document import Document
from treaty.law.bindings import Binding, bindings
from treaty.law.book import RULES
from treaty.law.deadlines import deadlines
from treaty.law.doubts import contradictions
from treaty.law.explaining import account, explain_deadline
from treaty.law.inference import ATOP, INFERENCES, InferenceRule
from treaty.law.pairs import Tie, pairs
from treaty.law.standing import Period, periods, standing_on
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import PairStanding, Standing


def follow(life: Sequence[Period] | Sequence[Binding] | Sequence[Tie]) -> bool:
    """Whether the times are ordered, half-open, without gap or overlap, and open at the end."""
    days = [(one.begins, one.ends) for one in life]
    return all(one[0] < two[0] and one[1] == two[0] for one, two in pairwise(days)) and all(ends is None for _, ends in days[-1:])


@settings(max_examples=12)
@given(lives())
def test_every_life_binding_and_tie_is_ordered_half_open_and_without_gaps(document: Document) -> None:
    for inferred in (True, False, ATOP):
        assert follow(periods(document, inferred=inferred))
        assert all(follow(life) for life in bindings(document, inferred=inferred).values())
        assert all(follow(life) for life in pairs(document, inferred=inferred).values())


@settings(max_examples=12)
@given(lives())
def test_a_life_does_not_depend_on_the_order_in_which_it_was_typed(document: Document) -> None:
    shuffled = document.model_copy(update={"events": tuple(reversed(document.events))})

    assert _days(periods(shuffled)) == _days(periods(document))
    assert {who: _days(life) for who, life in bindings(shuffled).items()} == {who: _days(life) for who, life in bindings(document).items()}


def _days(life: Sequence[Period] | Sequence[Binding]) -> list[tuple[str, date]]:
    return [(one.standing, one.begins) for one in life]


@settings(max_examples=12)
@given(lives())
def test_whatever_holds_holds_by_a_rule_of_the_book(document: Document) -> None:
    assert {one.because.rule for one in periods(document)} <= set(RULES)
    assert {one.because.rule for life in bindings(document).values() for one in life} <= set(RULES)
    assert {one.because.rule for life in pairs(document).values() for one in life} <= set(RULES)


@settings(max_examples=12)
@given(lives())
def test_without_inference_nothing_is_inferred(document: Document) -> None:
    assert all(one.because.basis is Basis.DECLARED for one in periods(document, inferred=False))
    assert all(one.because.basis is Basis.DECLARED for life in bindings(document, inferred=False).values() for one in life)
    known = {event.id for event in document.events}
    assert all(set(one.because.events) <= known for one in periods(document))


@settings(max_examples=12)
@given(lives())
def test_who_is_bound_after_the_end_is_nobody_and_two_are_bound_only_when_each_is(document: Document) -> None:
    found = bindings(document)
    ended = next((one.begins for one in periods(document) if one.standing is Standing.ENDED), None)

    for (one, two), ties in pairs(document).items():
        for tie in ties:
            if tie.standing is not PairStanding.NOT_BOUND:
                both = [standing_on(tie.begins, found[code]) for code in (one, two)]
                assert all(binding is not None and binding.is_bound for binding in both)
    if ended:
        assert not any(binding.is_bound and binding.covers(ended) for life in found.values() for binding in life)


@settings(max_examples=12)
@given(lives(), st.dates(date(1949, 1, 1), date(2030, 1, 1)))
def test_whatever_is_recorded_has_an_account_and_its_deadlines_a_sentence(document: Document, day: date) -> None:
    assert account(document, {}, on=day).endswith((".", "”."))
    assert all(explain_deadline(one, document, {}).endswith(").") for one in deadlines(document, on=day, names={}))
    assert all(one.detail for one in contradictions(document))


@settings(max_examples=12)
@given(lives(), st.sampled_from(INFERENCES))
def test_a_rule_that_is_switched_off_concludes_nothing(document: Document, rule: InferenceRule) -> None:
    assert rule.id not in {one.because.rule for one in periods(document, inferred=ATOP - {rule.id})}
    assert rule.id not in {one.because.rule for life in bindings(document, inferred=ATOP - {rule.id}).values() for one in life}
