"""The shipped reference data, loaded once per run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data" / "parties"


@pytest.fixture(scope="session")
def _reference(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    from parties.loading import load_parties

    with django_db_blocker.unblock():
        load_parties(DATA)
        yield


@pytest.fixture
def loaded(_reference, db):
    """A database that holds data/parties."""


@pytest.fixture
def finder(loaded):
    from parties.resolving import PartyFinder

    return PartyFinder.load()
