"""A small register: documents admitted under the next references."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from editorial.operations import admit
from parties.book import party_book
from records.models import Revision
from tests.factories import NOON, pact

Publish = Callable[..., Revision]


@pytest.fixture
def publish(loaded: None) -> Publish:
    numbers, parties = iter(range(1, 100_000)), party_book()

    def publish(*, at: datetime = NOON, **said: Any) -> Revision:
        return admit(pact(reference=f"E{next(numbers):04d}", **said), at=at, note="For a test", parties=parties)

    return publish
