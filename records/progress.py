"""How far a job has come, and the wish that it stops, beside the database.

The work holds SQLite's one write lock until it ends, and nobody else sees what its transaction has written. So both are told
through the cache `progress`: files in the embedded size, Redis in production. It holds no truth. Where it is away, nobody
knows how far the work has come, and the work goes on.
"""

import logging
import time
from dataclasses import dataclass

from django.core.cache import caches
from redis.exceptions import RedisError

from records.models import Job

EVERY = 0.5  # seconds
KEPT = 6 * 3600  # seconds; no job takes longer
logger = logging.getLogger(__name__)


class Stopped(Exception):
    """Somebody wants the work to stop. It is raised in the middle of it, so that its transaction is rolled back."""


@dataclass(frozen=True)
class Way:
    """So many steps are done, of so many; None where nobody knows."""

    done: int | None = None
    total: int | None = None


class Reporter:
    """Called by the work at every step. Twice a second it tells how far the work is, and asks whether it is to stop."""

    def __init__(self, job: Job) -> None:
        self._job, self._next = job.pk, 0.0

    def __call__(self, done: int, total: int | None = None) -> None:
        """Raises Stopped."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + EVERY
        _set(_way(self._job), (done, total))
        if is_to_stop(self._job):
            raise Stopped


def way_of(job: Job) -> Way:
    """How far the work says that it is."""
    told = _get(_way(job.pk))
    return Way(*told) if isinstance(told, tuple) else Way()


def wish_to_stop(job: Job) -> bool:
    """Leave the wish that the work stops; whether it could be left."""
    return _set(_stop(job.pk), True)


def is_to_stop(job: int) -> bool:
    return _get(_stop(job)) is True


def forget(job: Job) -> None:
    """Nothing is told of what has ended."""
    try:
        caches["progress"].delete_many([_way(job.pk), _stop(job.pk)])
    except (RedisError, OSError) as fault:
        _away(fault)


def _way(job: int) -> str:
    return f"job:{job}"


def _stop(job: int) -> str:
    return f"job:{job}:stop"


def _get(key: str) -> object:
    try:
        return caches["progress"].get(key)
    except (RedisError, OSError) as fault:
        _away(fault)
        return None


def _set(key: str, value: object) -> bool:
    try:
        caches["progress"].set(key, value, KEPT)
    except (RedisError, OSError) as fault:
        _away(fault)
        return False
    return True


def _away(fault: Exception) -> None:
    logger.warning("The cache of progress is away (%s); the work goes on.", type(fault).__name__)
