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
    assert explain_tie(between("USA", "JPN", treaty)[-1], treaty, {}).startswith("Between JPN and USA: not bound to each other from 23 June 1960 on: ")


def test_what_rests_on_no_event_rests_on_the_list_of_parties() -> None:
    listed = pact(in_force="1952", participations=[{"party": "JPN"}, {"party": "USA"}, {"party": "FRA", "begins": "1960"}])

    assert explain_binding(bindings(listed)["FRA"][0], listed, {}) == (
        "FRA: party since 1960: as the list of its parties has it (VCLT art. 24(3); VCLT art. 70(2))."
    )


def test_lengths_read_in_years_where_they_are_whole() -> None:
    assert [length(months=120), length(months=18), length(days=1), length()] == ["10 years", "18 months", "1 day", "no time at all"]
