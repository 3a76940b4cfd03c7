"""The orders a list can stand in, and where one page of it ends. Pages follow by key: no page costs more than the first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db.models import DateField, F, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Collate

from catalogue.cursors import cursor_at, key_of, line, whole


def _by_title() -> Combinable:
    """Titles compare byte by byte on both databases, whatever their own language is."""
    return Collate(F("title_key"), "C" if connection.vendor == "postgresql" else "BINARY")


def _signed(unknown: date) -> Callable[[], Combinable]:
    """By first signature; those of which it is unknown come last, whichever way the order runs."""
    return lambda: Coalesce(F("signed_on"), Value(unknown), output_field=DateField())


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**31:
        raise ValueError
    return value


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment.astimezone(UTC)


@dataclass(frozen=True)
class Order:
    """One order: what it compares, which way, and how a compared value is written in a cursor."""

    name: str
    label: str
    key: Callable[[], Combinable]
    descending: bool = False
    read: Callable[[Any], Any] = line

    def sort(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """The entries in this order, each with its `sort_key`; equal keys stand by age in the register."""
        sign = "-" if self.descending else ""
        return entries.annotate(sort_key=self.key()).order_by(f"{sign}sort_key", f"{sign}pk")

    def after(self, entries: QuerySet[Any], cursor: str) -> QuerySet[Any]:
        """The sorted entries that follow the cursor. Raises Refused for a cursor that this order did not write."""
        key, pk = key_of(cursor, self.name, self.read, whole)
        way = "lt" if self.descending else "gt"
        return entries.filter(Q(**{f"sort_key__{way}": key}) | Q(sort_key=key, **{f"pk__{way}": pk}))

    def cursor(self, entry: Any) -> str:
        """Where the page ends after this entry."""
        return cursor_at(self.name, entry.serial_then, entry.sort_key, entry.pk)


ORDERS: Mapping[str, Order] = {
    order.name: order
    for order in (
        Order("-signed", "Newest first", _signed(date.min), descending=True, read=date.fromisoformat),
        Order("signed", "Oldest first", _signed(date.max), read=date.fromisoformat),
        Order("title", "Title, A to Z", _by_title),
        Order("-title", "Title, Z to A", _by_title, descending=True),
        Order("reference", "Reference", lambda: F("place"), read=_number),
        Order("-reference", "Reference, last first", lambda: F("place"), descending=True, read=_number),
        Order("published", "First learnt", lambda: F("known_from"), read=_moment),
        Order("-published", "Last learnt", lambda: F("known_from"), descending=True, read=_moment),
    )
}
