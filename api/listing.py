"""Lists: what may be asked of every one of them, and how its rows are written as a page, as lines or as a table.

A row is a JSON text. Where it was written at publication it is passed on as it stands; a sparse row and the line of a
table are made from it.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from api.answering import address_with, answer, first_page, stream
from api.answers import Answer
from api.negotiating import CSV, JSON, JSON_LINES, LISTS, Format
from api.tables import columns_of, header, line_of
from catalogue.parameters import Parameters, Reading

COUNTED = ("yes", "no")
STRETCH = 500  # so many rows are held at a time


def listed(row: type[Answer], *takes: str) -> tuple[str, ...]:
    """The parameters of a list: its own, and those that every list takes; where a row has anything to expand, `expand`, too."""
    return (*takes, "format", "fields", *(["expand"] if row.expandable else []), "count")


@dataclass(frozen=True)
class Wanted:
    """How a list is to be written. `whole`: in one stream, rather than the page that a cursor and a limit name."""

    form: Format
    fields: tuple[str, ...]
    expanded: frozenset[str]
    counted: bool
    whole: bool


@dataclass(frozen=True)
class Rows:
    """Rows as JSON texts, and how they go on. `count` tells how many there are in all, `on` the day to which they belong.

    `since` is where a list that goes on growing is to be asked again, though there is no more for now.
    """

    texts: Iterable[str]
    count: Callable[[], int]
    cursor: str = ""
    on: date | None = None
    follows: str = "cursor"
    since: str | None = None


def read_wanted(parameters: Parameters, form: Format, row: type[Answer]) -> Wanted:
    """Raises Refused with every fault."""
    reading = Reading(parameters, tuple(parameters.keys()))
    reading.one_of("format", [one.name for one in LISTS])
    fields = reading.chosen("fields", row.model_fields)
    counted = reading.one_of("count", COUNTED) == "yes"
    expanded = {*(reading.chosen("expand", row.expandable) if row.expandable else ()), *set(fields).intersection(row.expandable)}
    if counted and form is not JSON:
        reading.fault("count", "yes", "The count stands beside the rows of a page, in JSON only.", allowed=("no",))
    reading.done()
    paged = any(parameters.getlist(name) for name in ("limit", "cursor"))
    return Wanted(
        form, tuple(name for name in row.model_fields if name in fields), frozenset(expanded), counted, form is not JSON and not paged
    )


def written(request: Request, rows: Rows, wanted: Wanted, row: type[Answer]) -> HttpResponseBase:
    """The list in the form that is wanted, with links to its next page and to its first."""
    texts = (sparse(text, wanted.fields) for text in rows.texts) if wanted.fields else rows.texts
    following = address_with(request, on=rows.on, **{rows.follows: rows.cursor}) if rows.cursor else None
    if wanted.form is JSON:
        found: HttpResponseBase = answer(_page(texts, rows, wanted, following))
    else:
        fields = wanted.fields or plain_fields(row, wanted.expanded)
        whole = () if request.method == "HEAD" else pieces(texts, wanted.form, row, fields)
        found = stream(whole, media_type=f"{wanted.form.media_type}; charset=utf-8")
    if wanted.form is CSV:
        found["Content-Disposition"] = f'attachment; filename="{"-".join(request.path.strip("/").split("/")[2:])}.csv"'
    if not wanted.whole:
        found["Link"] = ", ".join(f'<{one}>; rel="{rel}"' for rel, one in {"next": following, "first": first_page(request)}.items() if one)
    return found


def _page(texts: Iterable[str], rows: Rows, wanted: Wanted, following: str | None) -> str:
    cursor = rows.cursor if rows.since is None else rows.since
    ends = {"next": following, "cursor": cursor or None, "total": rows.count() if wanted.counted else None}
    return f'{{"results":[{",".join(texts)}],{json.dumps(ends)[1:]}'


def plain_fields(row: type[Answer], expanded: Collection[str] = ()) -> tuple[str, ...]:
    """The fields of a row for who names none: all but what has to be asked for, and was not."""
    return tuple(name for name in row.model_fields if name in expanded or name not in row.expandable)


def pieces(texts: Iterable[str], form: Format, row: type[Answer], fields: tuple[str, ...]) -> Iterator[str]:
    """The rows as lines of JSON, or as those of a table with a column for each of the fields."""
    if form is JSON_LINES:
        yield from (f"{text}\n" for text in texts)
        return
    columns = columns_of(row, fields)
    yield header(columns)
    for text in texts:
        yield line_of(json.loads(text), columns)


def stretches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows by the hundreds, so that what belongs to them is asked for together."""
    source = iter(rows)
    while found := list(islice(source, STRETCH)):
        yield found


def sparse(text: str, fields: tuple[str, ...]) -> str:
    """The row with these of its fields only."""
    said = json.loads(text)
    return json.dumps({name: said[name] for name in fields if name in said}, ensure_ascii=False, separators=(",", ":"))
