"""The standing of an agreement: its events, folded into half-open periods, each with its reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.transitions import ARTICLES, TRANSITIONS, Transition
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import Standing

EFFECT_COUNTS = ENDINGS | {EventKind.SUSPENSION, EventKind.RESUMPTION}


@dataclass(frozen=True)
class Because:
    """Why a period holds: the rule applied, the events it used, the treaty law, declared or inferred."""

    rule: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True)
class Period:
    """Days from `begins` up to, but not including, `ends`; no end is known where it is None.

    `since` is the first day as the source gives it: "1951" is shown as 1951, and counts from 1 January.
    """

    standing: Standing
    begins: date
    ends: date | None
    since: PartialDay
    because: Because

    def covers(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)


@dataclass(frozen=True)
class _Step:
    """A dated event that can move the standing, with its place in an agreement's life."""

    rank: int
    given: PartialDay
    event: Event


def periods(document: Document) -> tuple[Period, ...]:
    """The agreement's life as consecutive, half-open periods in order of time; empty when no event has a date.

    Rival events, and events still awaited, move nothing. An end is final. A date known to the month
    or year counts from its first possible day, though never before an earlier step that may share it.
    """
    life: list[Period] = []
    for day, step in _in_order(_steps(document.events)):
        standing = life[-1].standing if life else None
        transition = next((rule for rule in TRANSITIONS if rule.applies(step.event.kind, standing)), None)
        if transition is None:
            continue
        if life:
            previous = life.pop()
            if previous.begins < day:
                life.append(Period(previous.standing, previous.begins, day, previous.since, previous.because))
        life.append(Period(transition.enters, day, None, step.given, _because(transition, step.event)))
    return tuple(life)


def standing_on(day: date, life: Iterable[Period]) -> Period | None:
    """The period that covers the day; None before the first known event."""
    return next((period for period in life if period.covers(day)), None)


def _because(transition: Transition, event: Event) -> Because:
    return Because(transition.id, (event.id,), ARTICLES.get(event.kind, transition.articles), event.basis)


def _steps(events: Sequence[Event]) -> list[_Step]:
    found = []
    for event in events:
        if event.weight is not Weight.ACCEPTED or event.occurrence is not Occurrence.HAPPENED:
            continue
        if event.party is not None and event.kind not in SIGNATURES:
            continue  # what concerns one party does not move the agreement as a whole
        rank = next((rank for rank, rule in enumerate(TRANSITIONS) if event.kind in rule.kinds), None)
        given = (event.effective_date or event.date) if event.kind in EFFECT_COUNTS else (event.date or event.effective_date)
        if rank is not None and given is not None:
            found.append(_Step(rank, given, event))
    return found


def _in_order(steps: list[_Step]) -> list[tuple[date, _Step]]:
    return sorted(((_counts_from(step, steps), step) for step in steps), key=lambda pair: (pair[0], pair[1].rank))


def _counts_from(step: _Step, steps: list[_Step]) -> date:
    """The first day it can be, given the earlier steps of a life that may lie in the same month or year."""
    earlier = (other.given.first for other in steps if other.rank < step.rank and other.given.first <= step.given.last)
    return max([step.given.first, *earlier])
