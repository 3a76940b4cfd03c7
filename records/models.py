"""What was published, for good: the chain of revisions, the stored texts, and the jobs that tend them."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import F, Q

from columns.terms import TermField
from columns.text import Line, Prose
from records.querysets import RevisionQuerySet
from records.vocabulary import Action, JobState, ReadingFault, ReadingState

DOCUMENT_LIMIT = 5_000_000
WORDS_LIMIT = 5_000_000
FIRST_LINK = "0" * 64


class Record(models.Model):
    """One agreement's place in the register: a reference that is minted once and never used again."""

    append_only: ClassVar[bool] = True

    reference = Line(max_length=12, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(reference__startswith="E"), name="reference_begins_with_e")]

    def __str__(self) -> str:
        return self.reference


class Revision(models.Model):
    """What the register said of one agreement from one moment on: a document, frozen, hashed and chained.

    `chain` is the SHA-256 over this revision and the `chain` of the one before it in the whole
    register, so no revision can be changed, taken out or put in unnoticed. A retraction is a
    revision too, and so is a merger into another record; its document is the last one published.
    """

    append_only: ClassVar[bool] = True

    serial = models.PositiveBigIntegerField(unique=True)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    action = TermField(Action)
    document = Prose(max_length=DOCUMENT_LIMIT)
    sha256 = Line(max_length=64)
    chain = Line(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_one_editor = models.BooleanField(default=False)
    note = Prose(max_length=4000, blank=True)
    merged_into = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["serial"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="one_revision_of_each_number"),
            models.CheckConstraint(
                condition=Q(by_one_editor=True) | Q(submitted_by=None) | Q(published_by=None) | ~Q(published_by=F("submitted_by")),
                name="reviewer_is_not_submitter",
            ),
            models.CheckConstraint(
                condition=Q(action=Action.MERGED.value, merged_into__isnull=False) | (~Q(action=Action.MERGED.value) & Q(merged_into=None)),
                name="merged_into_a_record",
            ),
            models.CheckConstraint(condition=Q(merged_into=None) | ~Q(merged_into=F("record")), name="not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}/{self.number}"


class Ledger(models.Model):
    """Where the register has come to: its last reference, its last revision, its last link. One row; writers queue for it."""

    last_reference = models.PositiveIntegerField(default=0)
    serial = models.PositiveBigIntegerField(default=0)
    chain = Line(max_length=64, default=FIRST_LINK)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_ledger")]

    def __str__(self) -> str:
        return f"{self.serial} revisions"


def text_path(text: "StoredText", filename: str) -> str:
    """Texts lie under the first two digits of their hash, so that no folder grows without end."""
    return f"texts/{text.sha256[:2]}/{text.sha256}"


def text_storage() -> Any:
    """The storage is chosen by the settings, not written into migrations."""
    return storages["default"]


class StoredText(models.Model):
    """A treaty text as it was received, byte for byte, under its SHA-256."""

    append_only: ClassVar[bool] = True

    sha256 = Line(max_length=64, unique=True)
    media_type = Line(max_length=100)
    size = models.PositiveBigIntegerField()
    content = models.FileField(upload_to=text_path, storage=text_storage, max_length=100)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256


class ExtractedText(models.Model):
    """The words of a stored text, as a program read them. They follow from its bytes and may be read again.

    `pages` and `paragraphs` hold the character at which each begins. Spans of citations count in `words`.
    """

    stored = models.OneToOneField(StoredText, on_delete=models.PROTECT, related_name="extracted")
    state = TermField(ReadingState, default=ReadingState.WAITING)
    fault = TermField(ReadingFault, null=True)
    detail = Prose(max_length=2000, blank=True)
    words = Prose(max_length=WORDS_LIMIT, blank=True)
    pages = models.JSONField(default=list)
    paragraphs = models.JSONField(default=list)
    reader = Line(max_length=100, blank=True)
    note = Prose(max_length=2000, blank=True)
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "asked_at"])]

    def __str__(self) -> str:
        return f"{self.stored.sha256[:12]}, {self.state.label.lower()}"


class Job(models.Model):
    """A piece of long work: what it is, how far it has come, how it ended.

    `begun` is how often a worker began it: one that died leaves it to another.
    """

    kind = Line(max_length=40)
    state = TermField(JobState)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    begun = models.PositiveSmallIntegerField(default=0)
    report = Prose(max_length=20_000, blank=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at:%Y-%m-%d %H:%M}"
