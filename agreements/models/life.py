"""Who takes part, what happened, how it lasts and how it stands to others, on the desk."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from agreements.models.agreement import Agreement, PartOfAgreement
from columns.days import PartialDayField
from columns.terms import TermField
from columns.text import Line, Prose
from parties.models import Party
from treaty.document.wording import when
from treaty.vocabulary.assertions import Basis, Missing, Occurrence, Weight
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.roles import Role
from treaty.vocabulary.terms_of_life import EntryIntoForceKind, NoticeAnchor, RenewalKind, TermKind

valid_key = RegexValidator(r"^[a-z][a-z0-9-]{0,39}$", "A key is small letters, digits and hyphens, such as e3.")


class Participation(PartOfAgreement):
    """A party in one role."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="participations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    role = TermField(Role, default=Role.PARTY)
    name_as_written = Line(max_length=500, blank=True)
    begins = PartialDayField()
    ends = PartialDayField()
    note = Prose(blank=True)

    class Meta(PartOfAgreement.Meta):
        verbose_name = "party"
        verbose_name_plural = "parties"
        constraints = [models.UniqueConstraint(fields=["agreement", "party", "role"], name="no_party_twice_in_a_role")]

    def __str__(self) -> str:
        return f"{self.party} as {self.role.label.lower()}"


class Event(PartOfAgreement):
    """Something that happened, or has still to happen, to an agreement or to one party's place in it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="events")
    key = Line(max_length=40, validators=[valid_key], blank=True, editable=False)
    kind = TermField(EventKind)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    other_party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    date = PartialDayField(help_text="1951, 1951-09 or 1951-09-08; ~ for about, ? for uncertain.")
    effective_date = PartialDayField()
    date_missing = TermField(Missing, null=True, blank=True)
    until = PartialDayField()
    place = Line(max_length=500, blank=True)
    concerns = models.JSONField(default=list, blank=True, help_text="Keys of the events it answers.")
    occurrence = TermField(Occurrence, default=Occurrence.HAPPENED)
    basis = TermField(Basis, default=Basis.DECLARED)
    rule = Line(max_length=500, blank=True)
    weight = TermField(Weight, default=Weight.ACCEPTED)
    note = Prose(blank=True)

    class Meta(PartOfAgreement.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agreement", "key"], name="event_key_stands_once"),
            models.CheckConstraint(condition=Q(other_party=None) | ~Q(other_party=F("party")), name="event_between_two_different_parties"),
        ]
        indexes = [models.Index(fields=["agreement"], condition=Q(weight=Weight.RIVAL.value), name="rival_events")]

    def __str__(self) -> str:
        return f"{self.kind.label} {when(self.date)}" if self.date else self.kind.label


class Duration(models.Model):
    """How an agreement begins, lasts, renews and ends by its own terms. A clause whose kind is empty is not coded."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="duration")
    entry_into_force_kind = TermField(EntryIntoForceKind, null=True, blank=True)
    entry_into_force_date = PartialDayField()
    entry_into_force_count = models.PositiveSmallIntegerField(null=True, blank=True)
    entry_into_force_share = Line(max_length=5, null=True, blank=True)
    entry_into_force_delay_days = models.PositiveIntegerField(default=0)
    entry_into_force_delay_months = models.PositiveIntegerField(default=0)
    entry_into_force_condition = Prose(blank=True)
    entry_into_force_articles = models.JSONField(default=list, blank=True)
    term_kind = TermField(TermKind, null=True, blank=True)
    term_months = models.PositiveIntegerField(null=True, blank=True)
    term_counted_from = TermField(EventKind, null=True, blank=True)
    term_until = PartialDayField()
    term_condition = Prose(blank=True)
    term_articles = models.JSONField(default=list, blank=True)
    renewal_kind = TermField(RenewalKind, null=True, blank=True)
    renewal_months = models.PositiveIntegerField(null=True, blank=True)
    renewal_times = models.PositiveSmallIntegerField(null=True, blank=True)
    renewal_articles = models.JSONField(default=list, blank=True)
    notice_anchor = TermField(NoticeAnchor, null=True, blank=True)
    notice_months = models.PositiveIntegerField(default=0)
    notice_days = models.PositiveIntegerField(default=0)
    notice_minimum_months = models.PositiveIntegerField(null=True, blank=True)
    notice_effect_months = models.PositiveIntegerField(default=0)
    notice_effect_days = models.PositiveIntegerField(default=0)
    notice_articles = models.JSONField(default=list, blank=True)
    applications = models.JSONField(default=list, blank=True)
    survival = Prose(blank=True)
    note = Prose(blank=True)

    def __str__(self) -> str:
        return f"Duration of {self.agreement_id}"


class Relation(PartOfAgreement):
    """How the agreement stands to another, named by reference or by title."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="relations")
    key = Line(max_length=40, validators=[valid_key], blank=True, editable=False)
    kind = TermField(RelationKind)
    inverse = models.BooleanField(default=False, help_text="It reads backwards: “superseded by” instead of “supersedes”.")
    target = Line(max_length=12, null=True, blank=True, help_text="The other agreement's reference, such as E0042.")
    target_title = Line(max_length=500, blank=True)
    effective_date = PartialDayField()
    note = Prose(blank=True)

    class Meta(PartOfAgreement.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agreement", "key"], name="relation_key_stands_once"),
            models.CheckConstraint(condition=Q(target__isnull=False) | ~Q(target_title=""), name="relation_names_its_target"),
        ]

    def __str__(self) -> str:
        return f"{self.kind.inverse if self.inverse else self.kind.label} {self.target or self.target_title}"
