"""What waits for review, and the page on which it is decided."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from desk.admin.base import OfKnownAgreements, ReadOnlyAdmin, at_the_desk
from desk.batches.waiting import one_for_each_batch
from desk.batches.words import counted, written
from desk.opening import at_hand
from desk.review.page import review_page
from desk.site import desk
from editorial.models import Submission


class Queue(ChangeList):
    """What waits as a batch leads to the batch."""

    def url_for_result(self, result: Any) -> str:
        return reverse("admin:batch", args=[result.batch]) if getattr(result, "batch", None) else super().url_for_result(result)


@admin.register(Submission, site=desk)
class SubmissionAdmin(OfKnownAgreements, ReadOnlyAdmin):
    """Decided one by one, on its own page: nobody publishes from a list what they have not read."""

    list_display = ["what", "state", "submitted_by", "submitted_at", "decided_by", "comment"]
    list_filter = ["state"]
    list_select_related = ["agreement", "submitted_by", "decided_by"]
    search_fields = ["agreement__title"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        """The documents stay in their rows; a page that shows one reads it. The list has one for each batch, a search finds all."""
        submissions = super().get_queryset(request).defer("document")
        lists = request.resolver_match and request.resolver_match.url_name == "editorial_submission_changelist"
        return one_for_each_batch(submissions, at_the_desk(request)) if lists and not request.GET.get(SEARCH_VAR) else submissions

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Queue

    @admin.display(description="Agreement", ordering="agreement")
    def what(self, submission: Any) -> str:
        """Its title; for a batch the file and the number of its records."""
        if not getattr(submission, "batch", None):
            return str(submission.agreement)
        return f"{submission.batch_name}: {counted(written(submission.batch_counts), 'record')}"

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Who submitted what when; what differs, what the rule book says, what changes in public; publish or return."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        if not object_id.isdecimal():
            raise Http404
        submission = at_hand(request, Submission, int(object_id), with_=("agreement__record", "submitted_by", "decided_by", "revision"))
        page = review_page(submission, at_the_desk(request), on=timezone.now().date())
        shown = {**desk.each_context(request), "title": submission.agreement.title, "page": page, "submission": submission}
        return render(request, "desk/review.html", shown)
