"""A later event changes nothing of an earlier day, save the kinds that are retroactive by definition, named with their reasons."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import event, pact
from tests.lives import party, standing
from tests.looking_back import untold
from treaty.law.inference import ATOP, Inferred
from treaty.vocabulary.standing import PartyStanding, Standing


@settings(max_examples=12)
@given(st.integers(0, 2**48), st.sampled_from([True, False, ATOP]))
def test_an_event_changes_no_day_before_it_unless_its_kind_is_named_as_retroactive(seed: int, inferred: Inferred) -> None:
    """For the agreement, each party and each pair; days to the day, month or year; all kinds; all clauses."""
    assert untold(seed, inferred) == []


def test_a_consent_that_becomes_known_tells_that_a_listed_party_was_not_bound_before() -> None:
    listed = pact(in_force="1952-04-28")
    known = pact(in_force="1952-04-28", events=[event("x", "accession", "1955-03-01", party="JPN")])

    assert [party(one, "JPN", "1954-01-01") for one in (listed, known)] == [PartyStanding.PARTY, None]
    assert party(known, "USA", "1954-01-01") is PartyStanding.PARTY


def test_a_withdrawal_that_becomes_known_tells_that_a_party_listed_as_having_left_was_bound_before() -> None:
    said: dict[str, Any] = {
        "participations": [{"party": "JPN", "role": "withdrawn"}, {"party": "USA"}, {"party": "GBR"}],
        "in_force": "1952-04-28",
    }
    known = pact(**said, events=[event("x", "withdrawal_effective", "1959-03-24", party="JPN")])

    assert [party(one, "JPN", "1954-01-01") for one in (pact(**said), known)] == [None, PartyStanding.PARTY]


def test_an_end_that_came_later_than_announced_stands_before_the_announcement() -> None:
    notice = event("n", "notice_of_termination", "1959-05-01", effective_date="1960-05-01")
    told = pact(in_force="1952-04-28", events=[notice, event("x", "termination", "1960-06-01")])

    assert standing(pact(in_force="1952-04-28", events=[notice]), "1960-05-15") is Standing.ENDED
    assert [standing(told, day) for day in ("1960-05-15", "1960-06-01")] == [Standing.IN_NOTICE, Standing.ENDED]


def test_an_extension_by_some_tells_that_a_term_had_ended_for_the_others() -> None:
    term = {"term": {"kind": "fixed", "months": 60}}
    said: dict[str, Any] = {"parties": ("FRA", "GBR", "USA"), "in_force": "1994-04-20", "signed": None, "duration": term}
    known = pact(**said, events=[event(f"x-{code.lower()}", "extension", "1999-05-02", party=code) for code in ("FRA", "GBR")])

    assert [party(one, "USA", "1999-04-25") for one in (pact(**said), known)] == [PartyStanding.PARTY, PartyStanding.ENDED]
    assert party(known, "USA", "1999-04-25", inferred=False) is PartyStanding.PARTY


def test_what_is_declared_stands_before_what_was_inferred() -> None:
    term = {"term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "none"}}
    known = pact(in_force="1952-04-28", duration=term, events=[event("x", "expiry", "1956-04-28")])

    assert standing(pact(in_force="1952-04-28", duration=term), "1955-01-01") is Standing.ENDED
    assert standing(known, "1955-01-01") is Standing.IN_FORCE


def test_no_term_that_was_to_end_before_entry_into_force_ends_the_agreement() -> None:
    term = {"term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "express"}}
    late = pact(in_force="1957-10-22", duration=term, events=[event("x", "extension", "1956-05", until="1957-03-11")])

    assert standing(late, "1957-10-21") is Standing.SIGNED
    assert standing(late, "1957-10-22") is Standing.IN_FORCE


def test_a_notice_takes_effect_for_its_author_and_not_by_anothers_withdrawal() -> None:
    said = [
        event("n", "notice_of_withdrawal", "1951-05-10", party="GBR"),
        event("x", "withdrawal_effective", "1956-09-21", party="FRA", concerns=["n"]),
    ]
    treaty = pact(parties=("FRA", "GBR", "USA"), in_force="1950-01-01", signed=None, events=said)

    assert party(treaty, "GBR", "1952-05-10") is PartyStanding.WITHDRAWN
    assert party(treaty, "FRA", "1956-09-20") is PartyStanding.PARTY
