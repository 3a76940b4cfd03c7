"""An agreement as a list shows it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalogue.asking import standing_then
from catalogue.models import Entry
from catalogue.reading import documents_of
from catalogue.words.passages import Piece, passage
from catalogue.words.query import Query
from treaty.document.document import Document
from treaty.document.wording import day_in_words, joined
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.roles import PARTY_ROLES
from web.showing.badge import Badge, badge
from web.showing.days import Days
from web.showing.links import page
from web.showing.words import counted

NAMED = 4  # a row names so many parties; where there are one or two more, it names them too


@dataclass(frozen=True)
class Row:
    """One agreement of a list, in ready words."""

    reference: str
    href: str
    title: str
    badge: Badge
    facts: tuple[str, ...]
    hints: tuple[str, ...]
    passage: tuple[Piece, ...] = ()
    compare: str = ""


def rows(entries: Iterable[Entry], days: Days, *, wanted: Query = ()) -> tuple[Row, ...]:
    """The rows of a page that `ask` found; with the passage in which the words stand, where words are looked for. One query at most."""
    entries = list(entries)
    documents = documents_of(entries) if wanted else {}
    return tuple(_row(entry, days, passage(_texts(documents.get(entry.pk)), wanted)) for entry in entries)


def _texts(document: Document | None) -> Iterator[str]:
    """What a record says in words, beside the title that every row shows."""
    if document is None:
        return
    yield from (document.summary, document.short_title, *(other.title for other in document.other_titles))
    yield from (provision.quote for provision in document.provisions)
    yield from (evidence.quote for _, evidence in document.all_evidence())
    yield from (document.note, *document.subjects)
    yield from (provision.note for provision in document.provisions)
    yield from (event.note for event in document.events)


def _row(entry: Entry, days: Days, words: tuple[Piece, ...]) -> Row:
    period = standing_then(entry)
    said = json.loads(entry.row)
    return Row(
        reference=entry.reference,
        href=page("agreement", entry.reference, **days.carried),
        title=entry.title,
        badge=badge(period.standing, period.since) if period else badge(None),
        facts=tuple(fact for fact in _facts(entry) if fact),
        hints=tuple(_hints(said, inferred=period is not None and period.basis is Basis.INFERRED)),
        passage=words,
        compare=page("compare", **{"with": entry.reference}, **days.carried),
    )


def _facts(entry: Entry) -> Iterable[str]:
    """Kind, parties, day of signature, reference; what is not known is left out."""
    yield entry.kind.label if entry.kind else ""
    yield few(list(dict.fromkeys(part.party.name for part in entry.participants.all() if part.role in PARTY_ROLES)))
    yield f"signed {day_in_words(entry.signed)}" if entry.signed else ""
    yield entry.reference


def _hints(said: dict[str, object], *, inferred: bool) -> Iterable[str]:
    if said.get("title_is_generated"):
        yield "title made by the register"
    if inferred:
        yield "standing inferred"


def few(names: list[str]) -> str:
    """Many names in few words: "Belgium, Canada, Denmark, France and 28 others"."""
    if len(names) <= NAMED + 2:
        return joined(names)
    return f"{', '.join(names[:NAMED])} and {counted(len(names) - NAMED, 'other')}"
