"""A program of its own that brings in a table and publishes it, in processes that it kills; what it sees goes out as JSON.

It works on the database of its environment, which is empty when it begins. Run by `test_kill.py`.
"""

import json
import os
import random
import signal
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402

from accounts.models import Person  # noqa: E402
from accounts.roles import Role  # noqa: E402
from editorial.applying import apply  # noqa: E402
from editorial.operations import publish, submit  # noqa: E402
from intake.applying import apply_plan  # noqa: E402
from intake.deliveries import receive, say_profile  # noqa: E402
from intake.errands import ask_for, run_errand, waiting  # noqa: E402
from intake.models import Batch, BatchLine, Delivery  # noqa: E402
from intake.planning.keeping import kept_plan  # noqa: E402
from intake.vocabulary import BatchState, ErrandKind  # noqa: E402
from parties.loading import load_parties  # noqa: E402
from records.models import Job, Revision  # noqa: E402
from records.verifying import faults  # noqa: E402
from records.vocabulary import JobState  # noqa: E402
from tests.digest import digest  # noqa: E402
from tests.factories import NOON, pact  # noqa: E402
from tests.intake.people import somebody  # noqa: E402
from tests.intake.tables import PROFILE, table  # noqa: E402

ROWS, THERE, KILLS = 20, 3, 20


def prepare() -> None:
    """Parties, two people, and a few agreements that are public."""
    call_command("migrate", verbosity=0)
    load_parties(settings.ROOT / "data" / "parties")
    manager, reviewer = somebody("dana", Role.DATA_MANAGER), somebody("rex", Role.REVIEWER)
    for number in range(THERE):
        there = apply(pact(signed=f"195{number}-09-08"), by=manager, at=NOON)
        publish(submit(there, by=manager, at=NOON), by=reviewer, at=NOON)


def planned(batches: int) -> Delivery:
    """A table that was brought and planned, of agreements that the batches before it did not bring."""
    manager = Person.objects.get(username="dana")
    content = table(ROWS, begin=1 + batches * ROWS)
    delivery = receive(content, name="pacts.csv", data_set="table", by=manager, at=NOON)
    say_profile(delivery, PROFILE, by=manager, at=NOON)
    run_errand(ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=delivery).pk, at=NOON)
    delivery.refresh_from_db()
    if delivery.counts["create"] != ROWS:
        raise AssertionError(delivery.counts)
    return delivery


def bring_in(delivery: Delivery) -> None:
    """The whole of it, as the command does it."""
    manager, reviewer = Person.objects.get(username="dana"), Person.objects.get(username="rex")
    apply_plan(kept_plan(delivery), by=manager, at=NOON, reviewer=reviewer)


def rehearse(delivery: Delivery) -> None:
    """The same up to its last step, and then nothing."""
    with transaction.atomic():
        bring_in(delivery)
        transaction.set_rollback(True)


def killed(work: Callable[[], Any], until: Callable[[], Any]) -> float | None:
    """Do the work in a process of its own, and kill that when the waiting ends. How long it took, if it ended before."""
    connections.close_all()  # a connection must not cross the fork
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    until()
    seconds = time.monotonic() - began
    ended = os.waitpid(child, os.WNOHANG)[0] == child
    if ended:
        return seconds
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def alone(work: Callable[[], Any]) -> int:
    """Do the work in a process of its own, to its end. The signal by which that died; 0 where it did not."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise AssertionError("The work failed by itself.")
    return os.WTERMSIG(status)


def timed(work: Callable[[], Any]) -> float:
    """How long the work takes in a process of its own, in seconds."""
    began = time.monotonic()
    alone(work)
    return time.monotonic() - began


def is_whole(batches: int) -> bool:
    """Whether all that the batches brought is there: every record public, in a chain that holds."""
    public = BatchLine.objects.filter(batch__state=BatchState.PUBLISHED, agreement__published_version=1).count()
    counts = (Batch.objects.count(), public, Revision.objects.count())
    return counts == (batches, ROWS * batches, THERE + ROWS * batches) and not list(faults())


def kill_imports(chance: random.Random) -> dict[str, Any]:
    """Kill at moments spread over the time that the work takes, and look each time at what is there."""
    batches, delivery = 0, planned(0)
    duration = timed(partial(rehearse, delivery))
    seen = []
    for _ in range(KILLS):
        before = digest()
        took = killed(partial(bring_in, delivery), partial(time.sleep, chance.uniform(0, duration)))
        if digest() == before:
            seen.append("before")
            continue
        batches += 1
        seen.append("after" if is_whole(batches) else "between")
        delivery, duration = planned(batches), took or duration
    alone(partial(bring_in, delivery))
    return {"seconds": duration, "seen": seen, "ended": is_whole(batches + 1), "batches": batches + 1}


def die_at(statement: int, work: Callable[[], Any]) -> None:
    """Do the work, and die in its midst: where it would send its so many-th statement to the database."""
    sent = count(1)

    def send(execute: Callable[..., Any], *statement_and_context: Any) -> Any:
        if next(sent) == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*statement_and_context)

    with connection.execute_wrapper(send):
        work()


def wait_for(claim: Callable[[], bool], patience: float = 60) -> None:
    end = time.monotonic() + patience
    while not claim():
        if time.monotonic() > end:
            raise AssertionError("It did not come about.")
        time.sleep(0.01)


def kill_an_errand(batches: int) -> dict[str, Any]:
    """A worker dies twice in the middle of its errand; another finds it, and ends it."""
    delivery = planned(batches)
    errand = ask_for(ErrandKind.APPLY, by=Person.objects.get(username="dana"), at=NOON, delivery=delivery)
    work, states = partial(run_errand, errand.pk, at=NOON), []
    for statement in (50, 100):
        before = digest(without=("records_job",))
        if alone(partial(die_at, statement, work)) != signal.SIGKILL:
            raise AssertionError("It ended before it had sent so many statements.")
        same = digest(without=("records_job",)) == before
        states.append([same, Job.objects.get(pk=errand.job_id).state.value, waiting() == [errand.pk]])
    alone(work)
    job = Job.objects.get(pk=errand.job_id)
    return {"deaths": states, "state": job.state.value, "report": job.report, "begun": job.begun, "waiting": waiting()}


def race_for_an_errand(batches: int) -> dict[str, Any]:
    """Two workers take up the same errand at the same moment."""
    delivery = planned(batches)
    errand = ask_for(ErrandKind.APPLY, by=Person.objects.get(username="dana"), at=NOON, delivery=delivery)
    work = partial(run_errand, errand.pk, at=NOON)
    killed(partial(alone, work), partial(alone, work))
    wait_for(lambda: Job.objects.get(pk=errand.job_id).state is not JobState.RUNNING)
    lines = BatchLine.objects.filter(batch__file_sha256=delivery.file_sha256).count()
    return {"state": Job.objects.get(pk=errand.job_id).state.value, "lines": lines}


if __name__ == "__main__":
    prepare()
    imports = kill_imports(random.Random(20261122))
    errand = kill_an_errand(imports["batches"])
    print(json.dumps({"imports": imports, "errand": errand, "race": race_for_an_errand(imports["batches"] + 1)}))
