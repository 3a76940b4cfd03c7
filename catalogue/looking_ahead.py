"""What a calendar of deadlines is asked, read strictly."""

from dataclasses import dataclass
from datetime import date

from catalogue.parameters import KnownParties, Parameters, Reading, read_together
from catalogue.question import PARAMETERS, Question, read_question
from treaty.law.outlook import HORIZON
from treaty.law.reckoning import add_months
from treaty.vocabulary.deadlines import DeadlineKind

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


def read_deadlines(parameters: Parameters, *, today: date, known_parties: KnownParties, allowed: tuple[str, ...] = TAKES) -> Asked:
    """What the parameters ask. Raises Refused with every fault."""
    question, (kinds, until) = read_together(
        lambda: read_question(parameters, today=today, known_parties=known_parties, allowed=allowed),
        lambda: _read_span(parameters, today=today),
    )
    return Asked(question, kinds, until or add_months(question.on, MONTHS_AHEAD), is_usual=until is None)


def _read_span(parameters: Parameters, *, today: date) -> tuple[tuple[DeadlineKind, ...], date | None]:
    """The kinds of deadline and the last day, which is not before the day from which one looks ahead."""
    reading = Reading(parameters, tuple(parameters.keys()))
    kinds = tuple(DeadlineKind(value) for value in reading.chosen("deadline", [kind.value for kind in IN_CALENDAR]))
    until, on = reading.day("until"), Reading(parameters, ("as_of",)).day("as_of") or today
    if on >= HORIZON:
        reading.fault("as_of", on.isoformat(), f"Deadlines are reckoned as seen from days before {HORIZON.isoformat()}.")
    if until and until < on:
        detail = f"“until” is a day after the one from which one looks ahead, {on.isoformat()}."
        reading.fault("until", until.isoformat(), detail)
    reading.done()
    return kinds, until
