"""Which entries have a standing: for the agreement as a whole, or for the parties that are asked about."""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import combinations
from operator import and_

from django.db.models import Q

from catalogue.models import Binding, Participant, Period, Tie
from catalogue.querysets import PeriodQuerySet
from catalogue.question import Question
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


def standing_asked(question: Question) -> Q:
    """The entries that have one of the standings asked for on the day; for a question that asks for none, all.

    Where parties are named, the standing is theirs: `party` of any of them, `between` of each of them.
    """
    if not question.standings and not question.standing_unknown:
        return Q()
    known = Period.objects.covering(question.on).reading(inferring=question.inferring)
    unknown = ~Q(pk__in=known.entries()) if question.standing_unknown else Q(pk__in=[])
    return _has(question, known) | unknown if question.standings else unknown


def _has(question: Question, known: PeriodQuerySet) -> Q:
    sides = [_between(question, known)] if question.between else []
    sides += [_towards(list(question.parties), question.standings, question, known)] if question.parties else []
    return reduce(and_, sides) if sides else _whole(known, question.standings)


def _between(question: Question, known: PeriodQuerySet) -> Q:
    """In force or suspended between every two of them; of any other standing, each of them has it."""
    standings = {standing for one in question.standings for standing in OF_A_PAIR.get(one, ())}
    ties = Tie.objects.covering(question.on).reading(inferring=question.inferring).standing(standings)
    held = (ties.filter(one__code=one, two__code=two) for one, two in combinations(sorted(question.between), 2))
    others = [one for one in question.standings if one not in OF_A_PAIR]
    apart = (_towards([code], others, question, known) for code in question.between)
    return reduce(and_, (Q(pk__in=tie.entries()) for tie in held)) | reduce(and_, apart)


def _whole(known: PeriodQuerySet, standings: Iterable[Standing]) -> Q:
    """One under notice is in force, and more exactly in notice."""
    wanted = set(standings)
    return Q(pk__in=known.standing(wanted | ({Standing.IN_NOTICE} if Standing.IN_FORCE in wanted else set())).entries())


def _towards(codes: list[str], standings: Iterable[Standing], question: Question, known: PeriodQuerySet) -> Q:
    """For one of the parties; for a territory to which the agreement extends, what holds of the whole."""
    wanted = {standing for one in standings for standing in OF_A_PARTY.get(one, ())}
    bound = Binding.objects.covering(question.on).reading(inferring=question.inferring).standing(wanted).filter(party__code__in=codes)
    taking_part = Participant.objects.filter(party__code__in=codes)
    territory = taking_part.filter(role=Role.TERRITORY_OF_APPLICATION).values("entry")
    of_the_whole = [one for one in standings if one not in OF_A_PARTY]
    return (
        Q(pk__in=bound.entries())
        | (Q(pk__in=territory) & _whole(known, standings))
        | (Q(pk__in=taking_part.values("entry")) & _whole(known, of_the_whole))
    )
