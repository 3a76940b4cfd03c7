"""What holds between two parties: derived from the standing of each, and from what they did towards each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.bindings import Binding, bindings
from treaty.law.inference import Inference, Inferred, chosen
from treaty.law.moments import Because, accepted, counted
from treaty.law.reckoning import DayRange
from treaty.law.rules import Rule
from treaty.law.standing import standing_on
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import PairStanding, PartyStanding

NOT_BOUND = Rule(
    "pair-not-bound",
    "An agreement that does not bind both of two does not hold between them.",
    ("VCLT art. 34",),
    "One of two acceded on 18 February 1952: before that day nothing holds between them.",
)
ENDED_BETWEEN = Rule(
    "pair-ended",
    "An end between two parties leaves each bound to the others.",
    ("VCLT art. 59", "VCLT art. 60(2)(a)"),
    "Superseded between two of five parties by their own treaty: not bound to each other from that day.",
)
SUSPENDED_BETWEEN = Rule(
    "pair-suspended",
    "While the operation is halted for one of two, or between the two, it is suspended between them.",
    ("VCLT art. 58", "VCLT art. 60(2)(b)", "VCLT art. 72(1)(a)"),
    "Suspended by one of three towards another from August 1986: both are still bound to the third.",
)
MODIFIED_BETWEEN = Rule(
    "pair-modified",
    "A reservation, an objection to one, or a separate agreement changes what holds between two parties.",
    ("VCLT art. 21", "VCLT art. 41"),
    "A reservation of one party modifies the agreement between it and each other party until it is withdrawn.",
)
BOTH_BOUND = Rule(
    "pair-both-bound",
    "What binds both of two parties holds between them, unless something else is known.",
    ("VCLT art. 26",),
    "Both are parties from 24 August 1949: both bound from that day.",
)
PAIR_RULES = (NOT_BOUND, ENDED_BETWEEN, SUSPENDED_BETWEEN, MODIFIED_BETWEEN, BOTH_BOUND)
"""In the order in which they are asked: the first that applies decides."""

STANDINGS = {
    NOT_BOUND.id: PairStanding.NOT_BOUND,
    ENDED_BETWEEN.id: PairStanding.NOT_BOUND,
    SUSPENDED_BETWEEN.id: PairStanding.SUSPENDED_BETWEEN,
    MODIFIED_BETWEEN.id: PairStanding.MODIFIED_BETWEEN,
    BOTH_BOUND.id: PairStanding.BOTH_BOUND,
}
UNDOES = {
    EventKind.SUSPENSION: EventKind.RESUMPTION,
    EventKind.RESERVATION: EventKind.RESERVATION_WITHDRAWN,
    EventKind.OBJECTION: EventKind.OBJECTION_WITHDRAWN,
}
RULE_OF = {
    **dict.fromkeys(ENDINGS, ENDED_BETWEEN),
    EventKind.SUSPENSION: SUSPENDED_BETWEEN,
    EventKind.RESERVATION: MODIFIED_BETWEEN,
    EventKind.OBJECTION: MODIFIED_BETWEEN,
    EventKind.INTER_SE_MODIFICATION: MODIFIED_BETWEEN,
}


@dataclass(frozen=True)
class Tie:
    """What holds between two parties on the days from `begins` up to, but not including, `ends`. `parties` are in code order.

    `since` and `until` are the two as they may be shown; `resting_on` names the rules by which either party stands where it does.
    """

    parties: tuple[str, str]
    standing: PairStanding
    begins: date
    ends: date | None
    since: PartialDay
    because: Because
    until: PartialDay | None = None
    resting_on: tuple[str, ...] = ()

    def covers(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)


@dataclass(frozen=True)
class _Bearing:
    """A time for which an event bears on one party's relations with another, or (`other` is None) with all others."""

    rule: Rule
    party: str
    other: str | None
    begins: DayRange
    ends: DayRange | None
    event: Event

    def concerns(self, one: str, two: str) -> bool:
        return self.party in (one, two) and self.other in (None, one, two)

    def covers(self, day: date) -> bool:
        return self.begins.first <= day and (self.ends is None or day < self.ends.first)


def between(one: str, two: str, document: Document, *, inferred: Inferred = True) -> tuple[Tie, ...]:
    """What has held between two parties, in order of time, from the first day on which anything relates either to the agreement.

    Raises ValueError for a party and itself. A code that the document does not know is bound to nobody.
    """
    if one == two:
        raise ValueError(f"“{one}” is one party, not two")
    found = bindings(document, inferred=inferred)
    first, second = sorted((one, two))
    return tuple(_ties(first, second, found, _bearings(document, chosen(inferred))))


def pairs(
    document: Document, *, inferred: Inferred = True, found: Mapping[str, Sequence[Binding]] | None = None
) -> dict[tuple[str, str], tuple[Tie, ...]]:
    """The same for every two parties of the document, by their codes in order. `found`: its bindings, where they are known already."""
    found = bindings(document, inferred=inferred) if found is None else found
    bearings = _bearings(document, chosen(inferred))
    return {(one, two): tuple(_ties(one, two, found, bearings)) for one, two in combinations(sorted(found), 2)}


def _ties(one: str, two: str, found: Mapping[str, Sequence[Binding]], bearings: Iterable[_Bearing]) -> Iterator[Tie]:
    lives = (found.get(one, ()), found.get(two, ()))
    bearing = [said for said in bearings if said.concerns(one, two)]
    last: Tie | None = None
    for day, shown in sorted(_turning_days(lives, bearing).items()):
        both = [binding for life in lives if (binding := standing_on(day, life))]
        acting = [said for said in bearing if said.covers(day)]
        rule = _deciding(both, acting)
        if last and last.standing is STANDINGS[rule.id]:
            continue
        if last:
            yield replace(last, ends=day, until=shown)
        rules = tuple(dict.fromkeys(binding.because.rule for binding in both))
        last = Tie((one, two), STANDINGS[rule.id], day, None, shown, _because(rule, both, acting), resting_on=rules)
    if last:
        yield last


def _turning_days(lives: Iterable[Iterable[Binding]], bearing: Iterable[_Bearing]) -> dict[date, PartialDay]:
    """The days on which something may change, from the first that relates either to the agreement, as they may be shown."""
    days = {binding.begins: binding.since for life in lives for binding in life}
    if not days:
        return {}
    first = min(days)
    for said in bearing:
        for edge in (said.begins, said.ends):
            if edge and edge.first > first:
                days.setdefault(edge.first, edge.shown)
    return days


def _deciding(both: Iterable[Binding], acting: Iterable[_Bearing]) -> Rule:
    """The first rule of pairs that applies, given the standing of each party of which one is known, and what bears on the two."""
    bound = [binding for binding in both if binding.is_bound]
    if len(bound) < 2:
        return NOT_BOUND
    halted = any(binding.standing is PartyStanding.SUSPENDED for binding in bound)
    held = [said.rule for said in acting] + [SUSPENDED_BETWEEN] * halted
    return min(held, key=PAIR_RULES.index, default=BOTH_BOUND)


def _because(rule: Rule, both: Iterable[Binding], acting: Iterable[_Bearing]) -> Because:
    """The reason, with the events of either party and of the two."""
    said = [one.event for one in acting if one.rule is rule]
    reasons = [binding.because for binding in both]
    events = (*(key for why in reasons for key in why.events), *(event.id for event in said))
    inferred = any(basis is Basis.INFERRED for basis in (*(why.basis for why in reasons), *(event.basis for event in said)))
    return Because(rule.id, tuple(dict.fromkeys(events)), rule.articles, Basis.INFERRED if inferred else Basis.DECLARED)


def _bearings(document: Document, inference: Inference) -> list[_Bearing]:
    """The times for which events bear on the relations of two."""
    events = [(day, event) for event in accepted(document, inference) if (day := counted(event))]
    found = []
    for day, event in events:
        rule = RULE_OF.get(event.kind)
        other = event.other_party or _objected_to(event, document)
        if rule is None or event.party is None or (other is None and event.kind is not EventKind.RESERVATION):
            continue
        found.append(_Bearing(rule, event.party, other, day, _until(day, event, events), event))
    return found


def _objected_to(event: Event, document: Document) -> str | None:
    """The party whose reservation an objection names; None for any other event."""
    authors = (one.party for one in document.events if one.id in event.concerns and one.party != event.party)
    return next(authors, None) if event.kind is EventKind.OBJECTION else None


def _until(day: DayRange, event: Event, events: list[tuple[DayRange, Event]]) -> DayRange | None:
    """When it is undone: by the act that names it, else by the next such act of the same party towards the same other."""
    ends = [DayRange.of(event.until).plus(days=1)] if event.until else []
    for later, act in events:
        named = event.id in act.concerns
        alike = not act.concerns and {act.party, act.other_party} == {event.party, event.other_party} and later.last >= day.first
        if act.kind is UNDOES.get(event.kind) and (named or alike):
            ends.append(later)
    return min(ends, key=lambda end: end.first, default=None)
