"""What a page is asked for, read strictly: parameters that it does not take are refused, never ignored."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.http import QueryDict

from catalogue.question import Question, read_question
from catalogue.refusing import Fault, Refused, nearest
from parties.models import Party

DAYS = ("as_of", "as_known")


def party_names() -> Mapping[str, str]:
    """Every party's English name by its code. One query."""
    return dict(Party.objects.order_by().values_list("code", "name"))


def has_blanks(parameters: QueryDict) -> bool:
    """Whether a parameter is given without a value, as a form gives the fields that nobody filled in."""
    return any(value == "" for _, values in parameters.lists() for value in values)


def read_some(parameters: QueryDict, allowed: Iterable[str], *, today: date) -> Question:
    """The question of a page that takes a few of the parameters only. Raises Refused with every fault."""
    allowed = tuple(allowed)
    faults = [
        Fault(name[:60], str(parameters[name])[:200], _stranger(name[:60], allowed), nearest(name, allowed))
        for name in parameters
        if name not in allowed
    ]
    few = parameters.copy()
    for stranger in [name for name in parameters if name not in allowed]:
        del few[stranger]
    try:
        question = read_question(few, today=today, known_parties=party_names)
    except Refused as refused:
        raise Refused([*faults, *refused.faults]) from refused
    if faults:
        raise Refused(faults)
    return question


def _stranger(name: str, allowed: tuple[str, ...]) -> str:
    takes = f"takes {' and '.join(f'“{one}”' for one in allowed)} only" if allowed else "takes no parameters"
    return f"This page {takes}, so “{name}” means nothing here."
