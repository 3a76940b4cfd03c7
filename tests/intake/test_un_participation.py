"""Participation in treaties of the UN Treaty Collection: each act of each participant is an event of that party."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from intake.adapters.un_participation import COLUMNS, UnParticipation
from intake.cells.column import Circumstances
from intake.claims import Claim
from intake.starting.people import read_people
from intake.vocabulary import Fault
from tests.intake.conftest import PARTIES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import Role

NAME = "Convention on Small Things. New York, 10 December 1976"


@pytest.fixture(scope="module")
def given() -> Circumstances:
    return Circumstances(read_people(PARTIES), date(2026, 11, 22))


@pytest.fixture
def claims(tmp_path: Path, given: Circumstances):
    def claims(*rows: tuple[str, str, str], number: str = "91", name: str = NAME) -> list[Claim]:
        path = tmp_path / "events.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            table.writerows((number, name, *row, "") for row in rows)
        return list(UnParticipation(path).claims(given))

    return claims


def test_who_only_signed_is_a_signatory_and_the_others_are_parties(claims):
    (claim,) = claims(
        ("Afghanistan", "accession", "1985-10-22"),
        ("France", "signature", "1977-05-18"),
        ("Japan", "signature", "1977-05-18"),
        ("Japan", "ratification", "1980-01-02"),
    )
    document = claim.document

    assert (document.title, [number.value for number in document.identifiers]) == ("Convention on Small Things", ["XXVI-91"])
    assert [(part.party, part.role) for part in document.participations] == [
        ("AFG", Role.PARTY),
        ("FRA", Role.SIGNATORY_ONLY),
        ("JPN", Role.PARTY),
    ]
    assert [(event.kind, event.party, str(event.date)) for event in document.events] == [
        (EventKind.TEXT_ADOPTED, None, "1976-12-10"),
        (EventKind.SIGNATURE, "FRA", "1977-05-18"),
        (EventKind.SIGNATURE, "JPN", "1977-05-18"),
        (EventKind.RATIFICATION, "JPN", "1980-01-02"),
        (EventKind.ACCESSION, "AFG", "1985-10-22"),
    ]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (("Ruritania", "accession", "1985"), Fault.UNKNOWN_PARTY, "participant"),
        (("Japan", "enthusiasm", "1985"), Fault.UNKNOWN_CODE, "event"),
        (("Japan", "accession", "31 June 1985"), Fault.IMPOSSIBLE_DAY, "date"),
        (("Japan", "accession", ""), Fault.REQUIRED, "date"),
    ],
)
def test_one_row_at_fault_refuses_the_treaty_and_is_named(claims, row: tuple[str, str, str], code: Fault, column: str):
    (claim,) = claims(("France", "signature", "1977-05-18"), row)

    assert claim.document is None
    assert [(fault.code, fault.row, fault.column) for fault in claim.refused] == [(code, 3, column)]


def test_the_real_table_is_read_to_the_last_act(facts: Path, given: Circumstances):
    found = list(UnParticipation(facts / "un_chapter26" / "un_ch26_events.csv").claims(given))
    events = Counter(event.kind for claim in found if claim.document for event in claim.document.events)

    assert (len(found), [fault for claim in found for fault in claim.refused]) == (12, [])
    assert events[EventKind.SIGNATURE] == 815 + 1
    assert events[EventKind.RATIFICATION] == 666
    assert events[EventKind.NOTIFICATION_OF_CONSENT] == 288
    assert events[EventKind.ACCESSION] == 185
    assert sum(events.values()) == 2038 + events[EventKind.TEXT_ADOPTED]
