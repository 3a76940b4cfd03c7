"""What the agreements of an answer hold, row by row: provisions, events, deadlines. Each row brings its entry."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from catalogue.asking import narrowed
from catalogue.cursors import Sequence, whole
from catalogue.models import Clause
from catalogue.narrowing import events_asked
from catalogue.prospects import ahead_of
from catalogue.question import Question
from catalogue.sets import among
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.value_states import ValueState

PROVISIONS = Sequence("provisions", {"entry__place": whole, "pk": whole})
EVENTS = Sequence("events", {"entry__place": whole, "pk": whole})
DEADLINES = Sequence("deadlines", {"first": date.fromisoformat, "entry__place": whole, "pk": whole})


def provisions(question: Question, states: Iterable[ValueState]) -> QuerySet[Any]:
    """The provisions of these states; of the kinds that the question names, where it names any."""
    clauses = Clause.objects.filter(among("entry", narrowed(question, but=("provision",)).values("pk")), state__in=list(states))
    if question.provisions:
        clauses = clauses.filter(kind__in=question.provisions)
    return clauses.select_related("entry")


def events(question: Question, *, accepted: bool) -> QuerySet[Any]:
    """The events that the question names by kind and days; `accepted`: only such as happened, and no rival accounts of them."""
    happenings = events_asked(question, accepted=accepted).filter(among("entry", narrowed(question, but=("event",)).values("pk")))
    return happenings.select_related("entry", "party")


def deadlines(question: Question, *, until: date, kinds: Iterable[DeadlineKind]) -> QuerySet[Any]:
    """The deadlines that fall, or may fall, from the question's day up to a day."""
    return ahead_of(narrowed(question).values("pk"), question, until=until).filter(kind__in=list(kinds))
