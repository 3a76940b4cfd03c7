from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import on, period
from treaty.document.document import Document
from treaty.law.bindings import bindings
from treaty.law.explaining import account, explain, explain_binding, explain_tie, length
from treaty.law.pairs import between
from treaty.vocabulary.characters import Character

NAMES = {"JPN": "Japan", "USA": "the United States"}
TEN_YEARS = {
    "term": {"kind": "fixed", "months": 120},
    "renewal": {"kind": "tacit"},
    "notice": {"anchor": "any_time", "effect_months": 12, "articles": ["XII"]},
}


def said(document: Document, day: str) -> str:
    return account(document, NAMES, on=on(day))


def test_an_account_says_why_how_long_and_how_to_leave() -> None:
    assert said(pact(signed="2014-04-28", in_force="2014-06-25", duration=TEN_YEARS), "2026-11-21") == (
        "In force since 25 June 2014: entered into force on 25 June 2014, as “A list of treaties” (not verified) says (VCLT art. 24). "
        "Initial term of 10 years ended on 25 June 2024; it continues unless notice is given; "
        "either party may leave it on 1 year's notice (art. XII)."
    )


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ({"term": {"kind": "indefinite", "articles": ["VII"]}}, "It sets no end (art. VII)."),
        ({"term": {"kind": "fixed"}}, "It lasts for a time that is not coded."),
        ({"term": {"kind": "until_date", "until": "2075-12-31"}}, "Its term runs until 31 December 2075."),
        ({"term": {"kind": "fixed", "months": 600}}, "Initial term of 50 years ends on 1 January 2051."),
        ({"term": {"kind": "fixed", "months": 12, "counted_from": "ratification"}}, "Initial term of 1 year."),
        (
            {"term": {"kind": "fixed", "months": 12}, "renewal": {"kind": "tacit", "months": 12}},
            "Initial term of 1 year ended on 1 January 2002; the term now running ends on 1 January 2006; "
            "it continues unless notice is given.",
        ),
        (
            {"notice": {"anchor": "before_end_of_term", "months": 6, "days": 30}},
            "Either party may end it with a term by notice given 6 months and 30 days before the term ends.",
        ),
        (
            {"notice": {"anchor": "after_minimum", "minimum_months": 240, "effect_months": 12}},
            "After 20 years in force either party may leave it on 1 year's notice.",
        ),
    ],
)
def test_each_clause_reads_in_words(duration: dict[str, Any], words: str) -> None:
    assert said(pact(in_force="2001-01-01", duration=duration), "2005-05-05").endswith(f"(VCLT art. 24). {words}")


def test_an_account_of_an_agreement_without_clauses_says_only_why() -> None:
    assert said(pact(in_force="2001-01-01"), "2005-05-05").endswith("(VCLT art. 24).")
    assert said(pact(), "1940-01-01") == "Standing not known: no dated event had happened by then."


@pytest.mark.parametrize("character", Character)
def test_an_account_says_of_what_does_not_bind_in_law_that_it_does_not(character: Character) -> None:
    said = account(pact(in_force="1952-04-28", character=character), {}, on=on("1960-01-01"))

    assert ("does not bind in law" in said) is (character is Character.NON_BINDING)
    assert ("contested" in said) is (character is Character.UNCLEAR)


def test_an_account_tells_that_a_notice_did_not_break_the_life() -> None:
    notice = event("n", "notice_of_termination", "2020-02-11", party="JPN")
    revoked = event("v", "notice_revoked", "2021-07-30", party="JPN", concerns=["n"])
    clause = {"notice": {"anchor": "any_time", "effect_months": 24}}

    assert "It first entered into force on 1 June 1999 and did not end in between." in said(
        pact(in_force="1999-06-01", events=[notice, revoked], duration=clause), "2026-11-21"
    )


def test_an_account_tells_what_outlives_the_end_and_what_is_in_doubt() -> None:
    treaty = pact(
        in_force="1952",
        ended="1960-01-01",
        duration={"survival": "Secrets stay protected."},
        events=[event("d", "status_disputed", "1955", note="A court is asked.")],
    )

    assert said(treaty, "1961-01-01").endswith(
        "Still owed after the end: Secrets stay protected. In doubt: Status disputed in 1955: A court is asked."
    )


def test_an_inferred_end_names_its_rule() -> None:
    treaty = pact(in_force="2011-04-01", duration={"term": {"kind": "fixed", "months": 60}, "renewal": {"kind": "none"}})

    assert explain(period(treaty, "2020-01-01"), treaty, NAMES) == (
        "Ended on 1 April 2016: entered into force on 1 April 2011, as “A list of treaties” (not verified) says; concluded by the rule "
        "“term-ran-out”: an agreement whose term is not renewed ends with the last day of the term, unless a source says how it ended "
        "(VCLT art. 54(a))."
    )


def test_a_binding_and_a_pair_explain_themselves() -> None:
    treaty = pact(in_force="1952-04-28", ended="1960-06-23")

    assert explain_binding(bindings(treaty)["JPN"][1], treaty, NAMES) == (
        "Japan: party from 28 April 1952 until 23 June 1960: entered into force on 28 April 1952, "
        "as “A list of treaties” (not verified) says (VCLT art. 24(1)-(2); VCLT art. 26)."
    )
    assert explain_tie(between("USA", "JPN", treaty)[1], treaty, NAMES) == (
        "Between Japan and the United States: both bound from 28 April 1952 until 23 June 1960: entered into force on 28 April 1952, "
        "as “A list of treaties” (not verified) says (VCLT art. 26)."
    )
    assert explain_binding(bindings(treaty)["JPN"][-1], treaty, NAMES).startswith("Japan: bound no longer since 23 June 1960: ")
    assert explain_tie(between("USA", "JPN", treaty)[-1], treaty, {}).startswith(
        "Between JPN and USA: not bound to each other from 23 June 1960 on: "
    )


def test_what_rests_on_no_event_rests_on_the_list_of_parties() -> None:
    listed = pact(in_force="1952", participations=[{"party": "JPN"}, {"party": "USA"}, {"party": "FRA", "begins": "1960"}])

    assert explain_binding(bindings(listed)["FRA"][0], listed, {}) == (
        "FRA: party since 1960: as the list of its parties has it (VCLT art. 24(3); VCLT art. 70(2))."
    )
    assert explain_tie(between("FRA", "JPN", listed)[-1], listed, NAMES) == (
        "Between FRA and Japan: both bound since 1960: entered into force in 1952, as “A list of treaties” (not verified) says; "
        "as the list of its parties has it (VCLT art. 26)."
    )


def test_lengths_read_in_years_where_they_are_whole() -> None:
    assert [length(months=120), length(months=18), length(days=1), length()] == ["10 years", "18 months", "1 day", "no time at all"]


def test_an_end_known_to_the_month_is_shown_as_the_month() -> None:
    notice = event("n", "notice_of_withdrawal", "2002-09", party="JPN")
    left = event("w", "withdrawal_effective", "2004-09", party="JPN", concerns=["n"])
    treaty = pact(parties=["JPN", "USA", "FRA"], signed=None, in_force="1948", events=[notice, left])

    assert explain_binding(bindings(treaty)["JPN"][1], treaty, NAMES).startswith(
        "Japan: in notice from September 2002 until September 2004: "
    )
    assert explain_tie(between("USA", "JPN", treaty)[0], treaty, NAMES).startswith(
        "Between Japan and the United States: both bound from 1948 until September 2004: "
    )


def test_an_agreement_that_ended_without_an_entry_into_force_on_record_is_not_said_to_have_bound_nobody() -> None:
    treaty = pact(signed="1955-05-14", ended="1991-07-01")

    assert explain(period(treaty, "1980-01-01"), treaty, NAMES).endswith(". No entry into force is recorded.")
    assert explain_binding(bindings(treaty)["JPN"][0], treaty, NAMES).endswith(". No entry into force is recorded.")
    assert explain_tie(between("USA", "JPN", treaty)[0], treaty, NAMES).endswith(". No entry into force is recorded.")
    in_force = pact(signed="1955-05-14", in_force="1955-06-04")
    assert explain(period(in_force, "1955-05-20"), in_force, NAMES).endswith("(VCLT art. 10; VCLT art. 18).")


def test_acts_that_one_source_tells_are_cited_once_in_order_of_time() -> None:
    stop = event("t", "notice_tolled", "2020-06-01", party="PHL", until="2020-11-30", concerns=["n"])
    notice = event("n", "notice_of_termination", "2020-02-11", party="PHL")
    clause = {"notice": {"anchor": "any_time", "days": 180}}
    treaty = pact(parties=["PHL", "USA"], signed=None, in_force="1999-06-01", duration=clause, events=[stop, notice])

    assert explain(period(treaty, "2020-07-01"), treaty, {"PHL": "Philippines"}) == (
        "In force from 1 June 2020 until 1 December 2020: notice of termination given by the Philippines on 11 February 2020 "
        "and running of the notice stopped by the Philippines on 1 June 2020, until 30 November 2020, "
        "as “A list of treaties” (not verified) says (VCLT art. 68)."
    )


def test_an_end_by_a_successor_names_the_first_that_took_effect() -> None:
    later = {"id": "r1", "kind": "supersedes", "inverse": True, "target": "E0001", "effective_date": "1960-01-01"}
    sooner = {"id": "r2", "kind": "supersedes", "inverse": True, "target_title": "Its successor", "effective_date": "1955-01-01"}
    treaty = pact(signed=None, in_force="1950-01-01", relations=[later, {**sooner, "evidence": [{"source": "s1"}]}])

    assert explain(period(treaty, "1970-01-01"), treaty, {}).startswith(
        "Ended on 1 January 1955: superseded by “Its successor” on 1 January 1955, as “A list of treaties” (not verified) says; "
        "concluded by the rule “superseded-when-the-successor-enters-into-force”: "
    )
    assert explain_tie(between("USA", "JPN", treaty)[-1], treaty, {}).startswith(
        "Between JPN and USA: not bound to each other from 1 January 1955 on: superseded by “Its successor” on 1 January 1955, "
        "as “A list of treaties” (not verified) says; concluded by the rule “superseded-when-the-successor-enters-into-force”: "
    )


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([], "Initial term of 10 years ended on 12 May 1968; no renewal or extension is recorded."),
        (
            [event("x", "extension", "1968-05-01", party="JPN")],
            "Initial term of 10 years ended on 12 May 1968; some of its parties have extended it.",
        ),
        (
            [event("x", "renewal_express", "1968-05-01")],
            "Initial term of 10 years ended on 12 May 1968; the end of the term now running is not recorded.",
        ),
        (
            [event("x", "renewal_express", "1968-05-01", until="1978-05-11")],
            "Initial term of 10 years ended on 12 May 1968; the term now running ends on 12 May 1978.",
        ),
    ],
)
def test_an_account_says_how_the_first_term_was_outlived(events: list[dict[str, Any]], words: str) -> None:
    treaty = pact(signed=None, in_force="1958-05-12", duration={"term": {"kind": "fixed", "months": 120}}, events=events)

    assert said(treaty, "1970-01-01").endswith(f"(VCLT art. 24). {words}")


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        ({"anchor": "any_time", "days": 180}, "A party may leave it on 180 days' notice."),
        ({"anchor": "any_time", "articles": ["8", "9"]}, "A party may leave it by notice (arts 8 and 9)."),
        ({"anchor": "before_end_of_term"}, "A party may end it with a term by notice given before the term ends."),
        ({"anchor": "after_minimum", "months": 1}, "After a time that is not coded in force a party may leave it on 1 month's notice."),
    ],
)
def test_a_way_out_of_an_agreement_of_several_reads_in_words(notice: dict[str, Any], words: str) -> None:
    treaty = pact(parties=["JPN", "USA", "FRA"], signed=None, in_force="2001-01-01", duration={"notice": notice})

    assert said(treaty, "2005-05-05").endswith(f"(VCLT art. 24). {words}")


def test_a_doubt_that_ends_in_a_quotation_has_one_full_stop() -> None:
    treaty = pact(signed=None, in_force="1952", events=[event("d", "status_disputed", "1955", note="It says: “Contested.”")])

    assert said(treaty, "1961-01-01").endswith("In doubt: Status disputed in 1955: It says: “Contested.”")
