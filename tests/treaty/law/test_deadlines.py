from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import on
from treaty.document.document import Document
from treaty.law.deadlines import Deadline, as_seen_on, deadlines
from treaty.law.explaining import explain_deadline
from treaty.law.inference import all_but

NAMES = {"JPN": "Japan"}
YEARLY = {
    "term": {"kind": "fixed", "months": 12},
    "renewal": {"kind": "tacit", "months": 12},
    "notice": {"anchor": "before_end_of_term", "days": 90},
}


def seen(document: Document, day: str) -> list[str]:
    return [f"{one.kind}: {one.sentence}" for one in deadlines(document, on=on(day), names=NAMES)]


def only(document: Document, day: str, kind: str) -> Deadline:
    (found,) = [one for one in deadlines(document, on=on(day), names=NAMES) if one.kind == kind]
    return found


def yearly(*events: dict[str, Any], **said: Any) -> Document:
    return pact(signed="2016-11-23", in_force="2016-11-23", duration={**YEARLY, **said}, events=events)


def test_a_tacit_renewal_its_last_day_for_notice_and_the_earliest_exit() -> None:
    assert seen(yearly(), "2019-05-01") == [
        "last_day_for_notice: Notice has to be given by 24 August 2019 to end it with the term that ends on 23 November 2019.",
        "earliest_exit: A notice given on 1 May 2019 would take effect on 23 November 2019.",
        "tacit_renewal: A new term begins on 23 November 2019 unless notice is given in time.",
    ]
    assert only(yearly(), "2019-08-25", "last_day_for_notice").days == only(yearly(), "2020-08-24", "last_day_for_notice").days


def test_a_last_renewal_leaves_an_end_of_the_term() -> None:
    once = yearly(renewal={"kind": "tacit", "months": 12, "times": 1})

    assert only(once, "2017-01-01", "tacit_renewal").days
    end = only(once, "2018-01-01", "end_of_term")
    assert end.sentence == "The last day of its term is 22 November 2018."
    assert end.days is not None
    assert end.days.first == on("2018-11-23")
    assert [one for one in seen(once, "2018-11-01") if one.startswith("last_day")] == []


def test_an_end_of_a_term_known_to_the_year_is_a_range_and_no_false_day() -> None:
    treaty = pact(signed=None, in_force="1951", duration={"term": {"kind": "fixed", "months": 120}})
    days = only(treaty, "1955-01-01", "end_of_term").days

    assert days is not None
    assert (days.first, days.last, days.words) == (on("1961-01-01"), on("1961-12-31"), "in 1961")
    notice = {"term": {"kind": "fixed", "months": 120}, "notice": {"anchor": "before_end_of_term", "days": 90}}
    last = only(pact(signed=None, in_force="1951", duration=notice), "1955-01-01", "last_day_for_notice")
    assert (
        last.sentence
        == "Notice has to be given by a day between 2 October 1960 and 1 October 1961 to end it with the term that ends in 1961."
    )
    end = only(treaty, "1961-06-01", "end_of_term")
    assert end.sentence == "The last day of its term lies between 31 December 1960 and 30 December 1961."


def test_a_term_that_has_passed_and_a_renewal_that_is_not_coded_have_no_deadline() -> None:
    assert seen(pact(in_force="1951-01-01", duration={"term": {"kind": "fixed", "months": 12}}), "1960-01-01") == []
    assert seen(pact(in_force="1951-01-01", duration={"survival": "All."}), "1960-01-01") == []
    assert seen(pact(in_force="1951-01-01"), "1960-01-01") == []
    open_renewal = yearly(renewal={"kind": "tacit"})
    assert only(open_renewal, "2017-01-01", "tacit_renewal").days


def test_the_earliest_exit_follows_the_clause_or_article_56() -> None:
    clause = pact(in_force="1951-08-30", duration={"notice": {"anchor": "any_time", "effect_months": 12}})
    silent = pact(in_force="1951-08-30", duration={"term": {"kind": "indefinite"}})
    bound = pact(in_force="1951-08-30", duration={"term": {"kind": "indefinite", "condition": "Until all agree."}})

    assert seen(clause, "2026-11-21") == ["earliest_exit: A notice given on 21 November 2026 would take effect on 21 November 2027."]
    assert seen(silent, "2026-11-21") == [
        "earliest_exit: A notice given on 21 November 2026 would take effect on 21 November 2027, if it can be left by notice at all."
    ]
    assert seen(bound, "2026-11-21") == []
    assert deadlines(silent, on=on("2026-11-21"), names={}, inferred=all_but("notice-of-twelve-months")) == ()


def test_notice_becomes_possible_after_the_minimum() -> None:
    clause = {"notice": {"anchor": "after_minimum", "minimum_months": 120, "effect_months": 12}}
    treaty = pact(in_force="1960-06-23", duration=clause)

    assert seen(treaty, "1965-01-01") == [
        "notice_possible: Notice can be given from 23 June 1970 on.",
        "earliest_exit: A notice given on 1 January 1965 would take effect on 23 June 1971.",
    ]
    assert seen(treaty, "1980-01-01") == ["earliest_exit: A notice given on 1 January 1980 would take effect on 1 January 1981."]


def test_a_running_notice_is_a_deadline_and_replaces_those_of_a_life_that_goes_on() -> None:
    treaty = yearly(event("n", "notice_of_termination", "2019-08-23", party="JPN"))

    assert seen(treaty, "2019-09-01") == [
        "notice_takes_effect: Notice of termination given by Japan on 23 August 2019: it takes effect on 23 November 2019."
    ]
    assert [one for one in seen(treaty, "2019-08-01") if one.startswith("notice")] == []
    assert seen(treaty, "2020-01-01") == []


def test_a_stopped_clock_has_no_day_and_a_revoked_one_no_deadline() -> None:
    notice = event("n", "notice_of_termination", "2019-08-23", party="JPN")
    stopped = event("t", "notice_tolled", "2019-11-22", party="JPN", concerns=["n"])
    treaty = yearly(notice, stopped, event("v", "notice_revoked", "2023-03-21", party="JPN", concerns=["n"]))

    found = only(treaty, "2020-01-01", "notice_takes_effect")
    assert (found.days, found.party) == (None, "JPN")
    assert found.sentence == "Notice of termination given by Japan on 23 August 2019: its clock stands still."
    assert [one for one in seen(treaty, "2023-03-21") if one.startswith("notice")] == []


def test_a_notice_of_unknown_length_says_so() -> None:
    treaty = pact(
        in_force="1951", duration={"notice": {"anchor": "any_time"}}, events=[event("n", "notice_of_termination", "1960", party="JPN")]
    )

    assert seen(treaty, "1961-01-01") == [
        "notice_takes_effect: Notice of termination given by Japan in 1960: the day of its effect is not known."
    ]


def test_a_day_of_effect_that_was_fixed_before_is_seen_before_it_comes() -> None:
    notice = event("n", "notice_of_withdrawal", "2002-09-01", party="JPN")
    fixed = event("w", "withdrawal_effective", "2004-10-01", party="JPN", concerns=["n"])
    treaty = pact(parties=["FRA", "JPN", "USA"], in_force="1951", events=[notice, fixed])

    assert only(treaty, "2003-01-01", "notice_takes_effect").because.events == ("n", "w")
    assert [one.id for one in as_seen_on(on("2000-01-01"), treaty).events] == ["e1", "e2"]


def test_an_end_declared_for_a_day_to_come_is_a_deadline_and_leaves_no_term_to_watch() -> None:
    ended = event("x", "termination", "2002-06-18", effective_date="2006-06-18")
    treaty = pact(in_force="1950-08-01", duration={"term": {"kind": "indefinite"}}, events=[ended])

    assert seen(treaty, "2003-01-01") == ["end: It ends on 18 June 2006."]
    assert seen(treaty, "2006-06-18") == []


def test_an_agreement_in_force_by_inference_has_its_term_too() -> None:
    clauses = {
        "entry_into_force": {"kind": "on_signature"},
        "term": {"kind": "fixed", "months": 120},
        "renewal": {"kind": "none"},
    }

    assert seen(pact(signed="1951-09-08", duration=clauses), "1955-01-01") == ["end_of_term: The last day of its term is 7 September 1961."]


def test_who_still_has_to_act_is_named() -> None:
    rule = {"entry_into_force": {"kind": "last_notification"}}
    told = event("d", "domestic_completion_notified", "1952-01-01", party="USA")
    awaited = event("r", "ratification", "1953", party="JPN", occurrence="awaited")

    assert seen(pact(duration=rule, events=[told]), "1952-06-01") == [
        "consent_outstanding: Japan has signed and has not yet consented to be bound."
    ]
    assert seen(pact(events=[awaited]), "1952-06-01") == ["consent_outstanding: Ratification by Japan, still awaited."]
    assert only(pact(events=[awaited]), "1954-01-01", "consent_outstanding").days is None
    assert seen(pact(), "1952-06-01") == []
    late = event("s", "signature", "1960-01-01", party="FRA")
    assert seen(pact(in_force="1952", events=[late]), "1961-01-01") == [
        "consent_outstanding: FRA has signed and has not yet consented to be bound."
    ]


def test_a_review_still_to_be_held_is_a_deadline_until_its_day_has_passed() -> None:
    announced = pact(in_force="1951", events=[event("r", "review_held", "2028", occurrence="awaited")])
    undated = pact(in_force="1951", events=[event("r", "review_held", occurrence="awaited")])

    assert seen(announced, "2026-11-21") == ["review: Review to be held in 2028."]
    assert seen(announced, "2030-01-01") == []
    assert seen(undated, "2026-11-21") == ["review: Review to be held on a day not known."]


def test_a_suspension_for_a_time_and_a_span_of_application_come_to_their_ends() -> None:
    spans = {"applications": [{"what": "Payments", "begins": "2026", "ends": "2031-01-01"}, {"what": "Rent"}]}
    treaty = pact(in_force="2024-11-29", duration=spans, events=[event("s", "suspension", "2025-01-01", until="2025-03-31")])

    assert seen(treaty, "2025-02-01") == [
        "end_of_suspension: The last day of the suspension is 31 March 2025.",
        "begin_of_application: Payments: the first day lies in 2026.",
        "end_of_application: Payments: the last day is 31 December 2030.",
    ]
    assert seen(treaty, "2026-06-01") == ["end_of_application: Payments: the last day is 31 December 2030."]


def test_the_end_of_a_span_known_to_the_year_is_a_range() -> None:
    treaty = pact(in_force="2024-11-29", duration={"applications": [{"what": "Payments", "ends": "2031"}]})

    assert seen(treaty, "2026-06-01") == ["end_of_application: Payments: the last day lies between 31 December 2030 and 30 December 2031."]


def test_notice_after_a_minimum_counted_from_a_year_is_possible_from_a_day_of_a_year() -> None:
    clause = {"notice": {"anchor": "after_minimum", "minimum_months": 120, "effect_months": 12}}

    assert seen(pact(in_force="1960", signed=None, duration=clause), "1965-01-01")[0] == (
        "notice_possible: Notice can be given from a day in 1970 on."
    )


def test_a_suspension_that_the_agreement_does_not_outlive_has_no_end_of_its_own() -> None:
    clauses = {"term": {"kind": "fixed", "months": 120}, "renewal": {"kind": "none"}}
    treaty = pact(in_force="1950-01-01", signed=None, duration=clauses, events=[event("s", "suspension", "1959-01-01", until="1961-01-01")])

    assert seen(treaty, "1959-06-01") == ["end_of_term: The last day of its term is 31 December 1959."]


def test_nothing_is_awaited_of_an_agreement_that_has_ended() -> None:
    awaited = [
        event("r", "ratification", party="JPN", occurrence="awaited"),
        event("v", "review_held", "2028", occurrence="awaited"),
    ]
    treaty = pact(in_force="1952-01-01", ended="1960-01-01", events=awaited)

    assert [said.partition(":")[0] for said in seen(treaty, "1959-01-01")] == ["review", "consent_outstanding"]
    assert seen(treaty, "1961-01-01") == []


def test_who_applies_it_provisionally_without_having_signed_is_not_said_to_have_signed() -> None:
    begun = event("p", "provisional_application_start", "1953-01-01", party="NLD")
    treaty = pact(
        in_force="1952", participations=[{"party": "JPN"}, {"party": "USA"}, {"party": "NLD", "role": "acceding"}], events=[begun]
    )

    (said,) = deadlines(treaty, on=on("1954-01-01"), names={"NLD": "Netherlands"})
    assert said.sentence == "The Netherlands applies it provisionally and has not yet consented to be bound."


@pytest.mark.parametrize("day", ["1950-01-01", "1990-01-01"])
def test_an_agreement_not_yet_or_no_longer_in_force_has_no_term_to_watch(day: str) -> None:
    duration = {"term": {"kind": "fixed", "months": 1200}, "notice": {"anchor": "any_time", "months": 3}}

    assert seen(pact(in_force="1952-01-01", ended="1960-01-01", duration=duration), day) == []


def test_a_deadline_explains_itself() -> None:
    (deadline,) = deadlines(pact(in_force="1951-08-30", duration={"term": {"kind": "indefinite"}}), on=on("2026-11-21"), names={})

    assert explain_deadline(deadline, pact(), {}) == (
        "A notice given on 21 November 2026 would take effect on 21 November 2027, if it can be left by notice at all. "
        "Reason: concluded by the rule “notice-of-twelve-months”: where nothing says how long a notice runs, it runs for twelve months "
        "(VCLT art. 56(2))."
    )
