"""What the register covers and what it does not: counts over the entries that a question finds, and over what nobody has coded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import ExtractYear

from catalogue.asking import ask
from catalogue.models import Clause, Happening, Participant, Period
from catalogue.querysets import EntryQuerySet
from catalogue.question import Question
from catalogue.sets import among
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.sources import SourceKind

BEGINNINGS = (EventKind.ENTRY_INTO_FORCE, EventKind.ENTRY_INTO_FORCE_FOR_PARTY)


@dataclass(frozen=True)
class Country:
    """In how many agreements a party takes part, and how many of those have a fact that somebody has verified."""

    code: str
    name: str
    agreements: int
    verified: int


@dataclass(frozen=True)
class Coverage:
    """The register in counts. `gaps` says of how many agreements a thing is not known, by the name of the thing."""

    agreements: int
    sources: Mapping[SourceKind, int]
    without_source: int
    checked: Mapping[Checked, int]
    years: Mapping[int, int]
    undated: int
    countries: tuple[Country, ...]
    gaps: Mapping[str, int]


def coverage(question: Question) -> Coverage:
    """The counts. Five queries, and those of the question's own words."""
    entries: EntryQuerySet = ask(question).entries.order_by()
    sources = dict(entries.values_list("best_source").annotate(n=Count("pk")))
    years = dict(entries.annotate(year=ExtractYear("signed_on")).values_list("year").annotate(n=Count("pk")).order_by("year"))
    gaps = _gaps(entries, question)
    return Coverage(
        agreements=gaps.pop("agreements"),
        sources={kind: sources[kind] for kind in sorted(SourceKind, key=lambda kind: kind.rank) if kind in sources},
        without_source=sources.get(None, 0),
        checked=dict(entries.values_list("checked").annotate(n=Count("pk"))),
        years={year: count for year, count in years.items() if year is not None},
        undated=years.get(None, 0),
        countries=_countries(entries),
        gaps=gaps,
    )


def _gaps(entries: EntryQuerySet, question: Question) -> dict[str, int]:
    """How many entries lack each thing, and how many there are. One query."""
    own = {"entry": OuterRef("pk")}
    begun = Happening.objects.filter(**own, kind__in=BEGINNINGS, accepted=True)
    lacking: dict[str, Any] = {
        "kind": Q(kind=None),
        "form": Q(form=None),
        "character": Q(character=None),
        "signature": Q(signed_on=None),
        "entry_into_force": ~Exists(begun.filter(first__isnull=False)),
        "standing": ~Exists(Period.objects.covering(question.on).reading(inferring=question.inferring).filter(**own)),
        "provisions": ~Exists(Clause.objects.filter(**own)),
        "parties": ~Exists(Participant.objects.filter(**own, role__in=list(PARTY_ROLES))),
    }
    counts = {name: Count("pk", filter=condition) for name, condition in lacking.items()}
    found: dict[str, int] = entries.aggregate(agreements=Count("pk"), **counts)
    return found


def _countries(entries: EntryQuerySet) -> tuple[Country, ...]:
    """Every party that takes part in any of them, the most first. One query."""
    rows = Participant.objects.filter(among("entry", entries.values("pk")), role__in=list(PARTY_ROLES)).order_by()
    verified = Count("entry", distinct=True, filter=~Q(entry__checked=Checked.NONE))
    found = rows.values_list("party__code", "party__name").annotate(n=Count("entry", distinct=True), verified=verified)
    return tuple(Country(*row) for row in found.order_by("-n", "party__name"))
