"""Ends that no source declares and a rule concludes. A declared end of the agreement always stands before them."""

from collections.abc import Iterable, Iterator
from datetime import date

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.clocks import clocks
from treaty.law.entering import CONSENTS
from treaty.law.inference import (
    ATOP_CONTRADICTED,
    ATOP_NOT_RENEWED,
    ATOP_RELATIONS_BROKEN,
    ATOP_VIOLATED,
    ONE_IS_LEFT,
    ONE_OF_TWO_LEAVES,
    SUCCESSOR_IN_FORCE,
    TERM_RAN_OUT,
    Inference,
    InferenceRule,
)
from treaty.law.members import is_bilateral, listed_parties
from treaty.law.moments import WITHDRAWALS, Moment, accepted, counted
from treaty.law.reckoning import DayRange
from treaty.law.terms import PROLONGING, prolongations, terms_under
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.terms_of_life import RenewalKind

JOINING = SIGNATURES | CONSENTS | {EventKind.ENTRY_INTO_FORCE_FOR_PARTY}
CONTINUING = PROLONGING | {
    EventKind.RESUMPTION,
    EventKind.TERM_RESET,
    EventKind.AMENDMENT_ADOPTED,
    EventKind.AMENDMENT_IN_FORCE,
    EventKind.REVIEW_HELD,
}
"""What shows that the parties carry on in spite of a violation."""


def inferred_endings(document: Document, inference: Inference) -> list[Moment]:
    """The ends that the rules in use conclude; none where a source declares how the agreement ended, or that it came into force later."""
    events = accepted(document, inference)
    if any(event.kind in ENDINGS and event.party is None and counted(event) for event in events):
        return []
    found = [
        *_departures(document, events, inference),
        *_end_of_term(document, inference),
        *_successors(document),
        *_as_atop_has_it(document, events),
    ]
    begun = [day for event in events if event.kind is EventKind.ENTRY_INTO_FORCE and (day := counted(event))]
    return [end for rule, end in found if inference.allows(rule) and not any(end.days.last < day.first for day in begun)]


Found = Iterator[tuple[InferenceRule, Moment]]


def _end(rule: InferenceRule, kind: EventKind, days: DayRange, events: Iterable[str]) -> tuple[InferenceRule, Moment]:
    return rule, Moment(kind, days, tuple(events), Basis.INFERRED, rule.id, rule.articles)


def _departures(document: Document, events: list[Event], inference: Inference) -> Found:
    """One of two leaves, or the last of several but one."""
    if not is_bilateral(document):
        if last := _last_but_one(document, events, inference):
            yield _end(ONE_IS_LEFT, EventKind.TERMINATION, last[0], (last[1],))
        return
    for event in events:
        days = counted(event)
        if event.party and event.kind in WITHDRAWALS | ENDINGS and days:
            yield _end(ONE_OF_TWO_LEAVES, EventKind.TERMINATION, days, (event.id,))


def _last_but_one(document: Document, events: list[Event], inference: Inference) -> tuple[DayRange, str] | None:
    """The departure after which no two parties were left; None while two are, or may yet be. Who has come back has not left."""
    joined = [(event.party, day) for event in events if event.party and event.kind in JOINING and (day := counted(event))]
    members = {*listed_parties(document), *(party for party, _ in joined)}
    gone: dict[str, tuple[DayRange, str]] = {}
    for party, day, key in _exits(document, events, inference):
        if not any(one == party and since.last > day.first for one, since in joined):
            gone[party] = max(gone.get(party, (day, key)), (day, key), key=_by_day)
    left = sorted((gone[party] for party in members & gone.keys()), key=_by_day)
    return left[len(members) - 2] if len(members) > 2 and len(left) >= len(members) - 1 else None


def _exits(document: Document, events: list[Event], inference: Inference) -> Iterator[tuple[str, DayRange, str]]:
    """Each day on which a party left or was replaced, with the event."""
    for event in events:
        day = counted(event)
        whole = event.kind in WITHDRAWALS | ENDINGS and event.other_party is None  # an end between two leaves both bound to the others
        party = event.other_party if event.kind is EventKind.SUCCESSION else event.party if whole else None
        if party and day:
            yield party, day, event.id
    for clock in clocks(document, inference):
        if clock.notice.party and clock.effect and not clock.declared:
            yield clock.notice.party, clock.effect, clock.notice.id


def _by_day(exit_: tuple[DayRange, str]) -> tuple[date, date, str]:
    return exit_[0].first, exit_[0].last, exit_[1]


def _end_of_term(document: Document, inference: Inference) -> Found:
    """A last term that nothing renewed. An extension by single parties keeps the agreement alive for those."""
    renewal = document.duration.renewal if document.duration else None
    if renewal is None or _extended_by_some(document, inference):
        return
    spans = list(terms_under(document, date.max, inference)) if renewal.kind is not RenewalKind.TACIT or renewal.times else []
    if not spans or spans[-1].ends is None or spans[-1].ends.first <= spans[0].begins.first:  # no term ends before it began
        return
    rule = ATOP_NOT_RENEWED if renewal.kind is RenewalKind.EXPRESS else TERM_RAN_OUT
    acts = [event.id for _, event in prolongations(document, inference)]
    yield _end(rule, EventKind.EXPIRY, spans[-1].ends, dict.fromkeys((*spans[0].because.events, *acts)))


def _extended_by_some(document: Document, inference: Inference) -> bool:
    return any(event.kind in PROLONGING and event.party for event in accepted(document, inference))


def _successors(document: Document) -> Found:
    for relation in document.relations:
        if relation.kind in (RelationKind.SUPERSEDES, RelationKind.TERMINATES) and relation.inverse and relation.effective_date:
            kind = EventKind.SUPERSESSION if relation.kind is RelationKind.SUPERSEDES else EventKind.TERMINATION
            yield _end(SUCCESSOR_IN_FORCE, kind, DayRange.of(relation.effective_date), ())


def _as_atop_has_it(document: Document, events: list[Event]) -> Found:
    for event in events:
        days = counted(event)
        if days is None:
            continue
        if event.kind is EventKind.BREACH_TERMINATION and event.party and not _carried_on(events, days):
            yield _end(ATOP_VIOLATED, EventKind.BREACH_TERMINATION, days, (event.id,))
        if event.kind is EventKind.RELATIONS_SEVERED and _breaks_alliance(event, document):
            yield _end(ATOP_RELATIONS_BROKEN, EventKind.TERMINATION, days, (event.id,))
    for relation in document.relations:
        if relation.kind is RelationKind.CONFLICTS_WITH and relation.effective_date:
            yield _end(ATOP_CONTRADICTED, EventKind.SUPERSESSION, DayRange.of(relation.effective_date), ())


def _carried_on(events: list[Event], since: DayRange) -> bool:
    return any(event.kind in CONTINUING and (day := counted(event)) and day.last >= since.first for event in events)


def _breaks_alliance(event: Event, document: Document) -> bool:
    return document.kind is not AgreementKind.NON_AGGRESSION and (event.party is None or is_bilateral(document))
