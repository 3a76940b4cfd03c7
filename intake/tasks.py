"""Work of the queue and of the timetable on what is brought in."""

from celery import shared_task
from django.utils import timezone

from intake.errands import TASK, poke, run_errand, waiting

LONGEST = 30 * 60  # seconds; the largest files take a few minutes


@shared_task(name=TASK, soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def do_errand(*, errand: int) -> None:
    """Do an errand that somebody asked for. May run twice."""
    run_errand(errand, at=timezone.now())


@shared_task(name="intake.take_up")
def take_up() -> None:
    """Poke for what waits: the queue was away, or a worker died. May run twice."""
    for errand in waiting():
        poke(errand)
