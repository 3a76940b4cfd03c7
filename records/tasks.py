"""Work of the timetable on the record."""

from celery import shared_task
from django.utils import timezone

from records.models import Revision
from records.operations import begin_job, end_job
from records.verifying import faults
from records.vocabulary import JobState


@shared_task(name="records.verify")
def verify() -> None:
    """Prove the chain and the stored texts, and leave a job that says what was found. May run twice."""
    total = Revision.objects.count()
    job = begin_job("verify", at=timezone.now(), total=total)
    found = list(faults())
    state = JobState.FAILED if found else JobState.DONE
    report = "\n".join(found)[:20_000] or f"{total} revisions proved."
    end_job(job, state=state, report=report, at=timezone.now(), done=total)
