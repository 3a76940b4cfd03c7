"""What a page is asked for, read strictly: parameters that it does not take are refused, never ignored."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.http import QueryDict

from catalogue.parameters import Reading
from catalogue.question import Question, read_question
from parties.models import Party
from treaty.vocabulary.term import Term
from web.showing.days import Days

DAYS = ("as_of", "as_known")


def read_days(parameters: QueryDict, *, today: date) -> Days:
    """The two days of a page that takes nothing else. Raises Refused with every fault."""
    question = read_some(parameters, DAYS, today=today)
    return Days(question.on, question.as_known, today)


def party_names() -> Mapping[str, str]:
    """Every party's English name by its code. One query."""
    return Party.objects.names()


def has_blanks(parameters: QueryDict) -> bool:
    """Whether a parameter is given without a value, as a form gives the fields that nobody filled in."""
    return any(value == "" for _, values in parameters.lists() for value in values)


def read_look(parameters: QueryDict) -> bool:
    """Whether the rows of a list are to stand close together. Raises Refused for any other look."""
    reading = Reading(parameters, tuple(parameters))
    look = reading.one_of("rows", ("dense",))
    reading.done()
    return look == "dense"


def read_terms(parameters: QueryDict, name: str, family: type[Term]) -> tuple[Any, ...]:
    """The words of a family that a parameter of the page's own names. Raises Refused for any other."""
    reading = Reading(parameters, tuple(parameters))
    terms = reading.terms(name, family)
    reading.done()
    return terms


def read_some(parameters: QueryDict, allowed: Iterable[str], *, today: date) -> Question:
    """The question of a page that takes a few of the parameters only. Raises Refused with every fault."""
    return read_question(parameters, today=today, known_parties=party_names, allowed=tuple(allowed))
