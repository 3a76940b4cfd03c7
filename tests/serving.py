"""A register of its own, prepared and served as a stranger would do it: by `manage.py up`, in its own process."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests import engines
from tests.engines import free_port

ROOT = Path(__file__).resolve().parent.parent
MANAGE = [sys.executable, str(ROOT / "manage.py")]
DEMO_PEOPLE = "import django; django.setup(); from accounts.operations import make_demo_people; make_demo_people()"


def prepare(folder: Path, database_url: str) -> dict[str, str]:
    """Fill a new database by `up --no-serve`. Returns the environment in which this register lives."""
    environment = {**os.environ, "ENTENTE_NO_BOOTSTRAP": "1", "ENTENTE_VAR": str(folder), "DATABASE_URL": database_url, "DEBUG": "1"}
    environment["ENTENTE_TWO_FACTOR"] = "0"  # the demo people sign in by password alone, on both engines
    environment.setdefault("SECRET_KEY", "only for the tests, which keep no secrets at all")
    if queue := environment.get("REDIS_URL"):  # its worker must not take what other tests send
        environment["REDIS_URL"] = engines.corner(queue, "served")
    run([*MANAGE, "up", "--no-serve"], environment)
    if database_url:  # `up` makes demo people only in the embedded size; the journeys need them on both engines
        run([sys.executable, "-c", DEMO_PEOPLE], {**environment, "DJANGO_SETTINGS_MODULE": "config.settings"})
    return environment


def run(command: list[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, f"{command[1:]} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


@contextmanager
def serve(environment: Mapping[str, str]) -> Iterator[str]:
    """`manage.py up` on a free port of 127.0.0.1, ended by its handle. Yields the address, without a slash at its end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with started([*MANAGE, "up", "--port", str(port)], environment, f"up-{port}.log") as (process, log):
        wait_for_health(address, process, log)
        yield address


@contextmanager
def working(environment: Mapping[str, str]) -> Iterator[None]:
    """What does long work for the server: a worker where there is a queue, and without one the server itself."""
    if not environment.get("REDIS_URL"):
        yield
        return
    with started([sys.executable, "-m", "celery", "-A", "config", "worker", "--pool", "solo", "-l", "INFO"], environment, "worker.log"):
        yield


@contextmanager
def started(command: list[str], environment: Mapping[str, str], log_name: str) -> Iterator[tuple["subprocess.Popen[bytes]", Path]]:
    """A process of our own, with what it says in a file; it is ended when the block is left."""
    log = Path(environment["ENTENTE_VAR"]) / log_name
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT)
    try:
        yield process, log
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for_health(address: str, process: "subprocess.Popen[bytes]", log: Path, patience: float = 60) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"The server did not answer at {address}; it said:\n{log.read_text()[-4000:]}")
