"""What agreements hold, row by row: provisions, events, deadlines; each with the agreement that it belongs to."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from pydantic import Field

from api.agreements import document_texts
from api.answers import AgreementRow, Answer, Page
from api.listing import STRETCH, Rows, Wanted, stretches
from catalogue.contents import DEADLINES, EVENTS, PROVISIONS
from catalogue.cursors import Sequence
from catalogue.models import Entry, Period
from catalogue.question import Question
from exports.rows import row_json
from treaty.document.days import PartialDay
from treaty.document.life import Event
from treaty.document.parts import PartyCode, Reference
from treaty.document.provision import Provision
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.deadlines import DeadlineKind


class OfAgreement(Answer):
    """What every row says of the agreement that it belongs to."""

    reference: Reference = Field(description="The public id of the agreement.")
    revision: int = Field(ge=1, description="The number of the revision that says so.")
    title: str = Field(description="The title of the agreement.")
    url: str = Field(description="The whole document.")
    agreement: AgreementRow | None = Field(None, description="The agreement's own row, where `expand=agreement` asks for it.")

    expandable: ClassVar[tuple[str, ...]] = ("agreement",)


class ProvisionRow(OfAgreement):
    """One provision of one agreement, with the terms of its kind."""

    provision: Provision = Field(description="The provision as it stands in the document; `terms` depend on `kind`.")


class EventRow(OfAgreement):
    """One event of one agreement."""

    event: Event = Field(description="The event as it stands in the document.")


class DeadlineRow(OfAgreement):
    """Something still to come for one agreement, as seen from the day."""

    kind: DeadlineKind
    day: PartialDay = Field(description="What may be said of the day on which it falls.")
    first: date = Field(description="The first day on which it can fall.")
    last: date = Field(description="The last day on which it can fall.")
    party: PartyCode | None = Field(description="Whose it is; null where it is the agreement's.")
    basis: Basis


class ProvisionPage(Page):
    """A stretch of a list of provisions."""

    results: list[ProvisionRow] = Field(description="The rows.")


class EventPage(Page):
    """A stretch of a list of events."""

    results: list[EventRow] = Field(description="The rows.")


class DeadlinePage(Page):
    """A stretch of a list of deadlines, the soonest first."""

    results: list[DeadlineRow] = Field(description="The rows.")


@dataclass(frozen=True)
class Content:
    """A list of what agreements hold: its order, and what it says of some rows at a time."""

    order: Sequence
    said: Callable[[list[Any]], Iterable[dict[str, Any]]]


def content_rows(content: Content, found: QuerySet[Any], question: Question, wanted: Wanted, *, folder: str) -> Rows:
    """The rows of a list of what agreements hold: a page of it, or all."""
    rows, cursor = (_with_standing(found, question) if "agreement" in wanted.expanded else found), ""
    if wanted.whole:
        some: Iterable[Any] = content.order.sort(rows).iterator(chunk_size=STRETCH)
    else:
        some, cursor = content.order.page(rows, cursor=question.cursor, limit=question.limit)
    return Rows(_texts(content, some, wanted, folder), found.count, cursor, question.on)


def _with_standing(found: QuerySet[Any], question: Question) -> QuerySet[Any]:
    then = Period.objects.covering(question.on).reading(inferring=question.inferring)
    return found.prefetch_related(Prefetch("entry__periods", then, to_attr="period_then"))


def _texts(content: Content, rows: Iterable[Any], wanted: Wanted, folder: str) -> Iterator[str]:
    for some in stretches(rows):
        for row, said in zip(some, content.said(some), strict=True):
            text = json.dumps({**_head(row.entry, folder), **said}, ensure_ascii=False, separators=(",", ":"))
            yield f'{text[:-1]},"agreement":{row_json(row.entry, folder)}}}' if "agreement" in wanted.expanded else text


def _head(entry: Entry, folder: str) -> dict[str, Any]:
    stored = json.loads(entry.row)
    return {
        "reference": entry.reference,
        "revision": stored["revision"],
        "title": entry.title,
        "url": f"{folder}{entry.reference}/",
    }


def _in_documents(part: str, name: str) -> Callable[[list[Any]], Iterable[dict[str, Any]]]:
    """Says of each row the part of its document that bears its key. One query for all of them."""

    def said(rows: list[Any]) -> Iterable[dict[str, Any]]:
        texts = document_texts(row.entry for row in rows)
        held = {pk: {one["id"]: one for one in json.loads(text)[part]} for pk, text in texts.items()}
        return ({name: held[row.entry_id][row.key]} for row in rows)

    return said


def _ahead(rows: list[Any]) -> Iterable[dict[str, Any]]:
    return (
        {
            "kind": row.kind.value,
            "day": row.shown.text,
            "first": row.first.isoformat(),
            "last": row.last.isoformat(),
            "party": row.party.code if row.party else None,
            "basis": row.basis.value,
        }
        for row in rows
    )


PROVISIONS_HELD = Content(PROVISIONS, _in_documents("provisions", "provision"))
EVENTS_HELD = Content(EVENTS, _in_documents("events", "event"))
DEADLINES_AHEAD = Content(DEADLINES, _ahead)
