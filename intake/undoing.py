"""Taking back a batch that was published: each record gets a new revision, all of them or none; nothing is deleted."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement
from agreements.vocabulary import DeedKind
from editorial.applying import apply
from editorial.operations import publish, retract, submit
from editorial.rules import RuleBroken
from intake.models import Batch, BatchLine
from intake.vocabulary import BatchState, Outcome
from intake.windows import withdraw_batch
from treaty.document.canonical import read_document

BRING_IN, PUBLISH, RETRACT = "accounts.bring_in", "editorial.publish_agreement", "editorial.retract_agreement"
SHOWN = 5


@transaction.atomic
def undo_batch(batch: Batch, *, by: Person, reviewer: Person, at: datetime, reason: str) -> Batch:
    """Put back what the batch changed, and retract what it had published for the first time.

    Raises RuleBroken, and then nothing was written: where somebody saved one of the records since, where the batch was
    never published or was undone already, without a reason, and where the two people may not do it.
    """
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    _require_may(by, reviewer)
    if batch.state is BatchState.UNDONE:
        raise RuleBroken("It was undone already.")
    if batch.state is not BatchState.PUBLISHED:
        raise RuleBroken("Its records are drafts, of which the public has seen nothing.")
    if not reason.strip():
        raise RuleBroken("Say why it is undone; the public pages will show the reason.")
    lines = list(batch.lines.select_related("batch").filter(outcome__in=(Outcome.CREATE, Outcome.CHANGE)).order_by("-pk"))
    agreements = _untouched(lines)
    for line, agreement in zip(lines, agreements, strict=True):
        _undo(line, agreement, by=by, reviewer=reviewer, at=at, reason=reason)
    batch.state, batch.undone_by, batch.undone_at, batch.reason = BatchState.UNDONE, by, at, reason.strip()
    batch.save(update_fields=["state", "undone_by", "undone_at", "reason"])
    withdraw_batch(batch, at=at)
    return batch


def _require_may(by: Person, reviewer: Person) -> None:
    if not by.has_perm(BRING_IN):
        raise RuleBroken(f"{by} may not bring in files, nor take them back; a data manager may.")
    if not (reviewer.has_perm(PUBLISH) and reviewer.has_perm(RETRACT)):
        raise RuleBroken(f"{reviewer} may not publish and retract; a reviewer may.")
    if settings.ENTENTE_FOUR_EYES and reviewer == by:
        raise RuleBroken("Somebody else must publish what you take back.")


def _untouched(lines: list[BatchLine]) -> list[Agreement]:
    """The agreement of each line, held. Raises RuleBroken, naming those that were saved since the batch wrote them."""
    keys = [line.agreement_id for line in lines if line.agreement_id is not None]
    found = {one.pk: one for one in Agreement.objects.select_for_update(of=("self",)).select_related("record").filter(pk__in=keys)}
    agreements = [found[key] for key in keys]
    touched = [str(one) for one, line in zip(agreements, lines, strict=True) if one.version != line.version]
    if touched:
        named = "; ".join(f"“{title}”" for title in touched[:SHOWN])
        more = f" and {len(touched) - SHOWN} more" if len(touched) > SHOWN else ""
        raise RuleBroken(f"Saved since it was brought in: {named}{more}. Nothing was undone.")
    return agreements


def _undo(line: BatchLine, agreement: Agreement, *, by: Person, reviewer: Person, at: datetime, reason: str) -> None:
    before = read_document(line.before) if line.before else None
    if before is not None:
        apply(before, by=by, at=at, to=agreement, what=DeedKind.RESTORED, details=[f"The import of {line.batch} was undone.", reason])
    if agreement.record is not None and (before is None or before.reference is None):
        retract(agreement.record, by=reviewer, at=at, reason=reason)
        return
    submission = submit(agreement, by=by, at=at)
    publish(submission, by=reviewer, at=at, as_read=submission.sha256)
