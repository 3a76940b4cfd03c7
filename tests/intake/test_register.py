"""What the committed starting register says, and that it says no more than its sources."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from intake.starting.people import read_people
from intake.starting.uk import is_wanted, read_rows
from tests.intake.conftest import PARTIES, REGISTER
from treaty.document.canonical import canonical_json
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.rules import Circumstances, errors
from treaty.law.bindings import bindings
from treaty.law.book import RULES
from treaty.law.doubts import contradictions
from treaty.law.pairs import pairs
from treaty.law.standing import periods, standing_on
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import PartyStanding

Register = dict[str, Document]
TODAY = date(2026, 11, 21)
GRADES = {"signature": "sign_ev", "entry_into_force": "eif_ev", "end": "end_ev"}
Links = list[tuple[RelationKind, bool, str | None]]


def test_every_document_is_canonical_and_stands_in_the_order_of_its_reference() -> None:
    for path in sorted(REGISTER.glob("*.jsonl")):
        lines = path.read_bytes().decode().split("\n")
        assert lines.pop() == ""
        assert [canonical_json(Document.model_validate_json(line)) for line in lines] == lines
        references = [json.loads(line)["reference"] for line in lines]
        assert references == sorted(references)


def test_whatever_the_law_concludes_of_the_register_has_a_rule_whose_sentence_a_page_can_show(documents: list[Document]) -> None:
    concluded = set()
    for document in documents:
        for inferred in (True, False):
            concluded |= {one.because.rule for one in periods(document, inferred=inferred)}
            concluded |= {one.because.rule for life in bindings(document, inferred=inferred).values() for one in life}
            concluded |= {one.because.rule for life in pairs(document, inferred=inferred).values() for one in life}

    assert len(concluded) > 10
    assert concluded - set(RULES) == set()


def test_no_declared_day_contradicts_the_clauses_of_its_agreement(documents: list[Document]) -> None:
    assert [(document.reference, one.detail) for document in documents for one in contradictions(document)] == []


def test_three_did_not_join_the_extension_of_the_collective_security_treaty(register: Register) -> None:
    cst = register["cst-1992"]
    day, ends = date(1999, 4, 20), {code: life[-1] for code, life in bindings(cst).items()}

    assert {code for code, last in ends.items() if last.standing is PartyStanding.ENDED} == {"AZE", "GEO", "UZB"}
    assert {last.begins for last in ends.values() if last.standing is PartyStanding.ENDED} == {day}
    assert [standing_on(date(1998, 6, 1), life).is_bound for life in bindings(cst).values()] == [True] * 9  # type: ignore[union-attr]
    told = [event for event in cst.events if event.kind is EventKind.EXTENSION]
    assert {event.party for event in told} == {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}
    assert not any(evidence.verified for event in told for evidence in event.evidence)


def test_no_document_breaks_a_rule(documents: list[Document]) -> None:
    given = Circumstances(read_people(PARTIES).book, TODAY)

    assert [(document.reference, fault.detail) for document in documents for fault in errors(document, given)] == []


def test_references_run_from_the_first_to_the_last_without_a_gap(documents: list[Document]) -> None:
    assert [document.reference for document in documents] == [f"E{number:04d}" for number in range(1, len(documents) + 1)]


def test_the_register_holds_several_hundred_agreements(documents: list[Document]) -> None:
    readme = (REGISTER / "README.md").read_text(encoding="utf-8")

    assert len(documents) > 300
    for path in sorted(REGISTER.glob("*.jsonl")):
        assert f"| `{path.name}` | {len(path.read_text(encoding='utf-8').splitlines())} |" in readme


def test_nothing_is_verified_that_the_starting_list_has_not_seen(facts: Path, documents: list[Document]) -> None:
    with (facts / "curated" / "known_agreements.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    for document in documents:
        names = [number.value for number in document.identifiers if number.scheme is IdentifierScheme.CURATED]
        row = rows.get(names[0], {}) if names else {}
        seen = {row[f"{fact}_date"] for fact, grade in GRADES.items() if row.get(grade) == "seen"}
        for _, evidence in ((path, evidence) for path, evidence in document.all_evidence() if not path.startswith("events")):
            assert not evidence.verified, document.reference
        for event in document.events:
            if any(evidence.verified for evidence in event.evidence):
                assert str(event.date) in seen or "(seen)" in event.note, f"{document.reference} {event.id}"


def test_no_row_of_the_starting_list_is_lost(facts: Path, register: Register) -> None:
    with (facts / "curated" / "known_agreements.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["id"] for row in csv.DictReader(file)]

    assert [row for row in rows if row not in register] == []


def test_no_defence_agreement_of_the_treaty_list_is_lost_nor_its_title(facts: Path, register: Register) -> None:
    for row in filter(is_wanted, read_rows(facts / "uk_treaties" / "uk_treaties_all.csv")):
        document = register[row["record_id"]]
        assert row["title"] in {document.title, *(other.title for other in document.other_titles)}
        assert any(source.url == row["url"] for source in document.sources)


JOINED = {
    "nato-1949": "70300",
    "nato-sofa-1951": "70364",
    "brussels-1948": "70276",
    "dunkirk-1947": "76614",
    "manila-1954": "70460",
    "baghdad-1955": "70493",
    "nato-atomal-1955": "70463",
    "nato-atomal-1964": "70742",
    "nato-paris-protocol-1952": "70391",
    "uk-us-mda-1958": "74613",
}


@pytest.mark.parametrize(("known", "listed"), JOINED.items())
def test_one_treaty_of_two_lists_is_one_record(register: Register, known: str, listed: str) -> None:
    document = register[known]

    assert document is register[listed]
    assert any(source.kind is SourceKind.TREATY_LIST and source.url for source in document.sources)
    assert any(source.licence == "Open Government Licence v3.0" for source in document.sources)


def test_a_report_of_a_known_agreement_is_another_source_of_it(register: Register) -> None:
    for name in ("us-jpn-1951", "us-kor-sma-12"):
        assert SourceKind.PRESS in {source.kind for source in register[name].sources}


def rivals(document: Document, kind: EventKind) -> list[str]:
    return [str(event.date) for event in document.events if event.kind is kind and event.weight is Weight.RIVAL]


def accepted(document: Document, kind: EventKind) -> list[str]:
    return [str(event.date) for event in document.events if event.kind is kind and event.weight is Weight.ACCEPTED]


def test_values_that_sources_dispute_are_kept_beside_the_accepted_one(register: Register) -> None:
    baghdad, nato, burden = register["baghdad-1955"], register["nato-1949"], register["us-kor-sma-12"]

    assert (accepted(baghdad, EventKind.TERMINATION), rivals(baghdad, EventKind.TERMINATION)) == (["1979-04-30"], ["1979-10-09"])
    assert accepted(nato, EventKind.ENTRY_INTO_FORCE) == ["1949-08-24"]
    assert rivals(nato, EventKind.PROVISIONAL_APPLICATION_START) == ["1949-08-24"]
    assert (accepted(burden, EventKind.SIGNATURE), rivals(burden, EventKind.ANNOUNCED)) == (["2024-11-04"], ["2024-04-26"])
    assert rivals(register["us-jpn-1951"], EventKind.SUPERSESSION) == ["1960-01-19"]


def test_every_rival_value_names_its_source_and_says_why(documents: list[Document]) -> None:
    disputed = [event for document in documents for event in document.events if event.weight is Weight.RIVAL]

    assert len(disputed) == 15
    assert all(event.evidence and event.note for event in disputed)


def test_japan_has_still_to_ratify_the_logistics_agreement_with_the_philippines(register: Register) -> None:
    awaited = [event for event in register["jpn-phl-acsa-2026"].events if event.occurrence is Occurrence.AWAITED]

    assert [(event.kind, event.party, event.date) for event in awaited] == [(EventKind.RATIFICATION, "JPN", None)]


def test_titles_that_no_source_gives_are_marked(documents: list[Document]) -> None:
    generated = [document.identifiers[0].value for document in documents if document.title_is_generated]

    assert sorted(generated) == ["jpn-phl-gsomia", "sm-block-u-development", "tur-ukr-2020"]


def links(document: Document) -> Links:
    return [(relation.kind, relation.inverse, relation.target) for relation in document.relations]


def ends(document: Document) -> list[Event]:
    return [event for event in document.events if event.kind in ENDINGS and event.party is None]


def test_a_superseded_agreement_and_its_successor_name_each_other(register: Register) -> None:
    old, new = register["us-jpn-1951"], register["us-jpn-1960"]

    assert links(old) == [(RelationKind.SUPERSEDES, True, new.reference)]
    assert (RelationKind.SUPERSEDES, False, old.reference) in links(new)
    assert [str(event.date) for event in ends(old) if event.weight is Weight.ACCEPTED] == accepted(new, EventKind.ENTRY_INTO_FORCE)


def test_every_relation_within_the_register_leads_to_a_record(documents: list[Document]) -> None:
    references = {document.reference for document in documents}

    assert {target for document in documents for _, _, target in links(document) if target} <= references


def test_a_number_belongs_to_one_record_only(documents: list[Document]) -> None:
    """A volume of later ratifications, which many records cite, is the number of none of them."""
    own = {"ukts", "atop", "ukto", "curated", "fcdo", "tias"}
    numbers = [(number.scheme, number.value) for document in documents for number in document.identifiers if number.scheme in own]

    assert len(numbers) == len(set(numbers))


def test_an_undated_later_party_is_not_given_a_day(register: Register) -> None:
    arab = register["arab-jd-1950"]
    joined_later = [part for part in arab.participations if part.note]

    assert {part.party for part in joined_later} >= {"JOR", "IRQ", "ARE"}
    assert [event for event in arab.events if event.party] == []


def test_no_list_of_parties_binds_a_state_to_a_multilateral_before_it_existed(documents: list[Document]) -> None:
    """The treaty list names today's parties of NATO's agreements without the day on which each joined."""
    book = read_people(PARTIES).book

    early = [
        (document.reference, party)
        for document in documents
        if document.laterality is Laterality.MULTILATERAL
        for party, life in bindings(document).items()
        for one in life
        if one.is_bound and book.is_state(party) and book.existed_on(party, PartialDay.of(one.begins)) is False
    ]

    assert early == []


def test_who_joined_the_alliance_later_is_not_taken_for_a_first_party_of_its_status_agreement(register: Register) -> None:
    life = bindings(register["70364"])

    assert not life["HUN"]
    assert life["BEL"]
