"""Where a page of a list ends, so that the next follows by key: no page costs more than the first.

A cursor also holds what the register had learnt when the list began. All its pages show the register as it was then, so
what is published, retracted or merged in between can neither push a row past the reader nor bring one twice.
"""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from catalogue.refusing import Fault, NotFound, Refused
from records.models import Ledger

LARGEST = 2**63


def whole(value: Any) -> int:
    """A number as a cursor holds it. Raises ValueError for anything else."""
    if type(value) is not int or not 0 <= value < LARGEST:
        raise ValueError
    return value


def line(value: Any) -> str:
    """Some words as a cursor holds them. Raises ValueError for anything else."""
    if not isinstance(value, str) or not value.isprintable():
        raise ValueError
    return value


def cursor_at(name: str, serial: int, *key: Any) -> str:
    """The cursor of a list behind a row with this key, in the register with so many revisions."""
    said = [name, serial, *(part.isoformat() if isinstance(part, date) else part for part in key)]
    return base64.urlsafe_b64encode(json.dumps(said, separators=(",", ":")).encode()).decode()


def key_of(cursor: str, name: str, *readers: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The key behind which a cursor of this list stands. Raises Refused for what is no cursor of it."""
    try:
        whose, serial, *key = _said(cursor)
        if whose != name or len(key) != len(readers):
            raise ValueError
        whole(serial)
        return tuple(read(part) for read, part in zip(readers, key, strict=True))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise Refused([Fault("cursor", cursor[:200], "This cursor is not one of this list; begin again without it.")]) from error


def serial_of(cursor: str) -> int | None:
    """How many revisions the register had when the list began; None for what is no cursor, which `key_of` refuses."""
    try:
        return whole(_said(cursor)[1])
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return None


def _said(cursor: str) -> Any:
    return json.loads(base64.b64decode(cursor.encode("ascii"), altchars=b"-_", validate=True))


def with_serial(rows: QuerySet[Any], serial: int | None) -> QuerySet[Any]:
    """The rows, each with `serial_then`: the serial given, or the register's last one in the very moment that they are read."""
    last = Coalesce(Subquery(Ledger.objects.filter(pk=1).values("serial")[:1]), Value(0), output_field=BigIntegerField())
    return rows.annotate(serial_then=last if serial is None else Value(serial, output_field=BigIntegerField()))


def no_such_page(cursor: str) -> NotFound:
    return NotFound("There is no such page: the list ends before it.", "cursor", cursor)


@dataclass(frozen=True)
class Sequence:
    """The order of a list of rows: the columns that are compared, and how a cursor holds each. The last one tells any two rows apart."""

    name: str
    columns: Mapping[str, Callable[[Any], Any]]

    def sort(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.order_by(*self.columns)

    def page(self, rows: QuerySet[Any], *, cursor: str, limit: int) -> tuple[list[Any], str]:
        """The page that the cursor begins, and the cursor of the next; "" for the last. Raises Refused and NotFound. One query."""
        sorted_rows = with_serial(self.sort(rows), serial_of(cursor) if cursor else None)
        if cursor:
            sorted_rows = sorted_rows.filter(self._after(key_of(cursor, self.name, *self.columns.values())))
        found = list(sorted_rows[: limit + 1])
        if cursor and not found:
            raise no_such_page(cursor)
        more, found = len(found) > limit, found[:limit]
        return found, self._cursor(found[-1]) if more else ""

    def _after(self, key: tuple[Any, ...]) -> Q:
        names = list(self.columns)
        steps = (Q(**{f"{name}__gt": key[place]}, **dict(zip(names[:place], key[:place], strict=True))) for place, name in enumerate(names))
        return reduce(or_, steps)

    def _cursor(self, row: Any) -> str:
        return cursor_at(self.name, row.serial_then, *(reduce(getattr, name.split("__"), row) for name in self.columns))
