"""Who has agreements with whom: a party's partners, with what is in force between the two on the day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, Q

from catalogue.asking import ask
from catalogue.models import Binding, Entry, Participant, Period, Tie
from catalogue.querysets import TAKES_PART, EntryQuerySet
from catalogue.question import Question
from catalogue.sets import among
from catalogue.standing import OF_A_PAIR, OF_A_PARTY
from treaty.vocabulary.roles import PARTY_ROLES, Role
from treaty.vocabulary.standing import Standing


@dataclass(frozen=True)
class Partner:
    """A party that has agreements with another: how many name both as parties, and how many of them are in force between the two."""

    code: str
    name: str
    agreements: int
    in_force: int


def partners(code: str, parties: Mapping[int, Mapping[str, str]], question: Question) -> tuple[Partner, ...]:
    """Those with whom the party has agreements, who has most in force with it first. One query.

    `parties` are those of each of its agreements, by `parties_to`. Each number is what the list finds `between`
    the two, with and without the standing "in force".
    """
    own = {entry: listed for entry, listed in parties.items() if code in listed}
    held = ((own.get(entry, {}), pair) for entry, pair in holding((code,), question))
    in_force = Counter(other for listed, pair in held if pair <= listed.keys() for other in pair - {code})
    names = {other: name for listed in own.values() for other, name in listed.items() if other != code}
    agreements = Counter(other for listed in own.values() for other in listed)
    found = (Partner(other, name, agreements[other], in_force[other]) for other, name in names.items())
    return tuple(sorted(found, key=lambda one: (-one.in_force, -one.agreements, one.name)))


def entries_of(codes: Iterable[str], question: Question) -> EntryQuerySet:
    """The entries, as known and begun by the question's days, to which one of them is a party."""
    known = Entry.objects.known(on=question.as_known).begun(on=question.on)
    theirs = Participant.objects.filter(party__code__in=list(codes), role__in=list(PARTY_ROLES)).order_by()
    return known.filter(among("pk", theirs.values("entry")))


def parties_to(entries: EntryQuerySet) -> Mapping[int, Mapping[str, str]]:
    """The parties to each of the entries, with their names by code. One query."""
    rows = Participant.objects.filter(among("entry", entries.values("pk")), role__in=list(PARTY_ROLES)).order_by()
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for entry, code, name in rows.values_list("entry", "party__code", "party__name"):
        found[entry][code] = name
    return found


def holding(codes: Iterable[str], question: Question) -> list[tuple[int, frozenset[str]]]:
    """What is in force on the day between one of them and anybody: the entry and the two. One query."""
    asked = list(codes)
    ties = Tie.objects.covering(question.on).reading(inferring=question.inferring).standing(OF_A_PAIR[Standing.IN_FORCE])
    of_one = ties.filter(Q(one__code__in=asked) | Q(two__code__in=asked), among("entry", entries_of(asked, question).values("pk")))
    return [(entry, frozenset(pair)) for entry, *pair in of_one.order_by().values_list("entry", "one__code", "two__code")]


def in_force_by_party(question: Question) -> Mapping[str, int]:
    """How many agreements are in force for each party on the day, by its code, as a list of that party counts them. One query.

    For a territory to which an agreement extends, what counts is that the whole is in force.
    """
    known = among("entry", ask(question).entries.values("pk"))
    listed = Q(entry__participants__party=F("party"), entry__participants__role__in=list(TAKES_PART))
    bound = Binding.objects.covering(question.on).reading(inferring=question.inferring).standing(OF_A_PARTY[Standing.IN_FORCE])
    whole = Period.objects.covering(question.on).reading(inferring=question.inferring).standing((Standing.IN_FORCE, Standing.IN_NOTICE))
    extended = Participant.objects.filter(known, among("entry", whole.entries()), role=Role.TERRITORY_OF_APPLICATION)
    own = bound.filter(listed, known).order_by().values_list("party__code", "entry")
    return Counter(code for code, _ in own.union(extended.order_by().values_list("party__code", "entry")))
