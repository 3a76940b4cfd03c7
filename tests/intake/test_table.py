"""Any table by a profile: a row for each agreement, or several rows that make one."""

import json
from datetime import date
from pathlib import Path

import pytest

from intake.cells.column import Circumstances
from intake.cells.days import Order
from intake.claims import Claim
from intake.starting.people import read_people
from intake.table.adapter import AnyTable
from intake.table.documents import Documents
from intake.table.fields import FIELDS, Ways
from intake.table.profile import Profile, ProfileFault, guessed, profile_of, read_profile
from intake.vocabulary import Fault
from parties.terms import CodeScheme
from tests.factories import pact
from tests.hostile import workbooks
from tests.intake.conftest import PARTIES
from treaty.document.canonical import canonical_json
from treaty.document.document import Document
from treaty.vocabulary.sources import SourceKind

PLAIN = {"Treaty": "title", "A": "party", "B": "party", "Signed": "signed"}
BY_ROW = {
    "No": "key",
    "Treaty": "title",
    "State": "party",
    "Signed": "signed",
    "Event": "event",
    "On": "event_date",
    "Whose": "event_party",
}


@pytest.fixture(scope="module")
def given() -> Circumstances:
    return Circumstances(read_people(PARTIES), date(2026, 11, 22))


@pytest.fixture
def claims(tmp_path: Path, given: Circumstances):
    def claims(fields: dict[str, str], *rows: tuple[str, ...], ways: Ways | None = None) -> list[Claim]:
        path = workbooks.write(tmp_path / "pacts.xlsx", [tuple(fields), *rows])
        profile = Profile("test", fields, ways or Ways(), "A ministry's list", SourceKind.MINISTRY)
        return list(AnyTable(path, profile).claims(given))

    return claims


def said(claim: Claim) -> Document:
    assert claim.document is not None, claim.refused
    return claim.document


def test_a_row_is_an_agreement_and_its_source_is_the_table(claims):
    (claim,) = claims(PLAIN, ("Security Treaty", "Japan", "United States", "8 September 1951"))
    document = said(claim)

    assert [part.party for part in document.participations] == ["JPN", "USA"]
    assert [(source.kind, source.title) for source in document.sources] == [(SourceKind.MINISTRY, "A ministry's list")]
    assert all(event.evidence for event in document.events)


def test_a_title_that_the_table_does_not_give_is_generated_and_marked(claims):
    (claim,) = claims(PLAIN, ("", "Japan", "United States", "8 September 1951"))

    assert (said(claim).title, said(claim).title_is_generated) == ("Agreement Japan–United States (1951)", True)


def test_a_row_that_is_refused_keeps_the_title_that_it_has(claims):
    (claim,) = claims(PLAIN, ("Pact of X", "Atlantis", "United States", "1951"))

    assert (claim.document, claim.title) == (None, "Pact of X")


def test_rows_of_one_key_make_one_agreement_a_row_for_each_party_or_event(claims):
    accession = ("7", "", "", "", "Acceded", "6 May 1955", "Germany")
    found = claims(
        BY_ROW,
        ("7", "Treaty of X", "France", "4 April 1949", "", "", ""),
        ("8", "Treaty of Y", "France", "1950", "", "", ""),
        ("7", "", "Germany", "", "", "", ""),
        ("8", "", "Spain", "", "", "", ""),
        accession,
    )
    document = said(found[0])

    assert [(claim.key, claim.rows) for claim in found] == [("7", (2, 4, 6)), ("8", (3, 5))]
    assert [part.party for part in document.participations] == ["FRA", "DEU"]
    assert [(event.kind.value, str(event.date), event.party) for event in document.events] == [
        ("signature", "1949-04-04", None),
        ("accession", "1955-05-06", "DEU"),
    ]


def test_the_profile_says_how_figures_and_codes_are_read(claims):
    row = ("Pact", "200", "220", "03/04/1947")
    (asked,) = claims(PLAIN, row)
    (read,) = claims(PLAIN, row, ways=Ways(Order.DAY_FIRST, CodeScheme.COW))

    assert {(fault.code, fault.row, fault.column) for fault in asked.refused} == {
        (Fault.AMBIGUOUS_DAY, 2, "Signed"),
        (Fault.AMBIGUOUS_PARTY, 2, "A"),
        (Fault.AMBIGUOUS_PARTY, 2, "B"),
    }
    assert [part.party for part in said(read).participations] == ["GBR", "FRA"]
    assert str(said(read).events[0].date) == "1947-04-03"


def test_a_name_is_read_as_of_the_day_of_signature(claims):
    later, earlier = claims(PLAIN, ("One", "Congo", "France", "1975"), ("Two", "Serbia", "Bulgaria", "1912"))

    assert later.refused[0].code is Fault.AMBIGUOUS_PARTY
    assert "on 1975-01-01" in later.refused[0].sentence
    assert said(earlier).participations[0].party == "SRB"


def test_headings_are_guessed_and_a_guess_is_taken_once():
    assert guessed("t", ["Title", "Party 1", "Country B", "Date of signature", "Name", "Colour", "DCAD no."]) == {
        "Title": "title",
        "Party 1": "party",
        "Country B": "party",
        "Date of signature": "signed",
        "DCAD no.": "number_dcad",
    }


def test_every_field_explains_its_column():
    assert all(field.column("x", Ways()).explain().endswith((".", "…")) for field in FIELDS.values())


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ([], "is an object with"),
        ({"fields": {"A": "colour"}}, "is no field"),
        ({"fields": {"A": "title"}}, "No column is mapped to “party”"),
        ({"fields": {"A": "party", "B": "title", "C": "title"}}, "Two columns are mapped to “title”"),
        ({"fields": {"A": "party"}, "dates": "american"}, "Dates are ask, day_first, month_first"),
        ({"fields": {"A": "party"}, "colour": "blue"}, "has no “colour”"),
        ({"fields": {"A": "party", "B": "event_date"}}, "none to “event”"),
    ],
)
def test_a_profile_that_cannot_be_used_says_what_would_be_right(said: object, fault: str):
    with pytest.raises(ProfileFault, match=fault):
        profile_of(said)


def test_a_profile_is_kept_and_read_again(tmp_path: Path):
    profile = Profile("ministry", PLAIN, Ways(Order.DAY_FIRST, CodeScheme.COW), "A list", SourceKind.MINISTRY)
    (tmp_path / "profile.json").write_text(json.dumps(profile.said()))

    assert read_profile(tmp_path / "profile.json") == profile


def test_documents_of_the_register_come_in_as_they_are(tmp_path: Path, given: Circumstances):
    path = tmp_path / "pacts.jsonl"
    path.write_text(canonical_json(pact()) + "\n")
    (claim,) = Documents(path).claims(given)

    assert claim.document == pact()
