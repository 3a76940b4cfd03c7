"""How many agreements each value of each filter would leave: the other filters as they are, its own lifted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, ExtractYear

from catalogue.asking import narrowed
from catalogue.models import Clause, Entry, Participant
from catalogue.querysets import TAKES_PART
from catalogue.question import UNKNOWN, Question
from catalogue.sets import both
from catalogue.standing import standing_asked, stands_itself
from parties.models import Membership
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.value_states import ValueState

Tally = Mapping[str, int]
"""How many agreements each value of a filter has, the most first; values that have none are left out."""


def facets(question: Question) -> Mapping[str, Tally]:
    """The tally of every filter that has values to choose from, by the name of its parameter.

    Three queries, and one more for each of these filters that is set.
    """
    tallies: dict[str, Counter[str]] = {name: Counter() for name in (*COUNTED, "region")}
    answers, members = _Answers(question), _Members()
    counts = [count(answers, name).values_list("facet", "value", "n") for name, count in COUNTED.items()]
    for name, value, number in counts[0].union(*counts[1:], *members.rows(answers), all=True):
        facet, key = ("region", value) if name == "subregion" else (name, value)
        if facet in members.kinds:
            members.learn(facet, key, number)
        elif key:
            tallies[facet][f"{key[:3]}0" if facet == "decade" else key] += number
    del tallies["subregion"]
    tallies["organisation"] = members.tally()
    return {name: _most_first(tally) for name, tally in tallies.items()} | {"standing": _standings(answers)}


class _Answers:
    """What the question finds with each of its filters lifted, by the ids of the entries.

    They are looked up once and written out: each of the counts asks for them, and there may be more of them than a
    database takes parameters.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.set_here = {name for name, chosen in values_of(question).items() if chosen}
        self.known: dict[frozenset[str], RawSQL] = {}

    def but(self, name: str) -> RawSQL:
        """The ids of the entries with this filter lifted, written out.

        With the party, the standing is lifted: it is that of each party, which its own tally asks for.
        """
        lifted = frozenset({name, "standing"} if name == "party" else {name}) & self.set_here
        if lifted not in self.known:
            ids = narrowed(self.question, but=lifted).order_by().values_list("pk", flat=True)
            self.known[lifted] = RawSQL(",".join(str(int(pk)) for pk in ids) or "NULL", [])  # noqa: S611 - whole numbers
        return self.known[lifted]


def _most_first(tally: Mapping[str, int]) -> Tally:
    return dict(sorted(tally.items(), key=lambda found: (-found[1], found[0])))


def _standings(answers: _Answers) -> Tally:
    """Each standing as a list would count it: where parties are named, it is theirs."""
    question = answers.question
    asked = {term.value: replace(question, standings=(term,), standing_unknown=False) for term in Standing}
    asked[UNKNOWN] = replace(question, standings=(), standing_unknown=True)
    counts = {value: Count("pk", filter=Q(pk__in=both(standing_asked(one)))) for value, one in asked.items()}
    found: Mapping[str, int] = Entry.objects.filter(pk__in=answers.but("standing")).aggregate(**counts)
    return _most_first({value: number for value, number in found.items() if number})


class _Members:
    """Each organisation with the agreements to which one of its members on the day is a party.

    Who belongs where and who is a party to what are asked for in the query of the tallies, and put together here. Joined,
    with the names, they are four tables, which PostgreSQL with the statistics of empty ones puts together row by row.
    """

    kinds = ("belongs", "is_party")

    def __init__(self) -> None:
        self.organisations: defaultdict[int, list[str]] = defaultdict(list)
        self.agreements: list[tuple[str, int]] = []

    def rows(self, answers: _Answers) -> tuple[QuerySet[Any], ...]:
        """What each party belongs to, and each agreement to which it is a party; the party stands where others have their number."""
        held = Membership.objects.covering(answers.question.on)
        parties = _parties(answers.question).filter(entry__in=answers.but("organisation"))
        return _named(held, "belongs", "organisation__code", "member"), _named(parties, "is_party", "entry", "party")

    def learn(self, kind: str, value: str, party: int) -> None:
        if kind == "belongs":
            self.organisations[party].append(value)
        else:
            self.agreements.append((value, party))

    def tally(self) -> Counter[str]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for agreement, party in self.agreements:
            for organisation in self.organisations.get(party, ()):
                found[organisation].add(agreement)
        return Counter({organisation: len(agreements) for organisation, agreements in found.items()})


def _named(rows: QuerySet[Any], name: str, column: str, number: str) -> QuerySet[Any]:
    named = rows.order_by().annotate(facet=Value(name, output_field=CharField()), value=Cast(column, CharField()), n=F(number))
    return named.values_list("facet", "value", "n")


def _column(column: Any) -> Callable[[_Answers, str], QuerySet[Any]]:
    """A tally of a column of the entries themselves."""

    def count(answers: _Answers, name: str) -> QuerySet[Any]:
        return _tally(Entry.objects.filter(pk__in=answers.but(name)), name, column, "pk")

    return count


def _rows(rows: Callable[[Question], QuerySet[Any]], column: str, of: str = "") -> Callable[[_Answers, str], QuerySet[Any]]:
    """A tally of rows that belong to entries, each entry counted once."""

    def count(answers: _Answers, name: str) -> QuerySet[Any]:
        return _tally(rows(answers.question).filter(entry__in=answers.but(of or name)), name, column, "entry")

    return count


def _tally(rows: QuerySet[Any], name: str, column: Any, what: str) -> QuerySet[Any]:
    value = Cast(column, CharField())
    counted = rows.order_by().annotate(facet=Value(name, output_field=CharField()), value=value).values("facet", "value")
    return counted.annotate(n=Count(what, distinct=True)).filter(~Q(value=None))


def _taking_part(question: Question) -> QuerySet[Any]:
    """Who takes part, with one of the standings where any is asked for."""
    rows = Participant.objects.filter(role__in=list(TAKES_PART))
    return rows.filter(stands_itself(question)) if question.standings or question.standing_unknown else rows


def _parties(question: Question) -> QuerySet[Any]:
    return Participant.objects.filter(role__in=list(PARTY_ROLES))


def _present(question: Question) -> QuerySet[Any]:
    return Clause.objects.filter(state=ValueState.PRESENT)


COUNTED: Mapping[str, Callable[[_Answers, str], QuerySet[Any]]] = {
    "party": _rows(_taking_part, "party__code"),
    "region": _rows(_parties, "party__region"),
    "subregion": _rows(_parties, "party__subregion", of="region"),
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
