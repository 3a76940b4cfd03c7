"""Everything the law concludes, concluded anew and held against what the catalogue keeps."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Model

from catalogue.models import Entry
from catalogue.shelving import entry_columns, index_rows, parties_of
from catalogue.words.index import forget_words, keep_words
from treaty.document.canonical import read_document


def restate(*, check: bool) -> Iterator[str]:
    """A sentence for every entry whose rows are not what its document makes of them; unless `check`, they are made anew.

    Each entry is mended in a transaction of its own, so an interrupted run has lost nothing and may begin again.
    """
    for entry in Entry.objects.select_related("revision", "record").order_by("pk").iterator(chunk_size=200):
        differing = _restate(entry, check)
        if differing:
            yield f"{entry.reference}, revision {entry.revision.number}: {', '.join(differing)}."


@transaction.atomic
def _restate(entry: Entry, check: bool) -> list[str]:
    document = read_document(entry.revision.document)
    parties = parties_of([document])
    wanted = index_rows(entry, document, parties)
    columns = entry_columns(entry.revision, document)
    differing = [model._meta.model_name or "" for model, rows in wanted.items() if _said(model, rows) != _kept(model, entry)]
    differing += [name for name, value in columns.items() if getattr(entry, name) != value]
    if differing and not check:
        for model, rows in wanted.items():
            model._default_manager.filter(entry=entry).delete()
            model._default_manager.bulk_create(rows)
        Entry.objects.filter(pk=entry.pk).update(**columns)
        forget_words(entry.pk)
        keep_words({entry.pk: document}, {code: party.name for code, party in parties.items()})
    return differing


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if not field.primary_key]


def _said(model: type[Model], rows: list[Model]) -> list[tuple[Any, ...]]:
    return sorted((tuple(getattr(row, name) for name in _columns(model)) for row in rows), key=repr)


def _kept(model: type[Model], entry: Entry) -> list[tuple[Any, ...]]:
    return sorted(model._default_manager.filter(entry=entry).values_list(*_columns(model)), key=repr)
