"""Both sizes, each read from its environment by a fresh Python."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DATABASE_URL": "postgres://entente:word@127.0.0.1:1/entente",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEFGHIJKL",
    "ALLOWED_HOSTS": "register.example",
}


def manage(*arguments: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")}
    clean |= {"ENTENTE_VAR": str(folder / "var"), "ENTENTE_NO_BOOTSTRAP": "1"}
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments], cwd=folder, env=clean | environment, capture_output=True, text=True
    )


def setting(name: str, *, folder: Path, **environment: str) -> str:
    code = f"from django.conf import settings; print(repr(settings.{name}))"
    done = manage("shell", "--no-imports", "-c", code, folder=folder, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_embedded_size_makes_its_key_once_and_keeps_it_to_itself(tmp_path: Path):
    first = setting("SECRET_KEY", folder=tmp_path)
    key = tmp_path / "var" / "secret_key"

    assert repr(key.read_text()) == first == setting("SECRET_KEY", folder=tmp_path)
    assert len(first) > 60
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.parametrize("environment", [{"DEBUG": "0"}, {"DATABASE_URL": PRODUCTION["DATABASE_URL"]}])
def test_without_a_key_of_its_own_a_register_does_not_start(tmp_path: Path, environment: dict[str, str]):
    done = manage("up", "--no-serve", folder=tmp_path, **environment)

    assert done.returncode != 0
    assert done.stderr == "Set SECRET_KEY to a long random text: only the embedded default makes its own key.\n"
    assert not (tmp_path / "var").exists()


def test_production_names_its_hosts(tmp_path: Path):
    done = manage("check", folder=tmp_path, **{**PRODUCTION, "ALLOWED_HOSTS": ""})

    assert done.returncode != 0
    assert done.stderr.startswith("Set ALLOWED_HOSTS")


def test_production_passes_the_deployment_checks_without_a_warning(tmp_path: Path):
    done = manage("check", "--deploy", "--fail-level", "WARNING", folder=tmp_path, **PRODUCTION)

    assert done.returncode == 0, done.stderr
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def test_a_database_that_does_not_answer_is_said_in_a_sentence(tmp_path: Path):
    done = manage("up", "--no-serve", folder=tmp_path, **PRODUCTION)

    assert done.returncode != 0
    assert done.stderr.startswith("CommandError: The database does not answer:")


def test_sqlite_is_durable_and_strict(tmp_path: Path):
    code = "from django.db import connection as c; k = c.cursor(); print([k.execute('PRAGMA ' + p).fetchone()[0] for p in {}])"
    pragmas = ["journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout"]
    done = manage("shell", "--no-imports", "-c", code.format(pragmas), folder=tmp_path)

    assert done.stdout.strip() == "['wal', 2, 1, 1, 20000]", done.stderr
