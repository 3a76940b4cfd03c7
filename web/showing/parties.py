"""The parties: all of them by letter, narrowed by name, type and region, with what they have on the day."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Q

from catalogue.figures import by_party
from catalogue.partners import in_force_by_party
from catalogue.question import Question
from parties.folding import fold
from parties.models import Party
from parties.querysets import PartyQuerySet
from parties.regions import REGIONS, SUBREGIONS
from treaty.vocabulary.party_types import PartyType
from treaty.vocabulary.standing import Standing
from web.showing.days import DayControl, Days, day_control
from web.showing.filtering import Option, Select
from web.showing.links import API, Link, page
from web.showing.words import counted, echo, number


@dataclass(frozen=True)
class PartyLine:
    """A party with the number of its agreements, and of those in force for it on the day."""

    code: str
    name: str
    href: str
    kind: str
    life: str
    agreements: Link | None
    in_force: Link | None


@dataclass(frozen=True)
class Letter:
    letter: str
    lines: tuple[PartyLine, ...]


@dataclass(frozen=True)
class PartiesPage:
    room = "parties"
    words: str
    count: str
    narrowed: str
    types: Select
    regions: Select
    days: DayControl
    kept: tuple[tuple[str, str], ...]
    letters: tuple[Letter, ...]
    all: str
    between: str
    take: tuple[Link, ...]


@dataclass(frozen=True)
class PartiesReading:
    """Parties that answer to a name, of some types, in some regions; with their agreements on the days asked for."""

    question: Question
    types: tuple[PartyType, ...]
    found: tuple[Party, ...]
    agreements: Mapping[str, int]
    in_force: Mapping[str, int]


def read_parties(question: Question, types: tuple[PartyType, ...]) -> PartiesReading:
    """Four queries."""
    found: PartyQuerySet = Party.objects.prefetch_related("lives")
    if fold(echo(question.words).strip()):
        found = found.called(echo(question.words).strip())
    if types:
        found = found.filter(type__in=types)
    if question.regions:
        found = found.filter(Q(region__in=question.regions) | Q(subregion__in=question.regions))
    bare = Question(on=question.on, as_known=question.as_known, inferring=question.inferring)
    counts = by_party(on=question.on, as_known=question.as_known)
    return PartiesReading(question, types, tuple(found), counts, in_force_by_party(bare))


def parties_page(read: PartiesReading, days: Days) -> PartiesPage:
    """All parties, or those that were asked for."""
    question = read.question
    words = echo(question.words).strip()
    lines = [_line(party, read, days) for party in read.found]
    letters = groupby(sorted(lines, key=lambda line: fold(line.name)), key=lambda line: _letter(line.name))
    asked = {"q": words, "type": ",".join(read.types), "region": ",".join(question.regions), **days.carried}
    return PartiesPage(
        words=words,
        count=counted(len(lines), "party", "parties"),
        narrowed=", ".join(_narrowed(words, read)),
        types=_select("type", "Type", "Any type", [(term.value, term.label) for term in PartyType], read.types),
        regions=_select("region", "Region", "Anywhere", list(_places()), question.regions),
        days=day_control(page("parties"), days, kept=asked),
        kept=tuple((name, value) for name, value in days.carried.items() if value),
        letters=tuple(Letter(letter, tuple(group)) for letter, group in letters),
        all=page("parties", **days.carried),
        between=page("betweens", **days.carried),
        take=(
            Link("The same as JSON", page("parties_data", **asked), "Every party of this list"),
            Link("API", f"{API}/parties/", "Parties from the REST interface"),
        ),
    )


def parties_data(read: PartiesReading, days: Days) -> dict[str, Any]:
    """The list, typed."""
    return {
        "as_of": days.on.isoformat(),
        "as_known": days.as_known.isoformat() if days.as_known else None,
        "inferred": days.inferring,
        "count": len(read.found),
        "parties": [
            {
                "code": party.code,
                "name": party.name,
                "type": party.type.value,
                "region": party.region or None,
                "subregion": party.subregion or None,
                "agreements": read.agreements.get(party.code, 0),
                "in_force": read.in_force.get(party.code, 0),
                "page": page("party", party.code, **days.carried),
            }
            for party in read.found
        ],
    }


def _places() -> Iterable[tuple[str, str]]:
    """Regions, and then the parts of regions."""
    yield from sorted(REGIONS.items(), key=lambda place: place[1])
    yield from sorted(SUBREGIONS.items(), key=lambda place: place[1])


def _select(name: str, label: str, blank: str, offered: Iterable[tuple[str, str]], chosen: Iterable[str]) -> Select:
    one = next(iter(chosen), "")
    return Select(f"filter-{name}", name, label, blank, tuple(Option(value, text, value == one) for value, text in offered))


def _narrowed(words: str, read: PartiesReading) -> Iterable[str]:
    if words:
        yield f"called “{words}”"
    if read.types:
        yield f"of the type {' or '.join(term.label.lower() for term in read.types)}"
    if read.question.regions:
        yield f"in {' or '.join((REGIONS | SUBREGIONS)[code] for code in read.question.regions)}"


def _letter(name: str) -> str:
    return unicodedata.normalize("NFKD", fold(name))[:1].upper()


def _line(party: Any, read: PartiesReading, days: Days) -> PartyLine:
    count, in_force = read.agreements.get(party.code, 0), read.in_force.get(party.code, 0)
    held = page("agreements", party=party.code, standing=Standing.IN_FORCE.value, **days.carried)
    return PartyLine(
        code=party.code,
        name=party.name,
        href=page("party", party.code, **days.carried),
        kind="" if party.type is PartyType.STATE else party.type.label,
        life="" if party.type is PartyType.STATE else ", ".join(_years(life) for life in party.lives.all()),
        agreements=Link(number(count), page("agreements", party=party.code, **days.carried)) if count else None,
        in_force=Link(number(in_force), held) if in_force else None,
    )


def _years(life: Any) -> str:
    begins = str(life.begins.first.year) if life.begins else ""
    ends = str(life.ends.first.year) if life.ends else ""
    return f"{begins}–{ends}" if begins or ends else ""
