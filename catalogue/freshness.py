"""What every answer of the catalogue depends on, beside its question: whoever has this has the same answer."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import BigIntegerField, F, Max, Model, Subquery, Sum, Value
from django.db.models.functions import Cast

from catalogue.models import Participant
from parties.models import Code, Life, Membership, Name, Party, Succession
from records.models import Ledger, Revision

HOUSE = Path(__file__).resolve().parent.parent
PROGRAM = ("treaty", "columns", "parties", "records", "catalogue", "exports", "api")
"""The packages that make an answer: another program may conclude otherwise from the same records."""


@dataclass(frozen=True)
class Version:
    """The state of the register, of the parties and of the program on a day; `changed` is when the first or the day last did."""

    text: str
    changed: datetime

    def of(self, *asked: str) -> str:
        """The SHA-256 of this state and of what is asked of it."""
        return hashlib.sha256("\n".join((self.text, *asked)).encode()).hexdigest()


def version(*, today: date) -> Version | None:
    """None for a register without a revision. One query."""
    counts = {model.__name__.lower(): Subquery(_count_of(model)) for model in (Party, Code, Name, Life, Succession, Membership)}
    shelved = Participant.objects.order_by().annotate(all=Value(1)).values("all").annotate(last=Max("pk")).values("last")
    last = Revision.objects.order_by("-serial").values("published_at")[:1]
    ledger = Ledger.objects.filter(pk=1, serial__gt=0).annotate(**counts, shelved=Subquery(shelved), published=Subquery(last))
    found = ledger.values_list("chain", *counts, "shelved", "published").first()
    if found is None:
        return None
    midnight = datetime.combine(today, time(), UTC)
    said = "\n".join(map(str, (program(), today, *found)))
    return Version(said, max(midnight, found[-1]))


def _count_of(model: type[Model]) -> Any:
    """A number that is another one after any row was added, changed or removed."""
    weighed = Cast(F("version"), BigIntegerField()) * 1_000_003 + F("pk")
    rows: Any = model._default_manager.order_by().annotate(all=Value(1))
    return rows.values("all").annotate(sum=Sum(weighed, output_field=BigIntegerField())).values("sum")


@cache
def program() -> str:
    """The SHA-256 over the program's own text, read once per process."""
    digest = hashlib.sha256()
    for package in PROGRAM:
        for path in sorted((HOUSE / package).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
