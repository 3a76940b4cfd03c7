"""What becomes of likely duplicates: merged, or said to be none."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet

from agreements.models import Agreement
from columns.terms import TermField
from columns.text import Prose
from records.models import DOCUMENT_LIMIT, Revision
from treaty.vocabulary.term import Term


class MergerState(Term):
    """How far a merger has come."""

    OPEN = "open", "Waits for publication", "The two are one on the desk; the public sees two until a reviewer publishes.", "Entente"
    DONE = "done", "Merged", "The two are one, and the old reference leads to the one that stayed.", "Entente"
    TAKEN_BACK = "taken_back", "Taken back", "They turned out to be two, and each is edited again by itself.", "Entente"


HOLDING = (MergerState.OPEN, MergerState.DONE)


class MergerQuerySet(QuerySet[Any]):
    def holding(self) -> "MergerQuerySet":
        """Those that nobody took back."""
        return self.filter(state__in=HOLDING)

    def waiting(self) -> "MergerQuerySet":
        """Those that take effect when their survivor is published."""
        return self.filter(state=MergerState.OPEN)

    def merged_away(self) -> Any:
        """The ids of the agreements that were merged into others, as a subquery."""
        return self.holding().values("other")


class Merger(models.Model):
    """One agreement on the desk, `other`, that is brought into another, `survivor`.

    `before` is the survivor's document as it stood on the desk before, so that an error can be mended.
    `revision` is the last of the other's record, when it had been published: it says into which record it went.
    """

    survivor = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="mergers")
    other = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="mergers_away")
    state = TermField(MergerState, default=MergerState.OPEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = Prose(max_length=4000, blank=True)
    before = Prose(max_length=DOCUMENT_LIMIT)
    left_version = models.PositiveIntegerField(help_text="The survivor's version once the other was brought in.")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = MergerQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["other"], condition=Q(state__in=[state.value for state in HOLDING]), name="merged_into_one_only"
            ),
            models.CheckConstraint(condition=~Q(other=F("survivor")), name="merged_into_another"),
        ]

    def __str__(self) -> str:
        return f"{self.other} into {self.survivor}: {self.state.label.lower()}"


class NotDuplicate(models.Model):
    """Somebody looked at the two, and they are two. The one that came to the desk first is `one`."""

    one = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="+")
    two = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = Prose(max_length=4000)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "two"], name="two_are_told_apart_once"),
            models.CheckConstraint(condition=Q(one__lt=F("two")), name="told_apart_in_one_order"),
        ]
        indexes = [models.Index(fields=["two"])]

    def __str__(self) -> str:
        return f"{self.one} is not {self.two}"
