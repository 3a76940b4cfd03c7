"""What waits for review, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agreements.models import Agreement
from columns.terms import TermField
from columns.text import Line, Prose
from editorial.mergers import Merger, NotDuplicate
from editorial.querysets import SubmissionQuerySet
from editorial.vocabulary import SubmissionState
from records.models import DOCUMENT_LIMIT, Revision

__all__ = ["Merger", "NotDuplicate", "Submission"]


class Submission(models.Model):
    """A document as an editor submitted it: frozen, so that what the reviewer reads is what is published.

    `version` is that of the desk copy when it was frozen. Who decides is somebody else, unless the submitter takes it
    back, or the installation has one editor only: then `by_one_editor` says so.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="submissions")
    document = Prose(max_length=DOCUMENT_LIMIT)
    sha256 = Line(max_length=64)
    version = models.PositiveIntegerField(default=1)
    state = TermField(SubmissionState, default=SubmissionState.OPEN)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    by_one_editor = models.BooleanField(default=False)
    comment = Prose(max_length=4000, blank=True)
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement"], condition=Q(state=SubmissionState.OPEN.value), name="one_open_submission"),
            models.CheckConstraint(
                condition=Q(by_one_editor=True)
                | Q(decided_by=None)
                | ~Q(decided_by=F("submitted_by"))
                | Q(state=SubmissionState.WITHDRAWN.value),
                name="who_decides_did_not_submit",
            ),
        ]
        permissions = [
            ("submit_agreement", "Can submit an agreement for review"),
            ("publish_agreement", "Can publish or return a submitted agreement"),
            ("retract_agreement", "Can retract a published agreement"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}, {self.state.label.lower()}"


class CheckUp(models.Model):
    """What the rule book found in a desk copy at one of its versions: how much, and the first sentences of it."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="check_up")
    version = models.PositiveIntegerField()
    errors = models.PositiveIntegerField()
    warnings = models.PositiveIntegerField()
    sentences = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.errors} errors, {self.warnings} warnings"
