"""The families of agreements, found in the index of their relations."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.kinship import Family, family_of
from catalogue.models import Bond, Entry
from catalogue.restating import restate
from editorial.operations import admit
from tests.factories import NOON, pact

TODAY = date(2026, 11, 22)


def put(reference: str, *relations: dict[str, Any], at: Any = NOON, **said: Any) -> None:
    numbered = [{"id": f"r{number}", **relation} for number, relation in enumerate(relations, 1)]
    admit(pact(reference=reference, relations=numbered, **said), at=at, note="For a test")


def family(reference: str, **said: Any) -> Family:
    return family_of(reference, **{"on": TODAY, "as_known": None, **said})


def members(found: Family) -> dict[str, int]:
    return {kin.entry.reference: kin.steps for kin in found.kin}


@pytest.fixture
def three(loaded: None) -> None:
    """E0001, superseded by E0002, which E0003 amends; E0004 stands alone."""
    put("E0001", signed="1951-09-08")
    put("E0002", {"kind": "supersedes", "target": "E0001", "effective_date": "1960-06-23"}, signed="1960-01-19")
    put("E0003", {"kind": "amends", "target": "E0002"}, signed="1970-01-01")
    put("E0004", signed="1980-01-01")


@pytest.mark.usefixtures("three")
def test_a_family_is_all_that_hangs_together_whoever_says_so():
    for reference, steps in (("E0001", [0, 1, 2]), ("E0002", [1, 0, 1]), ("E0003", [2, 1, 0])):
        assert members(family(reference)) == dict(zip(("E0001", "E0002", "E0003"), steps, strict=True))
    assert members(family("E0004")) == {"E0004": 0}


@pytest.mark.usefixtures("three")
def test_the_line_of_succession_leaves_out_who_only_changes_it():
    assert [kin.entry.reference for kin in family("E0003").lineage] == ["E0003"]
    assert [kin.entry.reference for kin in family("E0001").lineage] == ["E0001", "E0002"]


def test_a_line_of_succession_is_followed_back_and_forth(loaded: None):
    put("E0001", signed="1950")
    put("E0002", {"kind": "supersedes", "target": "E0001"}, signed="1960")
    put("E0003", {"kind": "renews", "target": "E0002"}, signed="1970")
    put("E0004", {"kind": "implements", "target": "E0002"}, signed="1965")

    assert [kin.entry.reference for kin in family("E0002").lineage] == ["E0001", "E0002", "E0003"]


def test_what_both_records_say_is_one_relationship_read_forwards(loaded: None):
    put("E0001", {"kind": "supersedes", "inverse": True, "target": "E0002", "effective_date": "1960-06-23"})
    put("E0002", {"kind": "supersedes", "target": "E0001"})

    (bond,) = family("E0001").bonds
    assert (bond.actor, bond.kind.value, bond.other) == ("E0002", "supersedes", "E0001")
    assert bond.effective is not None
    assert bond.effective.text == "1960-06-23"


def test_a_relation_that_reads_the_same_from_both_ends_stands_once(loaded: None):
    put("E0001", {"kind": "companion_of", "target": "E0002"})
    put("E0002", {"kind": "companion_of", "target": "E0001"})

    assert len(family("E0002").bonds) == 1


def test_what_is_not_public_is_in_no_family(loaded: None):
    put("E0001", {"kind": "amends", "target": "E0900"})

    assert members(family("E0001")) == {"E0001": 0}
    assert family("E0001").bonds == ()


def test_a_family_is_as_the_register_knew_it(loaded: None):
    put("E0001", at=NOON - timedelta(days=10))
    put("E0002", {"kind": "amends", "target": "E0001"})
    before = NOON.date() - timedelta(days=1)

    assert members(family("E0001", as_known=before)) == {"E0001": 0}
    assert members(family("E0001")) == {"E0001": 0, "E0002": 1}


def test_a_family_larger_by_far_asks_no_more(loaded: None):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            family("E0001")
        return len(queries)

    put("E0001")
    for number in range(2, 4):
        put(f"E{number:04d}", {"kind": "amends", "target": f"E{number - 1:04d}"})
    few = asked()
    for number in range(4, 34):
        put(f"E{number:04d}", {"kind": "amends", "target": f"E{number - 1:04d}"})

    assert asked() == few <= 4
    assert max(members(family("E0001")).values()) == 32


@pytest.mark.usefixtures("three")
def test_a_register_that_had_no_index_of_relations_gets_it_by_restating():
    Bond.objects.all().delete()
    assert members(family("E0001")) == {"E0001": 0}

    found = list(restate(check=False))

    assert len(found) == 2
    assert all("bond" in line for line in found)
    assert members(family("E0001")) == {"E0001": 0, "E0002": 1, "E0003": 2}
    assert Entry.objects.count() == 4
