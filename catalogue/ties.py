"""Between which parties the agreements of an answer hold on the day: counted for every two, or gathered for one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count, F, Q

from catalogue.holdings import Answer, then
from catalogue.models import Tie
from catalogue.querysets import PeriodQuerySet
from catalogue.standing import OF_A_PAIR
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import PairStanding, Standing

Pair = tuple[str, str]
"""Two codes in their order."""


def pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)


def ties_among(
    answer: Answer, codes: Iterable[str] | None = None, standing: Standing = Standing.IN_FORCE, *, of: str = ""
) -> Mapping[Pair, int]:
    """How many agreements are in force (or suspended) between every two, of some parties or of all; `of`: with this one only. One query."""
    held = _held(answer).standing(OF_A_PAIR[standing])
    if of:
        held = held.filter(Q(one__code=of) | Q(two__code=of))
    counted = held.order_by().values_list("one__code", "two__code").annotate(n=Count("entry", distinct=True))
    wanted = None if codes is None else {*codes}  # a long list of codes in the query itself made SQLite ten times slower
    return {(one, two): number for one, two, number in counted if wanted is None or {one, two} <= wanted}


def ties_of(answer: Answer, code: str) -> Mapping[str, Mapping[Standing, frozenset[int]]]:
    """The entries in force, and those suspended, between one party and each of its partners. One query."""
    found: dict[str, dict[Standing, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = _held(answer).filter(Q(one__code=code) | Q(two__code=code)).order_by()
    for one, two, own, entry in rows.values_list("one__code", "two__code", "standing", "entry_id"):
        for standing, owns in OF_A_PAIR.items():
            if PairStanding(own) in owns:
                found[two if one == code else one][standing].add(entry)
    return {partner: {standing: frozenset(there) for standing, there in held.items()} for partner, held in found.items()}


def _held(answer: Answer) -> PeriodQuerySet:
    """What holds on the day between two that are both listed as parties, as a list asked `between` them counts it."""
    ties = then(Tie.objects.all(), answer)
    for side in ("one", "two"):
        ties = ties.filter(entry__participants__party=F(side), entry__participants__role__in=list(PARTY_ROLES))
    return ties
