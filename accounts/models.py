"""People, and the tokens with which their programs sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from columns.text import Line


class Person(AbstractUser):
    """Someone who signs in. What a person may do follows from the role, see `accounts.roles`.

    The permissions below are those that are about no single table.
    """

    class Meta(AbstractUser.Meta):
        verbose_name = "person"
        verbose_name_plural = "people"
        permissions = [
            ("see_every_draft", "Can see the drafts of others"),
            ("bring_in", "Can bring in files and data sets"),
        ]


class Token(models.Model):
    """A password for one program of one person: what it is for, and how much it opens.

    Knox keeps its hash and its end; nobody can read the token again.
    """

    key = models.OneToOneField("knox.AuthToken", on_delete=models.CASCADE, related_name="token")
    name = Line(max_length=100)
    scopes = models.JSONField(default=list)
    last_used = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
