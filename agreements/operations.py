"""Writing on the desk copy, beside the forms: what every save of an agreement leaves behind."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Model

from accounts.models import Person
from agreements.models import Agreement, Deed, Event, ListedSource, Relation, Source, Text
from agreements.vocabulary import CHANGES, DeedKind

PREFIXES: dict[type[Model], str] = {Event: "e", Relation: "r", ListedSource: "s", Text: "t"}
LONGEST_SENTENCE, MOST_SENTENCES = 600, 200  # of a line of the audit


@transaction.atomic
def note_change(
    agreement: Agreement, *, by: Person | None, at: datetime, what: DeedKind = DeedKind.SAVED, details: Iterable[str] = ()
) -> Deed:
    """Leave a line in the audit, and count the save where the deed changed the agreement or any row of it.

    Everybody who writes an agreement, or takes a step with it, comes through here. `details` are sentences on what
    changed. The agreement at hand learns its new version.
    """
    if what in CHANGES:
        Agreement.objects.filter(pk=agreement.pk).update(version=F("version") + 1, changed_at=at, changed_by=by)
        agreement.version = Agreement.objects.values_list("version", flat=True).get(pk=agreement.pk)
        agreement.changed_at, agreement.changed_by = at, by
    return Deed.objects.create(agreement_id=agreement.pk, at=at, by=by, what=what, details=_kept(details), version=agreement.version)


def note_steps(steps: Iterable[tuple[Agreement, Sequence[str]]], *, by: Person | None, at: datetime, what: DeedKind) -> None:
    """Leave a line in the audit of each of several agreements with which the same step was taken; one that changes none of them."""
    Deed.objects.bulk_create(
        Deed(agreement_id=agreement.pk, at=at, by=by, what=what, details=_kept(details), version=agreement.version)
        for agreement, details in steps
    )


@transaction.atomic
def note_source_change(source: Source, *, by: Person, at: datetime, details: Iterable[str] = ()) -> None:
    """A source changed, and with it what every agreement that lists it says: a line for each, and no new version of any.

    Costs two queries, whatever their number. Nobody's open form is refused for it: the form shows nothing of it.
    """
    said = _kept([f"The source “{source}”.", *details])
    listing = Agreement.objects.filter(listed_sources__source=source).distinct().order_by("pk").values_list("pk", "version")
    Deed.objects.bulk_create(
        Deed(agreement_id=pk, at=at, by=by, what=DeedKind.SAVED, details=said, version=version) for pk, version in listing
    )


def _kept(details: Iterable[str]) -> list[str]:
    said = [sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[: LONGEST_SENTENCE - 1]}…" for sentence in details]
    return said if len(said) <= MOST_SENTENCES else [*said[:MOST_SENTENCES], f"And {len(said) - MOST_SENTENCES} more."]


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
