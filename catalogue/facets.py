"""How many agreements each value of each filter would leave: the other filters as they are, its own lifted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models.functions import Cast, ExtractYear

from catalogue.asking import narrowed
from catalogue.models import Clause, Participant
from catalogue.querysets import TAKES_PART
from catalogue.question import UNKNOWN, Question
from catalogue.standing import standing_asked
from parties.models import Membership
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.value_states import ValueState

Tally = Mapping[str, int]
"""How many agreements each value of a filter has, the most first; values that have none are left out."""


def facets(question: Question) -> Mapping[str, Tally]:
    """The tally of every filter that has values to choose from, by the name of its parameter. Two queries."""
    tallies: dict[str, Counter[str]] = {name: Counter() for name in (*COUNTED, "region")}
    first, *others = (count(question, name).values_list("facet", "value", "n") for name, count in COUNTED.items())
    for name, value, number in first.union(*others, all=True):
        facet, key = ("region", value) if name == "subregion" else (name, value)
        if key:
            tallies[facet][f"{key[:3]}0" if facet == "decade" else key] += number
    del tallies["subregion"]
    return {name: _most_first(tally) for name, tally in tallies.items()} | {"standing": _standings(question)}


def _most_first(tally: Mapping[str, int]) -> Tally:
    return dict(sorted(tally.items(), key=lambda found: (-found[1], found[0])))


def _standings(question: Question) -> Tally:
    """Each standing as a list would count it: where parties are named, it is theirs."""
    asked = {term.value: replace(question, standings=(term,), standing_unknown=False) for term in Standing}
    asked[UNKNOWN] = replace(question, standings=(), standing_unknown=True)
    counts = {value: Count("pk", filter=standing_asked(one)) for value, one in asked.items()}
    found: Mapping[str, int] = narrowed(question, but="standing").aggregate(**counts)
    return _most_first({value: number for value, number in found.items() if number})


def _column(column: Any) -> Callable[[Question, str], QuerySet[Any]]:
    """A tally of a column of the entries themselves."""

    def count(question: Question, name: str) -> QuerySet[Any]:
        return _tally(narrowed(question, but=name), name, column, "pk")

    return count


def _rows(rows: Callable[[Question], QuerySet[Any]], column: str, of: str = "") -> Callable[[Question, str], QuerySet[Any]]:
    """A tally of rows that belong to entries, each entry counted once."""

    def count(question: Question, name: str) -> QuerySet[Any]:
        entries = narrowed(question, but=of or name).values("pk")
        return _tally(rows(question).filter(entry__in=entries), name, column, "entry")

    return count


def _tally(rows: QuerySet[Any], name: str, column: Any, what: str) -> QuerySet[Any]:
    value = Cast(column, CharField())
    counted = rows.order_by().annotate(facet=Value(name, output_field=CharField()), value=value).values("facet", "value")
    return counted.annotate(n=Count(what, distinct=True)).filter(~Q(value=None))


def _taking_part(question: Question) -> QuerySet[Any]:
    return Participant.objects.filter(role__in=list(TAKES_PART))


def _parties(question: Question) -> QuerySet[Any]:
    return Participant.objects.filter(role__in=list(PARTY_ROLES))


def _members(question: Question) -> QuerySet[Any]:
    """Parties that were members of some organisation on the day."""
    return _parties(question).filter(party__memberships__in=Membership.objects.covering(question.on))


def _present(question: Question) -> QuerySet[Any]:
    return Clause.objects.filter(state=ValueState.PRESENT)


COUNTED: Mapping[str, Callable[[Question, str], QuerySet[Any]]] = {
    "party": _rows(_taking_part, "party__code"),
    "region": _rows(_parties, "party__region"),
    "subregion": _rows(_parties, "party__subregion", of="region"),
    "organisation": _rows(_members, "party__memberships__organisation__code"),
    "kind": _column("kind"),
    "provision": _rows(_present, "kind"),
    "character": _column("character"),
    "lateral": _column("laterality"),
    "decade": _column(ExtractYear("signed_on")),
    "source": _column("best_source"),
    "verified": _column("checked"),
}


def values_of(question: Question) -> Mapping[str, Iterable[str]]:
    """What the question itself chooses of each filter that is tallied."""
    return {
        "party": question.parties,
        "region": question.regions,
        "organisation": question.organisations,
        "kind": question.kinds,
        "provision": question.provisions,
        "character": question.characters,
        "lateral": question.lateralities,
        "decade": tuple(str(year) for year in question.decades),
        "source": question.sources,
        "verified": question.checked,
        "standing": (*question.standings, *([UNKNOWN] if question.standing_unknown else [])),
    }
