"""Which entries have a standing: for the agreement as a whole, or for the parties that are asked about."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from django.db.models import Exists, OuterRef, Q

from catalogue.models import Binding, Entry, Participant, Period, Tie
from catalogue.querysets import PeriodQuerySet
from catalogue.question import Question
from catalogue.sets import Ids, both, either
from treaty.vocabulary.roles import Role
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing

OF_A_PARTY: Mapping[Standing, frozenset[PartyStanding]] = {
    Standing.SIGNED: frozenset({PartyStanding.SIGNATORY, PartyStanding.CONTRACTING, PartyStanding.ACCEDING}),
    Standing.PROVISIONAL: frozenset({PartyStanding.PROVISIONAL}),
    Standing.IN_FORCE: frozenset({PartyStanding.PARTY, PartyStanding.IN_NOTICE}),
    Standing.SUSPENDED: frozenset({PartyStanding.SUSPENDED}),
    Standing.IN_NOTICE: frozenset({PartyStanding.IN_NOTICE}),
    Standing.ENDED: frozenset({PartyStanding.ENDED, PartyStanding.WITHDRAWN, PartyStanding.PREDECESSOR}),
}
"""What a party's standing is when the agreement is said to have this standing for it; the others befall the whole only."""

OF_A_PAIR: Mapping[Standing, frozenset[PairStanding]] = {
    Standing.IN_FORCE: frozenset({PairStanding.BOTH_BOUND, PairStanding.MODIFIED_BETWEEN}),
    Standing.SUSPENDED: frozenset({PairStanding.SUSPENDED_BETWEEN}),
}
"""What holds between two when the agreement is said to have this standing between them."""


def standing_asked(question: Question) -> list[Ids]:
    """The entries that have one of the standings asked for on the day; for a question that asks for none, no set at all.

    Where parties are named, the standing is theirs: `party` of any of them, `between` of each of them.
    """
    known = Period.objects.covering(question.on).reading(inferring=question.inferring)
    found = [both(_sides(question, known))] if question.standings else []
    if question.standing_unknown:
        found.append(_unknown(known))
    return [either(*found)] if found else []


def stands_itself(question: Question) -> Q:
    """Of the rows that say who takes part in what: those for whose own party it has one of the standings asked for.

    What a list of one party finds with these standings, for every party at once.
    """
    known = Period.objects.covering(question.on).reading(inferring=question.inferring)
    found = Q(pk__in=[])
    if question.standings:
        wanted = {standing for one in question.standings for standing in OF_A_PARTY.get(one, ())}
        held = Binding.objects.covering(question.on).reading(inferring=question.inferring).standing(wanted)
        of_the_whole = [one for one in question.standings if one not in OF_A_PARTY]
        found = Q(Exists(held.filter(entry=OuterRef("entry"), party=OuterRef("party"))))
        found |= Q(role=Role.TERRITORY_OF_APPLICATION, entry__in=_whole(known, question.standings))
        found |= Q(entry__in=_whole(known, of_the_whole))
        found &= Q(entry__in=_between(question, known)) if question.between else Q()
    return found | Q(entry__in=_unknown(known)) if question.standing_unknown else found


def _unknown(known: PeriodQuerySet) -> Ids:
    """Those of which no standing is known."""
    return Entry.objects.values("pk").difference(known.entries())


def _sides(question: Question, known: PeriodQuerySet) -> list[Ids]:
    sides = [_between(question, known)] if question.between else []
    sides += [_towards(list(question.parties), question.standings, question, known)] if question.parties else []
    return sides or [_whole(known, question.standings)]


def _between(question: Question, known: PeriodQuerySet) -> Ids:
    """In force or suspended between every two of them; of any other standing, each of them has it."""
    standings = {standing for one in question.standings for standing in OF_A_PAIR.get(one, ())}
    ties = Tie.objects.covering(question.on).reading(inferring=question.inferring).standing(standings)
    held = [ties.filter(one__code=one, two__code=two).entries() for one, two in combinations(sorted(question.between), 2)]
    others = [one for one in question.standings if one not in OF_A_PAIR]
    apart = [_towards([code], others, question, known) for code in question.between]
    return either(both(held), both(apart))


def _whole(known: PeriodQuerySet, standings: Iterable[Standing]) -> Ids:
    """One under notice is in force, and more exactly in notice."""
    wanted = set(standings)
    found: Ids = known.standing(wanted | ({Standing.IN_NOTICE} if Standing.IN_FORCE in wanted else set())).entries()
    return found


def _towards(codes: list[str], standings: Iterable[Standing], question: Question, known: PeriodQuerySet) -> Ids:
    """For one of the parties; for a territory to which the agreement extends, what holds of the whole."""
    wanted = {standing for one in standings for standing in OF_A_PARTY.get(one, ())}
    bound = Binding.objects.covering(question.on).reading(inferring=question.inferring).standing(wanted).filter(party__code__in=codes)
    taking_part = Participant.objects.filter(party__code__in=codes).order_by()
    territory = taking_part.filter(role=Role.TERRITORY_OF_APPLICATION)
    of_the_whole = [one for one in standings if one not in OF_A_PARTY]
    return either(
        bound.entries(),
        both([territory.values("entry"), _whole(known, standings)]),
        both([taking_part.values("entry"), _whole(known, of_the_whole)]),
    )
