"""Parties as answers: the list that is asked for, and one party in full."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection
from django.db.models import F
from django.db.models.functions import Collate

from api.answers import Life, Membership, PartyCodeOf, PartyInFull, PartyLink, PartyName, PartyRow, Region, Succession
from api.listing import STRETCH, Rows, Wanted, listed
from api.party_parts import parts_of
from catalogue.cursors import cursor_at, key_of, line, no_such_page
from catalogue.parameters import Parameters, Reading
from catalogue.refusing import NotFound, nearest_party
from parties.models import CODE, Party
from parties.regions import REGIONS, SUBREGIONS
from parties.terms import SuccessionKind
from treaty.vocabulary.party_types import PartyType

T = TypeVar("T", Life, PartyName, PartyCodeOf)
NAME = "parties"
PARAMETERS = listed(PartyRow, "type", "limit", "cursor")


@dataclass(frozen=True)
class PartyQuestion:
    """Which parties are asked for: of any of the types, a page of them that a cursor begins."""

    types: tuple[PartyType, ...]
    limit: int
    cursor: str


def read_party_question(parameters: Parameters) -> PartyQuestion:
    """The question that the parameters ask. Raises Refused with every fault found."""
    reading = Reading(parameters, PARAMETERS)
    question = PartyQuestion(reading.terms("type", PartyType), reading.limit(), reading.one("cursor"))
    reading.done()
    return question


def party_rows(question: PartyQuestion, wanted: Wanted, *, folder: str) -> Rows:
    """All of them, or the page that is asked for. Raises NotFound for a page past the end. Two queries."""
    parties = Party.objects.annotate(key=_by_code()).order_by("key").prefetch_related("lives")
    if question.types:
        parties = parties.filter(type__in=question.types)
    if wanted.whole:
        return Rows(_texts(parties.iterator(chunk_size=STRETCH), folder), parties.count)
    after = key_of(question.cursor, NAME, line) if question.cursor else ("",)
    found = list(parties.filter(key__gt=after[0])[: question.limit + 1])
    if question.cursor and not found:
        raise no_such_page(question.cursor)
    shown = found[: question.limit]
    return Rows(_texts(shown, folder), parties.count, cursor_at(NAME, 0, shown[-1].code) if len(found) > len(shown) else "")


def _texts(parties: Iterable[Party], folder: str) -> Iterator[str]:
    return (PartyRow(**_row(party, party.lives.all(), folder)).model_dump_json() for party in parties)


def party_with_code(code: str) -> Party:
    """The party. Raises NotFound, with the code that was probably meant."""
    party: Party | None = Party.objects.filter(code=code).first() if re.fullmatch(CODE, code) else None
    if party is None:
        raise NotFound(f"No party has the code “{code[:60]}”.", "code", code, nearest_party(code[:60], Party.objects.names()))
    return party


def known_code(part: str, code: str, names: Mapping[str, str]) -> str:
    """The code, if a party has it. Raises NotFound for that part of the address, with the code that was probably meant."""
    if code not in names:
        raise NotFound(f"No party has the code “{code[:60]}”.", part, code, nearest_party(code[:60], names))
    return code


def in_full(party: Party, *, folder: str, agreements: str) -> PartyInFull:
    """All that is known of the party; one query. `folder` is the address under which parties lie, `agreements` that of its agreements."""

    parts = parts_of(party)

    def link(other: tuple[str, str]) -> PartyLink:
        code, name = other
        return PartyLink(code=code, name=name, url=f"{folder}{code}/")

    def each(name: str, shape: type[T]) -> list[T]:
        return [shape.model_validate(part) for part in parts.get(name, ())]

    def successions(name: str) -> list[Succession]:
        return [
            Succession(party=link(part.other), kind=SuccessionKind(part.kind), day=part.day, note=part.note, source=part.source)
            for part in parts.get(name, ())
        ]

    def memberships(name: str) -> list[Membership]:
        return [
            Membership(party=link(part.other), begins=part.begins, ends=part.ends, source=part.source, verified=part.verified)
            for part in parts.get(name, ())
        ]

    lives = each("lives", Life)
    return PartyInFull(
        **_row(party, lives, folder),
        note=party.note,
        names=each("names", PartyName),
        codes=each("codes", PartyCodeOf),
        lives=lives,
        predecessors=successions("predecessors"),
        successors=successions("successors"),
        memberships=memberships("memberships"),
        members=memberships("members"),
        agreements=agreements,
    )


def _row(party: Party, lives: Collection[Any], folder: str) -> dict[str, Any]:
    return {
        "code": party.code,
        "name": party.name,
        "type": party.type,
        "region": Region(code=party.region, name=REGIONS[party.region]) if party.region else None,
        "subregion": Region(code=party.subregion, name=SUBREGIONS[party.subregion]) if party.subregion else None,
        "begins": None if any(life.begins is None for life in lives) else min((life.begins for life in lives), default=None),
        "ends": None if any(life.ends is None for life in lives) else max((life.ends for life in lives), default=None),
        "url": f"{folder}{party.code}/",
    }


def _by_code() -> Collate:
    """Codes compare byte by byte on both databases."""
    return Collate(F("code"), "C" if connection.vendor == "postgresql" else "BINARY")
