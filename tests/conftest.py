"""What every test may have: cheap passwords, a cache of its own, a real Redis, a register that is served."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from tests import engines, serving

hypothesis_settings.register_profile("desk", deadline=None)
hypothesis_settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("ci" if os.environ.get("CI", "").lower() in ("1", "true") else "desk")


@pytest.hookimpl(tryfirst=True)  # the groups are read by another hook of this name
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A module runs in one worker, and all that need the served register in one: each loads its data once."""
    for item in items:
        together = "served" if "prepared" in getattr(item, "fixturenames", ()) else item.nodeid.partition("::")[0]
        item.add_marker(pytest.mark.xdist_group(together))
        if together == "served" and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(300))  # the first of them waits until the register is loaded


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """What does not stand in the name of a test: nine thousand letters, and bytes.

    A ZIP holds the second in which it was made, and two workers would not agree on its name.
    """
    return argname if isinstance(val, bytes) or (isinstance(val, str) and len(val) > 120) else None


def pytest_collection_finish(session: pytest.Session) -> None:
    """Some versions of pytest and of its workers do not understand each other, and scatter the groups without a word."""
    if session.config.getoption("loadgroup", default=False) and any("@" not in item.nodeid for item in session.items):
        raise pytest.UsageError("Tests of one group would run in several workers: this pytest-xdist cannot group with this pytest.")


@pytest.fixture(scope="session", autouse=True)
def _own_corner(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two workers share one Redis: each keeps to its own corner. Hashing a password slowly tests nothing."""
    from django.conf import settings

    settings.ENTENTE_TWO_FACTOR = False  # tests of the second factor switch it on
    settings.ENTENTE_RATE_LIMITS = {}  # tests of the limits set them
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if settings.REDIS_URL:
        for cache in settings.CACHES.values():
            cache["LOCATION"] = engines.corner(settings.REDIS_URL, "cache")
    else:
        settings.CACHES["progress"]["LOCATION"] = tmp_path_factory.mktemp("progress")


@pytest.fixture(scope="module")
def _reference(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from django.db import transaction

    from parties.loading import load_parties

    with django_db_blocker.unblock(), transaction.atomic():
        load_parties(Path(__file__).resolve().parents[1] / "data" / "parties")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(_reference: None, db: None) -> None:
    """A database that holds data/parties, loaded once for the tests of a module."""


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A real server that speaks the Redis protocol: the one of this pass, else one for these tests alone."""
    with engines.redis() as url:
        yield url


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A register with the starting data and the demo people, on the engine of this pass, beside the test database.

    Append-only tables cannot be emptied between tests, so tests that need a committed database read this one
    through programs of their own. It is given as the environment in which `manage.py` finds it.
    """
    folder = tmp_path_factory.mktemp("register")
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield serving.prepare(folder, "")
        return
    with engines.database_beside(url, f"served_{secrets.token_hex(4)}") as own:
        yield serving.prepare(folder, own)


@pytest.fixture(scope="session")
def served(prepared: dict[str, str]) -> Iterator[str]:
    """The address of a running server of that register, such as http://127.0.0.1:41234; its worker runs beside it."""
    with serving.working(prepared), serving.serve(prepared) as address:
        yield address
