"""Two records of one agreement made one: prepared on the desk, and public once a reviewer publishes the one that stays."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from pydantic import ValidationError

from accounts.models import Person
from agreements.models import Agreement
from agreements.operations import note_change
from agreements.vocabulary import DeedKind
from editorial.applying import apply
from editorial.composing import compose
from editorial.mergers import Merger, MergerState
from editorial.rules import RuleBroken, one_of, require_four_eyes
from editorial.vocabulary import SubmissionState
from records.models import Revision
from records.vocabulary import Action
from treaty.document.canonical import canonical_json, read_document
from treaty.document.document import Document
from treaty.document.uniting import Conflict, conflicts, relations_between, unite
from treaty.document.uniting_events import Choices


@dataclass(frozen=True)
class Plan:
    """What a merger would do: both documents, where somebody has to choose, and the one that comes of it."""

    survivor: Document
    other: Document
    conflicts: tuple[Conflict, ...]
    united: Document


def plan_merger(survivor: Agreement, other: Agreement, choices: Choices | None = None) -> Plan:
    """Look before merging; nothing is written. Raises RuleBroken where the two cannot be merged, or not this way round."""
    _require_mergeable(survivor, other)
    ours, theirs = compose(survivor), compose(other)
    if between := relations_between(ours, theirs):
        raise RuleBroken(
            f"One of them says that it {between[0].kind.label.lower()} the other: they are two. Take that relation away if it is wrong."
        )
    try:
        united = unite(ours, theirs, choices)
    except ValidationError as fault:
        raise RuleBroken(f"Together they hold more than one record may: {fault.errors()[0]['msg']}.") from fault
    return Plan(ours, theirs, tuple(conflicts(ours, theirs)), united)


@transaction.atomic
def merge(
    survivor: Agreement,
    other: Agreement,
    *,
    by: Person,
    at: datetime,
    reason: str,
    choices: Choices | None = None,
    seen: Mapping[int, int] | None = None,
) -> Merger:
    """Write what both know onto the survivor's desk copy, and take the other's off the desk. Nothing is deleted.

    A merger with a public record takes effect when the survivor is published; that of a mere draft, now. `seen`
    gives the version of each that somebody looked at, by id. Raises RuleBroken.
    """
    locked = {
        one.pk: one for one in Agreement.objects.select_for_update(of=("self",)).filter(pk__in=[survivor.pk, other.pk]).order_by("pk")
    }
    if seen is not None and any(locked[pk].version != version for pk, version in seen.items()):
        raise RuleBroken("Somebody saved one of them after you opened this page. Look at it again before you merge them.")
    if not reason.strip():
        raise RuleBroken("Say how you know that the two are one.")
    plan = plan_merger(survivor, other, choices)
    merged = apply(plan.united, by=by, at=at, to=survivor, what=DeedKind.MERGED, details=[f"“{other}” was merged into it.", reason.strip()])
    note_change(locked[other.pk], by=by, at=at, what=DeedKind.MERGED, details=[f"It was merged into “{survivor}”.", reason.strip()])
    return Merger.objects.create(
        survivor=survivor,
        other=other,
        state=MergerState.OPEN if other.record_id else MergerState.DONE,
        by=by,
        at=at,
        reason=reason.strip(),
        before=canonical_json(plan.survivor),
        left_version=merged.version,
    )


def endings(survivors: Sequence[Agreement], *, by: Person) -> Mapping[int, Mapping[Merger, Revision]]:
    """The mergers that take effect as their survivors are published, by the id of the survivor, held until the transaction ends.

    Each with the revision that is to end the other's record. Raises RuleBroken if `by` had merged them.
    """
    found: defaultdict[int, dict[Merger, Revision]] = defaultdict(dict)
    waiting = Merger.objects.waiting().filter(survivor__in=survivors).select_related("by", "other__record", "survivor__record")
    for merger in waiting.select_for_update(of=("self",)):
        require_four_eyes(submitted_by=merger.by, by=by)
        found[merger.survivor_id][merger] = Revision(
            record=merger.other.record,
            document=merger.other.record.revisions.order_by("-number").first().document,
            action=Action.MERGED,
            submitted_by=merger.by,
            by_one_editor=not settings.ENTENTE_FOUR_EYES and merger.by == by,
            note=merger.reason,
            merged_into=merger.survivor.record,
        )
    return found


def finish_merger(merger: Merger, revision: Revision, *, by: Person, at: datetime) -> str:
    """Keep that a merger took effect with a revision, which is in the chain. Returns the line for the audit of the other."""
    merger.revision = revision
    _decide(merger, MergerState.DONE, by=by, at=at)
    return f"{merger.other.record} ended with revision {revision.number}; it goes on as {merger.survivor.record}."


@transaction.atomic
def take_back(merger: Merger, *, by: Person, at: datetime) -> bool:
    """Let the other be edited by itself again. Its reference leads back to it as soon as it is published anew.

    Gives the survivor's desk copy back what it held before, and says so by True; not if somebody has saved it since,
    or if the merger is public: then what the other had added has to be taken out by hand. Raises RuleBroken.
    """
    locked = Merger.objects.select_for_update(of=("self",)).select_related("survivor", "other").get(pk=merger.pk)
    if locked.state is MergerState.TAKEN_BACK:
        raise RuleBroken("It was taken back already.")
    _require_nothing_waits(locked.survivor)
    untouched = locked.revision_id is None and locked.survivor.version == locked.left_version
    if untouched:
        taken = [f"“{locked.other}” was taken out of it again."]
        apply(read_document(locked.before), by=by, at=at, to=locked.survivor, what=DeedKind.RESTORED, details=taken)
    note_change(locked.other, by=by, at=at, what=DeedKind.RESTORED, details=[f"It was taken out of “{locked.survivor}” again."])
    _decide(locked, MergerState.TAKEN_BACK, by=by, at=at)
    return untouched


def merger_of(agreement: Agreement) -> Merger | None:
    """The merger that took an agreement off the desk; None where none did. One query."""
    return Merger.objects.holding().filter(other=agreement).select_related("survivor__record", "by").first()


def require_on_the_desk(*agreements: Agreement) -> None:
    """Raises RuleBroken for an agreement that was set aside, or merged into another: it is kept as it was. One query."""
    aside = next((one for one in agreements if one.set_aside_at is not None), None)
    if aside is not None:
        raise RuleBroken(f"{one_of(agreements, aside)} was set aside, and is kept as it was. Take it up again first.")
    merger = Merger.objects.holding().filter(other__in=agreements).select_related("survivor__record", "other").first()
    if merger is not None:
        raise RuleBroken(f"{one_of(agreements, merger.other)} was merged into “{merger.survivor}”, and is kept as it was.")


def _require_mergeable(survivor: Agreement, other: Agreement) -> None:
    if survivor.pk == other.pk:
        raise RuleBroken("It is one and the same record.")
    require_on_the_desk(survivor, other)
    for one in (survivor, other):
        _require_nothing_waits(one)
    if other.record_id and not survivor.record_id:
        raise RuleBroken(f"{other.record} is public and the other is a draft: the reference that is public stays.")
    if Merger.objects.waiting().filter(survivor=other).exists():
        raise RuleBroken(f"Another record waits to be merged into “{other}”. Publish that first, or take it back.")
    last = other.record.revisions.order_by("-number").first() if other.record else None
    if last is not None and last.action is not Action.PUBLISHED:
        raise RuleBroken(f"{other.record} is not public any more ({last.action.label.lower()}), so its reference leads nowhere.")


def _require_nothing_waits(agreement: Agreement) -> None:
    if agreement.submissions.filter(state=SubmissionState.OPEN).exists():
        raise RuleBroken(f"“{agreement}” is waiting for review. It has to be published or returned first.")


def _decide(merger: Merger, state: MergerState, *, by: Person, at: datetime) -> Merger:
    merger.state, merger.decided_by, merger.decided_at = state, by, at
    merger.save(update_fields=["state", "decided_by", "decided_at", "revision"])
    return merger
