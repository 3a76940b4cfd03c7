from datetime import timedelta
from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import on
from treaty.document.document import Document
from treaty.law.inference import chosen
from treaty.law.terms import term_on, terms

TACIT = {"kind": "tacit", "months": 60}


def agreed(*events: dict[str, Any], term: Any = None, renewal: Any = None, in_force: str | None = "1950-04-11", **said: Any) -> Document:
    term = term or {"kind": "fixed", "months": 360}
    return pact(signed="1950-02-14", in_force=in_force, duration={"term": term, "renewal": renewal}, events=events, **said)


def ends(document: Document, day: str) -> str | None:
    """The end of the term on the day, with its rule."""
    found = term_on(on(day), document, chosen(True))
    return f"{found.ends.shown if found.ends else None} {found.because.rule}" if found else None


def test_a_term_counts_from_entry_into_force_unless_another_event_is_named() -> None:
    assert ends(agreed(), "1960-01-01") == "1980-04-11 initial-term"
    assert ends(agreed(term={"kind": "fixed", "months": 360, "counted_from": "signature"}), "1960-01-01") == "1980-02-14 initial-term"


def test_a_term_that_counts_from_the_parties_acts_counts_from_the_last() -> None:
    deposits = [event(f"d{n}", "ratification", f"1950-0{n}-01", party=code) for n, code in ((1, "USA"), (3, "JPN"))]
    term = {"kind": "fixed", "months": 12, "counted_from": "ratification"}

    assert ends(agreed(*deposits, term=term), "1950-04-01") == "1951-03-01 initial-term"
    assert ends(agreed(term=term), "1950-04-01") is None


def test_a_term_until_a_day_includes_that_day() -> None:
    assert ends(agreed(term={"kind": "until_date", "until": "2075-12-31"}), "2030-01-01") == "2076-01-01 until-its-last-day"


@pytest.mark.parametrize("term", [{"kind": "indefinite"}, {"kind": "fixed"}, {"kind": "until_condition"}, {"kind": "until_date"}])
def test_a_term_without_a_coded_end_has_none(term: dict[str, Any]) -> None:
    assert ends(agreed(term=term), "1960-01-01") == "None initial-term"


def test_no_term_is_counted_where_none_is_coded_or_its_beginning_is_not_known() -> None:
    assert terms(pact(in_force="1950"), until=on("1960-01-01")) == ()
    assert terms(pact(in_force="1950", duration={"survival": "All."}), until=on("1960-01-01")) == ()
    assert terms(agreed(in_force=None), until=on("1960-01-01")) == ()
    assert term_on(on("1949-01-01"), agreed(), chosen(True)) is None


def test_tacit_renewals_follow_one_another_as_often_as_allowed() -> None:
    renewed = agreed(renewal=TACIT)

    assert ends(renewed, "1980-04-10") == "1980-04-11 initial-term"
    assert ends(renewed, "1980-04-11") == "1985-04-11 tacit-renewal"
    assert ends(renewed, "1994-01-01") == "1995-04-11 tacit-renewal"
    assert ends(agreed(renewal={**TACIT, "times": 1}), "1994-01-01") == "1985-04-11 tacit-renewal"
    assert [span.number for span in terms(renewed, until=on("1994-01-01"))] == [0, 1, 2, 3]


def test_a_renewal_of_unknown_length_gives_no_false_end() -> None:
    assert ends(agreed(renewal={"kind": "tacit"}), "1994-01-01") == "1980-04-11 initial-term"


def test_an_extension_moves_the_end_to_the_day_it_names_or_by_a_renewal_or_to_nobody_knows_when() -> None:
    express = {"kind": "express", "months": 60}

    assert ends(agreed(event("x", "extension", "1979-01-01", until="1990-12-31")), "1985-01-01") == "1991-01-01 term-prolonged"
    assert ends(agreed(event("x", "renewal_express", "1979-01-01"), renewal=express), "1985-01-01") == "1985-04-11 term-prolonged"
    assert ends(agreed(event("x", "renewal_express", "1979-01-01")), "1985-01-01") == "None term-prolonged"
    assert ends(agreed(event("x", "extension", "1979-01-01", until="1990-12-31")), "1978-01-01") == "1980-04-11 initial-term"


def test_a_tacit_renewal_that_a_source_records_is_not_counted_twice() -> None:
    recorded = event("x", "renewal_tacit", "1980-04-11")

    assert ends(agreed(recorded, renewal=TACIT), "1982-01-01") == "1985-04-11 tacit-renewal"
    assert ends(agreed(recorded), "1982-01-01") == "None term-prolonged"


def test_a_term_counted_anew_runs_its_full_length() -> None:
    assert ends(agreed(event("x", "term_reset", "1960-01-01")), "1970-01-01") == "1990-01-01 term-counted-anew"
    assert ends(agreed(event("x", "term_reset", "1960-01-01", until="1969-12-31")), "1965-01-01") == "1970-01-01 term-counted-anew"
    assert ends(agreed(event("x", "term_reset", "1960-01-01"), term={"kind": "indefinite"}), "1970-01-01") == "None term-counted-anew"


def test_a_term_from_a_year_ends_in_a_year() -> None:
    assert ends(agreed(in_force="1950"), "1960-01-01") == "1980 initial-term"


@pytest.mark.parametrize("months", [1, 5, 12, 60])
@pytest.mark.parametrize("start", ["1950-01-31", "1950-02", "1950"])
def test_the_term_on_a_day_is_the_one_that_counting_every_renewal_reaches(months: int, start: str) -> None:
    for renewal in ({"kind": "tacit", "months": months}, {"kind": "tacit", "months": months, "times": 7}):
        document = agreed(in_force=start, term={"kind": "fixed", "months": 29}, renewal=renewal)
        for day in (on("1949-11-01") + timedelta(days=67 * step) for step in range(50)):
            whole = [span for span in terms(document, until=day) if span.begins.first <= day]
            assert term_on(day, document, chosen(True)) == (whole[-1] if whole else None)
