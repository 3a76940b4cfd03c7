"""The standing of an agreement: its events, folded into half-open periods, each with its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.clocks import Clock, clock_moments, clocks
from treaty.law.endings import inferred_endings
from treaty.law.entering import entries_into_force
from treaty.law.inference import Inference, Inferred, chosen
from treaty.law.moments import WITHDRAWALS, Because, Moment, accepted, in_order, moment
from treaty.law.reckoning import DayRange
from treaty.law.transitions import ARTICLES, NOTICES, TRANSITIONS, Transition
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import Standing

__all__ = ["Because", "Period", "periods", "periods_under", "standing_on"]

BY_CLOCK = NOTICES | {EventKind.NOTICE_TOLLED, EventKind.NOTICE_RESUMED, EventKind.NOTICE_REVOKED}
READ_APART = BY_CLOCK | WITHDRAWALS | {EventKind.ENTRY_INTO_FORCE}
RANKS = {kind: rank for rank, rule in enumerate(TRANSITIONS) for kind in rule.kinds}


@dataclass(frozen=True)
class Period:
    """Days from `begins` up to, but not including, `ends`; no end is known where it is None.

    `since` and `until` are the two as the source gives them: "1951" is shown as 1951, and counts from 1 January.
    """

    standing: Standing
    begins: date
    ends: date | None
    since: PartialDay
    because: Because
    until: PartialDay | None = None

    def covers(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)


class Covering(Protocol):
    """Anything that holds for a time."""

    def covers(self, day: date) -> bool: ...


Held = TypeVar("Held", bound=Covering)


def periods(document: Document, *, inferred: Inferred = True) -> tuple[Period, ...]:
    """The agreement's life as consecutive, half-open periods in order of time; empty when no event has a date.

    Rival events, and events still awaited, move nothing. An end is final. A date known to the month
    or year counts from its first possible day, though never before an earlier step that may share it.
    `inferred=False` leaves out all that a rule concluded; a set of ids names the rules that may.
    """
    return periods_under(document, chosen(inferred))


def periods_under(document: Document, inference: Inference) -> tuple[Period, ...]:
    """The same under a choice of rules already made."""
    life: list[Period] = []
    for day, turn in in_order(_moments(document, inference), lambda one: RANKS[one.kind]):
        standing = life[-1].standing if life else None
        transition = next((rule for rule in TRANSITIONS if rule.applies(turn.kind, standing)), None)
        if transition is None:
            continue
        if life:
            previous = life.pop()
            if previous.begins < day:
                life.append(replace(previous, ends=day, until=turn.days.shown))
        life.append(Period(transition.enters, day, None, turn.days.shown, _because(transition, turn)))
    return tuple(life)


def standing_on(day: date, life: Iterable[Held]) -> Held | None:
    """The period (or binding, or time between a pair) that covers the day; None before the first known event."""
    return next((period for period in life if period.covers(day)), None)


def _because(transition: Transition, turn: Moment) -> Because:
    articles = turn.articles or ARTICLES.get(turn.kind, transition.articles)
    return Because(turn.rule or transition.id, turn.events, articles, turn.basis)


def _moments(document: Document, inference: Inference) -> list[Moment]:
    """Every turn of the agreement as a whole: declared, reckoned from clauses, inferred."""
    events = [event for event in accepted(document, inference) if _moves_whole(event)]
    declared = [turn for event in events for turn in (moment(event), resumption(event)) if turn]
    running = clocks(document, inference)
    whole = [clock for clock in running if clock.moves_whole]
    return [
        *declared,
        *entries_into_force(document, inference),
        *clock_moments(whole),
        *_still_in_notice(declared, whole),
        *inferred_endings(document, inference),
    ]


def _moves_whole(event: Event) -> bool:
    """Whether the event itself moves the whole; what concerns one party does not, and clocks and entries are read apart."""
    if event.party is not None and event.kind not in SIGNATURES:
        return False
    return event.kind in RANKS and event.kind not in READ_APART


def resumption(event: Event) -> Moment | None:
    """The day after the last of a suspension for a time; None for any other event."""
    if event.kind is not EventKind.SUSPENSION or event.until is None:
        return None
    days = DayRange.of(event.until).plus(days=1)
    return Moment(EventKind.RESUMPTION, days, (event.id,), event.basis, party=event.party, other_party=event.other_party)


def _still_in_notice(declared: list[Moment], whole: list[Clock]) -> list[Moment]:
    """An agreement that resumes while a notice runs is in force under notice."""
    return [
        Moment(EventKind.NOTICE_RESUMED, turn.days, (clock.notice.id, *turn.events))
        for turn in declared
        if turn.kind in (EventKind.RESUMPTION, EventKind.ENTRY_INTO_FORCE)
        for clock in whole
        if clock.runs_on(turn.days)
    ]
