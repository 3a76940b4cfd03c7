"""The revisions of a record: when each was published, and what it changed, as sentences."""

from dataclasses import dataclass
from datetime import UTC, date

from catalogue.reading import continued_as, last_title, revisions_of
from parties.models import Party
from records.models import Revision
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.difference import difference
from treaty.document.wording import day_in_words
from web.showing.links import Link, page
from web.showing.words import counted, first_up


@dataclass(frozen=True)
class ShownRevision:
    number: int
    href: str
    on: date
    day: str
    moment: str
    action: str
    retracted: bool
    note: str
    sha256: str
    merged: bool = False


@dataclass(frozen=True)
class Changes:
    """What a revision changed. `since` is the one before; None for the first, which changed nothing."""

    since: ShownRevision | None
    count: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class RevisionsPage:
    room = "agreements"
    reference: str
    title: str
    href: str
    revisions: tuple[ShownRevision, ...]
    json: str
    feed: str
    continued: Link | None = None


def shown_revision(revision: Revision, reference: str) -> ShownRevision:
    at = revision.published_at.astimezone(UTC)
    return ShownRevision(
        number=revision.number,
        href=page("revision", reference, revision.number),
        on=at.date(),
        day=day_in_words(at.date()),
        moment=f"{day_in_words(at.date())}, {at:%H:%M} UTC",
        action=revision.action.label,
        retracted=revision.action is Action.RETRACTED,
        note=revision.note,
        sha256=revision.sha256,
        merged=revision.action is Action.MERGED,
    )


def continued(reference: str) -> Link | None:
    """Where a merged record goes on; None for one that stands by itself. Raises Gone or NotFound for one that is not public."""
    new = continued_as(reference)
    return Link(new, page("agreement", new)) if new else None


def revisions_page(reference: str) -> RevisionsPage:
    """Every revision of a record that is public, or was merged into one that is. Raises Gone or NotFound for any other."""
    going_on = continued(reference)
    return RevisionsPage(
        continued=going_on,
        reference=reference,
        title=last_title(reference),
        href=page("agreement", reference),
        revisions=tuple(shown_revision(one, reference) for one in revisions_of(reference)),
        json=page("revisions_data", reference),
        feed=page("agreement_feed", reference),
    )


def changes(revision: Revision, before: Revision | None, reference: str) -> Changes:
    """The differences to the revision before, in the order of the document. One query."""
    if before is None:
        return Changes(None, "", ())
    names = dict(Party.objects.order_by().values_list("code", "name"))
    found = difference(read_document(before.document), read_document(revision.document), names)
    sentences = tuple(first_up(change.sentence) for change in found)
    return Changes(shown_revision(before, reference), counted(len(sentences), "change"), sentences)
