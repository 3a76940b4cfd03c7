"""Who a party is: its lives, names and codes, what came before and after it, what it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from parties.folding import fold
from parties.models import Membership, Party, Succession
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.wording import day_in_words
from treaty.vocabulary.names import NameKind
from web.showing.days import Days
from web.showing.links import Link, ShownTerm, page, shown_term
from web.showing.texts import language_name

NAME_ORDER = (NameKind.SHORT, NameKind.OFFICIAL, NameKind.TREATY, NameKind.FORMER, NameKind.ABBREVIATION)


@dataclass(frozen=True)
class ShownName:
    text: str
    kind: str
    code: str
    language: str
    span: str


@dataclass(frozen=True)
class Belonging:
    """Memberships, or members: those of the day, and those before or after it."""

    now: tuple[Link, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True)
class PartyFacts:
    """`called` is the name that it bore on the day, where that is another name than today's."""

    code: str
    name: str
    called: str
    kind: ShownTerm | None
    region: str
    note: str
    lives: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    names: tuple[ShownName, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    memberships: Belonging
    members: Belonging


def party_facts(party: Party, days: Days) -> PartyFacts:
    """Two queries, where the party brings its names, codes and lives."""
    successions = list(
        Succession.objects.filter(Q(successor=party) | Q(predecessor=party))
        .select_related("predecessor", "successor")
        .order_by("day", "pk")
    )
    belonging = list(Membership.objects.filter(Q(member=party) | Q(organisation=party)).select_related("member", "organisation"))
    return PartyFacts(
        code=party.code,
        name=party.name,
        called=_called(party, days.on),
        kind=shown_term(party.type, days.carried),
        region=SUBREGIONS.get(party.subregion) or REGIONS.get(party.region, ""),
        note=party.note,
        lives=tuple(span(life) for life in party.lives.all() if life.begins or life.ends),
        codes=tuple((code.scheme.label, _dated(code.value, code)) for code in party.codes.all()),
        names=tuple(_names(party)),
        before=tuple(_successions([row for row in successions if row.successor_id == party.pk], "predecessor", days)),
        after=tuple(_successions([row for row in successions if row.predecessor_id == party.pk], "successor", days)),
        memberships=_belonging([row for row in belonging if row.member_id == party.pk], "organisation", days),
        members=_belonging([row for row in belonging if row.organisation_id == party.pk], "member", days),
    )


def span(row: Any) -> str:
    """As in "from 28 July 1914 up to 1 December 1918"; the end is the first day on which it no longer held."""
    if row.begins and row.ends:
        return f"from {day_in_words(row.begins)} up to {day_in_words(row.ends)}"
    if row.begins:
        return f"since {day_in_words(row.begins)}"
    return f"up to {day_in_words(row.ends)}" if row.ends else "without known days"


def covers(row: Any, on: date) -> bool:
    """Whether it held on the day; an unknown day sets no limit."""
    return (row.begins is None or row.begins.first <= on) and (row.ends is None or on < row.ends.first)


def _called(party: Any, on: date) -> str:
    formers = [
        name
        for name in party.names.all()
        if name.kind is NameKind.FORMER and name.language == "en" and (name.begins or name.ends) and covers(name, on)
    ]
    return formers[-1].text if formers else ""


def _dated(text: str, row: Any) -> str:
    return f"{text} ({span(row)})" if row.begins or row.ends else text


def _names(party: Any) -> Iterable[ShownName]:
    def place(name: Any) -> tuple[Any, ...]:
        kind = NAME_ORDER.index(name.kind) if name.kind in NAME_ORDER else len(NAME_ORDER)
        return (name.language != "en", language_name(name.language), kind, fold(name.text))

    for name in sorted(party.names.all(), key=place):
        if name.kind is not NameKind.INVERTED:
            yield ShownName(
                name.text, name.kind.label, name.language, language_name(name.language), span(name) if name.begins or name.ends else ""
            )


def _successions(rows: Iterable[Any], other: str, days: Days) -> Iterable[Link]:
    for row in rows:
        party = getattr(row, other)
        words = [row.kind.label.lower(), day_in_words(row.day) if row.day else "day not known", row.note]
        yield Link(party.name, page("party", party.code, **days.carried), ", ".join(word for word in words if word))


def _belonging(rows: Iterable[Any], other: str, days: Days) -> Belonging:
    found: dict[bool, list[Link]] = {True: [], False: []}
    for row in sorted(rows, key=lambda row: fold(getattr(row, other).name)):
        party = getattr(row, other)
        words = ", ".join(word for word in (span(row), "" if row.verified else "not verified") if word)
        found[covers(row, days.on)].append(Link(party.name, page("party", party.code, **days.carried), words))
    return Belonging(tuple(found[True]), tuple(found[False]))
