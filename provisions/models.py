"""What an agreement says, on the desk."""

from django.db import models
from django.db.models import F, Q

from agreements.models import Agreement, Citation
from agreements.models.evidence import UNVERIFIED, read_by_somebody
from agreements.models.life import valid_key
from columns.days import PartialDayField
from columns.terms import TermField
from columns.text import Line, Prose
from parties.models import Party
from provisions.querysets import ProvisionQuerySet
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.reciprocity import Reciprocity
from treaty.vocabulary.strength import Strength
from treaty.vocabulary.value_states import ValueState


class Provision(models.Model):
    """One provision of one kind. `terms` holds the attributes of its kind, as `treaty.vocabulary.provisions` types them."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="provisions")
    position = models.PositiveIntegerField(default=0)
    key = Line(max_length=40, validators=[valid_key], blank=True, editable=False)
    kind = TermField(ProvisionKind)
    state = TermField(ValueState, default=ValueState.PRESENT)
    articles = models.JSONField(default=list, blank=True)
    quote = Prose(blank=True)
    strength = TermField(Strength, null=True, blank=True)
    reciprocity = TermField(Reciprocity, null=True, blank=True)
    obligors = models.ManyToManyField(Party, blank=True, related_name="+")
    beneficiaries = models.ManyToManyField(Party, blank=True, related_name="+")
    condition = Prose(blank=True)
    begins = PartialDayField()
    ends = PartialDayField()
    terms = models.JSONField(default=dict, blank=True)
    gaps = models.JSONField(default=list, blank=True)
    note = Prose(blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "key"], name="provision_key_stands_once")]

    def __str__(self) -> str:
        return f"{self.kind.label} in {self.agreement}"


class ProvisionEvidence(Citation):
    """One source's word for one provision."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="evidence")

    class Meta(Citation.Meta):
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(condition=Q(begin=None, end=None) | Q(begin__lt=F("end")), name="provision_evidence_span_is_whole"),
            models.CheckConstraint(
                condition=read_by_somebody(), name="provision_evidence_verified_by_and_when", violation_error_message=UNVERIFIED
            ),
        ]
