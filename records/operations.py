"""Writing the record: minting references, adding revisions to the chain, storing and reading texts, keeping jobs."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import F, Max

from records.models import ExtractedText, Job, Ledger, Record, Revision, StoredText
from records.reading import read_words
from records.vocabulary import Action, JobState, ReadingState
from treaty.document.canonical import sha256

REFERENCE = re.compile(r"E[0-9]{4,9}")


@transaction.atomic
def mint_records(number: int) -> list[Record]:
    """So many new places in the register, under the next references."""
    ledger = _ledger()
    first, last = ledger.last_reference + 1, ledger.last_reference + number
    Ledger.objects.filter(pk=1).update(last_reference=last)
    return Record.objects.bulk_create(Record(reference=f"E{place:04d}") for place in range(first, last + 1))


@transaction.atomic
def mint_record(reference: str | None = None) -> Record:
    """A new place in the register, under the next reference, or under one committed with its document.

    Raises ValueError for a reference that is malformed or taken.
    """
    if reference is None:
        return mint_records(1)[0]
    ledger = _ledger()
    if not REFERENCE.fullmatch(reference):
        raise ValueError(f"“{reference}” is not a reference; one looks like E0412.")
    if Record.objects.filter(reference=reference).exists():
        raise ValueError(f"The reference {reference} is taken; references are never used twice.")
    Ledger.objects.filter(pk=1).update(last_reference=max(ledger.last_reference, int(reference[1:])))
    return Record.objects.create(reference=reference)


@transaction.atomic
def append_revision(
    record: Record,
    *,
    document: str,
    by: AbstractBaseUser | None,
    at: datetime,
    action: Action = Action.PUBLISHED,
    submitted_by: AbstractBaseUser | None = None,
    by_one_editor: bool = False,
    note: str = "",
    merged_into: Record | None = None,
) -> Revision:
    """Add the next link to the chain. `document` is canonical JSON and is stored as it is. A merger names the record it leads to."""
    revision = Revision(
        record=record,
        document=document,
        action=action,
        submitted_by_id=submitted_by.pk if submitted_by else None,
        by_one_editor=by_one_editor,
        note=note,
        merged_into=merged_into,
    )
    append_revisions([revision], by=by, at=at)
    return revision


@transaction.atomic
def append_revisions(revisions: Sequence[Revision], *, by: AbstractBaseUser | None, at: datetime) -> None:
    """Add the next links to the chain, in their order. Each revision comes with what it says, and learns its place here."""
    ledger = _ledger()
    chain = ledger.chain
    there = Revision.objects.filter(record__in=[revision.record_id for revision in revisions]).order_by()
    numbers = dict(there.values_list("record").annotate(last=Max("number")))
    for serial, revision in enumerate(revisions, start=ledger.serial + 1):
        revision.serial = serial
        revision.number = numbers[revision.record_id] = numbers.get(revision.record_id, 0) + 1
        revision.sha256 = sha256(revision.document)
        revision.published_at, revision.published_by_id = at.astimezone(UTC), by.pk if by else None
        revision.chain = chain = link(chain, revision)
    Revision.objects.bulk_create(revisions)
    Ledger.objects.filter(pk=1).update(serial=ledger.serial + len(revisions), chain=chain)


def link(previous: str, revision: Revision) -> str:
    """The hash that ties a revision to the one before it in the register."""
    said: tuple[object, ...] = (
        previous,
        revision.serial,
        revision.record.reference,
        revision.number,
        revision.action,
        revision.published_at.isoformat(),
        revision.published_by_id,
        revision.submitted_by_id,
        revision.sha256,
        revision.note,
    )
    if revision.merged_into is not None:
        said += (revision.merged_into.reference,)
    return sha256("\n".join("" if part is None else str(part) for part in said))


@transaction.atomic
def store_text(content: bytes, *, media_type: str, at: datetime) -> StoredText:
    """Keep a text under its hash. The same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    kept = StoredText.objects.filter(sha256=digest).first()
    if kept:
        return kept
    text = StoredText(sha256=digest, media_type=media_type, size=len(content), stored_at=at)
    text.content.save(digest, ContentFile(content), save=False)
    try:
        with transaction.atomic():
            text.save(force_insert=True)
    except IntegrityError:  # somebody stored the same bytes in this very moment
        return StoredText.objects.get(sha256=digest)
    return text


@transaction.atomic
def ask_for_words(text: StoredText, *, at: datetime, again: bool = False) -> ExtractedText:
    """Note that the words of a text are wanted. What is read, or waits, is not asked for twice unless `again`."""
    extracted, _ = ExtractedText.objects.get_or_create(stored=text, defaults={"asked_at": at})
    if again and extracted.state is not ReadingState.WAITING:
        extracted.state, extracted.asked_at = ReadingState.WAITING, at
        extracted.save(update_fields=["state", "asked_at"])
    return extracted


def extract_words(text: StoredText, *, at: datetime) -> ExtractedText:
    """Read the words of a text and keep them, or the reason why there are none. May run twice.

    What was read before stays where a later reading fails.
    """
    with text.content.open("rb") as content:
        reading = read_words(content, media_type=text.media_type)
    with transaction.atomic():
        kept, _ = ExtractedText.objects.select_for_update().get_or_create(stored=text, defaults={"asked_at": at})
        if reading.fault and kept.words:
            kept.state, kept.detail = ReadingState.DONE, f"A later reading failed: {reading.fault.definition}"
        else:
            kept.state = ReadingState.FAILED if reading.fault else ReadingState.DONE
            for name in ("fault", "detail", "words", "pages", "paragraphs", "reader", "note"):
                setattr(kept, name, getattr(reading, name))
        kept.read_at = at
        kept.save()
    return kept


def begin_job(kind: str, *, at: datetime, total: int | None = None) -> Job:
    return Job.objects.create(kind=kind, state=JobState.RUNNING, total=total, started_at=at)


def ask_for_job(kind: str, *, at: datetime) -> Job:
    """Note that long work is wanted; a worker begins it. `started_at` is then the time of the asking."""
    return Job.objects.create(kind=kind, state=JobState.WAITING, started_at=at)


def begin_waiting_job(job: Job, *, at: datetime) -> None:
    """Note that a worker begins it, or begins it again after another died."""
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, started_at=at, begun=F("begun") + 1)


def end_job(job: Job, *, state: JobState, report: str, at: datetime, done: int) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, report=report, finished_at=at, done=done)


def _ledger() -> Ledger:
    """The ledger's row, locked until the transaction ends."""
    ledger, _ = Ledger.objects.select_for_update().get_or_create(pk=1)
    return ledger
