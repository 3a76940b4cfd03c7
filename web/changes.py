"""What the page of changes is asked, read strictly."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict

from catalogue.changes import NARROWS, read_since
from catalogue.parameters import read_together
from catalogue.question import Question
from web.reading import DAYS, read_some

DAYS_BACK = 30
TAKES = (*NARROWS, *DAYS, "cursor", "since")


@dataclass(frozen=True)
class Asked:
    """Of which agreements, and since which day. `is_usual`: nobody chose that day."""

    question: Question
    since: date
    is_usual: bool


def read_changes(parameters: QueryDict, *, today: date, allowed: tuple[str, ...] = TAKES) -> Asked:
    """What the parameters ask: up to the day in the world and the day in the register. Raises Refused with every fault."""
    question, since = read_together(lambda: read_some(parameters, allowed, today=today), lambda: read_since(parameters, today=today))
    until = min(question.on, question.as_known or question.on)
    return Asked(question, since or until - timedelta(days=DAYS_BACK), is_usual=since is None)
