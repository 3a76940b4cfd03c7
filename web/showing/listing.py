"""The list of agreements: a question, its answer, and what to do where the answer is empty."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from catalogue.asking import Found, ask
from catalogue.figures import by_party
from catalogue.question import Question
from web.reading import party_names
from web.showing.asked import Chip, address_of, chips, filters, parameters_of, sentence
from web.showing.days import DayControl, Days, day_control
from web.showing.filtering import FilterForm, filter_form
from web.showing.links import API, Link, page, with_query
from web.showing.rows import Row, rows
from web.showing.words import counted, number


@dataclass(frozen=True)
class Listing:
    room = "agreements"
    sentence: str
    count: str
    rows: tuple[Row, ...]
    chips: tuple[Chip, ...]
    lift_all: str
    form: FilterForm
    days: DayControl
    next: str
    beginning: str
    json: str
    rescues: tuple[Link, ...]


def listing(question: Question, *, today: date) -> Listing:
    """The page that answers a question. Raises NotFound past its end, Refused for a cursor that is not its own."""
    found = ask(question)
    answer = found.page()
    names = party_names()
    days = Days(question.on, question.as_known, today)
    parameters = parameters_of(question, today=today)
    whole = not question.cursor and not answer.next_cursor
    return Listing(
        sentence=sentence(question, names, today=today),
        count=counted(len(answer.entries) if whole else found.count(), "agreement"),
        rows=rows(answer.entries, days),
        chips=chips(question, names, today=today),
        lift_all=page("agreements"),
        form=filter_form(question, names, by_party(on=today), limit=parameters["limit"]),
        days=day_control(page("agreements"), days, belongs_to="ask", kept=parameters),
        next=address_of(question, today=today, cursor=answer.next_cursor) if answer.next_cursor else "",
        beginning=address_of(question, today=today) if question.cursor else "",
        json=with_query(f"{API}/agreements/", parameters),
        rescues=() if answer.entries else _rescues(found, names, today),
    )


def _rescues(found: Found, names: Mapping[str, str], today: date) -> tuple[Link, ...]:
    """Which single filter to lift, and how many agreements that would show; those that help most come first."""
    helped = [(ask(one.without).count(), one) for one in filters(found.question, names, today=today)[:8]]
    return tuple(
        Link(f"Without “{one.label}: {one.value}”", address_of(replace(one.without, cursor=""), today=today), number(count))
        for count, one in sorted(helped, key=lambda pair: -pair[0])
        if count
    )
