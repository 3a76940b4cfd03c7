"""Which agreements stand side by side, read strictly."""

from dataclasses import dataclass
from datetime import date

from catalogue.models import Entry
from catalogue.parameters import Parameters, Reading
from catalogue.question import Question
from catalogue.reading import entry_of, present_references
from catalogue.refusing import Fault, Gone, Moved, NotFound, Refused
from web.reading import DAYS, read_some

MOST = 4
TAKES = (*DAYS, "inferred", "q", "with")


@dataclass(frozen=True)
class Asked:
    """The agreements in the order in which they are named, the words looked for, and the two days."""

    question: Question
    entries: tuple[Entry, ...]


def read_comparison(parameters: Parameters, *, today: date) -> Asked:
    """What the parameters ask. A record that was merged stands as the one that continues it. Raises Refused with every fault."""
    faults: list[Fault] = []
    question = Question(on=today)
    try:
        question = read_some(parameters, TAKES, today=today)  # type: ignore[arg-type]
    except Refused as refused:
        faults += refused.faults
    reading = Reading(parameters, tuple(parameters.keys()))
    references = list(dict.fromkeys(one.upper() for one in reading.many("with")))
    if len(references) > MOST:
        reading.fault("with", ",".join(references), f"“with” takes {MOST} agreements at most, such as with=E0172,E0074.")
    entries = _entries(references, question.as_known, reading) if not reading.faults else ()
    faults += reading.faults
    if faults:
        raise Refused(faults)
    return Asked(question, entries)


def _entries(references: list[str], as_known: date | None, reading: Reading) -> tuple[Entry, ...]:
    """The entry of each. Two queries, and a few for each that is not there."""
    now = present_references(set(references), as_known=as_known)
    wanted = list(dict.fromkeys(now[one] for one in references))
    found = {entry.reference: entry for entry in Entry.objects.known(on=as_known).filter(reference__in=wanted).select_related("revision")}
    for reference in wanted:
        if reference not in found:
            reading.fault("with", reference, _why_not(reference, as_known))
    return tuple(found[reference] for reference in wanted if reference in found)


def _why_not(reference: str, as_known: date | None) -> str:
    try:
        entry_of(reference, as_known=as_known)
    except (Gone, Moved, NotFound) as error:
        return str(error)
    return f"{reference} cannot be compared."
