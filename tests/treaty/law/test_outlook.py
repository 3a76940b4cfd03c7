"""The deadlines of every day at once agree with those that are concluded for one day."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import event, pact
from tests.strategies import documents
from treaty.document.document import Document
from treaty.law.deadlines import deadlines
from treaty.law.outlook import HORIZON, outlook
from treaty.vocabulary.deadlines import DeadlineKind


def at(document: Document, day: date, *, inferred: bool = True) -> set[tuple[object, ...]]:
    return {
        (one.kind, one.party, one.days, one.basis)
        for one in outlook(document, inferred=inferred)
        if one.begins <= day and (one.ends is None or day < one.ends)
    }


def concluded(document: Document, day: date, *, inferred: bool = True) -> set[tuple[object, ...]]:
    return {
        (one.kind, one.party, one.days, one.because.basis)
        for one in deadlines(document, on=day, names={}, inferred=inferred)
        if one.days and one.kind is not DeadlineKind.EARLIEST_EXIT
    }


YEARLY = {
    "term": {"kind": "fixed", "months": 12},
    "renewal": {"kind": "tacit", "months": 12},
    "notice": {"anchor": "before_end_of_term", "days": 90},
}


def lines(document: Document) -> list[str]:
    return [f"{one.kind} {one.days.shown} from {one.begins} to {one.ends}" for one in outlook(document)]


def test_a_term_is_in_prospect_from_entry_into_force_until_the_day_it_has_run_out() -> None:
    treaty = pact(signed="1949-09-08", in_force="1950-01-01", duration={"term": {"kind": "fixed", "months": 120}})

    assert lines(treaty) == ["end_of_term 1960-01-01 from 1950-01-01 to 1960-01-01"]


def test_yearly_renewals_are_followed_to_the_horizon() -> None:
    found = lines(pact(signed="2016-11-23", in_force="2016-11-23", duration=YEARLY))

    assert found[:3] == [
        "last_day_for_notice 2017-08-24 from 2016-11-23 to 2017-08-25",
        "tacit_renewal 2017-11-23 from 2016-11-23 to 2017-11-23",
        "last_day_for_notice 2018-08-24 from 2017-08-25 to 2018-08-25",
    ]
    assert found[-1] == "tacit_renewal 2100-11-23 from 2099-11-23 to None"
    assert len(found) == 2 * 84


def test_a_notice_that_runs_takes_the_place_of_the_renewal() -> None:
    left = pact(
        signed="2016-11-23",
        in_force="2016-11-23",
        duration=YEARLY,
        events=[event("n", "notice_of_termination", "2019-08-22", party="KOR")],
        parties=("JPN", "KOR"),
    )

    assert [one for one in lines(left) if "from 2019" in one] == ["notice_takes_effect 2019-11-23 from 2019-08-22 to 2019-11-23"]


def test_a_record_that_has_only_a_past_has_no_prospects() -> None:
    assert outlook(pact(signed="1951-09-08", in_force="1952-04-28", ended="1960-06-23")) == ()
    assert outlook(pact(signed=None, in_force=None, duration={"term": {"kind": "fixed", "months": 12}})) == ()


def test_a_consent_that_is_expected_to_take_effect_on_a_day_is_in_prospect() -> None:
    awaited = event("r", "ratification", None, party="PHL", occurrence="awaited", effective_date="2026-03-01")

    assert lines(pact(signed="2024-07-08", in_force=None, parties=("JPN", "PHL"), events=[awaited])) == [
        "consent_outstanding 2026-03-01 from 0001-01-01 to 2026-03-02"
    ]


def test_a_consent_that_is_announced_for_a_day_is_in_prospect_and_one_without_a_day_is_not() -> None:
    def pending(day: str | None) -> Document:
        awaited = event("r", "ratification", day, party="PHL", occurrence="awaited")
        return pact(signed="2024-07-08", in_force=None, parties=("JPN", "PHL"), events=[awaited])

    assert lines(pending("2026")) == ["consent_outstanding 2026 from 0001-01-01 to 2027-01-01"]
    assert lines(pending(None)) == []


@settings(max_examples=6)
@given(documents(), st.booleans(), st.lists(st.dates(date(1000, 1, 1), HORIZON), min_size=4, max_size=4))
def test_the_outlook_says_of_each_day_what_the_deadlines_of_that_day_are(document: Document, inferred: bool, days: list[date]) -> None:
    edges = [day for one in outlook(document, inferred=inferred) for day in (one.begins, one.days.first, one.days.last, one.ends) if day]
    near = [edge.replace(day=min(28, edge.day + step)) for edge in edges[:40] for step in (0, 1)]

    for day in [*days, *near]:
        if day < HORIZON:
            assert at(document, day, inferred=inferred) == concluded(document, day, inferred=inferred), day
