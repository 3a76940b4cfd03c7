"""ATOP's alliances with their members: dates are signatures, and a change of phase is no withdrawal."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from intake.adapters.atop import adapter, members
from intake.adapters.atop.adapter import Atop
from intake.cells.column import Circumstances
from intake.claims import Claim
from intake.reading.refusing import FileRefused
from intake.starting.people import read_people
from intake.vocabulary import Fault
from tests.intake.conftest import PARTIES
from treaty.document.canonical import canonical_json
from treaty.document.document import Document
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.reciprocity import Reciprocity

ALLIANCE = {
    "atopid": "9010", "begyr": "1950.0", "begmo": "3", "begday": "1", "endyr": "0", "endmo": "0", "endday": "0", "bilat": "0",
    "speclgth": "1", "length": "240", "proren": "2", "renewlgt": "60", "term": "0", "source": "1", "compag": "0", "defense": "1",
    "consul": "1", "asymm": "0", "estmode": "1", "pubsecr": "0", "organ1": "2", "orgpurp1": "1", "base": "",
}  # fmt: skip
MEMBER = {
    "atopid": "9010", "yrent": "1950", "moent": "3", "dayent": "1", "yrexit": "0", "moexit": "0", "dayexit": "0", "phase": "0",
    "termmode": "0", "defense": "1", "consul": "1",
}  # fmt: skip
USA, UK, FRANCE = {"member": "2"}, {"member": "200"}, {"member": "220"}


@pytest.fixture(scope="module")
def given() -> Circumstances:
    return Circumstances(read_people(PARTIES), date(2026, 11, 22))


@pytest.fixture
def claim(tmp_path: Path, given: Circumstances):
    def claim(*rows: dict[str, str], **alliance: str) -> Claim:
        write(tmp_path / "atop5_1a.csv", adapter.COLUMNS, [ALLIANCE | alliance])
        write(tmp_path / "atop5_1m.csv", members.COLUMNS, [MEMBER | row for row in rows])
        (one,) = Atop(tmp_path / "atop5_1a.csv").claims(given)
        return one

    return claim


def write(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns)
        table.writeheader()
        table.writerows(rows)


def said(claim: Claim) -> Document:
    assert claim.document is not None, claim.refused
    return claim.document


def life(claim: Claim) -> list[tuple[str, str, str | None]]:
    return [(event.kind.value, str(event.date), event.party) for event in said(claim).events]


def test_the_first_day_is_a_signature_and_never_an_entry_into_force(claim):
    found = claim(USA, UK)

    assert life(found) == [("signature", "1950-03-01", None)]
    assert '"entry_into_force":null' in canonical_json(said(found))
    assert (said(found).title, said(found).title_is_generated) == ("Defence pact United States–United Kingdom (1950)", True)


def test_a_change_of_phase_is_a_renegotiation_and_no_withdrawal(claim):
    first, second = (
        {"yrexit": "1955", "moexit": "6", "dayexit": "1", "phase": "1", "termmode": "2"},
        {"yrent": "1955", "moent": "6", "phase": "2"},
    )
    found = claim(USA | first, UK | first, USA | second, UK | second, FRANCE | second)

    assert life(found) == [
        ("signature", "1950-03-01", None),
        ("accession", "1955-06-01", "FRA"),
        ("amendment_adopted", "1955-06-01", None),
    ]


def test_who_leaves_before_the_end_withdraws_and_the_end_is_that_of_all(claim):
    end = {"yrexit": "1960", "moexit": "1", "dayexit": "5"}
    found = claim(
        USA | end,
        UK | end,
        FRANCE | {"yrexit": "1957", "moexit": "2", "dayexit": "", "termmode": "3"},
        endyr="1960",
        endmo="1",
        endday="5",
        term="2",
    )

    assert life(found) == [
        ("signature", "1950-03-01", None),
        ("withdrawal_effective", "1957-02", "FRA"),
        ("termination", "1960-01-05", None),
    ]
    assert "broken before its end" in said(found).events[1].note


def test_obligations_are_provisions_and_empty_cells_are_not_zero(claim):
    kinds = {provision.kind: provision for provision in said(claim(USA, UK)).provisions}

    assert set(kinds) == {ProvisionKind.MUTUAL_DEFENCE, ProvisionKind.CONSULTATION, ProvisionKind.INSTITUTION, ProvisionKind.FINAL_CLAUSES}
    assert kinds[ProvisionKind.MUTUAL_DEFENCE].reciprocity is Reciprocity.MUTUAL
    assert kinds[ProvisionKind.FINAL_CLAUSES].terms.model_dump(exclude_none=True) == {"ratification_required": True, "secrecy": "public"}


def test_what_one_member_alone_promises_names_it(claim):
    provisions = {one.kind: one for one in said(claim(USA, UK | {"defense": "0"}, asymm="1")).provisions}

    assert provisions[ProvisionKind.MUTUAL_DEFENCE].obligors == ("USA",)
    assert provisions[ProvisionKind.MUTUAL_DEFENCE].reciprocity is Reciprocity.ASYMMETRIC


def test_a_member_that_is_no_state_is_remarked_upon_and_two_must_remain(claim):
    three, two = claim(USA, UK, {"member": "8152"}), claim(USA, {"member": "8152"})

    assert [(remark.code, remark.row, remark.column) for remark in three.remarks] == [(Fault.UNKNOWN_PARTY, 4, "member")]
    assert [fault.code for fault in two.refused] == [Fault.REQUIRED]


def test_the_file_of_the_members_must_lie_beside(tmp_path: Path):
    write(tmp_path / "atop5_1a.csv", adapter.COLUMNS, [ALLIANCE])

    with pytest.raises(FileRefused, match="file of the members lies beside it"):
        Atop(tmp_path / "atop5_1a.csv")


def test_the_real_files_are_read_to_the_last_alliance(facts: Path, given: Circumstances):
    claims = {claim.key: claim for claim in Atop(facts / "atop" / "atop5_1a.csv").claims(given)}
    events = Counter(event.kind for claim in claims.values() if claim.document for event in claim.document.events)
    nato = said(claims["3180"])
    joined = {event.party: str(event.date) for event in nato.events if event.kind is EventKind.ACCESSION}

    assert len(claims) == 789
    assert [claim.key for claim in claims.values() if claim.refused] == ["1320"]
    assert [(remark.code, remark.value) for remark in claims["1320"].remarks if remark.code is Fault.UNKNOWN_PARTY] == [
        (Fault.UNKNOWN_PARTY, "8152")
    ]
    assert events[EventKind.AMENDMENT_ADOPTED] == 849 - 789
    assert events[EventKind.ENTRY_INTO_FORCE] == 0
    assert events[EventKind.FULFILMENT] == 84
    assert len(nato.participations) == 29
    assert (joined["GRC"], joined["DEU"], joined["POL"], joined["MNE"]) == ("1951-10-22", "1954-10-23", "1997-12-16", "2016-05-19")
    assert not [event for event in nato.events if event.kind is EventKind.WITHDRAWAL_EFFECTIVE]
    assert [number.value for number in nato.identifiers if number.scheme is IdentifierScheme.ATOP] == ["3180"]
