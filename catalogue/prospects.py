"""Deadlines ahead as seen from the question's day: which entries have one, which they are, and who still has to act."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from catalogue.models import Binding, Period, Prospect
from catalogue.querysets import PeriodQuerySet
from catalogue.question import Question
from catalogue.sets import Ids, among
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.standing import PartyStanding, Standing

NOT_YET_BOUND = frozenset({PartyStanding.SIGNATORY, PartyStanding.PROVISIONAL})
"""The standings of a party that has signed and has still to act before the agreement binds it."""
ALIVE = frozenset({Standing.SIGNED, Standing.PROVISIONAL, Standing.IN_FORCE, Standing.IN_NOTICE, Standing.SUSPENDED})
"""The standings of an agreement to which a party can still come to be bound."""


def deadlines_asked(question: Question) -> list[Ids]:
    """The entries with a deadline before the day asked for."""
    before = question.deadline_before
    return [_ahead(question).falling_before(before).entries()] if before else []


def notices_asked(question: Question) -> list[Ids]:
    """The entries with a last day for notice before the day asked for."""
    before = question.notice_before
    notice = _ahead(question).filter(kind=DeadlineKind.LAST_DAY_FOR_NOTICE)
    return [notice.falling_before(before).entries()] if before else []


def _ahead(question: Question) -> PeriodQuerySet:
    return Prospect.objects.covering(question.on).reading(inferring=question.inferring)


def prospects_of(entries: Ids, question: Question, *, until: date) -> list[Prospect]:
    """The deadlines of the entries that fall, or may fall, up to a day, the soonest first, with entry and party. One query."""
    return list(ahead_of(entries, question, until=until).order_by("first", "last", "entry__place", "kind", "pk"))


def ahead_of(entries: Ids, question: Question, *, until: date) -> QuerySet[Any]:
    """The same in no order yet."""
    ahead = _ahead(question).filter(among("entry", entries), first__lte=until, last__gte=question.on)
    return ahead.select_related("entry", "party")


def yet_to_act(entries: Ids, question: Question) -> list[Binding]:
    """The parties that have signed and are not bound on the day, of agreements that live, with entry and party; its standing too.

    Two queries; the agreements stand by reference, the parties of each by name.
    """
    alive = Period.objects.covering(question.on).reading(inferring=question.inferring).standing(ALIVE)
    waiting = Binding.objects.covering(question.on).reading(inferring=question.inferring).standing(NOT_YET_BOUND)
    found = waiting.filter(among("entry", entries), among("entry", alive.entries())).select_related("entry", "party")
    return list(found.prefetch_related(Prefetch("entry__periods", alive, to_attr="period_then")).order_by("entry__place", "party__name"))
