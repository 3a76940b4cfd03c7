"""The sentences one may say about revisions."""

from typing import Any

from django.db.models import QuerySet


class RevisionQuerySet(QuerySet[Any]):
    def of(self, reference: str) -> "RevisionQuerySet":
        """The revisions of one agreement, first to last."""
        return self.filter(record__reference=reference).order_by("number")

    def in_order(self) -> "RevisionQuerySet":
        """As they follow one another in the chain of the whole register."""
        return self.order_by("serial")
