"""A batch waits for one review: wherever submissions wait, it is one entry that leads to the batch."""

from typing import Any

from django.db.models import Case, IntegerField, JSONField, Min, OuterRef, Q, QuerySet, Subquery, Value, When

from accounts.models import Person
from accounts.roles import EVERY_DRAFT
from columns.text import Line
from editorial.models import Submission
from editorial.rules import RuleBroken
from editorial.vocabulary import SubmissionState
from intake.models import Batch, BatchLine
from intake.vocabulary import BatchState

OPEN = SubmissionState.OPEN


def in_review() -> QuerySet[Any]:
    """The lines of all batches that wait for their review, each with an agreement that was submitted."""
    return BatchLine.objects.written().filter(batch__state=BatchState.SUBMITTED, agreement__isnull=False).order_by()


def one_for_each_batch(submissions: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """Of the submissions that wait as a batch only the first, which stands for all; the others as they are. No further query.

    Each has `batch`, `batch_name` and `batch_counts`: of one that waits by itself they are None. Who may not see every
    draft may not open a batch either, and meets the own submissions one by one.
    """
    if not person.has_perm(EVERY_DRAFT):
        return submissions.annotate(batch=Value(None, output_field=IntegerField()))
    lines = in_review()
    firsts = lines.filter(agreement__submissions__state=OPEN).values("batch").annotate(first=Min("agreement__submissions")).values("first")
    alone = ~Q(state=OPEN, agreement__in=lines.values("agreement"))
    its = lines.filter(agreement=OuterRef("agreement"))
    return submissions.filter(alone | Q(pk__in=firsts)).annotate(
        batch=Case(When(state=OPEN, then=Subquery(its.values("batch")[:1]))),
        batch_name=Subquery(its.values("batch__file_name")[:1], output_field=Line(max_length=255)),
        batch_counts=Subquery(its.values("batch__counts")[:1], output_field=JSONField()),
    )


def require_alone(submission: Submission) -> Submission:
    """The submission. Raises RuleBroken for one that is decided with its batch."""
    if batch := batch_of(submission):
        raise RuleBroken(f"It waits for review with the file {batch.file_name}, and is decided with it.")
    return submission


def batch_of(submission: Submission) -> Batch | None:
    """The batch with which a submission waits for review. One query."""
    if submission.state is not OPEN:
        return None
    return Batch.objects.filter(pk__in=in_review().filter(agreement=submission.agreement_id).values("batch")).first()
