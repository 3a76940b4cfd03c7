"""What pages say of a batch and of the work on it, in ready words."""

from collections.abc import Mapping

from intake.models import Batch
from intake.vocabulary import BatchState, Outcome

BECAME = {
    Outcome.CREATE: "created",
    Outcome.CHANGE: "changed",
    Outcome.SAME: "the same",
    Outcome.ASKED: "not decided",
    Outcome.REFUSED: "refused",
}
"""What has become of a record, where a plan says what would."""


def in_words(counts: Mapping[str, int]) -> str:
    """Such as "7 created, 2 changed, 1 refused"; what did not happen is left out."""
    said = [f"{counts[outcome.value]:,} {word}" for outcome, word in BECAME.items() if counts.get(outcome.value)]
    return ", ".join(said) or "no records"


def written(counts: Mapping[str, int]) -> int:
    """How many of the records were written onto the desk."""
    return counts.get(Outcome.CREATE.value, 0) + counts.get(Outcome.CHANGE.value, 0)


def what_becomes(batch: Batch) -> list[str]:
    """What taking it back does, in plain sentences."""
    created, changed = (batch.counts.get(outcome.value, 0) for outcome in (Outcome.CREATE, Outcome.CHANGE))
    public = batch.state is BatchState.PUBLISHED
    of_created = "retracted: the address of each says that it is gone, and why" if public else "set aside: they leave the lists of the desk"
    where = "in public, by a new revision of each" if public else "on the desk; the public has seen nothing of it"
    said = [f"{counted(created, 'record')} that it created {'is' if created == 1 else 'are'} {of_created}."] if created else []
    if changed:
        said.append(
            f"{counted(changed, 'record')} that it changed {'says' if changed == 1 else 'say'} again what stood there before, {where}."
        )
    return [*said, "All of it is taken back, or nothing: where somebody saved one of the records since, nothing is.", "Nothing is deleted."]


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
