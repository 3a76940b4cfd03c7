"""What the calendar of deadlines is asked, read strictly."""

from dataclasses import dataclass
from datetime import date

from catalogue.parameters import Parameters, Reading
from catalogue.question import PARAMETERS, Question
from catalogue.refusing import Fault, Refused
from treaty.law.outlook import HORIZON
from treaty.law.reckoning import add_months
from treaty.vocabulary.deadlines import DeadlineKind
from web.reading import read_some

MONTHS_AHEAD = 24
NOT_HERE = ("order", "limit", "cursor", "deadline_before", "notice_before")  # the calendar has its own order and its own days
TAKES = (*(name for name in PARAMETERS if name not in NOT_HERE), "deadline", "until")
IN_CALENDAR = tuple(kind for kind in DeadlineKind if kind is not DeadlineKind.EARLIEST_EXIT)
"""The kinds that have a day of their own; the earliest exit moves with the day from which it is counted."""


@dataclass(frozen=True)
class Asked:
    """Which agreements, which kinds of deadline (none: all), and up to which day. `is_usual`: nobody chose that day."""

    question: Question
    kinds: tuple[DeadlineKind, ...]
    until: date
    is_usual: bool


def read_deadlines(parameters: Parameters, *, today: date) -> Asked:
    """What the parameters ask. Raises Refused with every fault."""
    faults: list[Fault] = []
    question = None
    try:
        question = read_some(parameters, TAKES, today=today)  # type: ignore[arg-type]
    except Refused as refused:
        faults += refused.faults
    reading = Reading(parameters, tuple(parameters.keys()))
    kinds = tuple(DeadlineKind(value) for value in reading.chosen("deadline", [kind.value for kind in IN_CALENDAR]))
    until = reading.day("until")
    if question and question.on >= HORIZON:
        reading.fault("as_of", question.on.isoformat(), f"Deadlines are reckoned as seen from days before {HORIZON.isoformat()}.")
    if question and until and until < question.on:
        detail = f"“until” is a day after the one from which one looks ahead, {question.on.isoformat()}."
        reading.fault("until", until.isoformat(), detail)
    faults += reading.faults
    if faults or question is None:
        raise Refused(faults)
    return Asked(question, kinds, until or add_months(question.on, MONTHS_AHEAD), is_usual=until is None)
