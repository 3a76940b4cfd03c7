"""What each filter of a question leaves of the register: a condition or a set of entries, so that any of them can be lifted."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from catalogue.models import Clause, Entry, Happening, Participant
from catalogue.prospects import deadlines_asked, notices_asked
from catalogue.querysets import TAKES_PART
from catalogue.question import Question
from catalogue.sets import Ids, among, both
from catalogue.standing import standing_asked
from catalogue.words.index import matching
from parties.models import Membership, Party
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.value_states import ValueState


@dataclass(frozen=True)
class Narrowing:
    """What the filters of a question leave: conditions on the entries' own columns, and sets of which an entry is in each."""

    conditions: tuple[Q, ...]
    sets: tuple[Ids, ...]

    def __bool__(self) -> bool:
        return bool(self.conditions or self.sets)

    def then(self) -> Q:
        """All of it, as one condition that selects entries."""
        return Q(*self.conditions, *([among("pk", both(self.sets))] if self.sets else []))

    def counted(self) -> Q:
        """The same where entries are counted and not selected: every one of them is looked up in the sets."""
        return Q(*self.conditions, *([Q(pk__in=both(self.sets))] if self.sets else []))


def narrowing(question: Question, *, but: Collection[str] = ()) -> Narrowing:
    """What the question's filters leave; `but` are the names of those that are lifted."""
    conditions = (condition(question) for name, condition in CONDITIONS.items() if name not in but)
    sets = (found for name, sets in SETS.items() if name not in but for found in sets(question))
    return Narrowing(tuple(condition for condition in conditions if condition), tuple(sets))


def _words(question: Question) -> list[Ids]:
    return [Entry.objects.filter(among("pk", matching(question.wanted))).values("pk")] if question.wanted else []


def _party(question: Question) -> list[Ids]:
    """One of the parties takes part, or the agreement extends to its territory."""
    rows = Participant.objects.filter(party__code__in=question.parties, role__in=list(TAKES_PART))
    return [rows.order_by().values("entry")] if question.parties else []


def _between(question: Question) -> list[Ids]:
    """Each of them is a party."""
    return [_with_a_party(Party.objects.filter(code=code)) for code in question.between]


def _region(question: Question) -> list[Ids]:
    """A party of it lies in one of the regions or subregions."""
    within = reduce(or_, (Q(region=code) | Q(subregion=code) for code in question.regions), Q())
    return [_with_a_party(Party.objects.filter(within))] if question.regions else []


def _organisation(question: Question) -> list[Ids]:
    """A party of it was, on the day, a member of one of the organisations."""
    members = Membership.objects.covering(question.on).filter(organisation__code__in=question.organisations)
    return [_with_a_party(Party.objects.filter(among("pk", members.order_by().values("member"))))] if question.organisations else []


def _with_a_party(parties: Ids) -> Ids:
    """The entries to which one of them is a party."""
    rows = Participant.objects.filter(among("party", parties.order_by().values("pk")), role__in=list(PARTY_ROLES))
    return rows.order_by().values("entry")


def _provision(question: Question) -> list[Ids]:
    rows = Clause.objects.filter(kind__in=question.provisions, state=ValueState.PRESENT)
    return [rows.order_by().values("entry")] if question.provisions else []


def _decade(question: Question) -> Q:
    """First signed in one of the decades."""
    spans = (Q(signed_on__gte=date(year, 1, 1), signed_on__lte=date(year + 9, 12, 31)) for year in question.decades)
    return reduce(or_, spans, Q())


def _event(question: Question) -> list[Ids]:
    """An event that has happened, of one of the kinds where any is named, falls or may fall between the days."""
    if not (question.events or question.event_from or question.event_before):
        return []
    return [events_asked(question).order_by().values("entry")]


def events_asked(question: Question, *, accepted: bool = True) -> QuerySet[Any]:
    """Events of the kinds named, if any, that fall or may fall between the days; `accepted`: that happened, and no rival accounts."""
    rows = Happening.objects.filter(accepted=True) if accepted else Happening.objects.all()
    if question.events:
        rows = rows.filter(kind__in=question.events)
    if question.event_from:
        rows = rows.filter(last__gte=question.event_from)
    if question.event_before:
        rows = rows.filter(first__lt=question.event_before)
    return rows


CONDITIONS: Mapping[str, Callable[[Question], Q]] = {
    "kind": lambda question: Q(kind__in=question.kinds) if question.kinds else Q(),
    "character": lambda question: Q(character__in=question.characters) if question.characters else Q(),
    "lateral": lambda question: Q(laterality__in=question.lateralities) if question.lateralities else Q(),
    "decade": _decade,
    "source": lambda question: Q(best_source__in=question.sources) if question.sources else Q(),
    "verified": lambda question: Q(checked__in=question.checked) if question.checked else Q(),
}
SETS: Mapping[str, Callable[[Question], list[Ids]]] = {
    "q": _words,
    "party": _party,
    "between": _between,
    "region": _region,
    "organisation": _organisation,
    "provision": _provision,
    "standing": standing_asked,
    "event": _event,
    "deadline_before": deadlines_asked,
    "notice_before": notices_asked,
}
