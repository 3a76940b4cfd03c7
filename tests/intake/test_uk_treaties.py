"""UK Treaties Online as a whole: every date is read or refused, every party resolved or listed."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from intake.adapters.uk_treaties import COLUMNS, DEFENCE, UkTreaties
from intake.cells.column import Circumstances
from intake.claims import Claim
from intake.starting.people import read_people
from intake.vocabulary import Fault
from tests.intake.conftest import PARTIES
from treaty.document.document import Document
from treaty.vocabulary.roles import Role

SOUND = {
    "record_id": "990001", "treaty_id": "1", "title": "Agreement on Defence", "bi_multi": "BI", "subject": "DEFENCE",
    "signed_date": "1947-11-11", "signed_place": "Colombo", "eif_date": "1948-02-04", "parties_raw": "CEYLON ; UNITED KINGDOM",
    "references_raw": "", "url": "https://treaties.fcdo.gov.uk/data/1.html", "defence_flag": "subject",
}  # fmt: skip


@pytest.fixture(scope="module")
def given() -> Circumstances:
    return Circumstances(read_people(PARTIES), date(2026, 11, 22))


@pytest.fixture
def claims(tmp_path: Path, given: Circumstances):
    def claims(*rows: dict[str, str], only: str = "") -> list[Claim]:
        path = tmp_path / "uk_treaties_all.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, COLUMNS)
            table.writeheader()
            table.writerows(SOUND | {"record_id": f"99000{n}"} | row for n, row in enumerate(rows, 1))
        return list(UkTreaties(path, only).claims(given))

    return claims


def said(claim: Claim) -> Document:
    assert claim.document is not None, claim.refused
    return claim.document


def test_a_record_has_its_title_its_parties_and_their_former_names(claims):
    (claim,) = claims({"parties_raw": "CEYLON ; UNITED KINGDOM ; Gibraltar"})
    document = said(claim)

    assert (document.title, document.title_is_generated) == ("Agreement on Defence", False)
    assert [(part.party, part.role, part.name_as_written) for part in document.participations] == [
        ("LKA", Role.PARTY, "CEYLON"),
        ("GBR", Role.PARTY, "UNITED KINGDOM"),
        ("GIB", Role.TERRITORY_OF_APPLICATION, "Gibraltar"),
    ]
    assert [(event.kind.value, str(event.date)) for event in document.events] == [
        ("signature", "1947-11-11"),
        ("entry_into_force", "1948-02-04"),
    ]


def test_marks_of_html_are_letters_again_and_a_lost_one_is_remarked_upon(claims):
    marked, lost = claims({"title": "Letters &amp; Notes"}, {"title": "The Russia&#65533;s"})

    assert said(marked).title == "Letters & Notes"
    assert Fault.LOST_CHARACTER in {remark.code for remark in lost.remarks}


def test_a_record_that_was_signed_on_no_known_day_is_remarked_upon(claims):
    dated, undated = claims({}, {"signed_date": ""})

    assert said(undated).title == "Agreement on Defence"
    assert [(remark.code, remark.row, remark.column) for remark in undated.remarks if remark.code is Fault.REQUIRED] == [
        (Fault.REQUIRED, 3, "signed_date")
    ]
    assert Fault.REQUIRED not in {remark.code for remark in dated.remarks}


def test_a_day_as_the_list_writes_it_is_read_the_day_first(claims):
    assert [str(event.date) for event in said(claims({"signed_date": "03/04/1947"})[0]).events] == ["1947-04-03", "1948-02-04"]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ({"signed_date": "31/02/1947"}, Fault.IMPOSSIBLE_DAY, "signed_date"),
        ({"eif_date": "2142-08-01"}, Fault.FUTURE_DAY, "eif_date"),
        ({"parties_raw": "VIETNAM ; UNITED KINGDOM"}, Fault.AMBIGUOUS_PARTY, "parties_raw"),
        ({"parties_raw": "RURITANIA ; UNITED KINGDOM"}, Fault.UNKNOWN_PARTY, "parties_raw"),
        ({"parties_raw": "UNITED KINGDOM"}, Fault.RULE_BROKEN, "participations"),
        ({"terminated_date": "1946-01-01"}, Fault.RULE_BROKEN, "events.0.date"),
        ({"title": " "}, Fault.REQUIRED, "title"),
        ({"bi_multi": "TRI"}, Fault.UNKNOWN_CODE, "bi_multi"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_place(claims, row: dict[str, str], code: Fault, column: str):
    (claim,) = claims(row)

    assert claim.document is None
    assert (code, 2, column) in {(fault.code, fault.row, fault.column) for fault in claim.refused}


def test_entry_into_force_before_signature_is_remarked_upon(claims):
    (claim,) = claims({"eif_date": "1947-01-01"})

    assert claim.document is not None
    assert "in-force-before-signature-is-checked" in {remark.value for remark in claim.remarks}


def test_a_day_that_is_not_brought_in_refuses_nothing(claims):
    (claim,) = claims({"unofficial_info_date": "01/08/2142"})

    assert claim.document is not None
    assert Fault.FUTURE_DAY in {remark.code for remark in claim.remarks}


def test_the_filter_takes_the_records_of_defence(claims):
    assert [claim.key for claim in claims({}, {"defence_flag": ""}, only=DEFENCE)] == ["990001"]


def test_the_real_file_is_read_to_the_last_record(facts: Path, given: Circumstances):
    whole = list(UkTreaties(facts / "uk_treaties" / "uk_treaties_all.csv").claims(given))
    rules = Counter(remark.value for claim in whole for remark in claim.remarks if remark.code is Fault.RULE_WARNING)
    codes = Counter(remark.code for claim in whole for remark in claim.remarks)
    refused = Counter(fault.value for claim in whole for fault in claim.refused if fault.code is Fault.RULE_BROKEN)

    assert len(whole) == 8133
    assert rules["in-force-before-signature-is-checked"] == 212
    assert (codes[Fault.LOST_CHARACTER], codes[Fault.FUTURE_DAY], codes[Fault.REQUIRED]) == (21, 2, 546)
    assert refused == {"two-parties-at-least": 450, "ends-after-it-begins": 1}
    assert {fault.code for claim in whole for fault in claim.refused} == {Fault.RULE_BROKEN, Fault.UNKNOWN_PARTY, Fault.AMBIGUOUS_PARTY}
    assert sum(claim.document is not None for claim in whole) == 7367
