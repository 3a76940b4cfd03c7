"""One agreement judged on a day: what the law concludes of its published document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from catalogue.parameters import Parameters, Reading
from catalogue.question import INFERRED
from parties.models import Party
from treaty.document.document import Document
from treaty.law.bindings import Binding, bindings
from treaty.law.deadlines import Deadline, deadlines
from treaty.law.explaining import account
from treaty.law.pairs import Tie, between
from treaty.law.standing import Period, periods, standing_on

JUDGING = ("as_of", "as_known", "inferred", "between")


@dataclass(frozen=True)
class Asked:
    """The day in the world, the day in the register, whether inference counts, and the two parties asked about, if any."""

    on: date
    as_known: date | None
    inferring: bool
    between: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    """What holds on the day, for the whole, for each party, and between the two asked about; and what is to come."""

    document: Document
    names: Mapping[str, str]
    on: date
    inferring: bool
    period: Period | None
    account: str
    bindings: tuple[Binding, ...]
    tie: Tie | None
    deadlines: tuple[Deadline, ...]


def read_asked(parameters: Parameters, *, today: date, allowed: tuple[str, ...] = JUDGING) -> Asked:
    """What one record is asked about. Raises Refused with every fault."""
    reading = Reading(parameters, allowed)
    asked = Asked(
        on=reading.day("as_of") or today,
        as_known=reading.known_day(today=today),
        inferring=reading.one_of("inferred", INFERRED) != "no",
        between=reading.two_or_more("between", Party.objects.names, most=2),
    )
    reading.done()
    return asked


def judge(document: Document, asked: Asked) -> Judgement:
    """What the law concludes of the document on the day asked for. One query, for the parties' names."""
    names = names_in(document)
    held = (standing_on(asked.on, life) for life in bindings(document, inferred=asked.inferring).values())
    return Judgement(
        document=document,
        names=names,
        on=asked.on,
        inferring=asked.inferring,
        period=standing_on(asked.on, periods(document, inferred=asked.inferring)),
        account=account(document, names, on=asked.on, inferred=asked.inferring),
        bindings=tuple(binding for binding in held if binding),
        tie=_tie(document, asked),
        deadlines=deadlines(document, on=asked.on, names=names, inferred=asked.inferring),
    )


def _tie(document: Document, asked: Asked) -> Tie | None:
    """What holds between the two asked about; None where nobody is asked about, or one of them takes no part."""
    if not set(asked.between) <= {part.party for part in document.participations}:
        return None
    match asked.between:
        case (one, two):
            return standing_on(asked.on, between(one, two, document, inferred=asked.inferring))
    return None


def names_in(document: Document) -> Mapping[str, str]:
    """The names of the parties that the document's participations and events name, by code. One query."""
    codes = {part.party for part in document.participations}
    codes |= {code for event in document.events for code in (event.party, event.other_party) if code}
    return dict(Party.objects.filter(code__in=codes).order_by().values_list("code", "name"))
