"""Notice clocks: when a notice was given, when its clock stood still, and when, if ever, it takes effect (VCLT art. 68)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.inference import Inference
from treaty.law.members import is_bilateral
from treaty.law.moments import WITHDRAWALS, Moment, accepted, counted
from treaty.law.notice import Effect, effect_of_notice
from treaty.law.reckoning import DayRange
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind

NOTICES = frozenset({EventKind.NOTICE_OF_DENUNCIATION, EventKind.NOTICE_OF_WITHDRAWAL, EventKind.NOTICE_OF_TERMINATION})
ANSWERS = frozenset({EventKind.NOTICE_TOLLED, EventKind.NOTICE_RESUMED, EventKind.NOTICE_REVOKED})
TAKES_EFFECT_AS = {
    EventKind.NOTICE_OF_DENUNCIATION: EventKind.DENUNCIATION_EFFECTIVE,
    EventKind.NOTICE_OF_WITHDRAWAL: EventKind.WITHDRAWAL_EFFECTIVE,
    EventKind.NOTICE_OF_TERMINATION: EventKind.TERMINATION,
}


@dataclass(frozen=True)
class Stop:
    """A time for which a clock stands still; `ends` is the first day on which it runs again, None while that is not known."""

    begins: DayRange
    ends: DayRange | None
    stopped_by: str
    resumed_by: str


@dataclass(frozen=True)
class Clock:
    """The clock that a notice started. `effect` is None while it stands still, once it is revoked, and where nobody knows.

    `declared` is the id of the event by which a source itself says when the notice took effect.
    """

    notice: Event
    given: DayRange
    moves_whole: bool
    stops: tuple[Stop, ...] = ()
    revoked: DayRange | None = None
    revoked_by: str = ""
    effect: DayRange | None = None
    rule: str = ""
    articles: tuple[str, ...] = ()
    declared: str = ""

    @property
    def ends(self) -> DayRange | None:
        """When the clock is done: revoked, or run out."""
        return self.revoked or self.effect

    def runs_on(self, day: DayRange) -> bool:
        """Whether it is running on the first day of the range: given, not stopped, not done."""
        at = day.first
        stopped = any(stop.begins.first <= at and (stop.ends is None or at < stop.ends.first) for stop in self.stops)
        return self.given.first <= at and not stopped and (self.ends is None or at < self.ends.first)


def clocks(document: Document, inference: Inference) -> tuple[Clock, ...]:
    """The clocks of all dated notices, in order of time."""
    events = accepted(document, inference)
    dated = [(given, event) for event in events if event.kind in NOTICES and (given := counted_notice(event))]
    dated.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[1].id))
    answers = _answers(events, dated)
    bilateral = is_bilateral(document)
    found = []
    for given, notice in dated:
        clock = Clock(notice, given, moves_whole=notice.party is None or bilateral)
        clock = _stopped(clock, answers.get(notice.id, []))
        found.append(_timed(clock, events, effect_of_notice(document, notice, given, inference)))
    return tuple(found)


def counted_notice(notice: Event) -> DayRange | None:
    """The day on which a notice was given: its own date, never that of its effect."""
    return DayRange.of(notice.date) if notice.date else None


def clock_moments(found: Iterable[Clock]) -> list[Moment]:
    """The turns that clocks bring: begun, stopped, running again, revoked, run out."""
    every = list(found)
    moments = [one for clock in every for one in _turns(clock)]
    halting = (EventKind.NOTICE_TOLLED, EventKind.NOTICE_REVOKED)
    return [one for one in moments if one.kind not in halting or not any(clock.runs_on(one.days) for clock in every)]


def _turns(clock: Clock) -> list[Moment]:
    notice = clock.notice
    turns = [Moment(notice.kind, clock.given, (notice.id,), notice.basis, party=notice.party)]
    for stop in clock.stops:
        turns.append(Moment(EventKind.NOTICE_TOLLED, stop.begins, (notice.id, stop.stopped_by), party=notice.party))
        if stop.ends:
            by = tuple(dict.fromkeys((notice.id, stop.stopped_by, stop.resumed_by)))
            turns.append(Moment(EventKind.NOTICE_RESUMED, stop.ends, by, party=notice.party))
    if clock.revoked:
        turns.append(Moment(EventKind.NOTICE_REVOKED, clock.revoked, (notice.id, clock.revoked_by), party=notice.party))
    elif clock.effect and not clock.declared:
        by = (notice.id, *(key for stop in clock.stops for key in (stop.stopped_by, stop.resumed_by)))
        effect = TAKES_EFFECT_AS[notice.kind]
        basis = Basis.INFERRED if clock.rule else notice.basis
        turns.append(Moment(effect, clock.effect, tuple(dict.fromkeys(by)), basis, clock.rule, clock.articles, notice.party))
    return turns


def _answers(events: list[Event], notices: list[tuple[DayRange, Event]]) -> dict[str, list[tuple[DayRange, Event]]]:
    """Which acts stop, resume or revoke which notice: the one named, be it through another answer, else the party's latest."""
    owner = {notice.id: notice.id for _, notice in notices}
    found: dict[str, list[tuple[DayRange, Event]]] = {}
    dated = [(day, event) for event in events if event.kind in ANSWERS and (day := counted(event))]
    for day, event in sorted(dated, key=lambda pair: (pair[0].first, pair[0].last, pair[1].id)):
        named = next((owner[key] for key in event.concerns if key in owner), None)
        own = [notice.id for given, notice in notices if notice.party == event.party and given.first <= day.last]
        notice = named or (own[-1] if own and not event.concerns else None)
        if notice is not None:
            owner[event.id] = notice
            found.setdefault(notice, []).append((day, event))
    return found


def _stopped(clock: Clock, answers: list[tuple[DayRange, Event]]) -> Clock:
    """The clock with the times it stood still. A stop for a time ends the day after its last day, unless prolonged by then."""
    stops: list[Stop] = []
    for day, event in answers:
        running = not stops or (stops[-1].ends is not None and stops[-1].ends.first < day.first)
        if event.kind is EventKind.NOTICE_REVOKED:
            return replace(clock, stops=_before(day, stops), revoked=day, revoked_by=event.id)
        until = DayRange.of(event.until).plus(days=1) if event.until else None
        if event.kind is EventKind.NOTICE_TOLLED:
            if running:
                stops.append(Stop(day, until, event.id, event.id))
            else:
                stops[-1] = replace(stops[-1], ends=until, resumed_by=event.id)
        elif not running:
            stops[-1] = replace(stops[-1], ends=day, resumed_by=event.id)
    return replace(clock, stops=tuple(stops))


def _before(day: DayRange, stops: list[Stop]) -> tuple[Stop, ...]:
    """The stops as they stood when the notice was revoked: what had not ended by then has no end."""
    return tuple(replace(stop, ends=None) if stop.ends and stop.ends.first >= day.first else stop for stop in stops)


def _timed(clock: Clock, events: list[Event], effect: Effect | None) -> Clock:
    """The clock with its day of effect: as a source declares it, else as reckoned, moved by the days it stood still."""
    declared = _declared_effect(clock, events)
    if declared:
        return replace(clock, effect=declared[0], declared=declared[1], revoked=None, revoked_by="")
    days = effect.days if effect else None
    for stop in clock.stops:
        if days is None or stop.begins.first >= days.first:
            break
        days = _moved(days, stop.begins, stop.ends) if stop.ends else None
    if clock.revoked and days and clock.revoked.first >= days.first:
        clock = replace(clock, revoked=None, revoked_by="")  # what has taken effect can no longer be revoked
    if clock.revoked or effect is None:
        return clock
    return replace(clock, effect=days, rule=effect.rule.id if effect.rule else "", articles=effect.articles)


def _moved(days: DayRange, begins: DayRange, ends: DayRange) -> DayRange:
    """The day later by as many days as lie between; a range where that is not known to the day."""
    least, most = (ends.first - begins.last).days, (ends.last - begins.first).days
    if least == most:
        return days.plus(days=least)
    return DayRange.between(days.plus(days=max(least, 0)).first, days.plus(days=most).last)


def _declared_effect(clock: Clock, events: list[Event]) -> tuple[DayRange, str] | None:
    """The day on which a source says that the notice took effect: for its own author, or for the whole."""
    authors = (None, clock.notice.party)
    found = [event for event in events if event.kind in WITHDRAWALS | ENDINGS and (event.party in authors or clock.notice.party is None)]
    effects = [(day, event) for event in found if (day := counted(event))]
    named = [(day, event.id) for day, event in effects if clock.notice.id in event.concerns]
    later = [(day, event) for day, event in effects if day.last >= clock.given.first and not event.concerns]
    own = [(day, event.id) for day, event in later if event.party is not None and event.party == clock.notice.party]
    whole = [(day, event.id) for day, event in later if event.party is None and clock.moves_whole and clock.revoked is None]
    return min(named or own or whole, key=lambda found: found[0].first, default=None)
