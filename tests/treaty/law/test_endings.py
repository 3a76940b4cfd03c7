from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import on, party, period, standing
from treaty.document.document import Document
from treaty.law.inference import ATOP, DEFAULT, INFERENCES, all_but
from treaty.law.standing import periods
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import PartyStanding, Standing


def fixed(renewal: Any, *events: dict[str, Any]) -> Document:
    return pact(in_force="2011-04-01", duration={"term": {"kind": "fixed", "months": 60}, "renewal": renewal}, events=events)


def of_three(*events: dict[str, Any]) -> Document:
    return pact(parties=["USA", "FRA", "JPN"], signed=None, in_force="1950-01-01", events=events)


def test_a_term_that_nothing_renews_ends_the_agreement() -> None:
    last = period(fixed({"kind": "none"}), "2016-04-01")

    assert (last.standing, last.because.rule, last.because.basis) == (Standing.ENDED, "term-ran-out", Basis.INFERRED)
    assert standing(fixed({"kind": "none"}), "2016-03-31") is Standing.IN_FORCE
    assert standing(fixed({"kind": "none"}), "2020-01-01", inferred=False) is Standing.IN_FORCE


def test_a_term_to_be_renewed_actively_ends_by_the_first_rule_of_atop() -> None:
    assert period(fixed({"kind": "express"}), "2016-04-01").because.rule == "atop-not-renewed"
    assert standing(fixed({"kind": "express"}), "2020-01-01", inferred=all_but("atop-not-renewed")) is Standing.IN_FORCE


def test_tacit_renewals_that_may_not_go_on_end_the_agreement() -> None:
    assert standing(fixed({"kind": "tacit", "months": 12, "times": 2}), "2018-03-31") is Standing.IN_FORCE
    assert standing(fixed({"kind": "tacit", "months": 12, "times": 2}), "2018-04-01") is Standing.ENDED
    assert standing(fixed({"kind": "tacit", "months": 12}), "2030-01-01") is Standing.IN_FORCE


def test_no_end_is_inferred_where_nobody_has_coded_whether_the_term_is_renewed() -> None:
    assert standing(fixed(None), "2030-01-01") is Standing.IN_FORCE


def test_a_renewal_of_unknown_length_leaves_the_agreement_alive() -> None:
    assert standing(fixed({"kind": "express"}, event("x", "renewal_express", "2016-01-01")), "2030-01-01") is Standing.IN_FORCE


def test_a_declared_end_stands_before_every_inferred_one() -> None:
    ended = fixed({"kind": "none"}, event("x", "termination_by_consent", "2018-01-01"))

    assert standing(ended, "2017-12-31") is Standing.IN_FORCE
    assert period(ended, "2018-01-01").because.basis is Basis.DECLARED


def test_an_agreement_of_two_ends_when_one_leaves() -> None:
    left = event("w", "denunciation_effective", "1980-01-01", party="JPN")

    last = period(pact(in_force="1952", events=[left]), "1980-01-01")
    assert (last.standing, last.because.rule) == (Standing.ENDED, "one-of-two-leaves")
    assert party(pact(in_force="1952", events=[left]), "JPN", "1980-01-01") is PartyStanding.WITHDRAWN
    assert party(pact(in_force="1952", events=[left]), "USA", "1980-01-01") is PartyStanding.ENDED
    assert standing(pact(in_force="1952", laterality="multilateral", events=[left]), "1990-01-01") is Standing.IN_FORCE


def successor(kind: str, **said: Any) -> dict[str, Any]:
    return {"id": "r1", "kind": kind, "target_title": "The other", "effective_date": "1960-06-23", **said}


def test_a_successor_ends_the_agreement_on_the_day_it_takes_effect() -> None:
    last = period(pact(in_force="1952", relations=[successor("supersedes", inverse=True)]), "1960-06-23")

    assert (last.standing, last.because.rule) == (Standing.ENDED, "superseded-when-the-successor-enters-into-force")
    assert standing(pact(in_force="1952", relations=[successor("terminates", inverse=True)]), "1960-06-23") is Standing.ENDED
    assert standing(pact(in_force="1952", relations=[successor("supersedes")]), "1990-01-01") is Standing.IN_FORCE


ATOPS = {
    "atop-not-renewed": fixed({"kind": "express"}),
    "atop-violated": pact(in_force="1939", laterality="multilateral", events=[event("b", "breach_termination", "1941-04-13", party="JPN")]),
    "atop-relations-broken": pact(in_force="1939", events=[event("b", "relations_severed", "1941-04-13")]),
    "atop-contradicted": pact(in_force="1939", relations=[successor("conflicts_with")]),
}


@pytest.mark.parametrize(("rule", "treaty"), ATOPS.items(), ids=ATOPS)
def test_each_of_atops_four_rules_speaks_when_atop_is_asked_for_and_is_switched_off_by_its_name(rule: str, treaty: Document) -> None:
    assert period(treaty, "2020-01-01", inferred=ATOP).because.rule == rule
    assert standing(treaty, "2020-01-01", inferred=ATOP - {rule}) is Standing.IN_FORCE
    assert standing(treaty, "2020-01-01", inferred=[rule]) is Standing.ENDED
    assert standing(treaty, "2020-01-01", inferred=False) is Standing.IN_FORCE


def test_the_convention_decides_and_not_atop_unless_a_question_asks_for_atop() -> None:
    """Decision 6: only the first of them follows from an agreement's own clauses."""
    assert {rule for rule, treaty in ATOPS.items() if standing(treaty, "2020-01-01") is Standing.ENDED} == {"atop-not-renewed"}
    assert set(ATOPS) == {"atop-not-renewed", *(ATOP - DEFAULT)}


def test_broken_relations_leave_a_non_aggression_pact_and_a_treaty_of_many_alone() -> None:
    one = pact(in_force="1939", kind="non_aggression", events=[event("b", "relations_severed", "1941")])
    many = pact(parties=["FRA", "JPN", "USA"], in_force="1939", events=[event("b", "relations_severed", "1941", party="JPN")])
    undated = pact(in_force="1939", events=[event("b", "relations_severed")])

    assert {standing(treaty, "1990-01-01", inferred=ATOP) for treaty in (one, many, undated)} == {Standing.IN_FORCE}


def test_a_violation_after_which_the_members_carry_on_ends_nothing() -> None:
    carried = [event("b", "breach_termination", "1941", party="JPN"), event("r", "review_held", "1942")]

    assert standing(pact(in_force="1939", laterality="multilateral", events=carried), "1990-01-01", inferred=ATOP) is Standing.IN_FORCE


def test_an_event_stored_as_inferred_counts_while_its_rule_does() -> None:
    stored = event("x", "supersession", "1960", basis="inferred", rule="superseded-when-the-successor-enters-into-force")
    foreign = event("x", "supersession", "1960", basis="inferred", rule="a-rule-of-another-house")

    assert standing(pact(in_force="1952", events=[stored]), "1990-01-01") is Standing.ENDED
    assert standing(pact(in_force="1952", events=[stored]), "1990-01-01", inferred=all_but(stored["rule"])) is Standing.IN_FORCE
    assert standing(pact(in_force="1952", events=[foreign]), "1990-01-01", inferred=[]) is Standing.ENDED
    assert standing(pact(in_force="1952", events=[foreign]), "1990-01-01", inferred=False) is Standing.IN_FORCE


@pytest.mark.parametrize("rule", INFERENCES, ids=lambda rule: rule.id)
def test_every_inference_says_where_it_comes_from(rule: Any) -> None:
    assert rule.articles
    assert rule.sentence.endswith(".")
    assert rule.example.endswith(".")
    assert (rule.id in DEFAULT) is rule.by_default


def test_an_agreement_of_several_ends_when_all_but_one_have_left() -> None:
    """An agreement that all its parties have left, or all but one, is at an end: it binds nobody to anybody."""
    first = event("w1", "withdrawal_effective", "1960-05-01", party="JPN")
    second = event("w2", "withdrawal_effective", "1965-05-01", party="FRA")
    third = event("w3", "withdrawal_effective", "1966-05-01", party="USA")

    for departures in ([first, second], [third, second, first]):
        last = periods(of_three(*departures))[-1]
        assert (last.standing, last.begins, last.because.rule, last.because.events) == (
            Standing.ENDED, on("1965-05-01"), "left-by-all-but-one", ("w2",),
        )  # fmt: skip
    assert standing(of_three(first), "1970-01-01") is Standing.IN_FORCE
    assert party(of_three(first, second), "USA", "1970-01-01") is PartyStanding.ENDED


def test_who_joined_or_came_back_keeps_an_agreement_alive_that_others_left() -> None:
    left = [
        event("w1", "withdrawal_effective", "1960-05-01", party="JPN"),
        event("w2", "withdrawal_effective", "1965-05-01", party="FRA"),
    ]

    for back in (event("a", "accession", "1970-01-01", party="JPN"), event("a", "accession", "1955-01-01", party="ITA")):
        assert standing(of_three(*left, back), "1971-01-01") is Standing.IN_FORCE


def test_an_end_between_two_of_several_is_no_departure() -> None:
    apart = [
        event("w1", "withdrawal_effective", "1960-05-01", party="JPN"),
        event("x", "termination", "1965-05-01", party="FRA", other_party="JPN"),
    ]

    assert standing(of_three(*apart), "1970-01-01") is Standing.IN_FORCE


def test_a_notice_that_has_run_out_is_a_departure_too_and_a_successor_stays_in() -> None:
    left = event("w", "withdrawal_effective", "1960-05-01", party="JPN")
    notice = event("n", "notice_of_withdrawal", "1965-05-01", party="FRA")
    assert periods(of_three(left, notice))[-1].begins == on("1966-05-01")

    replaced = event("s", "succession", "1991-12-26", party="RUS", other_party="SUN")
    gone = event("g", "withdrawal_effective", "1980-01-01", party="FRA")
    of_union = pact(parties=["SUN", "FRA", "USA"], signed=None, in_force="1950-01-01", events=[gone, replaced])
    assert standing(of_union, "2000-01-01") is Standing.IN_FORCE


def test_an_entry_into_force_that_a_source_declares_stands_before_an_end_that_a_rule_would_infer_earlier() -> None:
    left = event("w", "withdrawal_effective", "1953-01-01", party="JPN")
    treaty = pact(signed="1950-01-01", in_force="1955-01-01", events=[left])

    assert [standing(treaty, day) for day in ("1954-01-01", "1955-01-01")] == [Standing.SIGNED, Standing.IN_FORCE]
    assert standing(pact(signed="1950-01-01", events=[left]), "1954-01-01") is Standing.ENDED
