"""The list of agreements: a question, its answer, and what to do where the answer is empty."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from catalogue.asking import Found, ask, counts
from catalogue.facets import facets
from catalogue.question import Question
from catalogue.reading import titles
from catalogue.words.spelling import meant
from web.showing.asked import address_of, parameters_of
from web.showing.days import DayControl, Days, day_control
from web.showing.facetting import Facet, shown_facets
from web.showing.filtering import FilterForm, filter_form
from web.showing.lifting import Chip, chips, filters
from web.showing.links import API, Link, page, with_query
from web.showing.rows import Row, rows
from web.showing.sentence import sentence
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
    elsewhere: tuple[Link, ...]
    facets: tuple[Facet, ...]
    is_dense: bool
    density: Link
    rescues: tuple[Link, ...]
    meant: Link | None
    feed: str


def listing(question: Question, names: Mapping[str, str], *, today: date, is_dense: bool) -> Listing:
    """The page that answers a question. Raises NotFound past its end, Refused for a cursor that is not its own."""
    found = ask(question)
    answer = found.page()
    days = Days(question.on, question.as_known, today)
    parameters = parameters_of(question, today=today)
    tallies = facets(question)
    whole = not question.cursor and not answer.next_cursor
    return Listing(
        sentence=sentence(question, names, today=today),
        count=counted(len(answer.entries) if whole else found.count(), "agreement"),
        rows=rows(answer.entries, days, wanted=question.wanted),
        chips=chips(question, names, today=today),
        lift_all=page("agreements"),
        form=filter_form(question, names, tallies["party"], parameters),
        days=day_control(page("agreements"), days, belongs_to="ask", kept=parameters),
        next=address_of(question, today=today, cursor=answer.next_cursor) if answer.next_cursor else "",
        beginning=address_of(question, today=today) if question.cursor else "",
        elsewhere=tuple(_elsewhere(parameters)),
        facets=shown_facets(question, tallies, names, today=today),
        is_dense=is_dense,
        density=_density(parameters, is_dense),
        feed=page("feed", **{**parameters, "order": "", "limit": ""}),
        meant=None if answer.entries else _meant(question, names, today),
        rescues=() if answer.entries else _rescues(found, names, today),
    )


def _meant(question: Question, names: Mapping[str, str], today: date) -> Link | None:
    """The question with words that stand in the register in place of those that do not."""
    if not question.wanted:
        return None
    better = meant(question.words, [*titles(), *names.values()])
    parameters = {**parameters_of(question, today=today), "q": better}
    return Link(f"“{better}”", page("agreements", **parameters)) if better else None


def _elsewhere(parameters: Mapping[str, str]) -> Iterator[Link]:
    """The same question asked of the other doors."""
    whole = {name: value for name, value in parameters.items() if name != "limit"}
    yield Link("CSV", page("table", **whole), "A table for spreadsheets")
    yield Link("JSON", page("data", **whole), "Every row as data")
    yield Link("Atom", page("feed", **{**whole, "order": ""}), "A feed of what the register learns")
    yield Link("API", with_query(f"{API}/agreements/", parameters), "The same page from the REST interface")


def _density(parameters: Mapping[str, str], is_dense: bool) -> Link:
    if is_dense:
        return Link("Roomy rows", page("agreements", **parameters))
    return Link("Dense rows", page("agreements", **parameters, rows="dense"))


def _rescues(found: Found, names: Mapping[str, str], today: date) -> tuple[Link, ...]:
    """Which single filter to lift, and how many agreements that would show; those that help most come first."""
    set_here = filters(found.question, names, today=today)[:8]
    helped = list(zip(counts([one.without for one in set_here]), set_here, strict=True))
    return tuple(
        Link(f"Without “{one.label}: {one.value}”", address_of(replace(one.without, cursor=""), today=today), number(count))
        for count, one in sorted(helped, key=lambda pair: -pair[0])
        if count
    )
