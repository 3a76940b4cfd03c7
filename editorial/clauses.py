"""How the four clauses of a duration stand as columns of one desk row: each under its own prefix."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agreements.models import Duration
from treaty.document.duration import EntryIntoForceRule, Notice, Renewal, Term
from treaty.document.parts import Part


@dataclass(frozen=True)
class Clause:
    """One clause of the document's duration and the columns that hold it; it is there when its first column is."""

    prefix: str
    part: type[Part]

    def columns(self) -> dict[str, str]:
        """The desk column of each field of the clause, its kind or anchor first."""
        return {field: f"{self.prefix}_{field}" for field in self.part.model_fields}

    def read(self, duration: Duration) -> dict[str, Any] | None:
        """The clause's fields from the desk row; None when nobody has coded it."""
        said = {field: getattr(duration, column) for field, column in self.columns().items()}
        if next(iter(said.values())) is None:
            return None
        return {field: tuple(value) if isinstance(value, list) else value for field, value in said.items()}

    def write(self, part: Part | None) -> dict[str, Any]:
        """The columns that hold the clause; none when it is not coded, so that they keep their defaults."""
        if part is None:
            return {}
        said = {column: getattr(part, field) for field, column in self.columns().items()}
        return {column: list(value) if isinstance(value, tuple) else value for column, value in said.items()}


CLAUSES: Mapping[str, Clause] = {
    "entry_into_force": Clause("entry_into_force", EntryIntoForceRule),
    "term": Clause("term", Term),
    "renewal": Clause("renewal", Renewal),
    "notice": Clause("notice", Notice),
}
