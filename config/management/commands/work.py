"""Do the long work that waits, and what the timetable has, where no queue does it."""

import logging
import signal
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from celery.beat import PersistentScheduler, Scheduler
from django.conf import settings
from django.core.files import locks
from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections
from django.utils import timezone

from config.celery import app
from config.companion import end_with_the_server
from intake.errands import run_errand, waiting

EVERY = 1.0  # seconds
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """`manage.py work`: `manage.py up` starts it beside itself. With Redis, Celery's worker is in its place."""

    help = (
        "Do the long work that waits (plans, imports, publications of batches) and, without Redis, what the timetable has for the "
        "night; one after the other, and go on looking for more."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when nothing waits any more")
        parser.add_argument("--beside", action="store_true", help="end when the input ends: `up` holds its other end")

    def handle(self, *args: Any, once: bool, beside: bool, **options: Any) -> None:
        if beside:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, and this ends with it
            end_with_the_server()
        with only_worker(), kept_timetable() as timetable:
            do_what_waits()
            while timetable.tick() == 0:  # one task of those that are due
                continue
            while not once:
                time.sleep(EVERY)
                close_old_connections()
                do_what_waits()
                timetable.tick()


def do_what_waits() -> None:
    """All that waits now. A database that is away is asked again later."""
    try:
        for errand in waiting():
            run_errand(errand, at=timezone.now())
    except Error:
        logger.exception("The database does not answer; the work waits.")


@contextmanager
def only_worker() -> Iterator[None]:
    """Nobody else does such work with these files: SQLite has no locks of rows. Waits for the end of another worker."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR / "work.lock").open("wb") as file:
        while not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB):
            time.sleep(EVERY)
        yield


@contextmanager
def kept_timetable() -> Iterator[Scheduler]:
    """What Celery's beat reads; with Redis, beat keeps it, and this one is empty.

    What fell due while nobody worked is done at the next start.
    """
    app.loader.import_default_modules()
    at_hand = settings.VAR / "timetable"
    timetable = Scheduler(app, lazy=True) if settings.REDIS_URL else PersistentScheduler(app, schedule_filename=str(at_hand))
    try:
        yield timetable
    finally:
        timetable.close()
