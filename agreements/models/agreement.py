"""An agreement on the desk, its other titles and its numbers."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from agreements.querysets import AgreementQuerySet
from columns.terms import TermField
from columns.text import Line, Prose
from records.models import Record
from treaty.vocabulary.characters import Character
from treaty.vocabulary.forms import Form
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality


class Agreement(models.Model):
    """What states or organisations have agreed, as an editor is recording it.

    `record` is its place in the public register, from its first publication on. `version` counts the
    saves of the agreement with all its rows, so that a stale save is refused; `published_version` is the
    one that the public register last received. `keys_minted` counts the keys given to its events, sources
    and the like, so that no key is used twice. `set_aside_at` is when somebody took an unpublished copy off the desk.
    """

    record = models.OneToOneField(Record, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+")
    title = Line(max_length=1000)
    title_is_generated = models.BooleanField(default=False, help_text="The register made this title, for want of one in the sources.")
    short_title = Line(max_length=500, blank=True)
    kind = TermField(AgreementKind, null=True, blank=True)
    form = TermField(Form, null=True, blank=True)
    character = TermField(Character, null=True, blank=True)
    laterality = TermField(Laterality, null=True, blank=True)
    summary = Prose(blank=True)
    note = Prose(blank=True)
    subjects = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    published_version = models.PositiveIntegerField(null=True, editable=False)
    keys_minted = models.PositiveIntegerField(default=0, editable=False)
    set_aside_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return self.short_title or self.title


class PartOfAgreement(models.Model):
    """A row that belongs to one agreement and has its place among its like."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class OtherTitle(PartOfAgreement):
    """Another title an agreement is known by."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="other_titles")
    language = Line(max_length=35, blank=True)
    title = Line(max_length=1000)

    def __str__(self) -> str:
        return self.title


class Identifier(PartOfAgreement):
    """The number another register or data set gives an agreement."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="identifiers")
    scheme = TermField(IdentifierScheme)
    value = Line(max_length=500)

    class Meta(PartOfAgreement.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agreement", "scheme", "value"], name="identifier_stands_once"),
            models.CheckConstraint(condition=~Q(value=""), name="identifier_has_a_value"),
        ]
        indexes = [models.Index(fields=["scheme", "value"])]

    def __str__(self) -> str:
        return f"{self.scheme.label} {self.value}"
