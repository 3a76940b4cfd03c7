"""Sets of entries, by their ids: what each filter leaves, to be put together without a join.

A planner guesses how many rows a condition leaves, and where it guesses one, it joins by asking the other conditions again
for every row: on PostgreSQL, whose statistics may be those of an empty table, a list of 300 agreements took minutes. Sets
are each made once and compared by hashing or sorting, whatever the planner believes.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q, QuerySet
from django.db.models.lookups import In
from django.db.models.sql.compiler import SQLCompiler

Ids = QuerySet[Any]
"""One column of ids, in no order."""


class Among(In):
    """Whether an id stands in a set that is made once. PostgreSQL makes an array before it begins; SQLite always keeps the set."""

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Sequence[Any]]:
        one, own = self.process_lhs(compiler, connection)
        ids, others = self.process_rhs(compiler, connection)
        return f"{one} = ANY (ARRAY{ids})", (*own, *others)


def among(column: str, ids: Any) -> Q:
    """The rows whose column is one of the ids."""
    return Q(Among(F(column), ids))


def both(sets: Sequence[Ids]) -> Ids:
    """What stands in every one of them."""
    first, *others = sets
    return first.intersection(*others) if others else first


def either(*sets: Ids) -> Ids:
    """What stands in any of them."""
    return sets[0].union(*sets[1:])
