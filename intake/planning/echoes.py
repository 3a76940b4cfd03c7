"""What a source says again of a fact for which it is cited already: nothing new, and no change."""

from collections.abc import Iterable
from typing import Any

from treaty.document.document import Document
from treaty.document.evidence import Evidence

KEYS = {"participations": ("party", "role"), "events": ("id",), "provisions": ("id",), "relations": ("id",)}


def without_echoes(before: Document, after: Document) -> Document:
    """The later document, where no source that a fact had been citing is cited for it once more."""
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


def _kept(before: Iterable[Evidence], after: Iterable[Evidence]) -> tuple[Evidence, ...]:
    before = tuple(before)
    cited = {evidence.source for evidence in before}
    return tuple(evidence for evidence in after if evidence in before or evidence.source not in cited)
