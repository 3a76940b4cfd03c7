"""The filters of a question that are set, each of which can be lifted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from catalogue.question import Question
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.wording import day_in_words, joined
from web.showing.asked import address_of
from web.showing.words import echo

TERMS = (
    ("kinds", "Kind"),
    ("provisions", "Provision"),
    ("characters", "Character"),
    ("lateralities", "Sides"),
    ("standings", "Standing"),
    ("events", "Event"),
    ("sources", "Best source"),
    ("checked", "Verified"),
)
DAYS = (
    ("event_from", "Event from"),
    ("event_before", "Event before"),
    ("deadline_before", "Deadline before"),
    ("notice_before", "Notice before"),
)


@dataclass(frozen=True)
class Filter:
    """One filter of a question that is set: how it reads, and the question without it."""

    label: str
    value: str
    without: Question


def filters(question: Question, names: Mapping[str, str], *, today: date) -> list[Filter]:
    """Everything that narrows the question, one by one; parties asked for together stand together."""
    return [
        *_of_words(question),
        *_of_parties(question, names),
        *_of_terms(question),
        *_of_days(question, today),
    ]


def _without(question: Question, field: str, value: Any) -> Question:
    """The question with another value in one of its fields."""
    changed: dict[str, Any] = {field: value}
    return replace(question, **changed)


def _but(lifted: Any, chosen: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one for one in chosen if one != lifted)


def _of_words(question: Question) -> Iterable[Filter]:
    if question.wanted:
        yield Filter("Words", echo(question.words.strip(), 60), replace(question, words="", wanted=()))


def _of_parties(question: Question, names: Mapping[str, str]) -> Iterable[Filter]:
    for code in question.parties:
        yield Filter("Party", names.get(code, code), replace(question, parties=_but(code, question.parties)))
    if question.between:
        yield Filter("Between", joined([names.get(code, code) for code in question.between]), replace(question, between=()))
    for code in question.regions:
        yield Filter("Region", (REGIONS | SUBREGIONS)[code], replace(question, regions=_but(code, question.regions)))
    for code in question.organisations:
        yield Filter("Organisation", names.get(code, code), replace(question, organisations=_but(code, question.organisations)))


def _of_terms(question: Question) -> Iterable[Filter]:
    for field, label in TERMS:
        for term in getattr(question, field):
            yield Filter(label, term.label, _without(question, field, _but(term, getattr(question, field))))
    if question.standing_unknown:
        yield Filter("Standing", "Not known", replace(question, standing_unknown=False))
    for year in question.decades:
        yield Filter("Signed", f"{year}s", replace(question, decades=_but(year, question.decades)))


def _of_days(question: Question, today: date) -> Iterable[Filter]:
    for field, label in DAYS:
        if day := getattr(question, field):
            yield Filter(label, day_in_words(day), _without(question, field, None))
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
