"""Bringing in what a plan says: the whole of it in one transaction, or nothing."""

from dataclasses import asdict
from datetime import datetime

from django.conf import settings
from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement
from agreements.vocabulary import DeedKind
from editorial.applying import apply
from editorial.composing import compose
from editorial.operations import publish_all, submit_all
from editorial.rules import RuleBroken
from intake.allowing import PUBLISH, require_may_bring_in
from intake.batches import TOGETHER
from intake.models import Batch, BatchLine
from intake.planning.making import Progress
from intake.planning.plan import Item, Plan
from intake.vocabulary import BatchState, Outcome
from intake.windows import declare_batch
from parties.book import party_book
from treaty.document.canonical import canonical_json, read_document

WRITTEN = (Outcome.CREATE, Outcome.CHANGE)


@transaction.atomic
def apply_plan(
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    reviewer: Person | None = None,
    only_good: bool = False,
    progress: Progress | None = None,
) -> Batch:
    """Write what the plan creates and changes onto the desk; with a `reviewer`, submit and publish each of them too.

    With `only_good`, what is refused or has to be decided is left out, and stands in the batch with its reasons. Raises
    RuleBroken, and then nothing was written: without it for a plan that holds such records; where somebody saved an
    agreement or brought in the same after the plan was made; where the rule book refuses a publication; and where `by`
    or `reviewer` may not do it.
    """
    _require_may(by, reviewer)
    if not only_good:
        _require_good(plan)
    _require_new(plan)
    batch = _batch(plan, by, at, reviewer)
    work = _Work(batch, plan, by, at, reviewer)
    for done, item in enumerate(plan.items, start=1):
        work.take(item)
        if progress:
            progress(done, len(plan.items))
    work.finish()
    if reviewer:
        declare_batch(batch, at=at)
    return batch


def _batch(plan: Plan, by: Person, at: datetime, reviewer: Person | None) -> Batch:
    created: Batch = Batch.objects.create(
        data_set=plan.data_set,
        file_name=plan.about.name[:255],
        file_sha256=plan.about.sha256,
        about=str(plan.about)[:2000],
        window=asdict(plan.coverage),
        state=BatchState.PUBLISHED if reviewer else BatchState.APPLIED,
        published_by=reviewer,
        published_at=at if reviewer else None,
        counts={outcome.value: times for outcome, times in plan.counts().items()},
        by=by,
        at=at,
    )
    return created


def _require_may(by: Person, reviewer: Person | None) -> None:
    require_may_bring_in(by)
    if reviewer is None:
        return
    if not reviewer.has_perm(PUBLISH):
        raise RuleBroken(f"{reviewer} may not publish; a reviewer may.")
    if settings.ENTENTE_FOUR_EYES and reviewer == by:
        raise RuleBroken("Somebody else must publish what you bring in.")


def _require_good(plan: Plan) -> None:
    """Raises RuleBroken for a plan that cannot be carried out as a whole."""
    counts = plan.counts()
    parts = ((counts[Outcome.REFUSED], "refused"), (counts[Outcome.ASKED], "to be decided"))
    bad = " and ".join(f"{times:,} {'is' if times == 1 else 'are'} {what}" for times, what in parts if times)
    if bad:
        raise RuleBroken(
            f"Of {len(plan.items):,} records {bad}. Mend or decide them and make the plan anew, or bring in only the good ones."
        )


def _require_new(plan: Plan) -> None:
    """Raises RuleBroken where a record that would be created was brought in since the plan was made."""
    said = {item.said: item for item in plan.of(Outcome.CREATE)}
    for one in BatchLine.objects.of(plan.data_set).standing().values_list("said", flat=True):
        if one in said:
            raise RuleBroken(f"“{said[one].title}” was brought in after the plan was made. Make the plan anew.")


class _Work:
    """Writes one item after the other, keeps what has to be known to undo it, and publishes so many together."""

    def __init__(self, batch: Batch, plan: Plan, by: Person, at: datetime, reviewer: Person | None) -> None:
        self._batch, self._by, self._at, self._reviewer = batch, by, at, reviewer
        self._told = f"From {plan.title}, file {plan.about.name}, SHA-256 {plan.about.sha256}"
        self._parties = party_book() if reviewer else None
        self._written: list[Agreement] = []
        self._lines: list[BatchLine] = []

    def take(self, item: Item) -> None:
        agreement, before = self._write(item) if item.outcome in WRITTEN else (None, "")
        self._lines.append(self._line(item, agreement, before))
        if agreement is not None:
            self._written.append(agreement)
        if len(self._written) >= TOGETHER:
            self.finish()

    def finish(self) -> None:
        """Publish what was written since the last time, and keep its lines."""
        if self._reviewer is not None:
            submissions = submit_all(self._written, by=self._by, at=self._at, parties=self._parties)
            read = {submission.pk: submission.sha256 for submission in submissions}
            publish_all(submissions, by=self._reviewer, at=self._at, as_read=read, parties=self._parties)
        BatchLine.objects.bulk_create(self._lines, batch_size=TOGETHER)
        self._written, self._lines = [], []

    def _line(self, item: Item, agreement: Agreement | None, before: str) -> BatchLine:
        return BatchLine(
            batch=self._batch,
            key=item.key[:200],
            rows=list(item.rows),
            title=item.title[:1000],
            outcome=item.outcome,
            agreement_id=agreement.pk if agreement else item.agreement,
            said=item.said,
            before=before,
            version=agreement.version if agreement else item.version,
            faults=[fault.said() for fault in item.refused],
            remarks=[remark.said() for remark in item.remarks],
        )

    def _write(self, item: Item) -> tuple[Agreement, str]:
        document = read_document(item.document)
        told = f"{self._told}, record {item.key}."
        if item.outcome is Outcome.CREATE:
            return apply(document, by=self._by, at=self._at, what=DeedKind.IMPORTED, details=[told]), ""
        there = _unchanged(item)
        before = canonical_json(compose(there))
        return apply(document, by=self._by, at=self._at, to=there, details=[f"{told} {item.reason}"]), before


def _unchanged(item: Item) -> Agreement:
    """The agreement as the plan saw it. Raises RuleBroken where somebody saved it since."""
    there: Agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=item.agreement or 0)
    if there.version != item.version:
        raise RuleBroken(f"“{there}” was saved after the plan was made. Make the plan anew.")
    return there
