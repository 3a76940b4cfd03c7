"""A batch on its way through review: submitted, returned and published as a whole, and read by sample."""

import hashlib
import math
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import Person
from agreements.models import Agreement
from editorial.models import Submission
from editorial.operations import publish_all, return_submission, submit_all, withdraw
from editorial.rules import RuleBroken
from editorial.vocabulary import SubmissionState
from intake.allowing import require_allowed
from intake.models import Batch, BatchLine
from intake.planning.making import Progress
from intake.vocabulary import BatchState, ErrandKind
from intake.windows import declare_batch
from parties.book import party_book

Part = TypeVar("Part")
TOGETHER = 200  # so many desk copies are composed for the queries of one
LEAST_READ = 5
SHOWN = 5


@transaction.atomic
def submit_batch(batch: Batch, *, by: Person, at: datetime, progress: Progress | None = None) -> int:
    """Freeze every desk copy of the batch for one review, as each is now, and say how many there are.

    One that is public as it is needs no review. Raises RuleBroken, naming it, for one that the rule book refuses or that
    waits for review by itself; then none is submitted.
    """
    batch = _held(batch, ErrandKind.SUBMIT, by=by)
    parties, done = party_book(), 0
    agreements = [one for one in written_by(batch) if one.published_version != one.version]
    for some in in_parts(agreements):
        submit_all(some, by=by, at=at, parties=parties)
        done += len(some)
        if progress:
            progress(done, len(agreements))
    _become(batch, BatchState.SUBMITTED)
    return len(agreements)


@transaction.atomic
def publish_batch(batch: Batch, *, by: Person, at: datetime, progress: Progress | None = None) -> int:
    """Publish every submission of the batch as it was frozen, and say how many there were.

    Raises RuleBroken, and then none is published: where the sample was not read to its end, where a record of it was
    returned or withdrawn by itself, or where `by` submitted one of them.
    """
    batch = _held(batch, ErrandKind.PUBLISH, by=by)
    unread = [line for line in sample_of(batch) if line.read_by_id is None]
    if unread:
        raise RuleBroken(f"{len(unread)} records of the sample have not been read.")
    submissions = _submissions(batch)
    parties, done = party_book(), 0
    for some in in_parts(submissions):
        publish_all(some, by=by, at=at, as_read={one.pk: one.sha256 for one in some}, parties=parties)
        done += len(some)
        if progress:
            progress(done, len(submissions))
    batch.published_by, batch.published_at = by, at
    _become(batch, BatchState.PUBLISHED, "published_by", "published_at")
    declare_batch(batch, at=at)
    return len(submissions)


@transaction.atomic
def return_batch(batch: Batch, *, by: Person, at: datetime, comment: str, progress: Progress | None = None) -> int:
    """Give every submission of the batch back to the desk, and say how many there were; one's own are withdrawn."""
    batch = _held(batch, ErrandKind.RETURN, by=by, comment=comment)
    submissions = list(_waiting(batch))
    for done, submission in enumerate(submissions, start=1):
        if submission.submitted_by_id == by.pk:
            withdraw(submission, by=by, at=at)
        else:
            return_submission(submission, by=by, at=at, comment=comment)
        if progress:
            progress(done, len(submissions))
    batch.lines.filter(read_by__isnull=False).update(read_by=None, read_at=None)
    _become(batch, BatchState.APPLIED)
    return len(submissions)


def sample_of(batch: Batch) -> list[BatchLine]:
    """The records that a reviewer reads before the batch is published: the square root of their number, but five at least.

    Half of them, at most, are ones to look at, and the others fall by a hash: the same for everybody, and nobody chooses.
    One query.
    """
    lines = sorted(batch.lines.written().defer("before"), key=_lot)
    size = min(len(lines), max(LEAST_READ, math.isqrt(len(lines) - 1) + 1 if lines else 0))
    remarked = [line for line in lines if line.remarks][: size // 2]
    others = [line for line in lines if line not in remarked]
    return sorted([*remarked, *others][:size], key=lambda line: line.pk)


@transaction.atomic
def have_read(line: BatchLine, *, by: Person, at: datetime) -> BatchLine:
    """Note that a reviewer read a record of the sample. Raises RuleBroken where `by` may not publish the batch."""
    _held(line.batch, ErrandKind.PUBLISH, by=by)
    line.read_by, line.read_at = by, at
    line.save(update_fields=["read_by", "read_at"])
    return line


def written_by(batch: Batch) -> list[Agreement]:
    """The desk copies that the batch created or changed, in the order of its lines. One query."""
    return [line.agreement for line in batch.lines.written().select_related("agreement")]


def _held(batch: Batch, kind: ErrandKind, *, by: Person, **told: str) -> Batch:
    """The batch as it is now, held until the transaction ends. Raises RuleBroken where the step is not possible."""
    held = Batch.objects.select_for_update(of=("self",)).select_related("by").get(pk=batch.pk)
    require_allowed(kind, held, by=by, told=told)
    return held


def _become(batch: Batch, state: BatchState, *fields: str) -> None:
    batch.state = state
    batch.save(update_fields=["state", *fields])


def _waiting(batch: Batch) -> QuerySet[Submission]:
    written = batch.lines.written().values("agreement")
    waiting = Submission.objects.filter(state=SubmissionState.OPEN, agreement__in=written)
    return waiting.select_related("agreement", "submitted_by").order_by("pk")


def _submissions(batch: Batch) -> list[Submission]:
    """The open submission of every record. Raises RuleBroken where one has none, and is not public as it is either."""
    submissions = list(_waiting(batch))
    waiting = {submission.agreement_id for submission in submissions}
    away = [one for one in written_by(batch) if one.pk not in waiting and one.published_version != one.version]
    if away:
        said = "was returned or withdrawn by itself" if len(away) == 1 else "were returned or withdrawn by themselves"
        raise RuleBroken(f"{named(away)} {said}. Return the batch, and have it submitted again.")
    return submissions


def named(agreements: Sequence[Agreement]) -> str:
    """Some agreements by their titles: the first of them, and how many more there are."""
    titles = "; ".join(f"“{one}”" for one in agreements[:SHOWN])
    return f"{titles} and {len(agreements) - SHOWN} more" if len(agreements) > SHOWN else titles


def _lot(line: BatchLine) -> str:
    return hashlib.sha256(f"{line.batch_id} {line.key}".encode()).hexdigest()


def in_parts(rows: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """So many at a time as are composed, submitted and published for the queries of one."""
    for first in range(0, len(rows), TOGETHER):
        yield rows[first : first + TOGETHER]
