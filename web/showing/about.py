"""What the register is, where it comes from, and what it does not claim."""

from dataclasses import dataclass
from datetime import date

from catalogue.asking import ask
from catalogue.figures import years_signed
from catalogue.question import Question
from treaty.vocabulary.sources import SourceKind
from web.showing.words import number


@dataclass(frozen=True)
class Rank:
    rank: int
    label: str
    definition: str


@dataclass(frozen=True)
class AboutPage:
    room = "about"
    agreements: str
    years: str
    ranks: tuple[Rank, ...]


def about_page(*, on: date) -> AboutPage:
    years = years_signed(on=on)
    return AboutPage(
        agreements=number(ask(Question(on=on)).count()),
        years=f"{years[0]} to {years[1]}" if years else "",
        ranks=tuple(Rank(kind.rank, kind.label, kind.definition) for kind in sorted(SourceKind, key=lambda kind: kind.rank)),
    )


def about_said(*, on: date) -> dict[str, object]:
    """What the page says in numbers and lists, as data."""
    years = years_signed(on=on)
    return {
        "agreements": ask(Question(on=on)).count(),
        "years_of_signature": list(years) if years else None,
        "ranks": [
            {"rank": kind.rank, "kind": kind.value, "label": kind.label, "definition": kind.definition}
            for kind in sorted(SourceKind, key=lambda kind: kind.rank)
        ],
    }
