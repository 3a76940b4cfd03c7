"""The reference files brought into the database: only what differs is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError

from parties.models import Party
from parties.reference import SHEETS, Row, Sheet, read_reference

BATCH = 500


@dataclass
class Count:
    """What one file did to its table."""

    file: str
    created: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0
    unchanged: int = 0

    def __str__(self) -> str:
        words = [f"{number} {word}" for word, number in vars(self).items() if word != "file" and number]
        return f"{self.file}: {', '.join(words) or 'empty'}"


@transaction.atomic
def load_parties(folder: Path) -> list[Count]:
    """Make the database agree with the files of `folder`; a second load changes nothing.

    The files are the truth about the rows they ship: a changed row is corrected (and its version
    counted up), a row that left the files is removed. A party that something refers to is kept.
    Rows made by hand stay as they are. Raises ReferenceFault, and then changes nothing.
    """
    files = read_reference(folder)
    counts = []
    for sheet in SHEETS:
        parties = dict(Party.objects.values_list("code", "pk"))
        counts.append(_write(sheet, files[sheet.file], parties))
    counts[0].removed, counts[0].kept = _remove_parties({row["code"] for row in files["parties.csv"]})
    return counts


def _write(sheet: Sheet, rows: list[Row], parties: Mapping[str, int]) -> Count:
    codes = {pk: code for code, pk in parties.items()}
    manager: Any = sheet.model._default_manager
    standing = {_key_of(sheet, instance, codes): instance for instance in manager.order_by()}
    count, created, changed = Count(sheet.file), [], []
    for row in rows:
        instance = standing.pop(tuple(row[column] for column in sheet.key), None)
        values = _values(sheet, row, parties)
        if instance is None:
            created.append(sheet.model(**values))
        elif _differs(instance, values):
            changed.append(_with(instance, values))
        else:
            count.unchanged += 1
    count.removed = _remove(sheet, standing.values())
    if changed:
        manager.bulk_update(changed, [*sheet.columns, *sheet.derived, "shipped", "version"], batch_size=BATCH)
    manager.bulk_create(created, batch_size=BATCH)
    count.created, count.changed = len(created), len(changed)
    return count


def _values(sheet: Sheet, row: Row, parties: Mapping[str, int]) -> dict[str, Any]:
    """The row as attributes of the model, with what is derived from it."""
    values = {column: value for column, value in row.values.items() if column not in sheet.party_columns}
    relations = {f"{column}_id": parties[row[column]] for column in sheet.party_columns}
    return {**values, **relations, **{column: derive(row) for column, derive in sheet.derived.items()}, "shipped": True}


def _key_of(sheet: Sheet, instance: models.Model, codes: Mapping[int, str]) -> tuple[Any, ...]:
    relations = sheet.party_columns
    return tuple(codes[getattr(instance, f"{column}_id")] if column in relations else getattr(instance, column) for column in sheet.key)


def _differs(instance: models.Model, values: Mapping[str, Any]) -> bool:
    return any(getattr(instance, column) != value for column, value in values.items())


def _with(instance: Any, values: Mapping[str, Any]) -> models.Model:
    for column, value in values.items():
        setattr(instance, column, value)
    instance.version += 1
    return instance


def _remove(sheet: Sheet, left: Any) -> int:
    """Take away shipped rows that left their file; parties wait until their rows are gone."""
    gone = [instance.pk for instance in left if instance.shipped and sheet.model is not Party]
    manager: Any = sheet.model._default_manager
    manager.filter(pk__in=gone).delete()
    return len(gone)


def _remove_parties(shipped_now: set[str]) -> tuple[int, int]:
    removed = kept = 0
    for party in Party.objects.filter(shipped=True).exclude(code__in=shipped_now):
        try:
            with transaction.atomic():
                party.delete()
            removed += 1
        except ProtectedError:
            kept += 1
    return removed, kept
