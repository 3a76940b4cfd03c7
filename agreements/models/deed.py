"""The audit: who did what to an agreement, from first draft to last revision."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from agreements.models.agreement import Agreement
from agreements.vocabulary import DeedKind
from columns.terms import TermField


class Deed(models.Model):
    """One line of the audit. It is written once, with what it tells of: triggers refuse every change and deletion.

    `details` are sentences on what changed; `version` is that of the agreement afterwards.
    """

    append_only: ClassVar[bool] = True

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="deeds")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    what = TermField(DeedKind)
    details = models.JSONField(default=list)
    version = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["agreement", "id"])]

    def __str__(self) -> str:
        return f"{self.what.label} {self.at:%Y-%m-%d %H:%M}"
