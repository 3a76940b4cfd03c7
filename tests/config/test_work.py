"""`manage.py work`, and the worker beside the server: it does what waits, alone, and is gone with the server."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files import locks
from django.core.management import call_command

from accounts.roles import Role
from catalogue.models import Audit
from config.celery import app
from config.management.commands.work import kept_timetable, only_worker
from intake.deliveries import receive, say_profile
from intake.errands import ask_for, progress_of
from intake.vocabulary import ErrandKind
from records.models import Job
from records.vocabulary import JobState
from tests.factories import NOON
from tests.intake.people import somebody
from tests.intake.tables import PROFILE, table
from tests.serving import ROOT

SERVER = """
import django, time
django.setup()
from config.companion import Companion
beside = Companion()
while True:
    print(beside.worker.pid, flush=True)
    time.sleep(0.2)
"""


@pytest.mark.usefixtures("loaded")
def test_it_does_what_waits():
    manager = somebody("dana", Role.DATA_MANAGER)
    delivery = say_profile(receive(table(2), name="p.csv", data_set="table", by=manager, at=NOON), PROFILE, by=manager, at=NOON)
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=delivery)
    assert progress_of(errand).state is JobState.WAITING
    call_command("work", "--once")

    assert (progress_of(errand).state, progress_of(errand).report) == (JobState.DONE, "The plan is made: 2 create.")


@pytest.mark.usefixtures("loaded")
def test_what_fell_due_in_a_night_that_nobody_worked_is_done_at_the_next_start(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings.VAR, settings.REDIS_URL = tmp_path, ""
    monkeypatch.setattr(app.conf, "task_always_eager", True)
    with kept_timetable() as timetable:
        for entry in timetable.schedule.values():
            entry.last_run_at -= timedelta(days=2)
    call_command("work", "--once")
    call_command("work", "--once")

    assert Audit.objects.count() == 1, "once, not at each start"
    assert [job.state for job in Job.objects.filter(kind="verify")] == [JobState.DONE]


def test_beside_a_queue_the_timetable_is_left_to_beat(settings: Any):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    with kept_timetable() as timetable:
        assert not timetable.schedule
        assert timetable.tick() > 0


def test_only_one_of_them_works():
    with only_worker(), (settings.VAR / "work.lock").open("wb") as file:
        assert not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_the_worker_is_gone_with_the_server_however_that_ends(ending: signal.Signals, tmp_path: Path):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "ENTENTE_NO_BOOTSTRAP": "1", "ENTENTE_VAR": str(tmp_path)}
    command = [sys.executable, "-c", SERVER]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        until(lambda: (tmp_path / "work.lock").exists())
        assert lives(worker)
        server.send_signal(ending)
        server.wait(10)
    until(lambda: not lives(worker))


def test_a_worker_that_died_is_followed_by_another(tmp_path: Path):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "ENTENTE_NO_BOOTSTRAP": "1", "ENTENTE_VAR": str(tmp_path)}
    command = [sys.executable, "-c", SERVER]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        told = (int(line) for line in server.stdout)
        first = next(told)
        os.kill(first, signal.SIGKILL)
        second = next(worker for worker in told if worker != first)
        assert lives(second)
        server.kill()
    until(lambda: not lives(second))


def until(claim: Callable[[], bool], patience: float = 30) -> None:
    end = time.monotonic() + patience
    while not claim():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def lives(process: int) -> bool:
    """Whether a process of that number does anything yet; who ended and was not asked for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
