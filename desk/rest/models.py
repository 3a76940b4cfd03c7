"""What a program was answered, kept for its next attempt."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from columns.text import Line, Prose

LONGEST_KEY = 255
LONGEST_ANSWER = 5_000_000


class KeptAnswer(models.Model):
    """The answer to a request that bore an `Idempotency-Key`, so that sending it again does nothing again.

    It is begun before the deed, and finished in the deed's own transaction: without a status, the deed has not happened
    (yet). `request` is the SHA-256 of what was asked.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = Line(max_length=LONGEST_KEY)
    request = Line(max_length=64)
    begun_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = Prose(max_length=LONGEST_ANSWER, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "key"], name="a_key_stands_for_one_request"),
            models.CheckConstraint(condition=~Q(key=""), name="a_key_is_not_empty"),
        ]
        indexes = [models.Index(fields=["begun_at"], name="answers_by_age")]

    def __str__(self) -> str:
        return f"{self.key}: {self.status or 'under way'}"
