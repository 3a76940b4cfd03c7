"""The revisions of a record: when each was published, and what it changed, as sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date

from catalogue.reading import continued_as, last_title, revisions_of
from catalogue.refusing import NotFound
from parties.models import Party
from records.models import Revision
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.difference import difference
from treaty.document.wording import day_in_words
from web.showing.days import DayControl, Days, day_control
from web.showing.links import Link, known_alike, page
from web.showing.record import RecordAsked
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
    beside: str


@dataclass(frozen=True)
class RevisionsPage:
    room = "agreements"
    reference: str
    title: str
    href: str
    revisions: tuple[ShownRevision, ...]
    json: str
    feed: str
    days: DayControl
    continued: Link | None = None


def shown_revision(revision: Revision, reference: str, carried: Mapping[str, str]) -> ShownRevision:
    at = revision.published_at.astimezone(UTC)
    return ShownRevision(
        number=revision.number,
        href=page("revision", reference, revision.number, **known_alike(carried)),
        on=at.date(),
        day=day_in_words(at.date()),
        moment=f"{day_in_words(at.date())}, {at:%H:%M} UTC",
        action=revision.action.label,
        retracted=revision.action is Action.RETRACTED,
        note=revision.note,
        sha256=revision.sha256,
        merged=revision.action is Action.MERGED,
    )


def continued(reference: str, days: Days) -> Link | None:
    """Where a merged record goes on; None for one that stands by itself. Raises Gone or NotFound for one that is not public."""
    new = continued_as(reference)
    return Link(new, page("agreement", new, **days.carried)) if new else None


def revisions_page(reference: str, days: Days) -> RevisionsPage:
    """Every revision that the register had on the day, of a record that is public, or was merged into one that is.

    Raises Gone or NotFound for any other, and for one that the register did not know yet.
    """
    going_on = continued(reference, days)
    return RevisionsPage(
        continued=going_on,
        reference=reference,
        title=last_title(reference),
        href=page("agreement", reference, **days.two_days),
        revisions=tuple(shown_revision(one, reference, days.two_days) for one in _known(reference, days)),
        json=page("revisions_data", reference, **days.two_days),
        feed=page("agreement_feed", reference),
        days=day_control(page("revisions", reference), days),
    )


def _known(reference: str, days: Days) -> list[Revision]:
    found = revisions_of(reference, as_known=days.as_known)
    if not found:
        raise NotFound(f"The register knew no agreement {reference}.", "reference", reference)
    return found


def changes(revision: Revision, before: Revision | None, asked: RecordAsked) -> Changes:
    """The differences to the revision before, in the order of the document. One query."""
    if before is None:
        return Changes(None, "", (), "")
    between = {"from": str(before.number), "to": str(revision.number)}
    names = dict(Party.objects.order_by().values_list("code", "name"))
    found = difference(read_document(before.document), read_document(revision.document), names)
    sentences = tuple(first_up(change.sentence) for change in found)
    return Changes(
        since=shown_revision(before, asked.reference, asked.carried),
        count=counted(len(sentences), "change"),
        sentences=sentences,
        beside=page("compare_revisions", asked.reference, **between, **asked.days.two_days),
    )
