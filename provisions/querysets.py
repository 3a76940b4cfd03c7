"""The sentences one may say about provisions on the desk."""

from django.db.models import QuerySet


class ProvisionQuerySet(QuerySet):  # type: ignore[type-arg]
    def in_full(self) -> "ProvisionQuerySet":
        """With their parties and evidence, in a number of queries that does not grow with the rows."""
        return self.prefetch_related("obligors", "beneficiaries", "evidence__listed")
