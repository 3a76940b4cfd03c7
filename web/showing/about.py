"""What the register is, where it comes from, and what it does not claim."""

from dataclasses import dataclass

from catalogue.asking import ask
from catalogue.figures import years_signed
from catalogue.question import Question
from treaty.vocabulary.sources import SourceKind
from web.showing.days import DayControl, Days, day_control
from web.showing.links import page
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
    day: str
    years: str
    ranks: tuple[Rank, ...]
    days: DayControl
    json: str


def about_page(days: Days) -> AboutPage:
    years = years_signed(on=days.on, as_known=days.as_known)
    return AboutPage(
        agreements=number(_count(days)),
        day="" if days.sentence == "" else f", {days.sentence},",
        years=f"{years[0]} to {years[1]}" if years else "",
        ranks=tuple(Rank(kind.rank, kind.label, kind.definition) for kind in sorted(SourceKind, key=lambda kind: kind.rank)),
        days=day_control(page("about"), days),
        json=page("about_said", **days.two_days),
    )


def _count(days: Days) -> int:
    return ask(Question(on=days.on, as_known=days.as_known)).count()


def about_said(days: Days) -> dict[str, object]:
    """What the page says in numbers and lists, as data."""
    years = years_signed(on=days.on, as_known=days.as_known)
    return {
        "as_of": days.on.isoformat(),
        "as_known": days.as_known.isoformat() if days.as_known else None,
        "agreements": _count(days),
        "years_of_signature": list(years) if years else None,
        "ranks": [
            {"rank": kind.rank, "kind": kind.value, "label": kind.label, "definition": kind.definition}
            for kind in sorted(SourceKind, key=lambda kind: kind.rank)
        ],
    }
