"""A few parties, and agreements that are published as the starting register is."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from editorial.operations import admit
from parties.folding import fold
from parties.models import Code, Life, Membership, Name, Party, Succession
from parties.terms import CodeScheme, SuccessionKind
from records.models import Revision
from tests.factories import pact
from treaty.vocabulary.names import NameKind
from treaty.vocabulary.party_types import PartyType

MOMENT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
STATES = {
    "USA": "United States of America",
    "JPN": "Japan",
    "GBR": "United Kingdom",
    "FRA": "France",
    "PHL": "Philippines",
    "RUS": "Russia",
}
Publish = Callable[..., Revision]


@pytest.fixture
def parties() -> dict[str, Party]:
    """Six states of today, one of the past, and an organisation with a member."""
    made = {code: Party.objects.create(code=code, type=PartyType.STATE, name=name, sort_name=fold(name)) for code, name in STATES.items()}
    sun = Party.objects.create(
        code="SUN", type=PartyType.FORMER_STATE, name="Soviet Union", sort_name="soviet union", region="150", subregion="151"
    )
    un = Party.objects.create(code="ORG-UN", type=PartyType.ORGANISATION, name="United Nations", sort_name="united nations")
    Name.objects.create(party=sun, text="USSR", folded="ussr", kind=NameKind.ABBREVIATION)
    Code.objects.create(party=sun, scheme=CodeScheme.ISO_FORMER, value="SUHH")
    Life.objects.create(party=sun, begins="1922-12-30", ends="1991-12-26")
    Succession.objects.create(predecessor=sun, successor=made["RUS"], kind=SuccessionKind.CONTINUATION, day="1991-12-26")
    Membership.objects.create(organisation=un, member=sun, begins="1945-10-24", ends="1991-12-26")
    return {**made, "SUN": sun, "ORG-UN": un}


@pytest.fixture
def publish(parties: dict[str, Party]) -> Publish:
    """Publish a pact under the next reference: `publish("Title", signed="1951", in_force="1952", ended="1960")`."""
    numbers = iter(range(1, 10_000))

    def publish(title: str, *, at: datetime = MOMENT, **said: Any) -> Revision:
        document = pact(title=title, reference=f"E{next(numbers):04d}", **{"parties": ("USA", "JPN"), "signed": None, **said})
        return admit(document, at=at, note="For a test.")

    return publish


@pytest.fixture
def two_treaties(publish: Publish) -> tuple[Revision, Revision]:
    """The security treaties between the United States and Japan: the later took the place of the earlier."""
    return (
        publish("Security Treaty", signed="1951-09-08", in_force="1952-04-28", ended="1960-06-23"),
        publish("Treaty of Mutual Cooperation and Security", signed="1960-01-19", in_force="1960-06-23"),
    )


@pytest.fixture
def with_contents(publish: Publish, two_treaties: tuple[Revision, Revision]) -> Revision:
    """Beside the two, a third agreement with provisions, a fixed term that renews itself, and events of a party."""
    return publish(
        "Logistics agreement",
        parties=("JPN", "PHL"),
        signed="2010-01-01",
        in_force="2010-02-01",
        provisions=[
            {"id": "a", "kind": "logistics"},
            {"id": "b", "kind": "consultation", "state": "absent"},
            {"id": "c", "kind": "cost_sharing", "evidence": [{"source": "s1", "note": "read there"}]},
        ],
        duration={
            "term": {"kind": "fixed", "months": 120, "counted_from": "entry_into_force"},
            "renewal": {"kind": "tacit", "months": 12},
            "notice": {"anchor": "before_end_of_term", "days": 90},
        },
        events=[{"id": "e9", "kind": "ratification", "party": "JPN", "date": "2010-01-20", "evidence": [{"source": "s1", "note": "read"}]}],
    )


@pytest.fixture
def api(db: None) -> Iterator[Client]:
    """A client to which a fault of ours is an answer, as it is to everybody else."""
    yield Client(raise_request_exception=False)
