"""Claims that hold for every life: generated documents of any shape, and lives of days known to the day."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.factories import event, pact
from tests.strategies import documents
from treaty.document.document import Document
from treaty.law.bindings import Binding, bindings
from treaty.law.deadlines import deadlines
from treaty.law.doubts import contradictions
from treaty.law.explaining import account, explain_deadline
from treaty.law.inference import ATOP, INFERENCES
from treaty.law.pairs import Tie, pairs
from treaty.law.standing import Period, periods, standing_on
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import SCOPES, EventKind, EventScope
from treaty.vocabulary.standing import PairStanding, Standing

CODES = ("FRA", "GBR", "USA")
START = date(1950, 1, 1)
JOINING = SIGNATURES | {
    EventKind.ACCESSION,
    EventKind.SUCCESSION,
    EventKind.RATIFICATION,
    EventKind.ACCEPTANCE,
    EventKind.APPROVAL,
    EventKind.NOTIFICATION_OF_CONSENT,
    EventKind.ENTRY_INTO_FORCE_FOR_PARTY,
}
"""Kinds that tell, looking back, that a party was not there from the beginning."""
MOVING = [kind for kind in EventKind if kind not in (EventKind.PUBLICATION, EventKind.REGISTRATION)]
CLAUSES: list[dict[str, Any] | None] = [
    None,
    {"notice": {"anchor": "any_time", "effect_months": 12}},
    {"entry_into_force": {"kind": "nth_deposit", "count": 2, "delay_days": 30}},
    {"entry_into_force": {"kind": "nth_deposit", "share": "2/3"}, "term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "none"}},
    {"entry_into_force": {"kind": "last_notification"}, "term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "express"}},
    {
        "entry_into_force": {"kind": "on_signature"},
        "term": {"kind": "fixed", "months": 12},
        "renewal": {"kind": "tacit", "months": 12},
        "notice": {"anchor": "before_end_of_term", "days": 90},
    },
]


@st.composite
def happenings(draw: st.DrawFn, key: str, earliest: int = 0) -> dict[str, Any]:
    """An event of any kind, in a scope that it may have, on a day known to the day."""
    kind = draw(st.sampled_from(MOVING))
    scope = draw(st.sampled_from(sorted(SCOPES[kind])))
    one, two = draw(st.permutations(CODES))[:2]
    who = {EventScope.AGREEMENT: {}, EventScope.PARTY: {"party": one}, EventScope.PAIR: {"party": one, "other_party": two}}[
        EventScope(scope)
    ]
    return event(key, kind, (START + timedelta(days=draw(st.integers(earliest, 3000)))).isoformat(), **who)


@st.composite
def lives(draw: st.DrawFn) -> Document:
    """A document of two or three parties, a few events, and clauses."""
    events = [draw(happenings(f"h{n}")) for n in range(draw(st.integers(0, 6)))]
    begun = draw(st.sampled_from([None, "1950-06-01"]))
    parties = draw(st.sampled_from([CODES, CODES[:2]]))
    return pact(parties=parties, signed="1950-01-01", in_force=begun, duration=draw(st.sampled_from(CLAUSES)), events=events)


def follow(life: Sequence[Period] | Sequence[Binding] | Sequence[Tie]) -> bool:
    """Whether the times are ordered, half-open, without gap or overlap, and open at the end."""
    days = [(one.begins, one.ends) for one in life]
    return all(one[0] < two[0] and one[1] == two[0] for one, two in pairwise(days)) and all(ends is None for _, ends in days[-1:])


@settings(max_examples=40)
@given(documents())
def test_every_life_binding_and_tie_is_ordered_half_open_and_without_gaps(document: Document) -> None:
    for inferred in (True, False, ATOP):
        assert follow(periods(document, inferred=inferred))
        assert all(follow(life) for life in bindings(document, inferred=inferred).values())
        assert all(follow(life) for life in pairs(document, inferred=inferred).values())


@settings(max_examples=40)
@given(lives())
def test_lives_of_known_days_are_ordered_too_and_do_not_depend_on_the_order_typed(document: Document) -> None:
    shuffled = document.model_copy(update={"events": tuple(reversed(document.events))})

    assert follow(periods(document))
    assert all(follow(life) for life in bindings(document).values())
    assert all(follow(life) for life in pairs(document).values())
    assert [(one.standing, one.begins) for one in periods(shuffled)] == [(one.standing, one.begins) for one in periods(document)]
    for code, life in bindings(document).items():
        assert [(one.standing, one.begins) for one in bindings(shuffled)[code]] == [(one.standing, one.begins) for one in life]


@settings(max_examples=40)
@given(lives(), st.data())
def test_a_later_event_never_changes_what_was_declared_of_an_earlier_day(document: Document, data: st.DataObject) -> None:
    """What a rule had inferred may give way to what is declared later; what was declared stays."""
    cut = data.draw(st.integers(0, 2999))
    added = data.draw(happenings("later", cut + 1))
    later = Document.model_validate({**document.model_dump(mode="json"), "events": [*document.model_dump(mode="json")["events"], added]})
    day = START + timedelta(days=data.draw(st.integers(0, cut)))

    assert _standing(later, day, inferred=False) == _standing(document, day, inferred=False)
    before = standing_on(day, periods(document))
    if before is None or before.because.basis is Basis.DECLARED:
        assert _standing(later, day, inferred=True) == (before.standing if before else None)
    assume(EventKind(added["kind"]) not in JOINING)
    for code, life in bindings(document, inferred=False).items():
        once, now = standing_on(day, life), standing_on(day, bindings(later, inferred=False)[code])
        assert (now.standing if now else None) == (once.standing if once else None)


def _standing(document: Document, day: date, *, inferred: bool) -> Standing | None:
    found = standing_on(day, periods(document, inferred=inferred))
    return found.standing if found else None


@settings(max_examples=40)
@given(lives())
def test_without_inference_nothing_is_inferred(document: Document) -> None:
    assert all(one.because.basis is Basis.DECLARED for one in periods(document, inferred=False))
    assert all(one.because.basis is Basis.DECLARED for life in bindings(document, inferred=False).values() for one in life)
    known = {event.id for event in document.events}
    assert all(set(one.because.events) <= known for one in periods(document))


@settings(max_examples=40)
@given(lives())
def test_who_is_bound_after_the_end_is_nobody_and_two_are_bound_only_when_each_is(document: Document) -> None:
    found = bindings(document)
    ended = next((one.begins for one in periods(document) if one.standing is Standing.ENDED), None)

    for one, two in pairs(document):
        for tie in pairs(document)[one, two]:
            if tie.standing is not PairStanding.NOT_BOUND:
                both = [standing_on(tie.begins, found[code]) for code in (one, two)]
                assert all(binding is not None and binding.is_bound for binding in both)
    if ended:
        assert not any(binding.is_bound and binding.covers(ended) for life in found.values() for binding in life)


@settings(max_examples=40)
@given(st.one_of(lives(), documents()), st.dates(date(1949, 1, 1), date(2030, 1, 1)))
def test_whatever_is_recorded_has_an_account_and_its_deadlines_a_sentence(document: Document, day: date) -> None:
    assert account(document, {}, on=day).endswith((".", "”."))
    assert all(explain_deadline(one, document, {}).endswith(").") for one in deadlines(document, on=day, names={}))
    assert all(one.detail for one in contradictions(document))


@settings(max_examples=40)
@given(lives(), st.sampled_from(INFERENCES))
def test_a_rule_that_is_switched_off_concludes_nothing(document: Document, rule: Any) -> None:
    assert rule.id not in {one.because.rule for one in periods(document, inferred=ATOP - {rule.id})}
    assert rule.id not in {one.because.rule for life in bindings(document, inferred=ATOP - {rule.id}).values() for one in life}
