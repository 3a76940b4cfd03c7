"""Work of the timetable on the record."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from records.models import ExtractedText, Revision, StoredText
from records.operations import begin_job, end_job, extract_words
from records.verifying import faults
from records.vocabulary import JobState, ReadingState


@shared_task(name="records.verify")
def verify() -> None:
    """Prove the chain and the stored texts, and leave a job that says what was found. May run twice."""
    total = Revision.objects.count()
    job = begin_job("verify", at=timezone.now(), total=total)
    found = list(faults())
    state = JobState.FAILED if found else JobState.DONE
    report = "\n".join(found)[:20_000] or f"{total} revisions proved."
    end_job(job, state=state, report=report, at=timezone.now(), done=total)


@shared_task(name="records.extract")
def extract(*, sha256: str) -> None:
    """Read the words of one stored text. May run twice."""
    extract_words(StoredText.objects.get(sha256=sha256), at=timezone.now())


@shared_task(name="records.extract_waiting")
def extract_waiting() -> None:
    """Read what has waited for longer than a poke takes: the queue was away, or a worker died. May run twice."""
    late = ExtractedText.objects.filter(state=ReadingState.WAITING, asked_at__lt=timezone.now() - timedelta(minutes=2))
    for waiting in late.select_related("stored").order_by("asked_at")[:20]:
        extract_words(waiting.stored, at=timezone.now())
