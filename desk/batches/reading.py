"""One record of a batch as the reviewer will publish it, to be read in place of those that nobody reads."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.roles import EVERY_DRAFT
from desk.admin.base import at_the_desk
from desk.batches.sample import sample_for
from desk.batches.views import at_hand, page
from desk.intake.records import rows_in_words
from desk.review.page import review_page
from editorial.models import Submission
from editorial.rules import RuleBroken
from intake.allowing import PUBLISH
from intake.batches import have_read
from intake.models import Batch, BatchLine


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required((EVERY_DRAFT, PUBLISH), raise_exception=True)
def read(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """The document, what the file's reader remarked upon it, and "I have read it", which leads to the next of the sample."""
    batch = at_hand(pk)
    found: BatchLine = get_object_or_404(batch.lines.select_related("batch"), pk=line, agreement__isnull=False)
    submission = _submission(found)
    if submission is None:
        messages.warning(request, f"“{found.title}” was not submitted.")
        return redirect("admin:batch", pk)
    if request.method == "POST":
        return _say_read(request, batch, found, submission)
    sample = sample_for(batch)
    shown = review_page(submission, at_the_desk(request), on=timezone.now().date())
    said: dict[str, Any] = {
        "page": shown,
        "row": rows_in_words(found.rows).lower(),
        "remarks": [remark["place"] for remark in found.remarks],
        "sample": sample,
        "place": sample.place(found),
    }
    return page(request, "read", shown.document.title, batch=batch, line=found, submission=submission, **said)


def _submission(line: BatchLine) -> Submission | None:
    """The last one of its agreement, with all that the page shows of it."""
    submissions = Submission.objects.filter(agreement=line.agreement_id).select_related("agreement__record", "submitted_by", "revision")
    return submissions.first()


def _say_read(request: HttpRequest, batch: Batch, line: BatchLine, submission: Submission) -> HttpResponse:
    """The form brings the hash of what was on the page: nobody has read what was submitted in its place since."""
    try:
        if request.POST.get("as_read") != submission.sha256:
            raise RuleBroken("It is not the document you read any more: read it again.")
        have_read(line, by=at_the_desk(request), at=timezone.now())
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:batch_read", batch.pk, line.pk)
    following = sample_for(batch).next
    if following is None:
        messages.success(request, "The whole sample is read.")
        return redirect(f"{reverse('admin:batch', args=[batch.pk])}#decision")
    return redirect("admin:batch_read", batch.pk, following.pk)
