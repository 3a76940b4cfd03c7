"""The committed register is what its files of facts and the committed decisions make of it."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from intake.draft import Draft
from intake.starting.compiling import LEDGER, compile_register
from intake.starting.joins import Candidate, Undecided, require_decided
from intake.starting.references import mint, read_ledger
from tests.intake.conftest import PARTIES, REGISTER
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme

TODAY = date(2026, 11, 21)


def test_the_register_compiles_to_the_committed_bytes(facts: Path) -> None:
    compiled = compile_register(facts, REGISTER, PARTIES, on=TODAY)

    assert [name for name, text in compiled.files.items() if (REGISTER / name).read_bytes() != text.encode()] == []


def test_the_day_of_compilation_leaves_no_trace(facts: Path) -> None:
    one, other = (compile_register(facts, REGISTER, PARTIES, on=day).files for day in (TODAY, date(2031, 1, 1)))

    assert one == other


def test_every_join_is_proposed_by_itself_and_nothing_is_joined_unseen(facts: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "register"
    shutil.copytree(REGISTER, decisions)
    lines = (decisions / "joins.csv").read_text().splitlines(keepends=True)
    joined = [line for line in lines if ",ukto:" in line and ",joined," in line]
    outside = {"ukto:59840", "ukto:70276", "ukto:70493", "ukto:72916", "ukto:74613"}  # filed under subjects other than defence
    (decisions / "joins.csv").write_text("".join(line for line in lines if line not in joined))

    with pytest.raises(Undecided) as refusal:
        compile_register(facts, decisions, PARTIES, on=TODAY)

    proposed = str(refusal.value)
    assert len(joined) == 19
    pairs = [line.split(",")[:2] for line in joined]
    assert [pair for pair in pairs if f"{pair[0]},{pair[1]}" not in proposed and f"{pair[1]},{pair[0]}" not in proposed] == []
    assert all(key in proposed for key in outside)


def test_two_records_that_look_alike_need_a_decision() -> None:
    both = frozenset({"GBR", "USA"})
    one = Candidate("curated:polaris-1963", "Polaris Sales Agreement (UK - US)", date(1963, 4, 6), both)
    other = Candidate("ukto:74663", "Polaris Sales Agreement between the Governments", date(1963, 4, 8), both)
    later = Candidate("ukto:1", "Polaris Sales Agreement between the Governments", date(1963, 4, 20), both)
    stranger = Candidate("ukto:2", "Polaris Sales Agreement between the Governments", date(1963, 4, 6), frozenset({"FRA", "ESP"}))

    require_decided([one, later, stranger], [])
    with pytest.raises(Undecided, match="curated:polaris-1963,ukto:74663"):
        require_decided([one, other], [])


def draft(key: str, day: str) -> Draft:
    made = Draft(key=f"curated:{key}", title=key)
    made.identify(IdentifierScheme.CURATED, key)
    made.happened(kind=EventKind.SIGNATURE, date=day)
    return made


def test_a_reference_once_given_stays_and_a_new_record_takes_the_next() -> None:
    ledger = mint([draft("b-pact", "1950"), draft("a-pact", "1951")], {})
    assert ledger == {"curated:b-pact": "E0001", "curated:a-pact": "E0002"}

    again = mint([draft("a-pact", "1951"), draft("old-pact", "1900")], ledger)
    assert again == ledger | {"curated:old-pact": "E0003"}


def test_a_record_that_left_the_lists_keeps_its_place_in_the_ledger() -> None:
    assert mint([draft("new-pact", "2000")], {"curated:gone-pact": "E0007"})["curated:new-pact"] == "E0008"


def test_two_published_records_are_not_made_one_in_passing() -> None:
    both = draft("nato-1949", "1949-04-04")
    both.identify(IdentifierScheme.UKTO, "70300")

    with pytest.raises(ValueError, match="published as E0001 and E0002"):
        mint([both], {"curated:nato-1949": "E0001", "ukto:70300": "E0002"})


def test_the_ledger_knows_every_record_of_the_register(register: dict[str, object]) -> None:
    ledger = read_ledger(REGISTER / LEDGER)

    assert {key.partition(":")[2] for key in ledger} == set(register)


def test_every_decision_and_every_relation_says_why() -> None:
    for name, column in (("joins.csv", "reason"), ("relations.csv", "words")):
        with (REGISTER / name).open(encoding="utf-8", newline="") as file:
            assert all(line[column].strip() for line in csv.DictReader(file)), name
