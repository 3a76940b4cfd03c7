"""The sentences one may say about what was brought in."""

from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.db.models import Q, QuerySet, TextField
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
        return having(self, f'"value": "{rule}"', "remarks")

    def suspicious(self) -> "LineQuerySet":
        """Those that somebody should look at: with a remark that is more than an estimate, which is kept as a note."""
        return having(self, f'"code": "(?!{Fault.ESTIMATE.value}")', "remarks")


class PlannedQuerySet(QuerySet[Any]):
    def finding(self, name: str) -> "PlannedQuerySet":
        """Those in which this is wrong or remarked upon: a fault by its code, or a rule of the book by its id."""
        return having(self, f'"(code|value)": "{name}"', "refused", "remarks")


Rows = TypeVar("Rows", bound=QuerySet[Any])


def having(rows: Rows, pattern: str, *fields: str) -> Rows:
    """By faults as JSON, in which the quotation marks of a value are escaped: no value looks like a name."""
    as_text = {f"{field}_as_text": Cast(field, TextField()) for field in fields}
    return rows.alias(**as_text).filter(reduce(or_, (Q(**{f"{name}__regex": pattern}) for name in as_text)))
