"""Which agreements of the desk are asked for, page by page."""

from dataclasses import dataclass
from typing import Any

from rest_framework.request import Request

from accounts.models import Person
from catalogue.cursors import cursor_at, key_of, no_such_page, whole
from catalogue.parameters import Parameters, Reading
from catalogue.refusing import Refused
from desk.opening import seen_by
from desk.rest.shapes import DraftPage
from desk.rest.showing import row_of
from editorial.mergers import Merger
from editorial.querysets import with_state
from editorial.vocabulary import State

PARAMETERS = ("state", "mine", "limit", "cursor")
NAME = "drafts"


@dataclass(frozen=True)
class DraftQuestion:
    """Agreements in any of the states, begun before the one with the number `before`; only those begun by one person."""

    states: tuple[State, ...]
    mine: Person | None
    limit: int
    before: int | None


def read_draft_question(parameters: Parameters, *, by: Person) -> DraftQuestion:
    """The question that the parameters ask. Raises Refused with every fault found."""
    reading = Reading(parameters, PARAMETERS)
    for name in PARAMETERS:
        if any(not part.strip() for value in parameters.getlist(name) for part in value.split(",")):
            reading.fault(name, "", f"“{name}” has no value; give it one, or leave it out.")
    mine = by if reading.one_of("mine", ("yes", "no")) == "yes" else None
    question = DraftQuestion(reading.terms("state", State), mine, reading.limit(), _before(reading))
    reading.done()
    return question


def page_of_drafts(question: DraftQuestion, request: Request) -> DraftPage:
    """The page, the last begun first: what is begun meanwhile stands before the pages that follow. Raises NotFound past the end."""
    drafts = with_state(seen_by(request._request)).exclude(pk__in=Merger.objects.merged_away())
    if State.SET_ASIDE not in question.states:
        drafts = drafts.filter(set_aside_at=None)
    if question.states:
        drafts = drafts.filter(state__in=[state.value for state in question.states])
    if question.mine:
        drafts = drafts.filter(created_by=question.mine)
    if question.before is not None:
        drafts = drafts.filter(pk__lt=question.before)
    found = list(drafts.select_related(None).select_related("record", "changed_by").order_by("-pk")[: question.limit + 1])
    if question.before is not None and not found:
        raise no_such_page(_cursor(question.before))
    rows = found[: question.limit]
    following = _next(request, rows[-1].pk) if len(found) > len(rows) else None
    return DraftPage(results=[row_of(row, request) for row in rows], next=following)


def _next(request: Request, last: Any) -> str:
    parameters = request.query_params.copy()
    parameters["cursor"] = _cursor(last)
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def _cursor(before: int) -> str:
    """The cursor behind the agreement with this number. The desk's list has no state of its own to hold: it shows what is there."""
    return cursor_at(NAME, 0, before)


def _before(reading: Reading) -> int | None:
    cursor = reading.one("cursor")
    try:
        return int(key_of(cursor, NAME, whole)[0]) if cursor else None
    except Refused as refused:
        reading.faults += refused.faults
        return None
