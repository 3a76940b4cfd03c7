"""The revisions of one agreement as an Atom feed (RFC 4287), each with what it changed."""

from collections.abc import Sequence
from html import escape  # a summary of a feed is read as HTML

from django.utils.feedgenerator import Atom1Feed

from parties.models import Party
from records.models import Revision
from treaty.document.canonical import read_document
from treaty.document.difference import difference
from web.showing.links import page
from web.showing.words import counted, first_up

ENTRIES, SENTENCES = 50, 20


def revision_feed(reference: str, revisions: Sequence[Revision], *, site: str) -> str:
    """The last of them first; `revisions` come first to last, with their documents. One query."""
    names = dict(Party.objects.order_by().values_list("code", "name"))
    documents = [read_document(one.document) for one in revisions[-ENTRIES - 1 :]]
    feed = Atom1Feed(
        title=f"Entente {reference}: {documents[-1].title}",
        link=site + page("agreement", reference),
        description="",
        feed_url=site + page("agreement_feed", reference),
        feed_guid=site + page("agreement_feed", reference),
        author_name="Entente",
    )
    pairs = list(zip([None, *documents], documents, revisions[-ENTRIES - 1 :], strict=False))
    for before, document, revision in reversed(pairs[-ENTRIES:]):
        changes = [first_up(change.sentence) for change in difference(before, document, names)] if before else []
        href = site + page("revision", reference, revision.number)
        feed.add_item(
            title=f"Revision {revision.number}, {revision.action.label.lower()}: {document.title}",
            link=href,
            unique_id=href,
            description=escape(" ".join(part for part in (revision.note, _said(changes)) if part) or "The first revision."),
            updateddate=revision.published_at,
            pubdate=revision.published_at,
        )
    return str(feed.writeString("utf-8"))


def _said(changes: list[str]) -> str:
    more = f" And {counted(len(changes) - SENTENCES, 'more change')}." if len(changes) > SENTENCES else ""
    return " ".join(changes[:SENTENCES]) + more
