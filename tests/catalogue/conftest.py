"""A small register: documents admitted under the next references."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from editorial.operations import admit
from records.models import Revision
from tests.factories import NOON, pact

Publish = Callable[..., Revision]


@pytest.fixture
def publish(loaded: None) -> Publish:
    numbers = iter(range(1, 100_000))

    def publish(*, at: datetime = NOON, **said: Any) -> Revision:
        return admit(pact(reference=f"E{next(numbers):04d}", **said), at=at, note="For a test")

    return publish
