"""The parties: all of them by letter, and each with its names, life and agreements."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from catalogue.asking import ask
from catalogue.figures import by_party
from catalogue.question import Question
from catalogue.refusing import NotFound
from parties.folding import fold
from parties.models import Party
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.wording import day_in_words
from treaty.vocabulary.names import NameKind
from treaty.vocabulary.party_types import PartyType
from treaty.vocabulary.standing import Standing
from web.showing.days import Days
from web.showing.links import API, Link, ShownTerm, page, shown_term
from web.showing.rows import Row, rows
from web.showing.texts import language_name
from web.showing.words import counted, echo, number

LATEST = 5
NAME_ORDER = (NameKind.SHORT, NameKind.OFFICIAL, NameKind.TREATY, NameKind.FORMER, NameKind.ABBREVIATION)


@dataclass(frozen=True)
class PartyLine:
    code: str
    name: str
    href: str
    kind: str
    life: str
    agreements: str


@dataclass(frozen=True)
class Letter:
    letter: str
    lines: tuple[PartyLine, ...]


@dataclass(frozen=True)
class PartiesPage:
    room = "parties"
    words: str
    count: str
    letters: tuple[Letter, ...]
    json: str


@dataclass(frozen=True)
class ShownName:
    text: str
    kind: str
    code: str
    language: str
    span: str


@dataclass(frozen=True)
class PartyPage:
    room = "parties"
    code: str
    name: str
    kind: ShownTerm | None
    region: str
    note: str
    lives: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    names: tuple[ShownName, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    memberships: tuple[Link, ...]
    members: tuple[Link, ...]
    count: str
    agreements_href: str
    in_force: str
    in_force_href: str
    latest: tuple[Row, ...]
    json: str


def parties_page(question: Question) -> PartiesPage:
    """All parties, or those with the words in one of their names. Three queries."""
    found = Party.objects.prefetch_related("lives")
    words = echo(question.words).strip()
    if fold(words):
        found = found.called(words)
    counts = by_party(on=question.on)
    lines = [_line(party, counts) for party in found]
    letters = groupby(sorted(lines, key=lambda line: fold(line.name)), key=lambda line: _letter(line.name))
    return PartiesPage(
        words=words,
        count=counted(len(lines), "party", "parties"),
        letters=tuple(Letter(letter, tuple(group)) for letter, group in letters),
        json=f"{API}/parties/",
    )


def _letter(name: str) -> str:
    return unicodedata.normalize("NFKD", fold(name))[:1].upper()


def _line(party: Any, counts: Mapping[str, int]) -> PartyLine:
    count = counts.get(party.code, 0)
    return PartyLine(
        code=party.code,
        name=party.name,
        href=page("party", party.code),
        kind="" if party.type is PartyType.STATE else party.type.label,
        life="" if party.type is PartyType.STATE else ", ".join(_years(life) for life in party.lives.all()),
        agreements=number(count) if count else "",
    )


def _years(life: Any) -> str:
    begins = str(life.begins.first.year) if life.begins else ""
    ends = str(life.ends.first.year) if life.ends else ""
    return f"{begins}–{ends}" if begins or ends else ""


def party_page(code: str, days: Days) -> PartyPage:
    """Everything about one party. Raises NotFound for a code that nobody has."""
    party = Party.objects.with_all().filter(code=code).first() if code.isprintable() else None
    if party is None:
        raise NotFound(f"No party has the code “{echo(code)}”.")
    question = Question(on=days.on, parties=(party.code,), limit=LATEST)
    found = ask(question)
    in_force = ask(replace(question, standings=(Standing.IN_FORCE,)))
    return PartyPage(
        code=party.code,
        name=party.name,
        kind=shown_term(party.type),
        region=SUBREGIONS.get(party.subregion) or REGIONS.get(party.region, ""),
        note=party.note,
        lives=tuple(_span(life) for life in party.lives.all() if life.begins or life.ends),
        codes=tuple((code.scheme.label, _dated(code.value, code)) for code in party.codes.all()),
        names=tuple(_names(party)),
        before=tuple(_successions(party.successions_before.all(), "predecessor")),
        after=tuple(_successions(party.successions_after.all(), "successor")),
        memberships=tuple(_memberships(party.memberships.all(), "organisation")),
        members=tuple(_memberships(party.members.all(), "member")),
        count=counted(found.count(), "agreement"),
        agreements_href=page("agreements", party=party.code),
        in_force=number(in_force.count()),
        in_force_href=page("agreements", party=party.code, standing=Standing.IN_FORCE.value),
        latest=rows(found.page().entries, days),
        json=f"{API}/parties/{party.code}/",
    )


def _span(row: Any) -> str:
    """As in "from 28 July 1914 up to 1 December 1918"; the end is the first day on which it no longer held."""
    if row.begins and row.ends:
        return f"from {day_in_words(row.begins)} up to {day_in_words(row.ends)}"
    if row.begins:
        return f"since {day_in_words(row.begins)}"
    return f"up to {day_in_words(row.ends)}" if row.ends else "without known days"


def _dated(text: str, row: Any) -> str:
    return f"{text} ({_span(row)})" if row.begins or row.ends else text


def _names(party: Any) -> Iterable[ShownName]:
    def place(name: Any) -> tuple[Any, ...]:
        kind = NAME_ORDER.index(name.kind) if name.kind in NAME_ORDER else len(NAME_ORDER)
        return (name.language != "en", language_name(name.language), kind, fold(name.text))

    for name in sorted(party.names.all(), key=place):
        if name.kind is not NameKind.INVERTED:
            span = _span(name) if name.begins or name.ends else ""
            yield ShownName(name.text, name.kind.label, name.language, language_name(name.language), span)


def _successions(rows: Iterable[Any], other: str) -> Iterable[Link]:
    for row in rows:
        party = getattr(row, other)
        words = [row.kind.label.lower(), day_in_words(row.day) if row.day else "day not known", row.note]
        yield Link(party.name, page("party", party.code), ", ".join(word for word in words if word))


def _memberships(rows: Iterable[Any], other: str) -> Iterable[Link]:
    for row in sorted(rows, key=lambda row: fold(getattr(row, other).name)):
        party = getattr(row, other)
        words = [_span(row), "" if row.verified else "not verified"]
        yield Link(party.name, page("party", party.code), ", ".join(word for word in words if word))
