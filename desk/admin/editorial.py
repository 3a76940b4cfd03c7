"""What waits for review, and the decision on it."""

import json
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html

from desk.admin.base import OfKnownAgreements, ReadOnlyAdmin, WithComment, at_the_desk
from desk.site import desk
from editorial.models import Submission
from editorial.operations import publish, return_submission


@admin.register(Submission, site=desk)
class SubmissionAdmin(OfKnownAgreements, ReadOnlyAdmin):
    list_display = ["agreement", "state", "submitted_by", "submitted_at", "decided_by", "comment"]
    list_filter = ["state"]
    list_select_related = ["agreement", "submitted_by", "decided_by"]
    search_fields = ["agreement__title"]
    action_form = WithComment
    actions = ["publish_them", "return_them"]
    fields = ["agreement", "state", "submitted_by", "submitted_at", "decided_by", "decided_at", "comment", "revision", "as_submitted"]

    @admin.display(description="Document as submitted")
    def as_submitted(self, submission: Submission) -> str:
        return format_html("<pre>{}</pre>", json.dumps(json.loads(submission.document), ensure_ascii=False, indent=2))

    @admin.action(description="Publish", permissions=["publish"])
    def publish_them(self, request: HttpRequest, submissions: QuerySet[Submission]) -> None:
        for submission in submissions:
            self._decide(request, submission, "is published", lambda one: publish(one, by=at_the_desk(request), at=timezone.now()))

    @admin.action(description="Return to the editor", permissions=["publish"])
    def return_them(self, request: HttpRequest, submissions: QuerySet[Submission]) -> None:
        comment = request.POST.get("comment", "")
        for submission in submissions:
            self._decide(
                request,
                submission,
                "is returned",
                lambda one: return_submission(one, by=at_the_desk(request), at=timezone.now(), comment=comment),
            )

    def _decide(self, request: HttpRequest, submission: Submission, outcome: str, decide: Any) -> None:
        try:
            decide(submission)
        except ValueError as refusal:
            self.message_user(request, f"{submission.agreement}: {refusal}", messages.ERROR)
        else:
            self.message_user(request, f"{submission.agreement} {outcome}.", messages.SUCCESS)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("editorial.publish_agreement")
