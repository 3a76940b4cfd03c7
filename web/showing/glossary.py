"""Every word of the register with its meaning and who says so; all of them, or those in which some letters stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parties.folding import fold
from treaty.vocabulary.families import FAMILIES
from treaty.vocabulary.term import Term
from web.showing.days import DayControl, Days, day_control
from web.showing.links import anchor, page, term_anchor
from web.showing.words import counted, echo, number


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
    asked: str
    found: str
    json: str
    kept: tuple[tuple[str, str], ...]
    days: DayControl


def glossary_page(asked: str, days: Days) -> GlossaryPage:
    """All words, or those that are asked for. They mean the same on every day; the days are handed on."""
    families = families_with(asked)
    return GlossaryPage(
        families=families,
        count=number(_count(all_families())),
        asked=echo(asked).strip(),
        found=counted(_count(families), "word") if asked.strip() else "",
        json=page("glossary_data", q=asked),
        kept=tuple((name, value) for name, value in days.two_days.items() if value),
        days=day_control(page("glossary"), days, kept={"q": asked}, unmoved="The words mean the same on every day."),
    )


def families_with(asked: str) -> tuple[Family, ...]:
    """All families; where something is asked for, the words with all of it in label, value, definition or source."""
    wanted = fold(asked).split()
    return tuple(_with(wanted)) if wanted else all_families()


@cache
def all_families() -> tuple[Family, ...]:
    """The words do not change while the program runs, so they are put into order once."""
    return tuple(_family(label, family) for label, family in FAMILIES)


def _count(families: tuple[Family, ...]) -> int:
    return sum(len(family.words) for family in families)


def _with(wanted: list[str]) -> Iterator[Family]:
    """The families that have such words, with those words only; a family that is called so stands whole."""
    for family in all_families():
        words = tuple(word for word in family.words if _has(wanted, family.label, word.label, word.value, word.definition, word.source))
        if words:
            yield Family(family.anchor, family.label, family.definition, words)


def _has(wanted: list[str], *texts: str) -> bool:
    text = fold(" ".join(texts))
    return all(one in text for one in wanted)


def _family(label: str, family: type[Term]) -> Family:
    words = tuple(Word(term_anchor(term), term.label, term.value, term.definition, term.source) for term in family)
    return Family(anchor(family), label, (family.__doc__ or "").strip().splitlines()[0], words)


def glossary_said(asked: str = "") -> dict[str, object]:
    """The same as data."""
    return {
        "families": [
            {
                "label": family.label,
                "definition": family.definition,
                "words": [
                    {"value": word.value, "label": word.label, "definition": word.definition, "source": word.source, "anchor": word.anchor}
                    for word in family.words
                ],
            }
            for family in families_with(asked)
        ]
    }
