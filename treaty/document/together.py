"""One part of two that say the same: what both knew, and the evidence of both."""

from collections.abc import Iterable
from typing import Any

from treaty.document.evidence import Evidence


def both_evidence(ours: Iterable[Evidence], theirs: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Every citation once. One that either side has verified is verified."""
    kept = list(ours)
    for evidence in theirs:
        if evidence in kept:
            continue
        twin = evidence.model_copy(update={"verified": not evidence.verified})
        if twin not in kept:
            kept.append(evidence)
        elif evidence.verified:
            kept[kept.index(twin)] = evidence
    return tuple(kept)


def both_notes(ours: str, theirs: str) -> str:
    """Both notes, the second under the first; one that the other holds already is not said again."""
    if not theirs or theirs in ours:
        return ours
    return f"{ours}\n{theirs}" if ours else theirs


def joined(ours: Iterable[Any], theirs: Iterable[Any]) -> list[Any]:
    kept = list(ours)
    kept += [part for part in theirs if part not in kept]
    return kept


def together(ours: Any, theirs: Any, names: Iterable[str]) -> Any:
    """One part of two that say the same thing: gaps filled, citations of both, and a note of what else the other said."""
    said, differing = {}, []
    for name in names:
        mine, yours = getattr(ours, name), getattr(theirs, name)
        said[name] = mine or yours
        if mine and yours and mine != yours:
            differing.append(f"{name.replace('_', ' ')}: {yours}")
    note = both_notes(ours.note, theirs.note)
    if differing:
        note = both_notes(note, f"The merged record has {'; '.join(differing)}.")
    return ours.model_copy(update={**said, "note": note, "evidence": both_evidence(ours.evidence, theirs.evidence)})


def free_key(prefix: str, wanted: str, taken: Iterable[str]) -> str:
    """The key itself where it is free; otherwise the next number that no part has."""
    taken = set(taken)
    if wanted not in taken:
        return wanted
    numbers = [int(key[len(prefix) :]) for key in taken if key.startswith(prefix) and key[len(prefix) :].isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1}"
