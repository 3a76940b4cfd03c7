from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import pair
from treaty.document.document import Document
from treaty.law.pairs import between, pairs
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import PairStanding

THREE = ("AUS", "NZL", "USA")


def treaty(*events: dict[str, Any], **said: Any) -> Document:
    return pact(parties=THREE, signed="1951-09-01", in_force="1952-04-29", events=events, **said)


def test_two_are_bound_to_each_other_while_the_agreement_binds_both() -> None:
    document = treaty(event("w", "withdrawal_effective", "1990-01-01", party="NZL"))

    assert pair(document, "USA", "AUS", "1951-08-31") is None
    assert pair(document, "USA", "AUS", "1952-04-28") is PairStanding.NOT_BOUND
    assert pair(document, "USA", "AUS", "1952-04-29") is PairStanding.BOTH_BOUND
    assert pair(document, "NZL", "AUS", "1990-01-01") is PairStanding.NOT_BOUND
    assert pair(document, "USA", "AUS", "1990-01-01") is PairStanding.BOTH_BOUND


def test_a_suspension_between_two_leaves_the_third_bound_to_both() -> None:
    halted = event("s", "suspension", "1986-08", party="USA", other_party="NZL")
    document = treaty(halted, event("r", "resumption", "2012-01-01", party="NZL", other_party="USA"))

    assert pair(document, "USA", "NZL", "1986-07-31") is PairStanding.BOTH_BOUND
    assert pair(document, "USA", "NZL", "1986-08-01") is PairStanding.SUSPENDED_BETWEEN
    assert pair(document, "AUS", "NZL", "1986-08-01") is PairStanding.BOTH_BOUND
    assert pair(document, "USA", "NZL", "2012-01-01") is PairStanding.BOTH_BOUND
    (tie,) = [tie for tie in between("NZL", "USA", document) if tie.standing is PairStanding.SUSPENDED_BETWEEN]
    assert (tie.because.rule, tie.because.events, tie.since.text) == ("pair-suspended", ("e2", "s"), "1986-08")


def test_a_suspension_for_one_suspends_it_towards_all() -> None:
    document = treaty(event("s", "suspension", "1986-01-01", party="USA", until="1986-12-31"))

    assert pair(document, "USA", "NZL", "1986-06-01") is PairStanding.SUSPENDED_BETWEEN
    assert pair(document, "AUS", "NZL", "1986-06-01") is PairStanding.BOTH_BOUND
    assert pair(document, "USA", "NZL", "1987-01-01") is PairStanding.BOTH_BOUND


def test_a_reservation_modifies_the_relations_of_its_author_with_all_until_it_is_withdrawn() -> None:
    reserved = event("r", "reservation", "1952-04-29", party="USA")
    document = treaty(reserved, event("w", "reservation_withdrawn", "1960-01-01", party="USA", concerns=["r"]))

    assert pair(document, "USA", "NZL", "1955-01-01") is PairStanding.MODIFIED_BETWEEN
    assert pair(document, "AUS", "NZL", "1955-01-01") is PairStanding.BOTH_BOUND
    assert pair(document, "USA", "NZL", "1960-01-01") is PairStanding.BOTH_BOUND


def test_an_objection_bears_on_the_two_it_names() -> None:
    reserved = event("r", "reservation", "1951-09-01", party="USA", concerns=[])
    objected = event("o", "objection", "1953-01-01", party="AUS", concerns=["r"])
    withdrawn = event("w", "reservation_withdrawn", "1954-01-01", party="USA")
    back = event("b", "objection_withdrawn", "1955-01-01", party="AUS", concerns=["o"])
    document = treaty(reserved, objected, withdrawn, back)

    assert pair(document, "USA", "AUS", "1954-06-01") is PairStanding.MODIFIED_BETWEEN
    assert pair(document, "USA", "NZL", "1954-06-01") is PairStanding.BOTH_BOUND
    assert pair(document, "USA", "AUS", "1955-01-01") is PairStanding.BOTH_BOUND
    lonely = treaty(event("o", "objection", "1953-01-01", party="AUS"))
    assert pair(lonely, "USA", "AUS", "1954-06-01") is PairStanding.BOTH_BOUND


def test_a_separate_agreement_modifies_it_between_two_and_a_supersession_between_two_ends_it_there() -> None:
    modified = treaty(event("m", "inter_se_modification", "1960-01-01", party="AUS", other_party="NZL"))
    superseded = treaty(event("x", "supersession", "1960-01-01", party="AUS", other_party="NZL"))

    assert pair(modified, "AUS", "NZL", "1960-01-01") is PairStanding.MODIFIED_BETWEEN
    assert pair(superseded, "AUS", "NZL", "1960-01-01") is PairStanding.NOT_BOUND
    assert between("AUS", "NZL", superseded)[-1].because.rule == "pair-ended"
    assert pair(superseded, "AUS", "USA", "1960-01-01") is PairStanding.BOTH_BOUND
    assert pair(treaty(event("m", "inter_se_modification", "1960-01-01")), "AUS", "NZL", "1960-01-01") is PairStanding.BOTH_BOUND


def test_what_is_inferred_of_one_is_inferred_of_the_pair() -> None:
    document = treaty(event("n", "notice_of_withdrawal", "1960-01-01", party="NZL"))

    last = between("AUS", "NZL", document)[-1]
    assert (last.standing, last.because.basis, last.begins.isoformat()) == (PairStanding.NOT_BOUND, Basis.INFERRED, "1961-01-01")
    assert between("AUS", "NZL", document, inferred=False)[-1].standing is PairStanding.BOTH_BOUND


def test_every_two_parties_are_a_pair_and_a_stranger_is_bound_to_nobody() -> None:
    assert list(pairs(treaty())) == [("AUS", "NZL"), ("AUS", "USA"), ("NZL", "USA")]
    assert {tie.standing for tie in between("AUS", "FRA", treaty())} == {PairStanding.NOT_BOUND}
    assert between("BRA", "FRA", treaty()) == ()
    with pytest.raises(ValueError, match="one party, not two"):
        between("AUS", "AUS", treaty())
