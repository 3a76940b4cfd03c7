"""How the agreement stands to others, as sentences that link to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.kinship import Family
from catalogue.reading import Place
from treaty.document.document import Document
from treaty.document.relation import Relation
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


def places_in(family: Family) -> dict[str, Place]:
    """Where those stand that the records of a family name, by the reference that is named."""
    titles = {kin.entry.reference: kin.entry.title for kin in family.kin}
    return {named: Place(now, titles[now]) for named, now in family.continued.items() if now in titles}


def relations(
    document: Document, places: Mapping[str, Place], carried: Mapping[str, str], reading: Mapping[str, str]
) -> tuple[ShownRelation, ...]:
    """`places` are those of the public records that the document names: a merged one is shown where it went.

    `reading` are the parameters under which the document's own texts are read.
    """
    return tuple(_shown(document, one, places.get(one.target or ""), carried, reading) for one in document.relations)


def _shown(
    document: Document, relation: Relation, place: Place | None, carried: Mapping[str, str], reading: Mapping[str, str]
) -> ShownRelation:
    return ShownRelation(
        id=relation.id,
        verb=first_up(relation.kind.inverse if relation.inverse else relation.kind.label),
        definition=relation.kind.definition,
        title=place.title if place else relation.target_title or relation.target or "",
        reference=place.reference if place else relation.target or "",
        href=page("agreement", place.reference, **carried) if place else "",
        day=day_in_words(relation.effective_date) if relation.effective_date else "",
        note=relation.note,
        citations=citations(document, relation.evidence, reading),
    )
