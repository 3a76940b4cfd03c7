"""Deadlines as an iCalendar file (RFC 5545), for calendar programs to subscribe to."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from web.showing.prospects import Line

PRODUCT = "-//Entente//Register of defence agreements//EN"


def deadlines_calendar(lines: Iterable[Line], *, name: str, site: str) -> bytes:
    """A whole-day event for each deadline; one whose day is not known spans all the days that it can be, and its title says so.

    The same deadline has the same UID each time. None of them makes anybody busy.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for line in lines:
        calendar.add_component(_event(line, site.rstrip("/")))
    return calendar.to_ical()


def _event(line: Line, root: str) -> Event:
    event = Event()
    kind = line.kind.label if line.kind else ""
    vague = "" if line.first == line.last else f" (some day: {line.when})"
    event.add("uid", f"{line.reference}-{line.value}-{line.party_code or 'all'}-{line.first:%Y%m%d}-{line.last:%Y%m%d}@entente")
    event.add("dtstamp", datetime.strptime(line.learnt, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
    event.add("dtstart", line.first)
    event.add("dtend", line.last + timedelta(days=1))
    event.add("summary", f"{kind}{vague}: {line.title}")
    event.add("description", f"{line.sentence}\n{line.title} ({line.reference})\n{root}{line.href}")
    event.add("url", f"{root}{line.href}")
    event.add("categories", [kind, "Inferred" if line.inferred else "Declared"])
    event.add("transp", "TRANSPARENT")
    return event
