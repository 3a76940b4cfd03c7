"""What waits for review, and the page on which it is decided."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from desk.admin.base import OfKnownAgreements, ReadOnlyAdmin, at_the_desk
from desk.opening import at_hand
from desk.review.page import review_page
from desk.site import desk
from editorial.models import Submission


@admin.register(Submission, site=desk)
class SubmissionAdmin(OfKnownAgreements, ReadOnlyAdmin):
    """Decided one by one, on its own page: nobody publishes from a list what they have not read."""

    list_display = ["agreement", "state", "submitted_by", "submitted_at", "decided_by", "comment"]
    list_filter = ["state"]
    list_select_related = ["agreement", "submitted_by", "decided_by"]
    search_fields = ["agreement__title"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        """The documents stay in their rows; a page that shows one reads it."""
        return super().get_queryset(request).defer("document")

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
