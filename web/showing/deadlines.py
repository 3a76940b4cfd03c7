"""What is still to come for the agreement, seen from the day asked for."""

from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.wording import Names
from treaty.law.deadlines import Deadline, deadlines
from treaty.law.explaining import explain_deadline
from web.showing.days import Days
from web.showing.links import ShownTerm, shown_term
from web.showing.words import first_up


@dataclass(frozen=True)
class ShownDeadline:
    """`when` is never finer than what is known: "On 8 March 1962", "In 1962", "Day not known"."""

    kind: ShownTerm | None
    when: str
    sentence: str
    explanation: str


def deadlines_of(document: Document, names: Names, days: Days) -> tuple[ShownDeadline, ...]:
    """The soonest first; empty where nothing follows from the record."""
    return tuple(_deadline(one, document, names, days) for one in deadlines(document, on=days.on, names=names, inferred=days.inferring))


def _deadline(deadline: Deadline, document: Document, names: Names, days: Days) -> ShownDeadline:
    return ShownDeadline(
        kind=shown_term(deadline.kind, days.carried),
        when=first_up(deadline.days.words) if deadline.days else "Day not known",
        sentence=deadline.sentence,
        explanation=explain_deadline(deadline, document, names),
    )
