from django.contrib.auth.models import AbstractUser


class Person(AbstractUser):
    """Someone who signs in. What a person may do follows from the role, see `accounts.roles`."""

    class Meta(AbstractUser.Meta):
        verbose_name = "person"
        verbose_name_plural = "people"
