"""Taking back a batch as a whole: what is public by new revisions, drafts by setting them aside. Nothing is deleted."""

from datetime import datetime

from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement
from agreements.vocabulary import DeedKind
from editorial.applying import apply
from editorial.rules import RuleBroken
from editorial.taking_back import set_aside, take_back_publication
from intake.allowing import require_allowed
from intake.batches import named
from intake.models import Batch, BatchLine
from intake.planning.making import Progress
from intake.vocabulary import BatchState, ErrandKind
from intake.windows import withdraw_batch
from treaty.document.canonical import read_document


@transaction.atomic
def undo_batch(batch: Batch, *, by: Person, at: datetime, reason: str, progress: Progress | None = None) -> int:
    """Put back what the batch changed, take off what it had made, and say how many records that were.

    Of a published batch, each record gets a new revision: the public register says again what it said before, or retracts
    what it never had. Of drafts, those that it made are set aside. Raises RuleBroken, and then nothing was written: where
    somebody saved one of the records since, or published it by itself; without a reason; and where `by` may not do it.
    """
    batch = Batch.objects.select_for_update(of=("self",)).select_related("by").get(pk=batch.pk)
    require_allowed(ErrandKind.UNDO, batch, by=by, told={"reason": reason})
    reason = reason.strip()
    lines = list(batch.lines.written().select_related("batch").reverse())
    agreements = _untouched(lines, public=batch.state is BatchState.PUBLISHED)
    for done, (line, agreement) in enumerate(zip(lines, agreements, strict=True), start=1):
        _undo(line, agreement, by=by, at=at, reason=reason)
        if progress:
            progress(done, len(lines))
    batch.state, batch.undone_by, batch.undone_at, batch.reason = BatchState.UNDONE, by, at, reason
    batch.save(update_fields=["state", "undone_by", "undone_at", "reason"])
    withdraw_batch(batch, at=at)
    return len(lines)


def _untouched(lines: list[BatchLine], *, public: bool) -> list[Agreement]:
    """The agreement of each line, held. Raises RuleBroken, naming those on which somebody worked since the batch wrote them."""
    keys = [line.agreement_id for line in lines if line.agreement_id is not None]
    found = {one.pk: one for one in Agreement.objects.select_for_update(of=("self",)).select_related("record").filter(pk__in=keys)}
    agreements = [found[key] for key in keys]
    if touched := [one for one, line in zip(agreements, lines, strict=True) if one.version != line.version]:
        raise RuleBroken(f"Saved since it was brought in: {named(touched)}. Nothing was undone.")
    if not public and (published := [one for one in agreements if one.published_version == one.version]):
        raise RuleBroken(f"Published by itself since: {named(published)}. Nothing was undone.")
    return agreements


def _undo(line: BatchLine, agreement: Agreement, *, by: Person, at: datetime, reason: str) -> None:
    was_public = agreement.published_version == line.version
    if line.before:
        said = [f"The import of {line.batch} was undone.", reason]
        apply(read_document(line.before), by=by, at=at, to=agreement, what=DeedKind.RESTORED, details=said)
    if was_public:
        take_back_publication(agreement, by=by, at=at, reason=reason)
    elif not line.before:
        set_aside(agreement, by=by, at=at, reason=f"The import of {line.batch} was undone. {reason}")
