"""Every dated deadline an agreement has had or will have, with the days from which and until which it is in prospect."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treaty.document.document import Document
from treaty.law.clocks import NOTICES
from treaty.law.deadlines import Deadline, as_seen_on, consents, scheduled
from treaty.law.inference import Inferred, chosen
from treaty.law.moments import counted
from treaty.law.reckoning import DayRange, add_days
from treaty.law.turns import Life
from treaty.vocabulary.assertions import Basis, Occurrence
from treaty.vocabulary.deadlines import DeadlineKind

HORIZON = date(2100, 1, 1)
"""Terms that renew themselves for ever are followed as far as this day; nobody can ask for deadlines seen from a later one."""


@dataclass(frozen=True)
class Prospect:
    """A deadline, seen from the day `begins` up to but not including `ends`; None where it is seen for ever."""

    kind: DeadlineKind
    party: str | None
    days: DayRange
    basis: Basis
    begins: date
    ends: date | None


def outlook(document: Document, *, inferred: Inferred = True) -> tuple[Prospect, ...]:
    """What `deadlines` answers on each day before the horizon, as spans of days, the first seen first.

    Deadlines without a day are left out, and so is the earliest exit, which moves with the day from which it is counted.
    """
    seen: dict[tuple[DeadlineKind, str | None, DayRange, Basis], date] = {}
    found = []
    for day, coming in _days_of_change(document, inferred):
        present = {_what(one, one.days): None for one in coming if one.days}
        found += [Prospect(*what, begins, day) for what, begins in seen.items() if what not in present]
        seen = {what: seen.get(what, day) for what in present}
    found += [Prospect(*what, begins, None) for what, begins in seen.items()]
    return tuple(sorted(found, key=lambda one: (one.begins, one.days.first, one.kind, one.party or "")))


def _what(one: Deadline, days: DayRange) -> tuple[DeadlineKind, str | None, DayRange, Basis]:
    return one.kind, one.party, days, one.because.basis


def _days_of_change(document: Document, inferred: Inferred) -> Iterator[tuple[date, list[Deadline]]]:
    """Each day before the horizon on which the deadlines may differ from the day before, with what they then are."""
    if not _looks_ahead(document):
        return
    edges = _edges(document)
    day = date.min  # what a source announces is in prospect before anything has happened
    life: Life | None = None
    while day < HORIZON:
        seen = as_seen_on(day, document)
        if life is None or seen.events != life.document.events:  # between events a life is read once
            life = Life.of(seen, chosen(inferred))
        coming = [*scheduled(life, day, {}), *_announced_consents(life, day, inferred)]
        yield day, coming
        turns = [period.begins for period in life.periods]
        turns += [edge for one in coming if one.days for edge in _around(one.days)]
        following = [edge for edge in (*turns, *edges) if edge > day]
        day = min(following, default=HORIZON)


def _looks_ahead(document: Document) -> bool:
    """Whether anything in the record can give a deadline a day: most records have only a past."""
    said = document.duration
    clauses = said is not None and (said.term is not None or said.notice is not None or bool(said.applications))
    return clauses or any(
        event.occurrence is Occurrence.AWAITED or event.effective_date or event.until or event.concerns or event.kind in NOTICES
        for event in document.events
    )


def _edges(document: Document) -> list[date]:
    """The days on which the record itself grows, or one of its own days comes or passes, in order."""
    days = [day for event in document.events for day in (event.date, event.effective_date, event.until) if day]
    if document.duration:
        days += [day for span in document.duration.applications for day in (span.begins, span.ends) if day]
    return sorted({edge for day in days for edge in _around(DayRange.of(day))})


def _around(days: DayRange) -> tuple[date, ...]:
    """The days at which a date that may be partial begins to be possible, is so for the last time, and is past."""
    return days.first, add_days(days.first, 1), days.last, add_days(days.last, 1)


def _announced_consents(life: Life, day: date, inferred: Inferred) -> Iterator[Deadline]:
    """Consents that a source expects on a day. Those without one are many and stand in no calendar."""
    if any(event.occurrence is Occurrence.AWAITED and counted(event) and event.party for event in life.document.events):
        yield from (one for one in consents(life, day, {}, inferred) if one.days)
