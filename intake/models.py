"""What was brought in: each file as one batch, and what became of each of its records."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from agreements.models import Agreement
from columns.terms import TermField
from columns.text import Line, Prose
from intake.querysets import LineQuerySet, PlannedQuerySet
from intake.vocabulary import BatchState, DeliveryState, ErrandKind, Outcome
from records.models import DOCUMENT_LIMIT, Job


class SavedProfile(models.Model):
    """What the columns of a kind of table mean, kept under a name. `said` is a profile as `intake.table.profile` reads it."""

    name = Line(max_length=100, unique=True)
    said = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """A file that somebody brought to the desk, and how far it has come. Its plan is what it would do.

    `content` is the file, emptied when nothing more will be read in it. `reading` says how to read it (encoding,
    delimiter, sheet), `profile` what its columns mean, `answers` what somebody decided of records that may be in the
    register already: by the key of the record, the reference of the agreement (empty: none of those) and the reason.
    `fault` is why the file as a whole was refused.
    """

    data_set = Line(max_length=40)
    only = Line(max_length=40, blank=True)
    file_name = Line(max_length=255)
    file_sha256 = Line(max_length=64)
    content = models.BinaryField(default=b"")
    reading = models.JSONField(default=dict)
    profile = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    title = Line(max_length=1000, blank=True)
    about = Prose(max_length=2000, blank=True)
    coverage = Prose(max_length=2000, blank=True)
    window = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    fault = models.JSONField(default=dict)
    state = TermField(DeliveryState, default=DeliveryState.BROUGHT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    batch = models.OneToOneField("Batch", on_delete=models.PROTECT, null=True, related_name="delivery")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return f"{self.file_name}, {self.at:%Y-%m-%d %H:%M}"


class PlannedRecord(models.Model):
    """One record of a plan, as `intake.planning.plan.Item` has it: what would become of it, and every reason."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="planned")
    position = models.PositiveIntegerField()
    outcome = TermField(Outcome)
    suspicious = models.BooleanField(default=False)
    key = Line(max_length=200)
    rows = models.JSONField(default=list)
    title = Line(max_length=1000, blank=True)
    group = Line(max_length=200, blank=True)
    reason = Prose(max_length=4000, blank=True)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, null=True, related_name="+")
    reference = Line(max_length=20, blank=True)
    version = models.PositiveIntegerField(null=True)
    said = Line(max_length=64, blank=True)
    document = Prose(max_length=DOCUMENT_LIMIT, blank=True)
    sentences = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    refused = models.JSONField(default=list)
    remarks = models.JSONField(default=list)

    objects = PlannedQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["delivery", "outcome", "position"])]

    def __str__(self) -> str:
        return f"{self.key}: {self.outcome.label.lower()}"


class Batch(models.Model):
    """A file that was brought in, as a whole or not at all. `counts` gives how many of its records had each outcome."""

    data_set = Line(max_length=40)
    file_name = Line(max_length=255)
    file_sha256 = Line(max_length=64)
    about = Prose(max_length=2000)
    window = models.JSONField(default=dict)
    state = TermField(BatchState, default=BatchState.APPLIED)
    counts = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
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
    the batch left. `faults` and `remarks` are what was wrong with it and what somebody should look at. `read_by` is the
    reviewer who looked at it, where the batch was reviewed by sample.
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
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["batch", "outcome"]), models.Index(fields=["key"])]

    def __str__(self) -> str:
        return f"{self.key}: {self.outcome.label.lower()}"


class Errand(models.Model):
    """Long work that somebody asked for: on a file its plan or its application, on a batch its review or its end.

    The job says how far it is and how it ended. `told` holds what the work has to know beside: the reason of an undoing,
    whether only the good rows are brought in.
    """

    kind = TermField(ErrandKind)
    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, null=True, related_name="errands")
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, null=True, related_name="errands")
    job = models.OneToOneField(Job, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(delivery__isnull=False, batch=None) | Q(delivery=None, batch__isnull=False), name="on_a_file_or_a_batch"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind.label}: {self.delivery or self.batch}"
