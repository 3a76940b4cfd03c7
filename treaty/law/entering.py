"""Entry into force by the agreement's own rule: the day its events satisfy, and whether a declared day fits it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from treaty.document.document import Document
from treaty.document.duration import EntryIntoForceRule
from treaty.document.life import Event
from treaty.law.inference import (
    BY_ID,
    LAST_NOTIFICATION,
    NTH_DEPOSIT,
    ON_DATE,
    ON_EXCHANGE,
    ON_SIGNATURE,
    Inference,
    InferenceRule,
)
from treaty.law.members import original_parties
from treaty.law.moments import Moment, accepted, counted, moment
from treaty.law.reckoning import DayRange, nth
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.consent import EXPRESSED_BY
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.terms_of_life import EntryIntoForceKind

DEPOSITS = frozenset(
    {EventKind.RATIFICATION, EventKind.ACCEPTANCE, EventKind.APPROVAL, EventKind.ACCESSION, EventKind.NOTIFICATION_OF_CONSENT}
)
CONSENTS: frozenset[EventKind] = frozenset().union(*EXPRESSED_BY.values())
NOTIFICATIONS = CONSENTS - {EventKind.DEFINITIVE_SIGNATURE, EventKind.ACCESSION, EventKind.SUCCESSION}
EXCHANGES = frozenset({EventKind.EXCHANGE_OF_INSTRUMENTS, EventKind.EXCHANGE_OF_NOTES})

Act = tuple[DayRange, str]
"""When a party acted, and the id of the event."""


@dataclass(frozen=True)
class Fulfilment:
    """The day on which the events satisfy the agreement's rule on entry into force, and the events that do."""

    rule: InferenceRule
    days: DayRange
    events: tuple[str, ...]


def entries_into_force(document: Document, inference: Inference) -> list[Moment]:
    """The entry into force as moments in order of time: what sources declare, else what the agreement's rule concludes, else none.

    Nothing is inferred where a source says that entry into force is still awaited.
    """
    declared = [event for event in accepted(document, inference) if event.kind is EventKind.ENTRY_INTO_FORCE]
    if found := [one for event in declared if (one := moment(event))]:
        return sorted(found, key=lambda one: (one.days.first, one.days.last, one.events))
    awaited = any(
        event.kind is EventKind.ENTRY_INTO_FORCE and event.occurrence is Occurrence.AWAITED and event.weight is Weight.ACCEPTED
        for event in document.events
    )
    done = None if awaited else fulfilment(document, inference)
    if done is None or not inference.allows(done.rule):
        return []
    return [Moment(EventKind.ENTRY_INTO_FORCE, done.days, done.events, Basis.INFERRED, done.rule.id, done.rule.articles)]


def fulfilment(document: Document, inference: Inference) -> Fulfilment | None:
    """What the events make of the agreement's own rule; None where it has none, or they do not satisfy it."""
    said = document.duration.entry_into_force if document.duration else None
    if said is None or said.kind not in READINGS:
        return None
    rule, reading = READINGS[said.kind]
    acts = reading(document, said, accepted(document, inference))
    if acts is None:
        return None
    days = acts[0].plus(months=said.delay_months, days=said.delay_days)
    return Fulfilment(BY_ID[rule.id], days, acts[1])


Reading = Callable[[Document, EntryIntoForceRule, list[Event]], tuple[DayRange, tuple[str, ...]] | None]


def _on_signature(document: Document, said: EntryIntoForceRule, events: list[Event]) -> tuple[DayRange, tuple[str, ...]] | None:
    return _once_for_all(document, events, SIGNATURES) or _by_each(document, events, SIGNATURES, said.count)


def _on_date(document: Document, said: EntryIntoForceRule, events: list[Event]) -> tuple[DayRange, tuple[str, ...]] | None:
    """The day it names, or that of its first signature where it was only signed after; an undated signature came in time."""
    signed = [event for event in events if event.kind in SIGNATURES]
    if said.date is None or not signed:
        return None
    days = [day for event in signed if (day := counted(event))]
    named = DayRange.of(said.date)
    first = min(days, key=lambda day: day.first) if len(days) == len(signed) else named
    return (first if first.first > named.last else named), tuple(event.id for event in signed)


def _on_last_notification(document: Document, said: EntryIntoForceRule, events: list[Event]) -> tuple[DayRange, tuple[str, ...]] | None:
    return _by_each(document, events, NOTIFICATIONS, said.count) or _once_for_all(document, events, EXCHANGES)


def _on_exchange(document: Document, said: EntryIntoForceRule, events: list[Event]) -> tuple[DayRange, tuple[str, ...]] | None:
    return _once_for_all(document, events, EXCHANGES) or _by_each(document, events, EXCHANGES, said.count)


def _on_nth_deposit(document: Document, said: EntryIntoForceRule, events: list[Event]) -> tuple[DayRange, tuple[str, ...]] | None:
    acts = _first_acts(events, DEPOSITS)
    if said.share is None:
        return _the_nth(acts, said.count) if said.count else None
    parts, whole = map(int, said.share.split("/"))
    for count, (day, _) in enumerate(acts, 1):
        signatories = _signatories(document, events, day)
        if signatories and count >= max(ceil(signatories * parts / whole), said.count or 1):
            return _the_nth(acts, count)
    return None


def _signatories(document: Document, events: list[Event], day: DayRange) -> int:
    """How many had signed by the day on which an instrument was deposited."""
    signed = [event for event in events if event.kind in SIGNATURES and (at := counted(event)) and at.first <= day.last]
    names = {event.party for event in signed if event.party}
    if any(event.party is None for event in signed):
        own = {event.party for event in events if event.kind in SIGNATURES or event.kind is EventKind.ACCESSION}
        names |= {code for code in original_parties(document) if code not in own}
    return len(names)


def _once_for_all(document: Document, events: list[Event], kinds: Iterable[EventKind]) -> tuple[DayRange, tuple[str, ...]] | None:
    """The first such event of the agreement as a whole, which stands for all its parties that have none of their own."""
    whole = [(day, event.id) for event in events if event.kind in kinds and event.party is None and (day := counted(event))]
    if not whole:
        return None
    first = min(whole, key=_by_day)
    own = [act for act in _first_acts(events, kinds, among=original_parties(document)) if act[0].first <= first[0].first]
    return _the_nth([*own, first], None)


def _by_each(
    document: Document, events: list[Event], kinds: Iterable[EventKind], count: int | None
) -> tuple[DayRange, tuple[str, ...]] | None:
    """The day by which all original parties, or `count` of any parties, have acted."""
    needed = original_parties(document)
    if count is not None:
        return _the_nth(_first_acts(events, kinds), count)
    acts = _first_acts(events, kinds, among=needed)
    return _the_nth(acts, None) if len(acts) == len(needed) else None


def _first_acts(events: list[Event], kinds: Iterable[EventKind], among: Iterable[str] | None = None) -> list[Act]:
    """Each party's first act of these kinds, in order of time: three depositaries make three deposits and one consent."""
    first: dict[str, Act] = {}
    for event in events:
        day = counted(event)
        if event.kind not in kinds or event.party is None or day is None or (among is not None and event.party not in among):
            continue
        first[event.party] = min((day, event.id), first.get(event.party, (day, event.id)), key=_by_day)
    return sorted(first.values(), key=_by_day)


def _the_nth(acts: list[Act], count: int | None) -> tuple[DayRange, tuple[str, ...]] | None:
    number = len(acts) if count is None else count
    if not 0 < number <= len(acts):
        return None
    return nth([day for day, _ in acts], number), tuple(key for _, key in sorted(acts, key=_by_day)[:number])


def _by_day(act: Act) -> tuple[object, ...]:
    return act[0].first, act[0].last, act[1]


READINGS: Mapping[EntryIntoForceKind, tuple[InferenceRule, Reading]] = {
    EntryIntoForceKind.ON_SIGNATURE: (ON_SIGNATURE, _on_signature),
    EntryIntoForceKind.ON_DATE: (ON_DATE, _on_date),
    EntryIntoForceKind.LAST_NOTIFICATION: (LAST_NOTIFICATION, _on_last_notification),
    EntryIntoForceKind.NTH_DEPOSIT: (NTH_DEPOSIT, _on_nth_deposit),
    EntryIntoForceKind.EXCHANGE_OF_INSTRUMENTS: (ON_EXCHANGE, _on_exchange),
}
