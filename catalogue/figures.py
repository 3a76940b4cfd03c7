"""The register in numbers, on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from catalogue.asking import ask
from catalogue.models import Clause, Participant, Period
from catalogue.querysets import TAKES_PART
from catalogue.question import Question
from catalogue.sets import among
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.value_states import ValueState


@dataclass(frozen=True)
class Figures:
    """How many agreements and parties, and how many of each standing, kind and provision; most first."""

    agreements: int
    parties: int
    standings: Mapping[Standing, int]
    standing_unknown: int
    kinds: Mapping[AgreementKind, int]
    provisions: Mapping[ProvisionKind, int]


def figures(question: Question) -> Figures:
    """The numbers of the agreements that answer a question. Six queries."""
    entries = ask(question).entries
    theirs = among("entry", entries.values("pk"))
    agreements = entries.count()
    held = Period.objects.covering(question.on).reading(inferring=question.inferring)
    standings = dict(_tally(held.filter(theirs), "standing"))
    return Figures(
        agreements=agreements,
        parties=Participant.objects.filter(theirs, role__in=list(PARTY_ROLES)).values("party").distinct().count(),
        standings=standings,
        standing_unknown=agreements - sum(standings.values()),
        kinds=dict(_tally(entries.exclude(kind=None), "kind")),
        provisions=dict(_tally(Clause.objects.filter(theirs, state=ValueState.PRESENT), "kind", count="entry")),
    )


def _tally(rows: QuerySet[Any], field: str, count: str = "pk") -> QuerySet[Any, tuple[Any, int]]:
    return rows.order_by().values_list(field).annotate(n=Count(count, distinct=True)).order_by("-n", field)


def by_party(*, on: date, as_known: date | None = None) -> Mapping[str, int]:
    """In how many agreements each party takes part, by its code, counted as a list of that party counts them. One query."""
    known = among("entry", ask(Question(on=on, as_known=as_known)).entries.values("pk"))
    return dict(_tally(Participant.objects.filter(known, role__in=list(TAKES_PART)), "party__code", count="entry"))


def years_signed(*, on: date, as_known: date | None = None) -> tuple[int, int] | None:
    """The years of the first and of the last signature in the register; None where no signature has a date. One query."""
    ends = ask(Question(on=on, as_known=as_known)).entries.aggregate(first=Min("signed_on"), last=Max("signed_on"))
    return (ends["first"].year, ends["last"].year) if ends["first"] else None
