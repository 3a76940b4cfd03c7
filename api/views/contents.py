"""What agreements hold: provisions, events, deadlines."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from rest_framework.request import Request

from api.answering import address
from api.contents import DEADLINES_AHEAD, EVENTS_HELD, PROVISIONS_HELD, DeadlineRow, EventRow, ProvisionRow, content_rows
from api.describing import describe_deadlines, describe_events, describe_provisions
from api.listing import Rows, Wanted, listed
from api.reading import read_whole_question
from api.views.base import ListView
from catalogue.contents import deadlines, events, provisions
from catalogue.looking_ahead import IN_CALENDAR, Asked, read_deadlines
from catalogue.looking_ahead import TAKES as AHEAD
from catalogue.parameters import Parameters, Reading, read_together
from catalogue.question import PARAMETERS, Question
from parties.models import Party
from treaty.vocabulary.value_states import ValueState

ASKS = tuple(name for name in PARAMETERS if name != "order")
"""The parameters of a list that has an order of its own."""
ACCEPTED = ("yes", "any")


@dataclass(frozen=True)
class ProvisionsAsked:
    """Of which agreements, and in which states."""

    question: Question
    states: tuple[ValueState, ...]


@dataclass(frozen=True)
class EventsAsked:
    """Of which agreements, and whether only what happened and no rival account."""

    question: Question
    accepted: bool


@describe_provisions
class ProvisionList(ListView):
    row = ProvisionRow

    def read(self, parameters: Parameters, **parts: Any) -> ProvisionsAsked:
        question, states = read_together(
            lambda: read_whole_question(parameters, listed(ProvisionRow, *ASKS, "state")), lambda: _states(parameters)
        )
        return ProvisionsAsked(question, states or (ValueState.PRESENT,))

    def rows(self, request: Request, asked: ProvisionsAsked, wanted: Wanted) -> Rows:
        found = provisions(asked.question, asked.states)
        return content_rows(PROVISIONS_HELD, found, asked.question, wanted, folder=address(request, "agreements"))


@describe_events
class EventList(ListView):
    row = EventRow

    def read(self, parameters: Parameters, **parts: Any) -> EventsAsked:
        question, accepted = read_together(
            lambda: read_whole_question(parameters, listed(EventRow, *ASKS, "accepted")), lambda: _accepted(parameters)
        )
        return EventsAsked(question, accepted)

    def rows(self, request: Request, asked: EventsAsked, wanted: Wanted) -> Rows:
        found = events(asked.question, accepted=asked.accepted)
        return content_rows(EVENTS_HELD, found, asked.question, wanted, folder=address(request, "agreements"))


@describe_deadlines
class DeadlineList(ListView):
    row = DeadlineRow

    def read(self, parameters: Parameters, **parts: Any) -> Asked:
        allowed = listed(DeadlineRow, *AHEAD, "limit", "cursor")
        return read_deadlines(parameters, today=timezone.now().date(), known_parties=Party.objects.names, allowed=allowed)

    def rows(self, request: Request, asked: Asked, wanted: Wanted) -> Rows:
        found = deadlines(asked.question, until=asked.until, kinds=asked.kinds or IN_CALENDAR)
        return content_rows(DEADLINES_AHEAD, found, asked.question, wanted, folder=address(request, "agreements"))


def _states(parameters: Parameters) -> tuple[ValueState, ...]:
    reading = Reading(parameters, tuple(parameters.keys()))
    states: tuple[ValueState, ...] = reading.terms("state", ValueState)
    reading.done()
    return states


def _accepted(parameters: Parameters) -> bool:
    reading = Reading(parameters, tuple(parameters.keys()))
    accepted = reading.one_of("accepted", ACCEPTED) != "any"
    reading.done()
    return accepted
