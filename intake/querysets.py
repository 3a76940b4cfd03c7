"""The sentences one may say about what was brought in."""

from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from intake.vocabulary import BatchState, Fault, Outcome

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

    def breaking(self, rule: str) -> "LineQuerySet":
        """Those in which the rule book found this rule broken, by its id, when the file was read."""
        return self._remarked(f'"value": "{rule}"')

    def suspicious(self) -> "LineQuerySet":
        """Those that somebody should look at: with a remark that is more than an estimate, which is kept as a note."""
        return self._remarked(f'"code": "(?!{Fault.ESTIMATE.value}")')

    def _remarked(self, pattern: str) -> "LineQuerySet":
        """By the remarks as JSON, in which the quotation marks of a value are escaped: no value looks like a name."""
        return self.alias(remarked=Cast("remarks", TextField())).filter(remarked__regex=pattern)
