"""What waits for review, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from agreements.models import Agreement
from columns.terms import TermField
from columns.text import Line, Prose
from editorial.mergers import Merger, NotDuplicate
from editorial.vocabulary import SubmissionState
from records.models import DOCUMENT_LIMIT, Revision

__all__ = ["Merger", "NotDuplicate", "Submission"]


class Submission(models.Model):
    """A document as an editor submitted it: frozen, so that what the reviewer reads is what is published."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="submissions")
    document = Prose(max_length=DOCUMENT_LIMIT)
    sha256 = Line(max_length=64)
    state = TermField(SubmissionState, default=SubmissionState.OPEN)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    comment = Prose(max_length=4000, blank=True)
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement"], condition=Q(state=SubmissionState.OPEN.value), name="one_open_submission"),
        ]
        permissions = [
            ("submit_agreement", "Can submit an agreement for review"),
            ("publish_agreement", "Can publish or return a submitted agreement"),
            ("retract_agreement", "Can retract a published agreement"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}, {self.state.label.lower()}"
