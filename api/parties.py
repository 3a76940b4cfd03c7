"""Parties as answers: the list that is asked for, and one party in full."""

import base64
import json
import re
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F
from django.db.models.functions import Collate

from api.answers import Life, Membership, PartyCodeOf, PartyInFull, PartyLink, PartyName, PartyPage, PartyRow, Region, Succession
from catalogue.parameters import Parameters, Reading
from catalogue.refusing import NotFound, nearest_party
from parties.models import CODE, Party
from parties.regions import REGIONS, SUBREGIONS
from treaty.vocabulary.party_types import PartyType

PARAMETERS = ("type", "limit", "cursor")


@dataclass(frozen=True)
class PartyQuestion:
    """Which parties are asked for: of any of the types, those whose codes follow `after`."""

    types: tuple[PartyType, ...]
    limit: int
    after: str


def read_party_question(parameters: Parameters) -> PartyQuestion:
    """The question that the parameters ask. Raises Refused with every fault found."""
    reading = Reading(parameters, PARAMETERS)
    question = PartyQuestion(reading.terms("type", PartyType), reading.limit(), _after(reading))
    reading.done()
    return question


def page_of_parties(question: PartyQuestion, *, folder: str) -> PartyPage:
    """The page, with its cursor as `next`. Raises NotFound for a page past the end. Two queries."""
    parties = Party.objects.annotate(key=_by_code()).order_by("key").prefetch_related("lives")
    if question.types:
        parties = parties.filter(type__in=question.types)
    found = list(parties.filter(key__gt=question.after)[: question.limit + 1])
    if question.after and not found:
        raise NotFound("There is no such page: the list ends before it.", "cursor", _cursor(question.after))
    shown = found[: question.limit]
    rows = [PartyRow(**_row(party, folder)) for party in shown]
    return PartyPage(results=rows, next=_cursor(shown[-1].code) if len(found) > len(shown) else None)


def party_with_code(code: str) -> Party:
    """The party, with everything about it. Raises NotFound, with the code that was probably meant."""
    party: Party | None = Party.objects.with_all().filter(code=code).first() if re.fullmatch(CODE, code) else None
    if party is None:
        raise NotFound(f"No party has the code “{code[:60]}”.", "code", code, nearest_party(code[:60], names_by_code()))
    return party


def names_by_code() -> dict[str, str]:
    """The name of every party by its code."""
    return dict(Party.objects.values_list("code", "name"))


def in_full(party: Party, *, folder: str, agreements: str) -> PartyInFull:
    """All that is known of the party. `folder` is the address under which parties lie, `agreements` that of its agreements."""

    def link(other: Party) -> PartyLink:
        return PartyLink(code=other.code, name=other.name, url=f"{folder}{other.code}/")

    def succession(row: Any, other: Party) -> Succession:
        return Succession(party=link(other), kind=row.kind, day=row.day, note=row.note, source=row.source)

    def membership(row: Any, other: Party) -> Membership:
        return Membership(party=link(other), begins=row.begins, ends=row.ends, source=row.source, verified=row.verified)

    return PartyInFull(
        **_row(party, folder),
        note=party.note,
        names=[PartyName.model_validate(name) for name in party.names.all()],
        codes=[PartyCodeOf.model_validate(code) for code in party.codes.all()],
        lives=[Life.model_validate(life) for life in party.lives.all()],
        predecessors=[succession(row, row.predecessor) for row in party.successions_before.all()],
        successors=[succession(row, row.successor) for row in party.successions_after.all()],
        memberships=[membership(row, row.organisation) for row in party.memberships.all()],
        members=[membership(row, row.member) for row in party.members.all()],
        agreements=agreements,
    )


def _row(party: Party, folder: str) -> dict[str, Any]:
    lives = list(party.lives.all())
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


def _cursor(code: str) -> str:
    return base64.urlsafe_b64encode(json.dumps(["code", code], separators=(",", ":")).encode()).decode()


def _after(reading: Reading) -> str:
    cursor = reading.one("cursor")
    if not cursor:
        return ""
    try:
        order, code = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
        if order != "code" or not isinstance(code, str) or not code.isprintable():
            raise ValueError
    except (ValueError, TypeError, RecursionError):
        reading.fault("cursor", cursor, "This cursor is not one of this list; begin again without it.")
        return ""
    return code
