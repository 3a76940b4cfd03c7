"""How the agreement stands to others, as sentences that link to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.wording import day_in_words
from web.showing.evidence import Citation, citations
from web.showing.links import page
from web.showing.words import first_up


@dataclass(frozen=True)
class ShownRelation:
    """`href` is empty where the other agreement is not in the register."""

    id: str
    verb: str
    definition: str
    title: str
    reference: str
    href: str
    day: str
    note: str
    citations: tuple[Citation, ...]


def relations(
    document: Document, titles: Mapping[str, str], carried: Mapping[str, str], reading: Mapping[str, str]
) -> tuple[ShownRelation, ...]:
    """`titles` are those of the public records that the document names."""
    return tuple(
        ShownRelation(
            id=relation.id,
            verb=first_up(relation.kind.inverse if relation.inverse else relation.kind.label),
            definition=relation.kind.definition,
            title=titles.get(relation.target or "", relation.target_title or relation.target or ""),
            reference=relation.target or "",
            href=page("agreement", relation.target, **carried) if relation.target and relation.target in titles else "",
            day=day_in_words(relation.effective_date) if relation.effective_date else "",
            note=relation.note,
            citations=citations(document, relation.evidence, reading),
        )
        for relation in document.relations
    )
