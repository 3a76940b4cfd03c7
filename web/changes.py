"""What the page of changes is asked, read strictly."""

from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.parameters import Parameters, Reading
from catalogue.question import Question
from catalogue.refusing import Fault, Refused
from web.reading import read_some

DAYS_BACK = 30
NARROWS = ("party", "organisation", "region", "kind", "provision")
TAKES = (*NARROWS, "cursor", "since")


@dataclass(frozen=True)
class Asked:
    """Of which agreements, and since which day. `is_usual`: nobody chose that day."""

    question: Question
    since: date
    is_usual: bool


def read_changes(parameters: Parameters, *, today: date, allowed: tuple[str, ...] = TAKES) -> Asked:
    """What the parameters ask. Raises Refused with every fault."""
    faults: list[Fault] = []
    question = Question(on=today)
    try:
        question = read_some(parameters, allowed, today=today)  # type: ignore[arg-type]
    except Refused as refused:
        faults += refused.faults
    reading = Reading(parameters, tuple(parameters.keys()))
    since = reading.day("since")
    if since and since > today:
        detail = f"What will change after {since.isoformat()} nobody can say; give a day up to {today.isoformat()}."
        reading.fault("since", since.isoformat(), detail)
    faults += reading.faults
    if faults:
        raise Refused(faults)
    return Asked(question, since or today - timedelta(days=DAYS_BACK), is_usual=since is None)
