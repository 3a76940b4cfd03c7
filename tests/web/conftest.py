"""A small public register for the pages: documents admitted under the next references."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from editorial.operations import admit
from records.models import Revision
from tests.factories import NOON, event, pact

Publish = Callable[..., Revision]
EARLY = datetime(2020, 1, 5, 12, tzinfo=UTC)  # long past, so that one may ask what was known then
PROVISIONS = [
    {
        "id": "p1",
        "kind": "logistics",
        "articles": ["III"],
        "strength": "shall",
        "reciprocity": "mutual",
        "obligors": ["JPN", "USA"],
        "beneficiaries": ["JPN", "USA"],
        "quote": "Each Party shall provide support.",
        "terms": {"categories": ["fuel"], "settlement_days": 60, "tax_free": True, "value_cap": {"amount": "1500", "currency": "JPY"}},
        "gaps": [{"attribute": "pricing", "missing": "not_disclosed"}],
    },
    {"id": "p2", "kind": "nuclear", "state": "not_disclosed"},
]


@pytest.fixture
def publish(loaded: None) -> Publish:
    """Publish a pact under the next reference: `publish(title="…", in_force="1952-04-28")`."""
    numbers = iter(range(1, 100_000))

    def publish(*, at: datetime = NOON, **said: Any) -> Revision:
        return admit(pact(reference=f"E{next(numbers):04d}", **said), at=at, note="For a test")

    return publish


@pytest.fixture
def full(publish: Publish) -> Revision:
    """E0001, with something in every part of the page."""
    return publish(
        title="Agreement on <everything> & more",
        title_is_generated=True,
        short_title="The full one",
        parties=("JPN", "USA"),
        in_force="1952-04-28",
        events=[
            event("e8", "entry_into_force", "1952-05", weight="rival", note="One report gives May."),
            event("e9", "ratification", party="JPN", occurrence="awaited"),
        ],
        participations=[{"party": "JPN"}, {"party": "USA"}, {"party": "GUM", "role": "territory_of_application"}],
        provisions=PROVISIONS,
        duration={"term": {"kind": "fixed", "months": 120}, "renewal": {"kind": "tacit", "months": 60}, "evidence": [{"source": "s1"}]},
        relations=[{"id": "r1", "kind": "supersedes", "target_title": "An older arrangement"}],
        identifiers=[{"scheme": "unts", "value": "136/211"}],
        texts=[{"id": "t1", "language": "ja", "authentic": True, "url": "https://example.org/text"}],
        other_titles=[{"language": "ja", "title": "安全保障条約"}],
        sources=[
            {"id": "s1", "kind": "press", "title": "A newspaper"},
            {"id": "s2", "kind": "official_gazette", "title": "The gazette", "url": "https://example.org/gazette"},
        ],
        evidence=[{"source": "s2", "locator": {"article": "I"}, "quote": "Done at San Francisco.", "verified": True}],
    )


@pytest.fixture
def two_treaties(publish: Publish) -> None:
    """The security treaty of 1951, and the one that took its place in 1960."""
    publish(title="Security Treaty", signed="1951-09-08", in_force="1952-04-28", ended="1960-06-23")
    publish(title="Treaty of Mutual Cooperation and Security", signed="1960-01-19", in_force="1960-06-23", kind="security_commitment")


@pytest.fixture
def reader() -> Client:
    """Somebody with a browser; what goes wrong is answered, as it would be in the world."""
    return Client(raise_request_exception=False)
