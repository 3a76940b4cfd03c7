"""DCAD is read row by row: what it does not say is not added, and what is wrong with it is found."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from intake.adapters.dcad import Dcad
from intake.cells.column import Circumstances
from intake.claims import Claim
from intake.reading.refusing import FileRefused
from intake.starting.people import read_people
from intake.vocabulary import Fault
from tests.intake.conftest import PARTIES
from tests.intake.dcad_files import write
from treaty.document.document import Document
from treaty.document.duration import Duration, Renewal, Term
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.terms_of_life import RenewalKind, TermKind

CODES = ("As coded by DCAD: span -77, renewType -77.", "As coded by DCAD: span 5, renewType -66, renewYears -66.")


@pytest.fixture(scope="module")
def given() -> Circumstances:
    return Circumstances(read_people(PARTIES), date(2026, 11, 22))


@pytest.fixture
def claim(tmp_path: Path, given: Circumstances):
    def claim(**row: str) -> Claim:
        (one,) = Dcad(write(tmp_path / "dcad.csv", row)).claims(given)
        return one

    return claim


def said(claim: Claim) -> Document:
    assert claim.document is not None, claim.refused
    return claim.document


def test_a_general_framework_ticks_no_provision_and_its_title_is_marked(claim):
    document = said(claim())

    assert (document.title, document.title_is_generated) == ("Defence agreement United States–Japan (1983)", True)
    assert (document.kind, document.provisions) == (AgreementKind.GENERAL_DCA, ())
    assert [part.party for part in document.participations] == ["USA", "JPN"]


def test_each_category_is_a_provision(claim):
    document = said(claim(type="sector", category1="PROCUREMENT", category2="TREX", category3="DCA"))

    assert [str(provision.kind) for provision in document.provisions] == ["equipment", "training_exercises"]


def test_a_day_is_as_exact_as_the_file(claim):
    document = said(claim(signDay="", EIFYear="1985", EIFMonth="2"))

    assert [(event.kind, str(event.date)) for event in document.events] == [
        (EventKind.SIGNATURE, "1983-09"),
        (EventKind.ENTRY_INTO_FORCE, "1985-02"),
    ]


def test_an_estimated_end_is_a_note_and_no_event(claim):
    found = claim(endYearEstimate="1989")

    assert {event.kind for event in said(found).events} == {EventKind.SIGNATURE}
    assert "estimates 1989" in said(found).note
    assert [remark.code for remark in found.remarks] == [Fault.ESTIMATE]


def test_an_end_that_is_coded_is_known_to_the_year(claim):
    document = said(claim(terminated="1", durationActual="10", endYearEstimate="1993"))

    assert [str(event.date) for event in document.events if event.kind is EventKind.TERMINATION] == ["1993"]
    assert "estimate" not in document.note


def test_negative_numbers_are_codes_and_no_values(claim):
    unlimited, tacit, unknown = claim(span="-77", renewType="-77"), claim(span="5", renewType="-66", renewYears="-66"), claim(span="-88")

    assert said(unlimited).duration == Duration(term=Term(kind=TermKind.INDEFINITE), note=CODES[0], evidence=said(unlimited).evidence)
    assert said(tacit).duration == Duration(
        term=Term(kind=TermKind.FIXED, months=60), renewal=Renewal(kind=RenewalKind.TACIT), note=CODES[1], evidence=said(tacit).evidence
    )
    assert said(unknown).duration is None
    assert Fault.UNKNOWN_CODE in {remark.code for remark in unknown.remarks}


def test_an_agreement_with_itself_is_refused(claim):
    fault = claim(ccode2="2", cowName2="USA").refused[0]

    assert (fault.code, fault.row, fault.column) == (Fault.SAME_PARTY, 2, "ccode2")


def test_number_and_letters_of_two_parties_are_refused_with_both(claim):
    fault = claim(ccode2="652", cowName2="EGY").refused[0]

    assert (fault.code, fault.row, fault.column) == (Fault.PARTY_CONFLICT, 2, "cowName2")
    assert "Syria" in fault.sentence
    assert "Egypt" in fault.sentence


@pytest.mark.parametrize(("number", "letters"), [("732", "KOR"), ("255", "GER"), ("310", "HUN ")])
def test_letters_that_meant_nobody_then_are_remarked_upon_at_most(claim, number: str, letters: str):
    found = claim(ccode2=number, cowName2=letters, signYear="1993")

    assert found.refused == ()
    assert {remark.code for remark in found.remarks} == ({Fault.ESTIMATE} if letters == "HUN " else {Fault.ESTIMATE, Fault.PARTY_CONFLICT})


def test_entry_into_force_before_signature_is_remarked_upon(claim):
    found = claim(EIFYear="1982", EIFMonth="5", EIFDay="20")

    assert found.document is not None
    assert "in-force-before-signature-is-checked" in {remark.value for remark in found.remarks}


def test_a_state_that_did_not_exist_yet_is_remarked_upon(claim):
    found = claim(ccode2="316", cowName2="CZR", signYear="1991")

    assert "parties-existed-on-the-day" in {remark.value for remark in found.remarks}


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ({"signMonth": "13"}, Fault.IMPOSSIBLE_DAY),
        ({"signYear": ""}, Fault.REQUIRED),
        ({"ccode2": "9999"}, Fault.UNKNOWN_PARTY),
        ({"category1": "SOFA"}, Fault.UNKNOWN_CODE),
        ({"span": "five"}, Fault.NOT_A_NUMBER),
        ({"DCAid": "1"}, Fault.NOT_AN_IDENTIFIER),
    ],
)
def test_a_cell_that_cannot_be_read_refuses_its_row(claim, cell: dict[str, str], code: Fault):
    found = claim(**cell)

    assert found.document is None
    assert code in {fault.code for fault in found.refused}


def test_a_file_without_the_columns_of_dcad_is_refused(tmp_path: Path):
    path = tmp_path / "other.csv"
    path.write_text("DCAid,ccode1\n1,2\n")

    with pytest.raises(FileRefused) as refused:
        Dcad(path)
    assert (refused.value.refusal.code, refused.value.refusal.row, refused.value.refusal.column) == (Fault.MISSING_COLUMN, 1, "cowName1")


def test_the_real_file_is_read_to_the_last_row_by_category(facts: Path, given: Circumstances):
    claims = list(Dcad(facts / "dcad" / "DCAD-v1.0-main.csv").claims(given))
    refused = {claim.key: claim.refused[0].code for claim in claims if claim.refused}
    rules = Counter(remark.value for claim in claims for remark in claim.remarks if remark.code is Fault.RULE_WARNING)
    events = Counter(event.kind for claim in claims if claim.document for event in claim.document.events)

    assert Counter(claim.group for claim in claims) == {
        "DCA": 982, "DIC": 340, "TREX": 250, "PROCUREMENT": 148, "COMMISSION": 77, "RESEARCH": 74,
    }  # fmt: skip
    assert refused == {
        "DCADv1.0-0108": Fault.PARTY_CONFLICT,
        "DCADv1.0-0297": Fault.PARTY_CONFLICT,
        "DCADv1.0-1625": Fault.SAME_PARTY,
        "DCADv1.0-1847": Fault.SAME_PARTY,
    }
    assert rules == {"in-force-before-signature-is-checked": 5, "parties-existed-on-the-day": 4}
    assert events == {EventKind.SIGNATURE: 1867, EventKind.ENTRY_INTO_FORCE: 840, EventKind.TERMINATION: 43}
