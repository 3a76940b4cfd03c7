"""What each filter of a question leaves of the register: one condition for each, so that any of them can be lifted."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from catalogue.models import Clause, Happening, Participant
from catalogue.prospects import deadlines_asked, notices_asked
from catalogue.querysets import TAKES_PART
from catalogue.question import Question
from catalogue.standing import standing_asked
from catalogue.words.index import matching
from parties.models import Membership, Party
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.value_states import ValueState


def narrowings(question: Question) -> Mapping[str, Q]:
    """The condition that each filter of the question sets, by the name of its parameter; those that are not set are left out."""
    conditions = {name: condition(question) for name, condition in CONDITIONS.items()}
    return {name: condition for name, condition in conditions.items() if condition}


def _words(question: Question) -> Q:
    return Q(pk__in=matching(question.wanted)) if question.wanted else Q()


def _party(question: Question) -> Q:
    """One of the parties takes part, or the agreement extends to its territory."""
    rows = Participant.objects.filter(party__code__in=question.parties, role__in=list(TAKES_PART))
    return Q(pk__in=rows.values("entry")) if question.parties else Q()


def _between(question: Question) -> Q:
    """Each of them is a party."""
    condition = Q()
    for code in question.between:
        condition &= Q(pk__in=Participant.objects.filter(party__code=code, role__in=list(PARTY_ROLES)).values("entry"))
    return condition


def _region(question: Question) -> Q:
    """A party of it lies in one of the regions or subregions."""
    within = reduce(or_, (Q(region=code) | Q(subregion=code) for code in question.regions), Q())
    return _with_a_party(Party.objects.filter(within).values("pk")) if question.regions else Q()


def _organisation(question: Question) -> Q:
    """A party of it was, on the day, a member of one of the organisations."""
    members = Membership.objects.covering(question.on).filter(organisation__code__in=question.organisations)
    return _with_a_party(members.values("member")) if question.organisations else Q()


def _with_a_party(ids: Any) -> Q:
    return Q(pk__in=Participant.objects.filter(party__in=ids, role__in=list(PARTY_ROLES)).values("entry"))


def _provision(question: Question) -> Q:
    rows = Clause.objects.filter(kind__in=question.provisions, state=ValueState.PRESENT)
    return Q(pk__in=rows.values("entry")) if question.provisions else Q()


def _decade(question: Question) -> Q:
    """First signed in one of the decades."""
    spans = (Q(signed_on__gte=date(year, 1, 1), signed_on__lte=date(year + 9, 12, 31)) for year in question.decades)
    return reduce(or_, spans, Q())


def _event(question: Question) -> Q:
    """An event that has happened, of one of the kinds where any is named, falls or may fall between the days."""
    if not (question.events or question.event_from or question.event_before):
        return Q()
    rows = Happening.objects.filter(accepted=True)
    if question.events:
        rows = rows.filter(kind__in=question.events)
    if question.event_from:
        rows = rows.filter(last__gte=question.event_from)
    if question.event_before:
        rows = rows.filter(first__lt=question.event_before)
    return Q(pk__in=rows.values("entry"))


CONDITIONS: Mapping[str, Callable[[Question], Q]] = {
    "q": _words,
    "party": _party,
    "between": _between,
    "region": _region,
    "organisation": _organisation,
    "kind": lambda question: Q(kind__in=question.kinds) if question.kinds else Q(),
    "provision": _provision,
    "character": lambda question: Q(character__in=question.characters) if question.characters else Q(),
    "lateral": lambda question: Q(laterality__in=question.lateralities) if question.lateralities else Q(),
    "decade": _decade,
    "source": lambda question: Q(best_source__in=question.sources) if question.sources else Q(),
    "verified": lambda question: Q(checked__in=question.checked) if question.checked else Q(),
    "standing": standing_asked,
    "event": _event,
    "deadline_before": deadlines_asked,
    "notice_before": notices_asked,
}
