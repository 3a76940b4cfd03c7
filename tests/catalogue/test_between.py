"""What stands between two parties: each number is what the list finds, on generated lives, in both readings, on many days."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.asking import ask
from catalogue.between import Between, Subject, between_on
from catalogue.figures import by_party
from catalogue.of_party import signatures_by_year
from catalogue.partners import in_force_by_party, parties_to, partners
from catalogue.question import UNKNOWN, Question
from catalogue.shelving import shelve
from records.operations import append_revision, mint_record
from tests.catalogue.conftest import Publish
from tests.factories import NOON
from tests.grown_lives import CODES, a_life
from treaty.document.canonical import canonical_json
from treaty.document.document import Document
from treaty.law.pairs import between as law_between
from treaty.law.standing import standing_on
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import PairStanding, Standing

DAYS = tuple(date(year, 6, 1) for year in (1949, 1950, 1951, 1953, 1955, 1958, 2026))
KINDS = ("acsa", "sofa", "mutual_defence", None)
SUBJECTS = (
    *(Subject("kind", AgreementKind(value)) for value in ("acsa", "sofa", "mutual_defence")),
    *(Subject("provision", ProvisionKind(value)) for value in ("logistics", "mutual_defence", "nuclear")),
)


def between(on: date, *, inferring: bool = True, one: str = "FRA", two: str = "GBR") -> Between:
    return between_on(one, two, Question(on=on, inferring=inferring))


@pytest.fixture
def lives(loaded: None) -> dict[str, Document]:
    """Sixty lives of two or three parties, with kinds, provisions and territories, by their references."""
    chance, found = Random(7), {}
    for _ in range(60):
        said = a_life(chance).model_dump(mode="json")
        kinds = chance.sample(("logistics", "mutual_defence", "nuclear"), chance.randint(0, 2))
        states = ("present", "present", "absent")
        said["provisions"] = [{"id": f"p{n}", "kind": kind, "state": chance.choice(states)} for n, kind in enumerate(kinds)]
        said["kind"] = chance.choice(KINDS)
        if chance.random() < 0.2:
            said["participations"].append({"party": "GIB", "role": "territory_of_application"})
        document, record = Document.model_validate(said), mint_record()
        shelve(append_revision(record, document=canonical_json(document), by=None, at=NOON))
        found[record.reference] = document
    return found


def count(question: Question) -> int:
    return ask(question).count()


def test_what_holds_between_two_is_what_the_law_concludes(lives: dict[str, Document]) -> None:
    held = 0
    for on in DAYS:
        for inferring in (True, False):
            for common in between(on, inferring=inferring).common:
                tie = standing_on(on, law_between("FRA", "GBR", lives[common.reference], inferred=inferring))
                expected = tie.standing if tie else PairStanding.NOT_BOUND
                assert (common.tie.standing if common.tie else PairStanding.NOT_BOUND) is expected, common.reference
                held += expected is not PairStanding.NOT_BOUND
    assert held > 20


def test_each_standing_counts_what_the_list_finds(lives: dict[str, Document]) -> None:
    seen = set()
    for on in DAYS:
        for inferring in (True, False):
            found = between(on, inferring=inferring)
            asked = Question(on=on, inferring=inferring, between=("FRA", "GBR"))
            assert len(found.common) == count(asked)
            for standing in Standing:
                number = sum(standing.value in one.standings for one in found.common)
                assert number == count(_with(asked, standings=(standing,))), (on, inferring, standing)
                seen |= {standing} if number else set()
            unknown = sum(UNKNOWN in one.standings for one in found.common)
            assert unknown == count(_with(asked, standing_unknown=True)), (on, inferring)
    assert len(seen) >= 5


def test_each_subject_counts_what_the_list_finds(lives: dict[str, Document]) -> None:
    on = date(1955, 6, 1)
    found = between(on)
    asked = Question(on=on, between=("FRA", "GBR"))
    for subject in {subject for one in found.common for subject in one.subjects}:
        narrowed = _with(asked, **_filter(subject))
        assert sum(subject in one.subjects for one in found.common) == count(narrowed) > 0
        in_force = sum(subject in one.subjects and one.is_in_force for one in found.common)
        assert in_force == count(_with(narrowed, standings=(Standing.IN_FORCE,)))


def test_partners_on_a_subject_are_those_with_whom_the_list_finds_it_in_force(lives: dict[str, Document]) -> None:
    tried = 0
    for on in DAYS:
        found = between(on)
        for code in ("FRA", "GBR"):
            held = found.partners_by_subject(code)
            for subject in SUBJECTS:
                for partner in set(CODES) - {code}:
                    asked = _with(
                        Question(on=on, between=tuple(sorted((code, partner))), standings=(Standing.IN_FORCE,)), **_filter(subject)
                    )
                    assert (partner in held.get(subject, ())) == (count(asked) > 0), (on, code, partner, subject)
                    tried += partner in held.get(subject, ())
    assert tried > 10


def test_a_gap_is_a_subject_that_the_other_of_the_two_does_not_have(publish: Publish) -> None:
    publish(parties=("JPN", "AUS"), in_force="1960", kind="acsa", provisions=[{"id": "p1", "kind": "logistics"}])
    publish(parties=("JPN", "PHL"), signed="2026-01", kind="acsa", provisions=[{"id": "p1", "kind": "logistics"}])
    publish(parties=("JPN", "PHL"), in_force="2000", kind="vfa")
    publish(parties=("PHL", "AUS"), in_force="2000", kind="vfa")
    found = between(date(2026, 11, 22), one="JPN", two="PHL")

    logistics = Subject("provision", ProvisionKind.LOGISTICS)
    assert found.gaps("JPN") == {Subject("kind", AgreementKind.ACSA): frozenset({"AUS"}), logistics: frozenset({"AUS"})}
    assert found.gaps("PHL") == {}
    assert found.shared() == {"AUS": frozenset()}
    assert [one.reference for one in found.common if logistics in one.subjects and not one.is_in_force] == ["E0002"]


def test_the_numbers_of_partners_are_those_of_their_lists(lives: dict[str, Document]) -> None:
    tried = 0
    for on in DAYS:
        for inferring in (True, False):
            asked = Question(on=on, inferring=inferring, parties=("FRA",))
            for partner in partners("FRA", parties_to(ask(asked).entries), asked):
                pair = Question(on=on, inferring=inferring, between=("FRA", partner.code))
                assert (partner.agreements, partner.in_force) == (count(pair), count(_with(pair, standings=(Standing.IN_FORCE,))))
                tried += partner.in_force
    assert tried > 20


def test_the_years_of_signature_are_those_of_their_lists(lives: dict[str, Document]) -> None:
    for on in DAYS:
        asked = Question(on=on, parties=("GBR",))
        for year, number in signatures_by_year(asked).items():
            span = {"event_from": date(year, 1, 1), "event_before": date(year + 1, 1, 1)}
            assert number == count(_with(asked, events=tuple(SIGNATURES), **span)), (on, year)


def test_what_is_in_force_for_a_party_counts_as_its_list_does(lives: dict[str, Document]) -> None:
    for on in DAYS:
        for inferring in (True, False):
            counts = in_force_by_party(Question(on=on, inferring=inferring))
            for code in (*CODES, "GIB", "JPN"):
                asked = Question(on=on, inferring=inferring, parties=(code,), standings=(Standing.IN_FORCE,))
                assert counts.get(code, 0) == count(asked), (on, inferring, code)
    assert by_party(on=date(2026, 6, 1))["GIB"] > 0


def test_what_was_not_known_yet_is_not_counted(publish: Publish) -> None:
    publish(in_force="1952")

    assert between_on("JPN", "USA", Question(on=date(2026, 1, 1), as_known=date(2020, 1, 1))).common == ()
    assert by_party(on=date(2026, 1, 1), as_known=date(2020, 1, 1)) == {}


def test_a_territory_and_its_state_are_no_partners(publish: Publish) -> None:
    """A list of two asks for parties; to whose territory an agreement extends is none."""
    parts = [{"party": "JPN"}, {"party": "USA"}, {"party": "GUM", "role": "territory_of_application"}]
    publish(participations=parts, in_force="1952")
    asked = Question(on=date(2026, 1, 1), parties=("GUM",))

    assert partners("GUM", parties_to(ask(asked).entries), asked) == ()
    assert between(date(2026, 1, 1), one="GUM", two="JPN").common == ()


def test_two_parties_cost_the_same_queries_with_few_agreements_and_with_many(publish: Publish) -> None:
    for number in range(3):
        publish(parties=("JPN", "PHL"), signed=f"196{number}", in_force="1970")
    few = _queries()
    for _ in range(27):
        publish(parties=("JPN", "PHL", "AUS"), signed="1980", in_force="1981", provisions=[{"id": "p1", "kind": "logistics"}])

    assert _queries() == few <= 10


def _queries() -> int:
    with CaptureQueriesContext(connection) as said:
        between(date(2026, 1, 1), one="JPN", two="PHL")
    return len(said)


def _with(question: Question, **said: object) -> Question:
    return replace(question, **said)  # type: ignore[arg-type]


def _filter(subject: Subject) -> dict[str, tuple[object, ...]]:
    return {f"{subject.filter}s": (subject.term,)}
