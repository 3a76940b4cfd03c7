"""What is still to come, seen from a day: ends of terms, last days for notice, exits, consents outstanding. Never a false day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, called, day_in_words, event_in_words, when
from treaty.law.applying import applications
from treaty.law.bindings import Binding, bindings
from treaty.law.clocks import Clock
from treaty.law.entering import CONSENTS, NOTIFICATIONS, entries_into_force
from treaty.law.inference import YEARS_NOTICE, Inferred, chosen
from treaty.law.moments import WITHDRAWALS, Because, counted
from treaty.law.notice import AFTER_MINIMUM, LAST_DAY_FOR_NOTICE, effect_of_notice, term_for_notice
from treaty.law.party_transitions import HALTED_FOR_IT
from treaty.law.reckoning import DayRange
from treaty.law.rules import Rule
from treaty.law.standing import Period, standing_on
from treaty.law.terms import term_on
from treaty.law.turns import Life
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import PartyStanding, Standing
from treaty.vocabulary.terms_of_life import EntryIntoForceKind, NoticeAnchor, RenewalKind, TermKind

ALIVE = frozenset({Standing.IN_FORCE, Standing.IN_NOTICE, Standing.SUSPENDED})
OVER = frozenset({Standing.ENDED, Standing.LAPSED})
OUTSTANDING = Rule(
    "consent-outstanding",
    "A party that has to act before the agreement binds it, by the agreement's rule or by a source, and has not acted, still has to.",
    ("VCLT art. 11", "VCLT art. 18"),
    "Signed in January 2026, one party's approval reported as pending: that party still has to act.",
)
AWAITED = Rule(
    "as-announced",
    "What a source says is still to come is a deadline on the day that it names, or on a day not known.",
    ("VCLT art. 26",),
    "A review announced for 2028: some day of 2028.",
)
DEADLINE_RULES = (OUTSTANDING, AWAITED)
ACTS_NEEDED = {
    EntryIntoForceKind.LAST_NOTIFICATION,
    EntryIntoForceKind.NTH_DEPOSIT,
    EntryIntoForceKind.EXCHANGE_OF_INSTRUMENTS,
}


@dataclass(frozen=True)
class Deadline:
    """Something still to come. `days` is None where no day is known; a range where it is known to the month or year only."""

    kind: DeadlineKind
    days: DayRange | None
    party: str | None
    sentence: str
    because: Because


def deadlines(document: Document, *, on: date, names: Names, inferred: Inferred = True) -> tuple[Deadline, ...]:
    """What is to come as seen on a day, the soonest first and what has no known day last.

    Only what follows from the record; a clause that nobody has coded has no deadline. `names` gives parties' names by code.
    """
    life = Life.of(as_seen_on(on, document), chosen(inferred))
    found = [*consents(life, on, names, inferred), *scheduled(life, on, names), *_exit(life, on)]
    return tuple(sorted(found, key=lambda one: (one.days.first if one.days else date.max, one.kind, one.party or "")))


def scheduled(life: Life, on: date, names: Names) -> Iterator[Deadline]:
    """What the record, read up to the day, has coming whether or not anybody acts on that day; consents apart."""
    yield from _applications(life.document, on)
    if not _is_over(life, on):
        yield from _announced(life, on)
    if not _is_alive(life, on):
        return
    yield from _suspensions(life, on)
    yield from _notices(life, on, names)
    if _is_being_left(life, on):
        return
    if end := _declared_end(life):
        yield _end(end)
        return
    yield from _terms(life, on)
    yield from _notice_possible(life, on)


def _is_alive(life: Life, on: date) -> bool:
    present = standing_on(on, life.periods)
    return present is not None and present.standing in ALIVE


def _is_over(life: Life, on: date) -> bool:
    present = standing_on(on, life.periods)
    return present is not None and present.standing in OVER


def _is_being_left(life: Life, on: date) -> bool:
    """Whether a notice is running that will end the whole."""
    return any(clock.moves_whole and clock.runs_on(DayRange.of(on)) and clock.effect for clock in life.clocks)


def _declared_end(life: Life) -> Period | None:
    return next((one for one in life.periods if one.standing is Standing.ENDED and one.because.basis is Basis.DECLARED), None)


def _end(end: Period) -> Deadline:
    """The end that a source has declared for a day still to come."""
    days = DayRange(end.begins, max(end.begins, end.since.last), end.since)
    return Deadline(DeadlineKind.END, days, None, f"It ends {days.words}.", end.because)


def as_seen_on(day: date, document: Document) -> Document:
    """The document without what happened after the day. A day of effect that was fixed by then stays."""
    kept: list[Event] = []
    for event in sorted(document.events, key=lambda one: one.kind in WITHDRAWALS | ENDINGS):
        fixed = event.kind in WITHDRAWALS | ENDINGS and any(one.id in event.concerns for one in kept)
        if event.occurrence is Occurrence.AWAITED or event.date is None or event.date.first <= day or fixed:
            kept.append(event)
    return document.model_copy(update={"events": tuple(event for event in document.events if event in kept)})


def _terms(life: Life, on: date) -> Iterator[Deadline]:
    """The end of the running term, or its tacit renewal; and the last day for notice against it."""
    duration = life.document.duration
    span = term_on(on, life.document, life.inference)
    if duration is None or span is None or span.ends is None or span.ends.last <= on:
        return
    tacit = duration.renewal is not None and duration.renewal.kind is RenewalKind.TACIT and not _is_last(life, span.ends, span.number)
    kind = DeadlineKind.TACIT_RENEWAL if tacit else DeadlineKind.END_OF_TERM
    final = f"The last day of its term {_is(span.ends.plus(days=-1))}."
    sentence = f"A new term begins {span.ends.words} unless notice is given in time." if tacit else final
    yield Deadline(kind, span.ends, None, sentence, span.because)
    said = duration.notice
    if said is None or said.anchor is not NoticeAnchor.BEFORE_END_OF_TERM:
        return
    if reached := term_for_notice(life.document, on, life.inference):
        term, last = reached
        because = Because(LAST_DAY_FOR_NOTICE.id, term.because.events, LAST_DAY_FOR_NOTICE.articles, Basis.INFERRED)
        ends = term.ends.words if term.ends else ""
        sentence = f"Notice has to be given {_by(last)} to end it with the term that ends {ends}."
        yield Deadline(DeadlineKind.LAST_DAY_FOR_NOTICE, last, None, sentence, because)


def _is_last(life: Life, ends: DayRange, number: int) -> bool:
    """Whether the clause allows no further tacit renewal after the term of that number; one that codes no length allows it."""
    renewal = life.document.duration.renewal if life.document.duration else None
    following = term_on(ends.last, life.document, life.inference)
    return bool(renewal and renewal.months) and following is not None and following.number == number


def _notice_possible(life: Life, on: date) -> Iterator[Deadline]:
    """The day from which notice can be given, where the agreement first wants a minimum time in force."""
    said = life.document.duration.notice if life.document.duration else None
    if said is None or said.anchor is not NoticeAnchor.AFTER_MINIMUM or not said.minimum_months or _has_no_way_out(life):
        return
    for entry in entries_into_force(life.document, life.inference)[:1]:
        minimum = entry.days.plus(months=said.minimum_months)
        if minimum.first > on:
            because = Because(AFTER_MINIMUM.id, entry.events, AFTER_MINIMUM.articles, Basis.INFERRED)
            since = day_in_words(minimum.first) if minimum.is_a_day else f"a day {minimum.words}"
            yield Deadline(DeadlineKind.NOTICE_POSSIBLE, minimum, None, f"Notice can be given from {since} on.", because)


def _exit(life: Life, on: date) -> Iterator[Deadline]:
    """When a notice given today would take effect."""
    if not _is_alive(life, on) or _is_being_left(life, on) or _declared_end(life) or _has_no_way_out(life):
        return
    effect = effect_of_notice(life.document, None, DayRange.of(on), life.inference)
    if effect and effect.rule:
        because = Because(effect.rule.id, (), effect.articles, Basis.INFERRED)
        doubt = ", if it can be left by notice at all" if effect.rule is YEARS_NOTICE else ""
        sentence = f"A notice given {when(on)} would take effect {effect.days.words}{doubt}."
        yield Deadline(DeadlineKind.EARLIEST_EXIT, effect.days, None, sentence, because)


def _has_no_way_out(life: Life) -> bool:
    """Whether nothing coded allows of a notice, nor leaves it to article 56 of the Vienna Convention."""
    duration = life.document.duration
    term = duration.term if duration else None
    said = duration.notice if duration else None
    return said is None and (term is None or term.kind is not TermKind.INDEFINITE or bool(term.condition))


def _notices(life: Life, on: date, names: Names) -> Iterator[Deadline]:
    """Notices given, not revoked and not yet effective; one whose clock stands still, or whose length nobody knows, has no day."""
    for clock in life.clocks:
        if clock.revoked or (clock.effect and clock.effect.last <= on):
            continue
        said = event_in_words(clock.notice, names)
        running = "its clock stands still" if clock.stops and clock.effect is None else "the day of its effect is not known"
        sentence = f"{said}: it takes effect {clock.effect.words}." if clock.effect else f"{said}: {running}."
        yield Deadline(DeadlineKind.NOTICE_TAKES_EFFECT, clock.effect, clock.notice.party, sentence, _clock_because(clock))


def _clock_because(clock: Clock) -> Because:
    events = (clock.notice.id, *(stop.stopped_by for stop in clock.stops), *([clock.declared] if clock.declared else []))
    basis = Basis.INFERRED if clock.rule else Basis.DECLARED
    return Because(clock.rule or "notice", tuple(dict.fromkeys(events)), clock.articles or ("VCLT art. 54",), basis)


def consents(life: Life, on: date, names: Names, inferred: Inferred) -> Iterator[Deadline]:
    """Who still has to act: whoever a source says so of, and whoever the agreement's rule needs and has not acted."""
    if _is_over(life, on):
        return
    awaited = {event.party: event for event in life.document.events if _is_awaited(event) and event.kind in CONSENTS and event.party}
    said = life.document.duration.entry_into_force if life.document.duration else None
    begun = life.in_force_from is not None and life.in_force_from <= on
    needed = begun or bool(said and said.kind in ACTS_NEEDED)
    for code, lived in bindings(life.document, inferred=inferred).items():
        binding = standing_on(on, lived)
        acted = any(event.party == code and event.kind in NOTIFICATIONS for event in life.events)
        signed = binding is not None and binding.standing in (PartyStanding.SIGNATORY, PartyStanding.PROVISIONAL)
        if code in awaited or (needed and signed and not acted):
            announced = awaited.get(code)
            sentence = f"{event_in_words(announced, names)}." if announced else _still_has_to(code, binding, names)
            events = (announced.id,) if announced else binding.because.events if binding else ()
            because = Because(OUTSTANDING.id, events, OUTSTANDING.articles, Basis.DECLARED if announced else Basis.INFERRED)
            yield Deadline(DeadlineKind.CONSENT_OUTSTANDING, _coming(announced, on), code, sentence, because)


def _still_has_to(code: str, binding: Binding | None, names: Names) -> str:
    who, signed = called(code, names), binding is None or binding.consent is PartyStanding.SIGNATORY
    did = "has signed" if signed else "applies it provisionally"
    return f"{who[0].upper()}{who[1:]} {did} and has not yet consented to be bound."


def _announced(life: Life, on: date) -> Iterator[Deadline]:
    """Reviews that a source says are still to be held."""
    for event in life.document.events:
        if event.kind is EventKind.REVIEW_HELD and _is_awaited(event) and ((days := _coming(event, on)) or not event.date):
            because = Because(AWAITED.id, (event.id,), AWAITED.articles, event.basis)
            yield Deadline(DeadlineKind.REVIEW, days, None, f"Review to be held {days.words if days else 'on a day not known'}.", because)


def _suspensions(life: Life, on: date) -> Iterator[Deadline]:
    """The ends of suspensions for a time, which the agreement outlives."""
    for event in life.events:
        if event.kind is EventKind.SUSPENSION and event.until and event.until.last >= on and _is_alive(life, event.until.last):
            days = DayRange.of(event.until)
            because = Because(HALTED_FOR_IT.id, (event.id,), HALTED_FOR_IT.articles, event.basis)
            yield Deadline(DeadlineKind.END_OF_SUSPENSION, days, event.party, f"The last day of the suspension {_is(days)}.", because)


def _applications(document: Document, on: date) -> Iterator[Deadline]:
    """The beginnings and ends of spans of application."""
    for span in applications(document):
        if span.begins and span.begins.first > on:
            first = f"{span.what}: the first day {_is(span.begins)}."
            yield Deadline(DeadlineKind.BEGIN_OF_APPLICATION, span.begins, None, first, span.because)
        if span.ends and span.ends.first > on:
            last = f"{span.what}: the last day {_is(span.ends.plus(days=-1))}."
            yield Deadline(DeadlineKind.END_OF_APPLICATION, span.ends, None, last, span.because)


def _is_awaited(event: Event) -> bool:
    return event.occurrence is Occurrence.AWAITED and event.weight is Weight.ACCEPTED


def _coming(event: Event | None, on: date) -> DayRange | None:
    """The day of an awaited event, unless it has passed or is not known."""
    days = counted(event) if event else None
    return days if days and days.last >= on else None


def _is(day: DayRange) -> str:
    """ "is 31 December 2075", "lies in 1960", "lies between 30 June 1961 and 29 June 1962"."""
    return f"is {day_in_words(day.first)}" if day.is_a_day and not day.shown.doubt else f"lies {day.words}"


def _by(last: DayRange) -> str:
    return f"by {day_in_words(last.first)}" if last.is_a_day else f"by a day {last.words}"
