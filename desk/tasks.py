"""Work of the timetable at the desk."""

from celery import shared_task
from django.utils import timezone

from desk.rest.keeping import forget


@shared_task(name="desk.forget_answers")
def forget_answers() -> None:
    """Let go of the answers whose time has passed. May run twice."""
    forget(at=timezone.now())
