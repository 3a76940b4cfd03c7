"""How much of a document rests on evidence, and how much of that somebody has read in its source."""

from dataclasses import dataclass
from typing import Any

from treaty.document.document import Document


@dataclass(frozen=True)
class Tally:
    """Facts of one sort: those with evidence that somebody verified, those with evidence only, those with none."""

    label: str
    verified: int
    reported: int
    bare: int


def tally(document: Document) -> tuple[Tally, ...]:
    """One row for each sort of fact that the document has."""
    facts: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("The record as a whole", (document,)),
        ("Parties", document.participations),
        ("Events", document.events),
        ("Its own terms", (document.duration,) if document.duration else ()),
        ("Provisions", document.provisions),
        ("Relations", document.relations),
    )
    return tuple(_tally(label, those) for label, those in facts if those)


def _tally(label: str, facts: tuple[Any, ...]) -> Tally:
    verified = sum(1 for fact in facts if any(evidence.verified for evidence in fact.evidence))
    bare = sum(1 for fact in facts if not fact.evidence)
    return Tally(label, verified, len(facts) - verified - bare, bare)
