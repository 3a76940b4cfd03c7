"""The revisions of the register: of one agreement, and of all of them in the order in which it learnt."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

from pydantic import Field

from api.answers import Answer, Page
from api.listing import STRETCH, Rows, Wanted
from catalogue.changes import Learnt, count_followed, followed
from catalogue.question import Question
from catalogue.reading import continued_as, revisions_of
from records.models import Revision
from records.vocabulary import Action
from treaty.document.document import Document
from treaty.document.parts import Reference, Sha256


class RevisionRow(Answer):
    """What the register said of one agreement from one moment on."""

    reference: Reference = Field(description="The public id of the agreement.")
    number: int = Field(ge=1, description="Its number among those of the agreement.")
    action: Action
    published_at: datetime = Field(description="When the register learnt it.")
    note: str = Field(description="Why, in the words of who published it; of a retraction, its reason.")
    sha256: Sha256 = Field(description="Of the document's bytes; its ETag.")
    merged_into: Reference | None = Field(description="The agreement that continues it, for a merger.")
    url: str = Field(description="The document as it was published then.")


class RevisionPage(Page):
    """All revisions of one agreement, the last first."""

    results: list[RevisionRow] = Field(description="The rows.")


class Change(RevisionRow):
    """One revision in the order of the whole register. Of a record that has been retracted since, what it said is gone."""

    serial: int = Field(ge=1, description="Its place among all revisions.")
    title: str = Field(description="Empty where the record has been retracted since.")
    document: Document | None = Field(
        None,
        description="The document, where `expand=document` asks for it; null for a retraction, a merger, or what is retracted now.",
    )

    expandable: ClassVar[tuple[str, ...]] = ("document",)


class ChangePage(Page):
    """A stretch of what the register learnt, the first first."""

    results: list[Change] = Field(description="The rows.")
    cursor: str = Field(description="Ask `since` this next time, whether there is more already or not.")


def revision_rows(reference: str, *, folder: str) -> Rows:
    """Raises Gone and NotFound as the agreement itself does; of a merged record the revisions stay where they were."""
    continued_as(reference)
    found = revisions_of(reference)
    said = (_said(one, reference, one.merged_into.reference if one.merged_into else "", folder) for one in found)
    return Rows((json.dumps(one, ensure_ascii=False) for one in said), lambda: len(found))


def change_rows(question: Question, since: date | None, cursor: str, wanted: Wanted, *, folder: str) -> Rows:
    """What the register learnt since a day or a cursor: a page of it, or all."""
    texts = "document" in wanted.expanded
    count = partial(count_followed, question, since=since, cursor=cursor)
    if wanted.whole:
        return Rows(_all(question, since, cursor, folder, texts), count)
    page = followed(question, since=since, cursor=cursor, limit=question.limit, texts=texts)
    said = (_change(one, folder, texts) for one in page.learnt)
    return Rows(said, count, page.cursor if page.more else "", follows="since", since=page.cursor)


def _all(question: Question, since: date | None, cursor: str, folder: str, texts: bool) -> Iterator[str]:
    more = True
    while more:
        page = followed(question, since=since, cursor=cursor, limit=STRETCH, texts=texts)
        yield from (_change(one, folder, texts) for one in page.learnt)
        cursor, more = page.cursor, page.more


def _change(one: Learnt, folder: str, texts: bool) -> str:
    said = {**_said(one.revision, one.reference, one.into, folder), "serial": one.revision.serial, "title": one.title}
    if one.is_gone and one.revision.action is not Action.RETRACTED:
        said["note"] = ""
    text = json.dumps(said, ensure_ascii=False)
    if not texts:
        return text
    document = one.revision.document if one.revision.action is Action.PUBLISHED and not one.is_gone else "null"
    return f'{text[:-1]},"document":{document}}}'


def _said(revision: Revision, reference: str, into: str, folder: str) -> dict[str, Any]:
    return {
        "reference": reference,
        "number": revision.number,
        "action": revision.action.value,
        "published_at": revision.published_at.isoformat().replace("+00:00", "Z"),
        "note": revision.note,
        "sha256": revision.sha256,
        "merged_into": into or None,
        "url": f"{folder}{reference}/revisions/{revision.number}/",
    }
