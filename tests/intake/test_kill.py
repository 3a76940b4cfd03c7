"""A process that brings in a file is killed at any moment: the database is as before or as after, never between."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import engines
from tests.serving import ROOT

pytestmark = pytest.mark.timeout(300)  # some 25 seconds on a machine that does nothing else


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What the program saw that killed them, on a database of its own, on the engine of this pass."""
    folder = tmp_path_factory.mktemp("killed")
    if url := os.environ.get("DATABASE_URL", ""):
        with engines.database_beside(url, f"killed_{secrets.token_hex(4)}") as own:
            yield _killing(folder, own)
    else:
        yield _killing(folder, "")


def _killing(folder: Path, database_url: str) -> dict[str, Any]:
    environment = {**os.environ, "ENTENTE_VAR": str(folder), "DATABASE_URL": database_url, "DEBUG": "1", "REDIS_URL": ""}
    environment.setdefault("SECRET_KEY", "only for the tests, which keep no secrets at all")
    command = [sys.executable, "-m", "tests.intake.killing"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_twenty_deaths_leave_the_database_before_or_after(seen: dict[str, Any]):
    imports = seen["imports"]

    assert len(imports["seen"]) == 20
    assert set(imports["seen"]) <= {"before", "after"}
    assert imports["seen"].count("before") >= 5, f"{imports['seconds']:.1f} s: most of them died before they had begun to write"
    assert imports["ended"]


def test_an_errand_whose_worker_died_is_found_and_ended(seen: dict[str, Any]):
    errand = seen["errand"]

    assert errand["deaths"] == [[True, "running", True]] * 2
    assert (errand["state"], errand["begun"], errand["waiting"]) == ("done", 3, [])
    assert errand["report"].endswith(": 20 create.")


def test_two_workers_at_the_same_errand_do_it_once(seen: dict[str, Any]):
    assert seen["race"] == {"state": "done", "lines": 20}
