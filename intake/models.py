"""What was brought in: each file as one batch, and what became of each of its records."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from agreements.models import Agreement
from columns.terms import TermField
from columns.text import Line, Prose
from intake.querysets import LineQuerySet
from intake.vocabulary import BatchState, Outcome
from records.models import DOCUMENT_LIMIT


class Batch(models.Model):
    """A file that was brought in, as a whole or not at all. `counts` gives how many of its records had each outcome."""

    data_set = Line(max_length=40)
    file_name = Line(max_length=255)
    file_sha256 = Line(max_length=64)
    about = Prose(max_length=2000)
    state = TermField(BatchState, default=BatchState.APPLIED)
    published = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    reason = Prose(max_length=4000, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=BatchState.UNDONE.value, undone_at__isnull=False, undone_by__isnull=False)
                | (~Q(state=BatchState.UNDONE.value) & Q(undone_at=None, undone_by=None)),
                name="undone_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}, {self.at:%Y-%m-%d %H:%M}"


class BatchLine(models.Model):
    """One record of the file. `said` is the SHA-256 of what the file said of it, so that the same file says nothing new.

    `before` is the desk copy's document where there was one, so that the batch can be undone; `version` is the one that
    the batch left. `faults` and `remarks` are what was wrong with it and what somebody should look at.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="lines")
    key = Line(max_length=200)
    rows = models.JSONField(default=list)
    title = Line(max_length=1000, blank=True)
    outcome = TermField(Outcome)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    said = Line(max_length=64, blank=True)
    before = Prose(max_length=DOCUMENT_LIMIT, blank=True)
    version = models.PositiveIntegerField(null=True)
    faults = models.JSONField(default=list)
    remarks = models.JSONField(default=list)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["batch", "outcome"]), models.Index(fields=["key"])]

    def __str__(self) -> str:
        return f"{self.key}: {self.outcome.label.lower()}"
