"""What bringing in and publishing the data sets of the field costs: `python bench/intake.py FOLDER [DATABASE_URL]`.

`FOLDER` holds your own copies: `dcad/DCAD-v1.0-main.csv`, `atop/atop5_1a.csv` with its members, `uk_treaties/uk_treaties_all.csv`.
They go into a fresh database with the starting register: SQLite, or the empty PostgreSQL database under the address. Each is
a process of its own, by the command that a data manager uses. The baseline is admitting the starting register on the same
engine and machine: a record for record ratio says how much dearer an import is, whatever the machine. Processor time is
the process's own; with PostgreSQL the server's work shows in the seconds only.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FILES = (
    ("dcad", "dcad/DCAD-v1.0-main.csv"),
    ("atop", "atop/atop5_1a.csv"),
    ("uk", "uk_treaties/uk_treaties_all.csv", "--only", "defence"),
)
PEOPLE = "from accounts.operations import make_demo_people, make_groups; make_groups(); make_demo_people()"
WRITTEN = "from records.models import Revision; print(Revision.objects.count())"
MEGABYTE = 1024  # getrusage counts kilobytes
MOST_SECONDS, MOST_MEGABYTES = 180, 500


class Cost(NamedTuple):
    """Of one process, or of several: seconds on the clock, seconds of processor, records made public, megabytes at most."""

    seconds: float
    processor: float
    records: int
    memory: float

    def __str__(self) -> str:
        pace = self.records / self.seconds
        return f"{self.seconds:7.1f} s  {self.processor:7.1f} s processor  {self.records:5} records  {pace:6.1f}/s  {self.memory:5.0f} MB"


def main(folder: Path, database: str) -> None:
    environment = {**os.environ, "DATABASE_URL": database, "DEBUG": "1", "ENTENTE_NO_BOOTSTRAP": "1"}
    with tempfile.TemporaryDirectory(prefix="bench-intake-") as var:
        environment |= {"ENTENTE_VAR": var, "SECRET_KEY": os.environ.get("SECRET_KEY", "only for a measurement, which keeps no secrets")}
        run(environment, "migrate", "--verbosity", "0")
        run(environment, "load_parties")
        run(environment, "shell", "--verbosity", "0", "-c", PEOPLE)
        baseline = cost(environment, "load_register")
        print(f"{'starting register':18}{baseline}  the baseline")
        costs = []
        for name, file, *part in FILES:
            publishing = ("--apply", "--only-good", "--publish", "--by", "data_manager", "--reviewer", "reviewer")
            costs.append(cost(environment, "intake", name, str(folder / file), *part, *publishing))
            print(f"{name:18}{costs[-1]}  {ratio(costs[-1], baseline):.2f} of the baseline, a record")
    seconds, memory = sum(one.seconds for one in costs), max(one.memory for one in costs)
    whole = Cost(seconds, sum(one.processor for one in costs), sum(one.records for one in costs), memory)
    print(f"{'together':18}{whole}  {ratio(whole, baseline):.2f} of the baseline, a record")
    kept = seconds < MOST_SECONDS and memory < MOST_MEGABYTES
    print(f"under {MOST_SECONDS} s and {MOST_MEGABYTES} MB: {'yes' if kept else 'no'}")


def ratio(one: Cost, baseline: Cost) -> float:
    return (one.processor / one.records) / (baseline.processor / baseline.records)


def cost(environment: dict[str, str], *command: str) -> Cost:
    """What a command costs. The memory is the most of any process up to then: each takes more than the one before, or is not seen."""
    there = revisions(environment)
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run(environment, *command)
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, processor, revisions(environment) - there, after.ru_maxrss / MEGABYTE)


def revisions(environment: dict[str, str]) -> int:
    return int(run(environment, "shell", "--verbosity", "0", "-c", WRITTEN).split()[-1])


def run(environment: dict[str, str], *command: str) -> str:
    line = [sys.executable, "manage.py", *command]
    done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True)  # noqa: S603 - the commands stand here
    if done.returncode:
        sys.exit(f"manage.py {command[0]} ended with {done.returncode}.\n{done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "")
