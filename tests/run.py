"""The whole suite, twice: on SQLite without any service, then on a real PostgreSQL and a real Redis.

`manage.py test` comes here; arguments go to pytest. What would be the same in both passes
(PURE) runs once.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import engines

ROOT = Path(__file__).resolve().parent.parent
PURE = (
    "tests/treaty",
    "tests/house",
    "tests/api/test_same_on_both.py",  # asks both engines itself
    "tests/intake/test_compiling.py",
    "tests/config/test_settings.py",
    "tests/config/test_compose.py",
    "tests/journeys/test_clean_pages.py",
    "tests/journeys/test_pages.py",
    "tests/web/test_drawing.py",
    "tests/web/test_happenings.py",
)
SETTLED = ("DATABASE_URL", "REDIS_URL", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "STATIC_ROOT")  # by us, not by the caller
NOTHING_RAN = 5  # pytest's exit code when no test was selected


@dataclass
class Pass:
    """What became of one run of the suite."""

    engines: str
    seconds: float = 0.0
    code: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> int:
        """Pytest may also end badly without a failed test: a crash, a bad option, an interruption."""
        red = sum(self.counts.get(outcome, 0) for outcome in ("failed", "error", "xpassed"))
        return red or int(self.code not in (0, NOTHING_RAN))

    def __str__(self) -> str:
        outcome = tally(self.counts.get("passed", 0), self.failed, self.counts.get("skipped", 0))
        return f"{self.engines}: {outcome} in {self.seconds:.0f} s"


def tally(passed: int, failed: int, skipped: int) -> str:
    return f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")


def main(arguments: Sequence[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that every `finally` is reached
    passes = [on_sqlite(arguments)]
    if only_pure(arguments):
        print("\nThere is no second pass: nothing that was asked for would be different on PostgreSQL and Redis.")
    else:
        measured = any(a.startswith("--cov") for a in arguments)
        passes.append(on_postgres([*arguments, "--cov-append"] if measured else arguments))
    print()
    for one in passes:
        print(one)
    total = [sum(one.counts.get(outcome, 0) for one in passes) for outcome in ("passed", "skipped")]
    failed = sum(one.failed for one in passes)
    print(tally(total[0], failed, total[1]), flush=True)
    if all(one.code == NOTHING_RAN for one in passes):
        return NOTHING_RAN
    return int(failed > 0)


def on_sqlite(arguments: Sequence[str]) -> Pass:
    result = Pass(f"SQLite {sqlite3.sqlite_version}")
    return run(result, arguments, {"DATABASE_URL": "", "REDIS_URL": ""})


def on_postgres(arguments: Sequence[str]) -> Pass:
    result = Pass("PostgreSQL + Redis")
    try:
        with engines.postgres() as database, engines.redis() as queue:
            result.engines = f"{engines.postgres_version(database)} + {engines.redis_version(queue)}"
            ignored = [f"--ignore={folder}" for folder in PURE]
            return run(result, [*arguments, *ignored], {"DATABASE_URL": database, "REDIS_URL": queue})
    except engines.EngineDidNotStart as error:
        print(f"\n{error}", file=sys.stderr, flush=True)
        result.code = 1
        return result


def run(result: Pass, arguments: Sequence[str], services: Mapping[str, str]) -> Pass:
    print(f"\n=== {result.engines} ===", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="entente-test-", ignore_cleanup_errors=True) as folder:
        counts = Path(folder) / "counts.json"
        inherited = {name: value for name, value in os.environ.items() if name not in SETTLED and "SECURE_" not in name}
        environment = {
            **inherited,
            **services,
            "DEBUG": "1",
            "SECRET_KEY": "only for the tests, which keep no secrets at all",
            "ENTENTE_TWO_FACTOR": "0",  # as in the embedded size, on both engines; tests of it switch it on
            "ENTENTE_VAR": folder,
            "ENTENTE_COUNTS": str(counts),
        }
        command = [sys.executable, "-m", "pytest", "-p", "tests.counting", *workers(arguments), *arguments]
        result.code = wait_for(subprocess.Popen(command, cwd=ROOT, env=environment))
        if counts.exists():
            result.counts = json.loads(counts.read_text())
    result.seconds = time.monotonic() - began
    return result


def wait_for(process: "subprocess.Popen[Any]") -> int:
    """Wait; when we are told to end, let pytest end its fixtures first: they hold servers and browsers."""
    try:
        return process.wait()
    except BaseException:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        raise


def workers(arguments: Sequence[str]) -> list[str]:
    chosen = any(a.startswith(("-n", "--numprocesses")) for a in arguments)
    return [] if chosen else ["-n", "2", "--dist", "loadgroup"]


def only_pure(arguments: Sequence[str]) -> bool:
    """True when paths were given and all of them lie in the pure folders."""
    paths = [a.partition("::")[0] for a in arguments if not a.startswith("-")]
    there = [Path(os.path.relpath(ROOT / path, ROOT)) for path in paths if (ROOT / path).exists()]
    return bool(there) and all(any(path.is_relative_to(pure) for pure in PURE) for path in there)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
