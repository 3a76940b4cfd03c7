"""Every word of the register with its meaning and who says so."""

from dataclasses import dataclass
from functools import cache

from treaty.vocabulary.families import FAMILIES
from treaty.vocabulary.term import Term
from web.showing.links import anchor, term_anchor


@dataclass(frozen=True)
class Word:
    anchor: str
    label: str
    value: str
    definition: str
    source: str


@dataclass(frozen=True)
class Family:
    anchor: str
    label: str
    definition: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class GlossaryPage:
    room = "glossary"
    families: tuple[Family, ...]
    count: str


@cache
def glossary_page() -> GlossaryPage:
    """The words do not change while the program runs, so they are put into order once."""
    families = tuple(_family(label, family) for label, family in FAMILIES)
    return GlossaryPage(families, f"{sum(len(family.words) for family in families):,}")


def _family(label: str, family: type[Term]) -> Family:
    words = tuple(Word(term_anchor(term), term.label, term.value, term.definition, term.source) for term in family)
    return Family(anchor(family), label, (family.__doc__ or "").strip().splitlines()[0], words)
