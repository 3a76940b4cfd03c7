"""What a source says again, or says less well, of a fact that is known already: nothing new, and no change."""

from collections.abc import Iterable
from typing import Any

from treaty.document.document import Document, Identifier
from treaty.document.evidence import Evidence
from treaty.document.life import Event
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme

KEYS = {"participations": ("party", "role"), "events": ("id",), "provisions": ("id",), "relations": ("id",)}


def without_echoes(before: Document, after: Document) -> Document:
    """The later document, where no source that a fact had been citing is cited for it once more.

    Nor does it say of an agreement merely that it ended, where it is known how it ended that day; or give a page of the
    UN Treaty Series that is known in full.
    """
    known_events = {event.id for event in before.events}
    after = after.model_copy(
        update={
            "events": tuple(event for event in after.events if event.id in known_events or not _mere_end(event, before.events)),
            "identifiers": tuple(one for one in after.identifiers if one in before.identifiers or not _cut_short(one, before.identifiers)),
        }
    )
    said: dict[str, Any] = {"evidence": _kept(before.evidence, after.evidence)}
    for name, key in KEYS.items():
        known = {tuple(getattr(fact, part) for part in key): fact.evidence for fact in getattr(before, name)}
        said[name] = tuple(
            fact.model_copy(update={"evidence": _kept(known.get(tuple(getattr(fact, part) for part in key), ()), fact.evidence)})
            for fact in getattr(after, name)
        )
    if before.duration and after.duration:
        said["duration"] = after.duration.model_copy(update={"evidence": _kept(before.duration.evidence, after.duration.evidence)})
    return after.model_copy(update=said)


def _mere_end(event: Event, known: Iterable[Event]) -> bool:
    ended = {other.date for other in known if other.kind in ENDINGS and other.party is None}
    return event.kind is EventKind.TERMINATION and event.party is None and event.date is not None and event.date in ended


def _cut_short(number: Identifier, known: Iterable[Identifier]) -> bool:
    """Whether it is the beginning of a number that is known: 481/26, where it is 481/262."""
    return number.scheme is IdentifierScheme.UNTS and any(
        other.scheme is number.scheme and other.value != number.value and other.value.startswith(number.value) for other in known
    )


def _kept(before: Iterable[Evidence], after: Iterable[Evidence]) -> tuple[Evidence, ...]:
    before = tuple(before)
    cited = {evidence.source for evidence in before}
    return tuple(evidence for evidence in after if evidence in before or evidence.source not in cited)
