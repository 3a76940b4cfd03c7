"""The shipped reference data, loaded once for the tests of a module and taken back after them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from parties.book import PartyBook, party_book
from parties.loading import load_parties
from parties.resolving import PartyFinder

DATA = Path(__file__).resolve().parents[2] / "data" / "parties"


@pytest.fixture(scope="module")
def _reference(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_parties(DATA)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(_reference: None, db: None) -> None:
    """A database that holds data/parties."""


@pytest.fixture(scope="module")
def finder(_reference: None) -> PartyFinder:
    return PartyFinder.load()


@pytest.fixture(scope="module")
def book(_reference: None) -> PartyBook:
    return party_book()
