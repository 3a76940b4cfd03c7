"""Which revision of a record a page is about, and under which days: read once, strictly, for every page of one agreement."""

from django.http import HttpRequest
from django.utils import timezone

from catalogue.parameters import Reading
from catalogue.question import INFERRED
from catalogue.reading import entry_of, revision_of
from web.showing.days import Days
from web.showing.record import RecordAsked

PARAMETERS = ("as_of", "as_known", "inferred", "revision")


def read_record(
    request: HttpRequest, reference: str, *, allowed: tuple[str, ...] = PARAMETERS, reading: Reading | None = None
) -> RecordAsked:
    """The record that a request asks for. Raises Refused with every fault, NotFound, and Gone for what is retracted.

    A view with parameters of its own hands over its `reading`, and has read them from it.
    """
    today = timezone.now().date()
    reading = reading or Reading(request.GET, allowed)
    on, as_known = reading.day("as_of") or today, reading.known_day(today=today)
    inferring = reading.one_of("inferred", INFERRED) != "no"
    number = whole(reading, "revision")
    if number is not None and as_known is not None:
        reading.fault("revision", str(number), "Give a revision or a day of the register (as_known), not both.")
    reading.done()
    revision = revision_of(reference, number) if number is not None else entry_of(reference, as_known=as_known).revision
    return RecordAsked(revision, reference, Days(on, as_known, today, inferring), number, request.build_absolute_uri("/").rstrip("/"))


def whole(reading: Reading, name: str, *, least: int = 1) -> int | None:
    """A whole number; None where it is not given."""
    value = reading.one(name)
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value) >= least):
        reading.fault(name, value, f"“{name}” is a whole number from {least} on.")
        return None
    return int(value)
