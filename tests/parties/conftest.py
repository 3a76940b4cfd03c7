"""What the tests of parties ask: the finder and the book, over the reference data."""

from pathlib import Path

import pytest

from parties.book import PartyBook, party_book
from parties.resolving import PartyFinder

DATA = Path(__file__).resolve().parents[2] / "data" / "parties"


@pytest.fixture(scope="module")
def finder(_reference: None) -> PartyFinder:
    return PartyFinder.load()


@pytest.fixture(scope="module")
def book(_reference: None) -> PartyBook:
    return party_book()
