"""What the register learnt, revision by revision, and what happened in the world, since a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalogue.asking import ask
from catalogue.cursors import cursor_at, key_of, no_such_page, serial_of
from catalogue.models import Entry, Happening, Period
from catalogue.narrowing import narrowing
from catalogue.parameters import DAY, Parameters, Reading
from catalogue.question import Question
from catalogue.reading import last_serial
from catalogue.refusing import Refused
from catalogue.sets import among
from records.models import Revision
from records.vocabulary import Action

STRETCH = 50  # so many revisions stand on one page
NARROWS = ("party", "organisation", "region", "kind", "provision")
"""The parameters of a question about what was learnt: those that are true of a record, whenever one asks."""
NAME = "changes"


@dataclass(frozen=True)
class Learnt:
    """One revision, with the one before it where it changed a document that may still be read.

    `title` is "" for a record that has been retracted since: nothing of what it said is shown any more.
    """

    revision: Revision
    reference: str
    title: str
    before: Revision | None
    is_gone: bool
    into: str


@dataclass(frozen=True)
class Stretch:
    """A page of what was learnt, the last first, and the cursor of the next; "" where it is the last."""

    learnt: tuple[Learnt, ...]
    next_cursor: str


def learnt(question: Question, *, since: date | None, cursor: str = "") -> Stretch:
    """What was published, retracted or merged since a day, of the records that any of their revisions fits the question. Three queries.

    Raises Refused for a cursor that is not its own, NotFound for a page past the end.
    """
    found = _of(question, since)
    if cursor:
        found = found.filter(serial__lt=_serial(cursor))
    page = list(found.select_related("record", "merged_into")[: STRETCH + 1])
    if cursor and not page:
        raise no_such_page(cursor)
    rows, more = page[:STRETCH], len(page) > STRETCH
    befores = _befores(row for row in rows if row.number > 1 and row.action is Action.PUBLISHED and not row.is_gone)
    titles = _titles(rows)
    made = (_learnt(row, titles, befores.get((row.record_id, row.number - 1))) for row in rows)
    return Stretch(tuple(made), cursor_after(rows[-1].serial) if more else "")


def _learnt(row: Any, titles: Mapping[int, str], before: Revision | None = None) -> Learnt:
    return Learnt(
        revision=row,
        reference=row.record.reference,
        title="" if row.is_gone else titles.get(row.pk, titles.get(-row.record_id, "")),
        before=before,
        is_gone=row.is_gone,
        into=row.merged_into.reference if row.merged_into else "",
    )


@dataclass(frozen=True)
class Followed:
    """A page of what was learnt, the first first, the cursor to go on from, now or later, and whether there is more already."""

    learnt: tuple[Learnt, ...]
    cursor: str
    more: bool


def followed(question: Question, *, since: date | None = None, cursor: str = "", limit: int, texts: bool = False) -> Followed:
    """What was published, retracted or merged since a day or behind a cursor, in the order in which the register learnt it. Two queries.

    Serials are given out by one ledger row, for which writers queue until they commit: whoever sees one sees all before it,
    so nothing can still come before a cursor. `texts`: with the documents. Raises Refused for a cursor that is not its own.
    """
    after = _serial(cursor) if cursor else 0
    found = _of(question, since).filter(serial__gt=after).order_by("serial").select_related("record", "merged_into")
    rows = list((found if texts else found.defer("document"))[: limit + 1])
    rows, more = rows[:limit], len(rows) > limit
    titles = _titles(rows)
    return Followed(tuple(_learnt(row, titles) for row in rows), cursor_after(rows[-1].serial if rows else after), more)


def count_followed(question: Question, *, since: date | None = None, cursor: str = "") -> int:
    return _of(question, since).filter(serial__gt=_serial(cursor) if cursor else 0).count()


def count_learnt(question: Question, *, since: date | None) -> int:
    return _of(question, since).count()


def _of(question: Question, since: date | None) -> QuerySet[Any]:
    """The revisions that the question's day knows, the last first, each with whether its record is retracted now."""
    found = Revision.objects.order_by("-serial").annotate(
        is_gone=Exists(Revision.objects.filter(_LAST, record=OuterRef("record"), action=Action.RETRACTED))
    )
    if left := narrowing(question):
        found = found.filter(among("record", Entry.objects.filter(left.then()).values("record")))
    if question.as_known:
        found = found.filter(published_at__lt=datetime.combine(question.as_known + timedelta(days=1), time(), UTC))
    return found.filter(published_at__gte=datetime.combine(since, time(), UTC)) if since else found


_LAST = ~Exists(Revision.objects.filter(record=OuterRef("record"), number__gt=OuterRef("number")))


def _befores(rows: Iterable[Any]) -> Mapping[tuple[int, int], Revision]:
    """The revision before each, by record and number. One query."""
    wanted = Q(pk__in=[])
    for row in rows:
        wanted |= Q(record_id=row.record_id, number=row.number - 1)
    return {(row.record_id, row.number): row for row in Revision.objects.filter(wanted)}


def _titles(rows: list[Any]) -> Mapping[int, str]:
    """What each revision called its agreement; under minus its record's id, what the record was last called. One query."""
    named = Entry.objects.filter(record__in=[row.record_id for row in rows]).order_by("revision__number")
    found: dict[int, str] = {}
    for revision, record, title in named.values_list("revision", "record", "title"):
        found[revision] = found[-record] = title
    return found


def cursor_after(serial: int) -> str:
    """The cursor behind the revision of this serial, whichever way one reads on from it."""
    return cursor_at(NAME, serial)


def _serial(cursor: str) -> int:
    key_of(cursor, NAME)
    return serial_of(cursor) or 0


def read_since_or_cursor(parameters: Parameters, *, today: date) -> tuple[date | None, str]:
    """The day, or the cursor, since which changes are asked for. Raises Refused for what is neither. One query."""
    reading = Reading(parameters, tuple(parameters.keys()))
    said = reading.one("since")
    reading.done()
    if not said or DAY.fullmatch(said):
        return read_since(parameters, today=today), ""
    if not _is_ours(said):
        reading.fault("since", said, "“since” is a day, such as 2026-11-21, or the `cursor` of an earlier answer or of /status/ here.")
    reading.done()
    return None, said


def _is_ours(cursor: str) -> bool:
    """Whether this register may have given it. One from beyond its end, as after a backup was put back, would hide all that follows."""
    try:
        return _serial(cursor) <= last_serial()
    except Refused:
        return False


def read_since(parameters: Parameters, *, today: date) -> date | None:
    """The day since which changes are asked for. Raises Refused for one that is still to come."""
    reading = Reading(parameters, tuple(parameters.keys()))
    since = reading.day("since")
    if since and since > today:
        detail = f"What will change after {since.isoformat()} nobody can say; give a day up to {today.isoformat()}."
        reading.fault("since", since.isoformat(), detail)
    reading.done()
    return since


def happened(question: Question, *, since: date, limit: int) -> list[Happening]:
    """What happened in the world from a day up to the question's day, as far as its day is known so far; the last first. One query.

    One more than the limit is found where there are more.
    """
    theirs = among("entry", ask(question).entries.values("pk"))
    found = Happening.objects.filter(theirs, accepted=True, first__gte=since, first__lte=question.on)
    return list(found.select_related("entry", "party").order_by("-first", "entry__place", "pk")[: limit + 1])


def begun(question: Question, *, since: date, limit: int) -> list[Period]:
    """The standings that agreements took on from a day up to the question's day, the last first. One query."""
    theirs = among("entry", ask(question).entries.values("pk"))
    found = Period.objects.reading(inferring=question.inferring).filter(theirs, begins__gte=since, begins__lte=question.on)
    return list(found.select_related("entry").order_by("-begins", "entry__place", "pk")[: limit + 1])
