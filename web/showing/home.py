"""The first page: the register in numbers on a day, with ways in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.asking import ask
from catalogue.figures import Figures, figures, years_signed
from catalogue.orders import ORDERS
from catalogue.question import UNKNOWN, Question
from parties.models import Party
from treaty.document.wording import day_in_words
from treaty.vocabulary.standing import Standing
from web.showing.badge import LABELS, look
from web.showing.days import DayControl, Days, day_control
from web.showing.links import API, SCHEMA, Link, page
from web.showing.rows import Row, rows
from web.showing.words import number

EXAMPLES = (
    ("What bound Japan and the United States in 1955?", ("JPN", "USA"), {"standing": "in_force", "as_of": "1955-01-01"}),
    ("And ten years later?", ("JPN", "USA"), {"standing": "in_force", "as_of": "1965-01-01"}),
    ("Promises of mutual defence in force in 1960", (), {"provision": "mutual_defence", "standing": "in_force", "as_of": "1960-01-01"}),
    ("Signed, with no known entry into force", (), {"standing": "signed"}),
)


@dataclass(frozen=True)
class Bar:
    """A line of a ranked list: how many, and how long its bar is, from 0 to 100."""

    label: str
    definition: str
    count: str
    length: str
    look: str
    href: str


@dataclass(frozen=True)
class HomePage:
    room = "home"
    agreements: str
    parties: str
    in_force: str
    in_force_href: str
    years: str
    day: str
    standings: tuple[Bar, ...]
    kinds: tuple[Bar, ...]
    provisions: tuple[Bar, ...]
    latest: tuple[Row, ...]
    latest_href: str
    examples: tuple[Link, ...]
    days: DayControl
    kept: tuple[tuple[str, str], ...]
    json: str
    api: str
    schema: str


def home_page(days: Days) -> HomePage:
    """At most a dozen queries, however large the register is."""
    numbers = figures(Question(on=days.on, as_known=days.as_known))
    years = years_signed(on=days.on, as_known=days.as_known)
    latest = ask(Question(on=days.on, as_known=days.as_known, order=ORDERS["-published"], limit=5)).page()
    return HomePage(
        agreements=number(numbers.agreements),
        parties=number(numbers.parties),
        in_force=number(numbers.standings.get(Standing.IN_FORCE, 0)),
        in_force_href=page("agreements", standing=Standing.IN_FORCE.value, **days.carried),
        years=f"{years[0]} to {years[1]}" if years else "",
        day="today" if days.on == days.today else f"on {day_in_words(days.on)}",
        standings=tuple(_standings(numbers, days)),
        kinds=tuple(_ranked("kind", numbers.kinds, days)),
        provisions=tuple(_ranked("provision", numbers.provisions, days)),
        latest=rows(latest.entries, days),
        latest_href=page("agreements", order="-published", **days.carried),
        examples=tuple(_examples(days)),
        days=day_control(page("home"), days),
        kept=tuple((name, value) for name, value in days.two_days.items() if value),
        json=page("home_data", **days.two_days),
        api=f"{API}/agreements/",
        schema=SCHEMA,
    )


def _standings(numbers: Figures, days: Days) -> Iterable[Bar]:
    counts = [(term.value, LABELS.get(term, term.label), term.definition, count) for term, count in numbers.standings.items()]
    counts.append((UNKNOWN, "Not known", "No event of its life has a known date that has come.", numbers.standing_unknown))
    most = max([count for *_, count in counts] or [0])
    for value, label, definition, count in sorted(counts, key=lambda row: -row[3]):
        if count:
            href = page("agreements", standing=value, **days.carried)
            yield Bar(label, definition, number(count), _length(count, most), _look(value), href)


def _look(value: str) -> str:
    return look(None) if value == UNKNOWN else look(Standing(value))


def _ranked(parameter: str, counts: Mapping[Any, int], days: Days) -> Iterable[Bar]:
    most = max(counts.values(), default=0)
    for term, count in counts.items():
        href = page("agreements", **{parameter: term.value}, **days.carried)
        yield Bar(term.label, term.definition, number(count), _length(count, most), "plain", href)


def _length(count: int, most: int) -> str:
    return f"{max(1.0, 100 * count / most):.1f}" if most else "0"


def _examples(days: Days) -> Iterable[Link]:
    """Questions to begin with, as far as the register knows the parties they name. One query."""
    named = {code for _, codes, _ in EXAMPLES for code in codes}
    known = set(Party.objects.filter(code__in=named).order_by().values_list("code", flat=True))
    for text, codes, parameters in EXAMPLES:
        if known.issuperset(codes):
            yield Link(text, page("agreements", **{**days.carried, "between": ",".join(codes), **parameters}))


def home_said(days: Days) -> Mapping[str, Any]:
    """The numbers of the page as data. Seven queries."""
    numbers = figures(Question(on=days.on, as_known=days.as_known))
    signed = years_signed(on=days.on, as_known=days.as_known)
    return {
        "as_of": days.on.isoformat(),
        "as_known": days.as_known.isoformat() if days.as_known else None,
        "agreements": numbers.agreements,
        "parties": numbers.parties,
        "years_of_signature": list(signed) if signed else None,
        "by_standing": {**{term.value: count for term, count in numbers.standings.items()}, UNKNOWN: numbers.standing_unknown},
        "by_kind": {term.value: count for term, count in numbers.kinds.items()},
        "by_provision": {term.value: count for term, count in numbers.provisions.items()},
    }
