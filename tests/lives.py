"""Questions that tests of the law ask of a document, in one line each."""

from datetime import date

from treaty.document.document import Document
from treaty.law.bindings import bindings
from treaty.law.inference import Inferred
from treaty.law.pairs import between
from treaty.law.standing import Period, periods, standing_on
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing


def on(day: str) -> date:
    return date.fromisoformat(day)


def period(document: Document, day: str, *, inferred: Inferred = True) -> Period:
    """The period that covers the day; there must be one."""
    found = standing_on(on(day), periods(document, inferred=inferred))
    assert found is not None
    return found


def standing(document: Document, day: str, *, inferred: Inferred = True) -> Standing | None:
    found = standing_on(on(day), periods(document, inferred=inferred))
    return found.standing if found else None


def party(document: Document, code: str, day: str, *, inferred: Inferred = True) -> PartyStanding | None:
    found = standing_on(on(day), bindings(document, inferred=inferred)[code])
    return found.standing if found else None


def pair(document: Document, one: str, two: str, day: str, *, inferred: Inferred = True) -> PairStanding | None:
    found = standing_on(on(day), between(one, two, document, inferred=inferred))
    return found.standing if found else None
