"""A question as plain English, as an address, and as chips that can each be lifted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from catalogue.orders import ORDERS
from catalogue.parameters import DEFAULT_LIMIT
from catalogue.question import UNKNOWN, Question
from treaty.document.wording import day_in_words
from treaty.vocabulary.standing import Standing
from web.showing.links import page
from web.showing.words import echo, first_down, joined, the

AS_IT_READS = {
    Standing.NEGOTIATING: "under negotiation",
    Standing.SIGNED: "signed and not known to be in force",
    Standing.PROVISIONAL: "provisionally applied",
    Standing.LAPSED: "lapsed before entry into force",
}


def parameters_of(question: Question, *, today: date) -> dict[str, str]:
    """The parameters that ask this question again; what goes without saying is left out."""
    standings = [*(term.value for term in question.standings), *([UNKNOWN] if question.standing_unknown else [])]
    return {
        "q": question.words,
        "party": ",".join(question.parties),
        "between": ",".join(question.between),
        "kind": ",".join(question.kinds),
        "provision": ",".join(question.provisions),
        "standing": ",".join(standings),
        "inferred": "" if question.inferring else "no",
        "deadline_before": question.deadline_before.isoformat() if question.deadline_before else "",
        "notice_before": question.notice_before.isoformat() if question.notice_before else "",
        "as_of": question.on.isoformat() if question.on != today else "",
        "as_known": question.as_known.isoformat() if question.as_known else "",
        "order": question.order.name if question.order.name != "-signed" else "",
        "limit": str(question.limit) if question.limit != DEFAULT_LIMIT else "",
    }


def sentence(question: Question, names: Mapping[str, str], *, today: date) -> str:
    """The question in words: "Agreements in force on 1 January 1955 to which Japan and the United States are parties"."""
    day = "today" if question.on == today else f"on {day_in_words(question.on)}"
    standing = _standing(question)
    head = ["Agreements", *_of_kinds(question), *([f"{standing} {day}"] if standing else []), *_parties(question, names)]
    tail = [
        *_saying(question),
        *_ahead(question),
        *([] if standing else [_as_they_stood(question, day, today)]),
        *([] if question.inferring else ["counting only what sources declare"]),
        *([f"as the register knew them at the end of {day_in_words(question.as_known)}"] if question.as_known else []),
    ]
    return ", ".join([(", " if question.kinds else " ").join(head).replace("Agreements, of", "Agreements of"), *tail])


def _of_kinds(question: Question) -> Iterable[str]:
    if question.kinds:
        kinds = joined([f"“{kind.label}”" for kind in question.kinds], "or")
        yield f"of the kind {kinds}"


def _standing(question: Question) -> str:
    said = [AS_IT_READS.get(term, term.label.lower()) for term in question.standings]
    return joined([*said, *(["of unknown standing"] if question.standing_unknown else [])], "or")


def _parties(question: Question, names: Mapping[str, str]) -> Iterable[str]:
    if question.parties:
        named = [the(names.get(code, code)) for code in question.parties]
        yield f"to which {joined(named, 'or')} is a party"
    if question.between:
        named = [the(names.get(code, code)) for code in question.between]
        yield f"{'and ' if question.parties else ''}to which {joined(named)} are parties"


def _saying(question: Question) -> Iterable[str]:
    if question.words.strip():
        yield f"that match “{echo(question.words.strip())}”"
    if question.provisions:
        labels = [first_down(kind.label) for kind in question.provisions]
        yield f"with provisions on {joined(labels, 'or')}"


def _ahead(question: Question) -> Iterable[str]:
    if question.deadline_before:
        yield f"with a deadline before {day_in_words(question.deadline_before)}"
    if question.notice_before:
        yield f"with a last day for notice before {day_in_words(question.notice_before)}"


def _as_they_stood(question: Question, day: str, today: date) -> str:
    return f"as they {'stand' if question.on == today else 'stood' if question.on < today else 'will stand'} {day}"


@dataclass(frozen=True)
class Filter:
    """One filter of a question that is set: how it reads, and the question without it."""

    label: str
    value: str
    without: Question


def filters(question: Question, names: Mapping[str, str], *, today: date) -> list[Filter]:
    """Everything that narrows the question, one by one; parties asked for together stand together."""
    return [
        *_filters_of_words(question),
        *_filters_of_parties(question, names),
        *_filters_of_terms(question),
        *_filters_of_days(question, today),
    ]


def _but(lifted: Any, chosen: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one for one in chosen if one != lifted)


def _filters_of_words(question: Question) -> Iterable[Filter]:
    if question.wanted:
        yield Filter("Words", echo(question.words.strip(), 60), replace(question, words="", wanted=()))


def _filters_of_parties(question: Question, names: Mapping[str, str]) -> Iterable[Filter]:
    for code in question.parties:
        yield Filter("Party", names.get(code, code), replace(question, parties=_but(code, question.parties)))
    if question.between:
        yield Filter("Between", joined([names.get(code, code) for code in question.between]), replace(question, between=()))


def _filters_of_terms(question: Question) -> Iterable[Filter]:
    for kind in question.kinds:
        yield Filter("Kind", kind.label, replace(question, kinds=_but(kind, question.kinds)))
    for provision in question.provisions:
        yield Filter("Provision", provision.label, replace(question, provisions=_but(provision, question.provisions)))
    for term in question.standings:
        yield Filter("Standing", term.label, replace(question, standings=_but(term, question.standings)))
    if question.standing_unknown:
        yield Filter("Standing", "Not known", replace(question, standing_unknown=False))


def _filters_of_days(question: Question, today: date) -> Iterable[Filter]:
    if question.deadline_before:
        yield Filter("Deadline before", day_in_words(question.deadline_before), replace(question, deadline_before=None))
    if question.notice_before:
        yield Filter("Notice before", day_in_words(question.notice_before), replace(question, notice_before=None))
    if question.on != today:
        yield Filter("As of", day_in_words(question.on), replace(question, on=today))
    if question.as_known:
        yield Filter("As known", day_in_words(question.as_known), replace(question, as_known=None))


@dataclass(frozen=True)
class Chip:
    """A filter that is set, with the address that lifts it."""

    label: str
    value: str
    href: str


def chips(question: Question, names: Mapping[str, str], *, today: date) -> tuple[Chip, ...]:
    found = filters(question, names, today=today)
    return tuple(Chip(one.label, one.value, address_of(one.without, today=today)) for one in found)


def address_of(question: Question, *, today: date, cursor: str = "") -> str:
    """The address of the list that answers the question."""
    return page("agreements", **parameters_of(question, today=today), cursor=cursor)


def orders() -> tuple[tuple[str, str], ...]:
    return tuple((order.name, order.label) for order in ORDERS.values())
