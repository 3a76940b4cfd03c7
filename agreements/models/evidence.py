"""How the desk knows: sources, texts, and the places where facts stand in them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agreements.models.agreement import Agreement, PartOfAgreement
from agreements.models.life import Duration, Event, Participation, Relation, valid_key
from agreements.querysets import EvidenceQuerySet, SourceQuerySet
from columns.days import PartialDayField
from columns.terms import TermField
from columns.text import Line, Prose, Url
from treaty.vocabulary.sources import SourceKind


class Source(models.Model):
    """Something that was read. It is entered once and cited by many agreements."""

    kind = TermField(SourceKind)
    title = Line(max_length=1000)
    publisher = Line(max_length=500, blank=True)
    url = Url(blank=True)
    published = PartialDayField()
    accessed = models.DateField(null=True, blank=True)
    language = Line(max_length=35, blank=True)
    licence = Line(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["title"])]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})" if self.publisher and self.publisher != self.title else self.title


class ListedSource(PartOfAgreement):
    """A source in one agreement's list, under the key by which its facts cite it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="listed_sources")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="listings")
    key = Line(max_length=40, validators=[valid_key], blank=True, editable=False)

    class Meta(PartOfAgreement.Meta):
        verbose_name = "source"
        verbose_name_plural = "sources"
        constraints = [models.UniqueConstraint(fields=["agreement", "key"], name="source_key_stands_once")]

    def __str__(self) -> str:
        return str(self.source)


class Text(PartOfAgreement):
    """A text of the agreement in one language."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="texts")
    key = Line(max_length=40, validators=[valid_key], blank=True, editable=False)
    language = Line(max_length=35, blank=True)
    title = Line(max_length=500, blank=True)
    authentic = models.BooleanField(null=True, blank=True, help_text="Made authentic by the parties; unknown where nobody knows.")
    listed = models.OneToOneField(
        ListedSource,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="text",
        help_text="The source under which facts cite this text; spans of its citations count the text's characters.",
    )
    sha256 = Line(max_length=64, null=True, blank=True, editable=False)
    media_type = Line(max_length=100, blank=True)
    url = Url(blank=True)

    class Meta(PartOfAgreement.Meta):
        constraints = [models.UniqueConstraint(fields=["agreement", "key"], name="text_key_stands_once")]

    def __str__(self) -> str:
        return self.title or self.language or self.key


class Citation(models.Model):
    """One source's word for one fact: where it stands, what it says, whether somebody has read it there.

    Who read it and when stays on the desk; the document says only that somebody did. Evidence that came
    verified, from a list or a restored revision, names nobody.
    """

    position = models.PositiveIntegerField(default=0)
    listed = models.ForeignKey(ListedSource, on_delete=models.CASCADE, related_name="+", verbose_name="source")
    article = Line(max_length=500, blank=True)
    page = Line(max_length=500, blank=True)
    begin = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quote = Prose(blank=True)
    verified = models.BooleanField(default=False)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    verified_at = models.DateTimeField(null=True, editable=False)
    note = Prose(blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.listed if self.listed_id else ''} {self.article}".strip() or "without a source"


def read_by_somebody() -> Q:
    """Who verified and when are said together, and only of what is verified."""
    return Q(verified_by=None, verified_at=None) | Q(verified=True, verified_by__isnull=False, verified_at__isnull=False)


UNVERIFIED = "Its verification names who read it and when: take that back on the evidence page."


def about_one_fact() -> Q:
    """Evidence speaks for one fact, or for the record as a whole: never for two."""
    facts = ("participation", "event", "duration", "relation")
    nothing = Q(**{f"{fact}__isnull": True for fact in facts})
    for fact in facts:
        nothing |= Q(**{f"{other}__isnull": other != fact for other in facts})
    return nothing


class Evidence(Citation):
    """Evidence for a participation, an event, the duration or a relation; without any, for the record as a whole."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="evidence")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence")
    duration = models.ForeignKey(Duration, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence")
    relation = models.ForeignKey(Relation, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence")

    objects = EvidenceQuerySet.as_manager()

    class Meta(Citation.Meta):
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(condition=about_one_fact(), name="evidence_is_about_one_fact"),
            models.CheckConstraint(condition=Q(begin=None, end=None) | Q(begin__lt=F("end")), name="evidence_span_is_whole"),
            models.CheckConstraint(condition=read_by_somebody(), name="evidence_verified_by_and_when", violation_error_message=UNVERIFIED),
        ]
        indexes = [models.Index(fields=["agreement"], condition=Q(verified=False), name="unverified_evidence")]
