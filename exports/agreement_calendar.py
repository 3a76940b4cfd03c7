"""One agreement's life as iCalendar (RFC 5545): what happened, and what is still to come, as days without an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from treaty.document.document import Document
from treaty.document.life import Event as LifeEvent
from treaty.document.wording import Names, event_in_words
from treaty.law.deadlines import Deadline
from treaty.law.reckoning import DayRange
from treaty.vocabulary.assertions import Occurrence, Weight

PRODUCT = "-//Entente//Register of defence agreements//EN"
LONGEST = 100  # letters of a title in the name of an entry


@dataclass(frozen=True)
class Origin:
    """Whence a calendar is: the record's address and host, and the moment at which its revision was published."""

    reference: str
    url: str
    host: str
    published_at: datetime


def agreement_calendar(document: Document, names: Names, coming: Iterable[Deadline], origin: Origin) -> bytes:
    """The calendar of one agreement. What is known to the month or year stretches over it, and says so.

    Rival values, and what has no day, stand in no calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _short(document.title))
    calendar.add("x-wr-calname", _short(document.title))
    calendar.add("url", origin.url)
    for event in document.events:
        days = _days(event)
        if days and event.weight is Weight.ACCEPTED:
            words = event_in_words(event, names)
            calendar.add_component(_entry(origin, event.id, days, f"{origin.reference}: {words}", event.note, document.title))
    for one in coming:
        if one.days:
            key = f"{one.kind.value.replace('_', '-')}-{(one.party or 'all').lower()}-{one.days.first.isoformat()}"
            who = f", {names.get(one.party, one.party)}" if one.party else ""
            summary = f"{origin.reference}: {one.kind.label}{who}"
            calendar.add_component(_entry(origin, key, one.days, summary, one.sentence, document.title))
    return bytes(calendar.to_ical())


def _days(event: LifeEvent) -> DayRange | None:
    """When it happened; what is awaited is in the calendar only where a source says for when."""
    day = event.date if event.occurrence is Occurrence.AWAITED else event.date or event.effective_date
    return DayRange.of(day) if day else None


def _entry(origin: Origin, key: str, days: DayRange, summary: str, said: str, title: str) -> Event:
    entry = Event()
    entry.add("uid", f"{origin.reference}-{key}@{origin.host}")
    entry.add("dtstamp", origin.published_at)
    entry.add("dtstart", days.first)
    entry.add("dtend", _after(days.last))
    entry.add("summary", summary)
    doubt = "" if days.is_a_day else f"Some day {days.words}."
    entry.add("description", "\n".join(part for part in (_short(title), said, doubt) if part))
    entry.add("url", origin.url)
    entry.add("transp", "TRANSPARENT")
    return entry


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
