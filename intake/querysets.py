"""The sentences one may say about what was brought in."""

from typing import Any

from django.db.models import QuerySet

from intake.vocabulary import BatchState, Outcome

WRITTEN = (Outcome.CREATE, Outcome.CHANGE)


class LineQuerySet(QuerySet[Any]):
    def of(self, data_set: str) -> "LineQuerySet":
        """The lines of all batches of a data set that still stand."""
        return self.filter(batch__data_set=data_set).exclude(batch__state=BatchState.UNDONE)

    def standing(self) -> "LineQuerySet":
        """Those whose record is on the desk by them."""
        return self.filter(outcome__in=(*WRITTEN, Outcome.SAME), agreement__isnull=False)

    def written(self) -> "LineQuerySet":
        """Those that wrote something, in the order of the file."""
        return self.filter(outcome__in=WRITTEN).order_by("pk")
