from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import party, period, standing
from treaty.document.document import Document
from treaty.law.inference import NOTICE_RUNS_OUT, YEARS_NOTICE, all_but
from treaty.vocabulary.standing import PartyStanding, Standing

HALF_A_YEAR = {"notice": {"anchor": "any_time", "effect_days": 180}}
YEARLY = {
    "term": {"kind": "fixed", "months": 12},
    "renewal": {"kind": "tacit", "months": 12},
    "notice": {"anchor": "before_end_of_term", "days": 90},
}


def noticed(*answers: dict[str, Any], duration: dict[str, Any] | None = None, given: str = "2020-02-11", **said: Any) -> Document:
    notice = event("n", "notice_of_termination", given, party="JPN", **said)
    return pact(signed="1998-02-10", in_force="1999-06-01", duration=duration, events=[notice, *answers])


def answer(key: str, kind: str, day: str, **said: Any) -> dict[str, Any]:
    return event(key, kind, day, party="JPN", **{"concerns": ["n"], **said})


def test_a_notice_runs_and_then_ends_the_agreement_of_two() -> None:
    treaty = noticed(duration=HALF_A_YEAR)

    assert standing(treaty, "2020-02-10") is Standing.IN_FORCE
    assert standing(treaty, "2020-02-11") is Standing.IN_NOTICE
    assert standing(treaty, "2020-08-08") is Standing.IN_NOTICE
    ended = period(treaty, "2020-08-09")
    assert (ended.standing, ended.because.rule, ended.because.basis) == (Standing.ENDED, "notice-runs-out", "inferred")
    assert party(treaty, "JPN", "2020-08-08") is PartyStanding.IN_NOTICE
    assert party(treaty, "USA", "2020-08-08") is PartyStanding.PARTY
    assert party(treaty, "USA", "2020-08-09") is PartyStanding.ENDED


def test_without_inference_nothing_says_that_the_notice_took_effect() -> None:
    assert standing(noticed(duration=HALF_A_YEAR), "2021-01-01", inferred=False) is Standing.IN_NOTICE
    assert standing(noticed(duration=HALF_A_YEAR), "2021-01-01", inferred=all_but(NOTICE_RUNS_OUT.id)) is Standing.IN_NOTICE


def test_the_day_of_effect_that_a_source_gives_needs_no_rule() -> None:
    ended = period(noticed(effective_date="2020-09-01"), "2020-09-01", inferred=False)

    assert (ended.standing, ended.because.basis) == (Standing.ENDED, "declared")


def test_where_nothing_says_how_long_a_notice_runs_it_runs_twelve_months_by_article_56() -> None:
    ended = period(noticed(), "2021-02-11")

    assert (ended.standing, ended.because.articles) == (Standing.ENDED, ("VCLT art. 56(2)",))
    assert standing(noticed(), "2021-02-11", inferred=all_but(YEARS_NOTICE.id)) is Standing.IN_NOTICE


def test_a_stopped_clock_leaves_the_agreement_in_force_and_moves_the_day_of_effect() -> None:
    treaty = noticed(answer("t", "notice_tolled", "2020-06-01"), answer("r", "notice_resumed", "2020-12-01"), duration=HALF_A_YEAR)

    assert standing(treaty, "2020-06-01") is Standing.IN_FORCE
    assert standing(treaty, "2020-12-01") is Standing.IN_NOTICE
    assert standing(treaty, "2021-02-07") is Standing.IN_NOTICE
    assert standing(treaty, "2021-02-08") is Standing.ENDED  # 9 August 2020 and 183 days
    assert period(treaty, "2021-02-08").because.events == ("n", "t", "r")


def test_a_clock_that_stands_still_ends_nothing() -> None:
    assert standing(noticed(answer("t", "notice_tolled", "2020-06-01"), duration=HALF_A_YEAR), "2030-01-01") is Standing.IN_FORCE


def test_a_stop_for_a_time_ends_by_itself_unless_prolonged() -> None:
    stopped = answer("t", "notice_tolled", "2020-06-01", until="2020-11-30")
    prolonged = answer("p", "notice_tolled", "2020-11-11", until="2021-05-31")

    assert standing(noticed(stopped, duration=HALF_A_YEAR), "2020-12-01") is Standing.IN_NOTICE
    assert standing(noticed(stopped, prolonged, duration=HALF_A_YEAR), "2021-05-31") is Standing.IN_FORCE
    assert standing(noticed(stopped, prolonged, duration=HALF_A_YEAR), "2021-06-01") is Standing.IN_NOTICE
    again = answer("a", "notice_tolled", "2020-12-15")
    assert standing(noticed(stopped, again, duration=HALF_A_YEAR), "2021-06-01") is Standing.IN_FORCE


def test_a_stop_after_the_notice_took_effect_comes_too_late() -> None:
    treaty = noticed(answer("t", "notice_tolled", "2020-09-01"), answer("r", "notice_resumed", "2020-10-01"), duration=HALF_A_YEAR)

    assert standing(treaty, "2020-08-09") is Standing.ENDED


def test_a_resumption_of_a_clock_that_runs_changes_nothing() -> None:
    assert standing(noticed(answer("r", "notice_resumed", "2020-03-01"), duration=HALF_A_YEAR), "2020-08-09") is Standing.ENDED


def test_days_stopped_between_dates_known_to_the_month_make_a_range() -> None:
    stopped = (answer("t", "notice_tolled", "2020-06"), answer("r", "notice_resumed", "2020-08-01"))

    ended = period(noticed(*stopped, duration=HALF_A_YEAR), "2021-01-01")
    assert (ended.begins.isoformat(), ended.since.text) == ("2020-09-10", "2020")  # 32 to 61 days later


def test_a_revoked_notice_leaves_the_agreement_in_force() -> None:
    treaty = noticed(answer("v", "notice_revoked", "2020-07-01"), duration=HALF_A_YEAR)

    assert standing(treaty, "2020-06-30") is Standing.IN_NOTICE
    assert standing(treaty, "2030-01-01") is Standing.IN_FORCE
    assert period(treaty, "2030-01-01").because.events == ("n", "v")
    assert party(treaty, "JPN", "2020-07-01") is PartyStanding.PARTY


def test_what_has_taken_effect_can_no_longer_be_revoked() -> None:
    assert standing(noticed(answer("v", "notice_revoked", "2020-08-09"), duration=HALF_A_YEAR), "2021-01-01") is Standing.ENDED


def test_a_notice_is_revoked_while_its_clock_stands_still() -> None:
    stopped = answer("t", "notice_tolled", "2020-06-01", until="2020-11-30")

    assert standing(noticed(stopped, answer("v", "notice_revoked", "2020-10-01"), duration=HALF_A_YEAR), "2020-12-15") is Standing.IN_FORCE


def test_an_answer_that_names_no_notice_answers_the_partys_latest_and_one_may_name_an_answer() -> None:
    stopped, resumed = answer("t", "notice_tolled", "2020-06-01", concerns=[]), answer("r", "notice_resumed", "2020-06-11", concerns=["t"])
    stray = event("s", "notice_revoked", "2020-06-01", party="USA")

    assert standing(noticed(stopped, resumed, stray, duration=HALF_A_YEAR), "2020-08-18") is Standing.IN_NOTICE
    assert standing(noticed(stopped, resumed, stray, duration=HALF_A_YEAR), "2020-08-19") is Standing.ENDED


def test_an_undated_notice_starts_no_clock() -> None:
    treaty = pact(in_force="1999", events=[event("n", "notice_of_termination", party="JPN"), answer("v", "notice_revoked", "2000-01-01")])

    assert standing(treaty, "2020-01-01") is Standing.IN_FORCE


def test_while_one_of_two_notices_runs_the_other_may_be_revoked() -> None:
    other = event("m", "notice_of_termination", "2020-03-01", party="USA")
    treaty = noticed(other, answer("v", "notice_revoked", "2020-05-01"), duration=HALF_A_YEAR)

    assert standing(treaty, "2020-05-01") is Standing.IN_NOTICE
    assert standing(treaty, "2020-08-28") is Standing.ENDED


@pytest.mark.parametrize(
    ("given", "ends"),
    [("2019-08-23", "2019-11-23"), ("2019-08-24", "2019-11-23"), ("2019-08-25", "2020-11-23")],
)
def test_notice_against_renewal_is_in_time_or_counts_for_the_next_term(given: str, ends: str) -> None:
    notice = event("n", "notice_of_termination", given, party="JPN")
    treaty = pact(signed="2016-11-23", in_force="2016-11-23", duration=YEARLY, events=[notice])

    assert period(treaty, "2025-01-01").begins.isoformat() == ends
    assert period(treaty, "2025-01-01").because.rule == "notice-at-the-end-of-the-term"


def test_notice_against_renewal_known_to_the_month_may_end_either_term() -> None:
    notice = event("n", "notice_of_termination", "2019-08", party="JPN")
    treaty = pact(signed="2016-11-23", in_force="2016-11-23", duration=YEARLY, events=[notice])

    assert period(treaty, "2025-01-01").since.text == "2019~"
    early = pact(in_force="2016-11-23", duration=YEARLY, events=[event("n", "notice_of_termination", "2019-07", party="JPN")])
    assert period(early, "2025-01-01").since.text == "2019-11-23"


@pytest.mark.parametrize(
    "duration",
    [
        {**YEARLY, "term": {"kind": "indefinite"}},
        {**YEARLY, "renewal": None},
        {**YEARLY, "renewal": {"kind": "tacit"}},
        {**YEARLY, "notice": {"anchor": "any_time"}},
    ],
)
def test_a_clause_that_does_not_tell_the_day_ends_nothing(duration: dict[str, Any]) -> None:
    notice = event("n", "notice_of_termination", "2017-10-01", party="JPN")

    assert standing(pact(in_force="2016-11-23", duration=duration, events=[notice]), "2030-01-01") is Standing.IN_NOTICE


def test_notice_before_the_minimum_counts_from_its_end() -> None:
    clause = {"notice": {"anchor": "after_minimum", "minimum_months": 240, "effect_months": 12}}
    alliance = ["FRA", "GBR", "USA"]
    early = pact(
        parties=alliance, in_force="1949-08-24", duration=clause, events=[event("n", "notice_of_denunciation", "1960", party="FRA")]
    )
    late = pact(
        parties=alliance, in_force="1949-08-24", duration=clause, events=[event("n", "notice_of_denunciation", "1980-01-01", party="FRA")]
    )
    unborn = pact(parties=alliance, duration=clause, events=[event("n", "notice_of_denunciation", "1980-01-01", party="FRA")])

    assert party(early, "FRA", "1970-08-23") is PartyStanding.IN_NOTICE
    assert party(early, "FRA", "1970-08-24") is PartyStanding.WITHDRAWN
    assert party(late, "FRA", "1981-01-01") is PartyStanding.WITHDRAWN
    assert party(unborn, "FRA", "1981-01-01") is PartyStanding.WITHDRAWN


def test_a_length_of_notice_alone_is_the_time_it_runs() -> None:
    assert standing(noticed(duration={"notice": {"anchor": "any_time", "months": 6}}), "2020-08-11") is Standing.ENDED


def test_one_of_many_leaves_the_others_bound() -> None:
    notice = event("n", "notice_of_withdrawal", "2002-09-01", party="JPN")
    treaty = pact(parties=["JPN", "PHL", "USA"], in_force="1952", events=[notice])

    assert standing(treaty, "2010-01-01") is Standing.IN_FORCE
    assert party(treaty, "JPN", "2003-08-31") is PartyStanding.IN_NOTICE
    assert party(treaty, "JPN", "2003-09-01") is PartyStanding.WITHDRAWN
    assert party(treaty, "USA", "2010-01-01") is PartyStanding.PARTY


@pytest.mark.parametrize("concerns", [["n"], []])
def test_a_declared_day_of_effect_stands_before_the_reckoned_one(concerns: list[str]) -> None:
    left = event("w", "denunciation_effective", "2004-09-15", party="JPN", concerns=concerns)
    notice = event("n", "notice_of_denunciation", "2002-09-01", party="JPN")
    treaty = pact(parties=["JPN", "PHL", "USA"], in_force="1952", events=[notice, left])

    assert party(treaty, "JPN", "2004-09-14") is PartyStanding.IN_NOTICE
    assert party(treaty, "JPN", "2004-09-15") is PartyStanding.WITHDRAWN


def test_a_declared_end_of_the_whole_stands_before_the_reckoned_end_of_a_notice() -> None:
    treaty = noticed(event("x", "supersession", "2022-01-01"), duration=HALF_A_YEAR)

    assert standing(treaty, "2021-12-31") is Standing.IN_NOTICE
    assert period(treaty, "2022-01-01").because.articles == ("VCLT art. 59",)


def test_an_agreement_that_resumes_while_a_notice_runs_is_in_notice() -> None:
    suspended = event("s", "suspension", "2020-03-01", until="2020-03-31")
    treaty = noticed(suspended, duration=HALF_A_YEAR)

    assert standing(treaty, "2020-03-31") is Standing.SUSPENDED
    assert standing(treaty, "2020-04-01") is Standing.IN_NOTICE
    assert party(treaty, "JPN", "2020-03-31") is PartyStanding.SUSPENDED
    assert party(treaty, "JPN", "2020-04-01") is PartyStanding.IN_NOTICE
