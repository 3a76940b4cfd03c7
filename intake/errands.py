"""Long work that somebody asks for: kept as a row, done by a worker, stopped if somebody wishes so.

The rows are the truth, and the queue only pokes. A worker that dies leaves its row, which whoever takes up work next begins
again; since all that the work writes, its end included, is one transaction, it was done or it was not.
"""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from celery.exceptions import CeleryError, SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from kombu.exceptions import KombuError

from accounts.models import Person
from editorial.rules import NotByThisPerson, RuleBroken
from intake.allowing import ON_A_FILE, require_allowed
from intake.models import Batch, Delivery, Errand
from intake.vocabulary import ErrandKind
from intake.working import Ended, work_of
from records.models import Job
from records.operations import ask_for_job, begin_waiting_job, end_job
from records.progress import Reporter, Stopped, forget, is_to_stop, way_of, wish_to_stop
from records.vocabulary import UNDER_WAY, JobState

TASK = "intake.run_errand"
MOST_TIMES = 3
POKED_AGAIN = 60  # seconds, until the timetable pokes for what still waits
BUSY = "Work on it is under way: wait for its end, or stop it."
STOPPED = "It was stopped, and nothing of it was written."
DIED = f"It was begun {MOST_TIMES} times, and its worker died each time. Nothing of it was written. Divide the file, or look into the log."
SLOW = "It took longer than a worker may take. Nothing of it was written. Divide the file."
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Progress:
    """How far an errand is: so many steps are done, of so many (None where nobody knows), and how it ended.

    `is_stopping` says that somebody wished it to stop, and it has not yet.
    """

    done: int | None
    total: int | None
    state: JobState
    report: str
    is_stopping: bool = False

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


@transaction.atomic
def ask_for(
    kind: ErrandKind,
    *,
    by: Person,
    at: datetime,
    delivery: Delivery | None = None,
    batch: Batch | None = None,
    told: Mapping[str, Any] | None = None,
) -> Errand:
    """Ask for work on a file or on a batch. A worker does it once this transaction is committed.

    Raises RuleBroken where other work on it is under way, where it does not stand so, or where `by` may not.
    """
    on = _held(delivery if kind in ON_A_FILE else batch)
    require_allowed(kind, on, by=by, told=told or {})
    errand = Errand.objects.create(
        kind=kind,
        delivery=on if isinstance(on, Delivery) else None,
        batch=on if isinstance(on, Batch) else None,
        job=ask_for_job(f"intake.{kind.value}", at=at),
        by=by,
        told=dict(told or {}),
    )
    forget(errand.job)  # the number may have been another job's, of a database that is no more
    transaction.on_commit(lambda: poke(errand.pk))
    return errand


def ask_to_stop(errand: Errand, *, by: Person) -> None:
    """Wish that an errand stops: nothing of it will have been written. Raises RuleBroken where it has ended, or `by` may not.

    The worker finds the wish, before it begins or in the midst: other work may hold SQLite's write lock, so nothing is written here.
    """
    if by != errand.by and not by.has_perm("accounts.bring_in"):
        raise NotByThisPerson("Who asked for it may stop it, and a data manager.")
    errand.job.refresh_from_db()
    if errand.job.state not in UNDER_WAY:
        raise RuleBroken("It has ended already.")
    if not wish_to_stop(errand.job):
        raise RuleBroken("The work cannot be reached now. Try again in a minute.")


def progress_of(errand: Errand) -> Progress:
    """How far it is, even while its own transaction holds the database. One query."""
    job = Job.objects.get(pk=errand.job_id)
    if job.state not in UNDER_WAY:
        return Progress(job.done, job.total, job.state, job.report)
    way = way_of(job)
    return Progress(way.done, way.total, job.state, job.report, is_to_stop(job.pk))


def poke(errand: int) -> None:
    """Tell the queue. In the embedded size there is none: the worker beside the server looks for itself."""
    if settings.CELERY_TASK_ALWAYS_EAGER:
        return
    try:
        current_app.send_task(TASK, kwargs={"errand": errand}, expires=POKED_AGAIN)
    except (CeleryError, KombuError, OSError):
        return  # the queue is away; the timetable finds what waits


def waiting() -> list[int]:
    """The errands that nobody does: those that wait, and those whose worker died. The oldest first.

    It is asked every second, and takes no lock where nothing is to be done.
    """
    under_way = dict(Errand.objects.filter(job__state__in=UNDER_WAY).order_by("pk").values_list("pk", "job"))
    if not under_way:
        return []
    with transaction.atomic():
        free = Job.objects.select_for_update(skip_locked=True, no_key=True).filter(pk__in=under_way.values(), state__in=UNDER_WAY)
        jobs = {job.pk for job in free}
    return [errand for errand, job in under_way.items() if job in jobs]


def run_errand(errand_pk: int, *, at: datetime) -> None:
    """Do an errand to its end, unless it has ended or somebody else does it. What goes wrong stands in its job.

    May run twice. Raises what the database raises when it is away: the errand is then begun again later.
    """
    clock = _Clock(at)
    errand = _begun(errand_pk, clock)
    if errand is not None:
        with _alone_with(errand) as alone:
            if alone:
                _do(errand, clock)
                forget(errand.job)


@dataclass
class _Clock:
    """The time as the worker gave it, and what has passed since."""

    began: datetime
    tick: float = 0

    def __post_init__(self) -> None:
        self.tick = time.monotonic()

    def now(self) -> datetime:
        return self.began + timedelta(seconds=time.monotonic() - self.tick)


def _held(on: Delivery | Batch | None) -> Delivery | Batch:
    """The file or the batch, held. Raises RuleBroken while other work on it is under way."""
    if on is None:
        raise TypeError("An errand is on a file or on a batch.")
    theirs = {"delivery" if isinstance(on, Delivery) else "batch": on.pk}
    if Errand.objects.filter(**theirs, job__state__in=UNDER_WAY).exists():  # who does that work may hold the row for minutes
        raise RuleBroken(BUSY)
    rows = Delivery.objects.defer("content") if isinstance(on, Delivery) else Batch.objects.all()
    held: Delivery | Batch = rows.select_for_update(of=("self",)).select_related("by").get(pk=on.pk)
    if Errand.objects.filter(**theirs, job__state__in=UNDER_WAY).exists():
        raise RuleBroken(BUSY)
    return held


@transaction.atomic
def _begun(errand_pk: int, clock: _Clock) -> Errand | None:
    """The errand, running; None where there is nothing to do, or somebody else does it."""
    errand = Errand.objects.select_related("job", "by").filter(pk=errand_pk).first()
    if errand is None or not _lock(errand.job):
        return None
    if is_to_stop(errand.job.pk):
        end_job(errand.job, state=JobState.CANCELLED, report=STOPPED, at=clock.now(), done=0)
        return None
    if errand.job.begun >= MOST_TIMES:
        end_job(errand.job, state=JobState.FAILED, report=DIED, at=clock.now(), done=0)
        return None
    begin_waiting_job(errand.job, at=clock.now())
    return errand


@contextmanager
def _alone_with(errand: Errand) -> Iterator[bool]:
    """Nobody else does this errand as long as the block lasts, or the worker lives.

    On PostgreSQL its job's row is locked, and free again when the worker dies. SQLite has no locks of rows: there one worker
    does all errands (`manage.py work` holds a file), and a plan is read without keeping others from writing.
    """
    if not connection.features.has_select_for_update:
        yield True
        return
    with transaction.atomic():
        yield _lock(errand.job)


def _lock(job: Job) -> bool:
    """Whether the job is under way and this transaction has it now. Nobody waits for somebody else's end."""
    free = Job.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=job.pk, state__in=UNDER_WAY)
    return free.first() is not None


def _do(errand: Errand, clock: _Clock) -> None:
    work = work_of(errand, at=clock.began)
    reporter = Reporter(errand.job)
    try:
        found = work.read(reporter)
        with transaction.atomic():
            if not _lock(errand.job):
                return
            ended = work.write(found, reporter)
            _end(errand, ended, clock)
    except Stopped:
        _end(errand, Ended(JobState.CANCELLED, STOPPED), clock)
    except SoftTimeLimitExceeded:
        _end(errand, Ended(JobState.FAILED, SLOW), clock)
    except RuleBroken as fault:
        _end(errand, Ended(JobState.FAILED, str(fault)), clock)
    except (OperationalError, InterfaceError):
        raise
    except Exception as fault:
        logger.exception("The errand %s ended by a fault of the program.", errand.pk)
        said = f"It ended by a fault of the program ({type(fault).__name__}), and nothing of it was written."
        _end(errand, Ended(JobState.FAILED, said), clock)


def _end(errand: Errand, ended: Ended, clock: _Clock) -> None:
    end_job(errand.job, state=ended.state, report=ended.report[:20_000], at=clock.now(), done=ended.done)
