"""Participation in treaties of the UN Treaty Collection: each act of each participant is an event of that party."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from intake.adapters.un_participation import COLUMNS, UnParticipation
from intake.cells.column import Circumstances
from intake.claims import Claim
from intake.reading.refusing import FileRefused
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


HEADING = ("Participant", "Signature, Succession to signature(d)", "Ratification, Accession(a), Acceptance(A), Approval(AA), Succession(d)")


@pytest.fixture
def collected(tmp_path: Path, given: Circumstances):
    """The claim of a table as the collection has it, of a treaty of that number."""

    def collected(*rows: tuple[str, ...], name: str = "26-9-a.csv", heading: tuple[str, ...] = HEADING) -> Claim:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((heading, *rows))
        (claim,) = UnParticipation(path).claims(given)
        return claim

    return collected


def test_a_table_of_the_collection_is_read_cell_by_cell(collected):
    claim = collected(
        ("Afghanistan", "", "22 Oct 1985 a"), ("France", "18 May 1977", "2 Jan 1980 AA"), ("Japan", "3 Jun 1978", "3 Jun 1979"),
        ("Norway", "1 Jan 1978", "1 Jan 1979 A"), ("Slovakia", "28 May 1993 d", "28 May 1993 d"),
    )  # fmt: skip
    document = claim.document

    assert (claim.key, claim.rows) == ("XXVI-9-a", (2, 3, 4, 5, 6))
    assert (document.title, document.title_is_generated) == ("Treaty XXVI-9-a of the UN Treaty Collection", True)
    assert Counter((event.kind.value, event.party) for event in document.events) == Counter(
        [
            ("accession", "AFG"), ("signature", "FRA"), ("approval", "FRA"), ("signature", "JPN"), ("ratification", "JPN"),
            ("signature", "NOR"), ("acceptance", "NOR"), ("signature", "SVK"), ("succession", "SVK"),
        ]
    )  # fmt: skip


def test_the_index_beside_it_gives_a_table_its_title(collected, tmp_path: Path):
    index = f'chapter_no,treaty_no,treaty_name,url\n25,9.a,"Another",x\n26,9.a,"{NAME}",x\n'
    (tmp_path / "untreaties_index.csv").write_text(index)
    document = collected(("Japan", "3 Jun 1978", ""), ("Fiji", "", "3 Jun 1979 a")).document

    assert (document.title, document.title_is_generated) == ("Convention on Small Things", False)
    assert [event.kind for event in document.events] == [EventKind.TEXT_ADOPTED, EventKind.SIGNATURE, EventKind.ACCESSION]


@pytest.mark.parametrize(
    ("row", "code", "column", "value"),
    [
        (("Ruritania", "3 Jun 1978", ""), Fault.UNKNOWN_PARTY, "Participant", "Ruritania"),
        (("Japan", "31 Jun 1978", ""), Fault.IMPOSSIBLE_DAY, HEADING[1], "31 Jun 1978"),
        (("Japan", "", "3 Jun 1978 Z"), Fault.UNKNOWN_CODE, HEADING[2], "3 Jun 1978 Z"),
        (("Japan", "", "a"), Fault.NOT_A_DAY, HEADING[2], "a"),
    ],
)
def test_a_cell_at_fault_is_named_as_the_collection_has_it(collected, row: tuple[str, ...], code: Fault, column: str, value: str):
    claim = collected(("France", "18 May 1977", ""), row)

    assert [(fault.code, fault.row, fault.column, fault.value) for fault in claim.refused] == [(code, 3, column, value)]


def test_a_day_without_a_letter_is_no_ratification_where_there_is_none(collected):
    claim = collected(("Japan", "3 Jun 1998"), heading=("Participant", "Consent to be bound(P), Succession(d)"))

    assert [fault.code for fault in claim.refused] == [Fault.UNKNOWN_CODE]


def test_a_table_of_the_collection_is_called_after_its_treaty(collected):
    with pytest.raises(FileRefused, match="of which treaty it is"):
        collected(("Japan", "3 Jun 1978", ""), name="participants.csv")


def test_one_treaty_is_no_window_on_all(tmp_path: Path):
    path = tmp_path / "XXVI-9.csv"
    path.write_text("Participant,Signature\nJapan,3 Jun 1978\n")

    assert UnParticipation(path).coverage.first is None


def test_the_real_tables_say_what_the_table_of_acts_says(facts: Path, given: Circumstances):
    def acts(path: Path) -> dict[str, Counter[tuple[object, ...]]]:
        found = UnParticipation(path).claims(given)
        return {
            one.key: Counter((event.kind, event.party, str(event.date), event.place, event.note) for event in one.document.events)
            for one in found
            if one.document
        }

    folder = facts / "un_chapter26"
    told = {key: them for path in sorted((folder / "treaties").glob("26-*.csv")) for key, them in acts(path).items()}
    assert told == acts(folder / "un_ch26_events.csv")
    assert sum(times for them in told.values() for (kind, *_), times in them.items() if kind is not EventKind.TEXT_ADOPTED) == 2038


def test_the_real_table_is_read_to_the_last_act(facts: Path, given: Circumstances):
    found = list(UnParticipation(facts / "un_chapter26" / "un_ch26_events.csv").claims(given))
    events = Counter(event.kind for claim in found if claim.document for event in claim.document.events)

    assert (len(found), [fault for claim in found for fault in claim.refused]) == (12, [])
    assert events[EventKind.SIGNATURE] == 815 + 1
    assert events[EventKind.RATIFICATION] == 666
    assert events[EventKind.NOTIFICATION_OF_CONSENT] == 288
    assert events[EventKind.ACCESSION] == 185
    assert sum(events.values()) == 2038 + events[EventKind.TEXT_ADOPTED]
