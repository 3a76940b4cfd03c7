"""Questions that tests of the law ask of a document, in one line each."""

from datetime import date
from typing import Any

from tests.factories import pact
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


def seen(key: str, kind: str, date: str, **said: Any) -> dict[str, Any]:
    """An event on a day that is verified."""
    return {"id": key, "kind": kind, "date": date, "evidence": [{"source": "s1", "verified": True, "note": "read there"}], **said}


def told(key: str, kind: str, date: str | None, **said: Any) -> dict[str, Any]:
    """An event on a day that nobody has verified."""
    return {"id": key, "kind": kind, "date": date, "evidence": [{"source": "s1", "verified": False}], **said}


def treaty(title: str, parties: str, *events: dict[str, Any], **said: Any) -> Document:
    return pact(title=title, parties=parties.split(), signed=None, events=events, **said)


def with_events(document: Document, *events: dict[str, Any]) -> Document:
    """The document with further events."""
    said = document.model_dump(mode="json")
    return Document.model_validate({**said, "events": [*said["events"], *events]})
