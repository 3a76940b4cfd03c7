"""A question as an address: the parameters that ask it again."""

from datetime import date

from catalogue.orders import ORDERS
from catalogue.parameters import DEFAULT_LIMIT
from catalogue.question import UNKNOWN, Question
from web.showing.links import page


def parameters_of(question: Question, *, today: date) -> dict[str, str]:
    """The parameters that ask this question again; what goes without saying is left out."""
    standings = [*(term.value for term in question.standings), *([UNKNOWN] if question.standing_unknown else [])]
    return {
        "q": question.words,
        "party": ",".join(question.parties),
        "between": ",".join(question.between),
        "region": ",".join(question.regions),
        "organisation": ",".join(question.organisations),
        "kind": ",".join(question.kinds),
        "provision": ",".join(question.provisions),
        "character": ",".join(question.characters),
        "lateral": ",".join(question.lateralities),
        "decade": ",".join(str(year) for year in question.decades),
        "source": ",".join(question.sources),
        "verified": ",".join(question.checked),
        "standing": ",".join(standings),
        "inferred": "" if question.inferring else "no",
        "event": ",".join(question.events),
        "event_from": _iso(question.event_from),
        "event_before": _iso(question.event_before),
        "deadline_before": _iso(question.deadline_before),
        "notice_before": _iso(question.notice_before),
        "as_of": question.on.isoformat() if question.on != today else "",
        "as_known": _iso(question.as_known),
        "order": question.order.name if question.order.name != "-signed" else "",
        "limit": str(question.limit) if question.limit != DEFAULT_LIMIT else "",
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def address_of(question: Question, *, today: date, cursor: str = "") -> str:
    """The address of the list that answers the question."""
    return page("agreements", **parameters_of(question, today=today), cursor=cursor)


def orders() -> tuple[tuple[str, str], ...]:
    return tuple((order.name, order.label) for order in ORDERS.values())
