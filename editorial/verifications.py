"""Who verified a citation, handed over when a document is written anew over the rows that knew it."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from agreements.models import Agreement, Citation, Evidence
from provisions.models import ProvisionEvidence

Readings = dict[Hashable, tuple[Any, Any]]


def readings_of(agreement: Agreement) -> Readings:
    """For each verified citation of an agreement that names its reader: who and when."""
    rows: Iterator[Citation] = (
        row
        for rows in (
            Evidence.objects.filter(agreement=agreement).select_related(
                "listed__source", "participation__party", "event", "duration", "relation"
            ),
            ProvisionEvidence.objects.filter(provision__agreement=agreement).select_related("listed__source", "provision"),
        )
        for row in rows.exclude(verified_at=None)
    )
    return {_same(row): (row.verified_by_id, row.verified_at) for row in rows}


def hand_over(readings: Readings, rows: Iterable[Citation]) -> None:
    """Name the reader again on each verified citation that says what it said, of the same fact. Does not save."""
    for row in rows:
        if row.verified and (known := readings.get(_same(row))):
            row.verified_by_id, row.verified_at = known


def _same(row: Citation) -> Hashable:
    """What makes a citation the same: the fact, the source, the place and the words."""
    return (_fact(row), row.listed.source_id, row.article, row.page, row.begin, row.end, row.quote)


def _fact(row: Any) -> Hashable:
    if isinstance(row, ProvisionEvidence):
        return "provision", row.provision.key
    if row.participation_id:
        return "participation", row.participation.party_id, row.participation.role
    if row.event_id:
        return "event", row.event.key
    if row.relation_id:
        return "relation", row.relation.key
    return "duration" if row.duration_id else "record"
