"""Writing on the desk copy, beside the forms: what every save of an agreement leaves behind."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Model

from accounts.models import Person
from agreements.models import Agreement, Event, ListedSource, Relation, Text

PREFIXES: dict[type[Model], str] = {Event: "e", Relation: "r", ListedSource: "s", Text: "t"}


@transaction.atomic
def note_change(agreement: Agreement, *, by: Person, at: datetime) -> None:
    """Count the save of the agreement with all its rows, and say who made it."""
    Agreement.objects.filter(pk=agreement.pk).update(version=F("version") + 1, changed_at=at, changed_by=by)


@transaction.atomic
def place_row(row: Model, *, of: Agreement) -> None:
    """Give a new row its key, where rows of its sort have one, and its place after the others. Does not save it."""
    prefix = PREFIXES.get(type(row))
    if prefix and not row.key:  # type: ignore[attr-defined]
        row.key = mint_key(of, prefix)  # type: ignore[attr-defined]
    if row._state.adding and hasattr(row, "position"):
        last = type(row)._default_manager.filter(agreement=of).aggregate(last=Max("position"))["last"]
        row.position = 0 if last is None else last + 1


@transaction.atomic
def mint_key(agreement: Agreement, prefix: str) -> str:
    """A key that no row of the agreement has or had: "e7". The number is not used again, for any prefix."""
    Agreement.objects.filter(pk=agreement.pk).update(keys_minted=F("keys_minted") + 1)
    number = Agreement.objects.values_list("keys_minted", flat=True).get(pk=agreement.pk)
    return f"{prefix}{number}"
