"""What is still to come, month by month, as a page, a calendar file and data."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.factories import event
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text
from tests.web.strict import parsed

TACIT = {
    "term": {"kind": "fixed", "months": 12, "counted_from": "entry_into_force"},
    "renewal": {"kind": "tacit", "months": 12},
    "notice": {"anchor": "before_end_of_term", "days": 90},
}
FIXED = {"term": {"kind": "fixed", "months": 24, "counted_from": "entry_into_force"}, "renewal": {"kind": "none"}}
ON = "as_of=2001-06-01"


@pytest.fixture
def some(publish: Publish) -> None:
    """A tacit renewal on 1 March 2002, an end some day of 2002, a review in the year 2003, and a convention half ratified."""
    publish(title="Renewing", in_force="2001-03-01", signed="2001-01-01", duration=TACIT, at=EARLY)
    publish(title="Ending", in_force="2000", signed="2000", duration=FIXED, parties=("FRA", "DEU"), at=EARLY)
    review = event("e9", "review_held", "2003", occurrence="awaited")
    publish(title="Reviewed", in_force="2000-01-01", signed="1999", events=[review], kind="sofa", at=EARLY)
    acts = [event("a1", "signature", "1999-05-05", party="ITA"), event("a2", "ratification", "1999-12-01", party="ITA")]
    acts += [event("a3", "signature", "2000-05-05", party="ESP")]
    roles = [{"party": "ITA"}, {"party": "ESP", "role": "signatory_only"}]
    publish(title="A convention", participations=roles, signed=None, in_force="2000-01-01", events=acts, at=EARLY)


def test_deadlines_stand_under_their_month_and_never_under_a_false_day(reader: Client, some: None) -> None:
    page = parsed(reader.get(f"/deadlines/?{ON}"))
    headings = [heading.get("id") for heading in page.iter("h2") if (heading.get("id") or "").startswith(("month-", "year-"))]
    words = text(reader.get(f"/deadlines/?{ON}"))

    assert headings == ["month-2001-11", "year-2002", "month-2002-03", "year-2003"]
    assert "A new term begins on 1 March 2002 unless a party gives notice in time." in words
    assert "Its term is over in 2002, and nothing renews it by itself." in words
    assert "The parties are to review it in 2003." in words
    assert "2002, month not known" in words
    assert "1 January 2002" not in words


def test_the_calendar_looks_two_years_ahead_unless_it_is_told_how_far(reader: Client, some: None) -> None:
    usual, short = reader.get(f"/deadlines.json?{ON}").json(), reader.get(f"/deadlines.json?{ON}&until=2002-02-28").json()

    assert usual["until"] == "2003-06-01"
    assert {one["kind"] for one in short["deadlines"]} == {"last_day_for_notice", "end_of_term"}


def test_the_lists_own_filters_narrow_it_and_kinds_of_deadline_too(reader: Client, some: None) -> None:
    def titles(question: str) -> set[str]:
        return {one["title"] for one in reader.get(f"/deadlines.json?{ON}&{question}").json()["deadlines"]}

    assert titles("party=FRA") == {"Ending"}
    assert titles("kind=sofa") == {"Reviewed"}
    assert titles("deadline=tacit_renewal,review") == {"Renewing", "Reviewed"}
    assert titles("region=150") == {"Ending"}
    assert titles("as_known=2020-01-01") == set()


def test_who_still_has_to_act_is_told_agreement_by_agreement(reader: Client, some: None) -> None:
    said = reader.get(f"/deadlines.json?{ON}").json()["consents_outstanding"]
    words = text(reader.get(f"/deadlines/?{ON}"))

    assert [(one["title"], one["parties"], one["in_force"]) for one in said] == [("A convention", ["ESP"], True)]
    assert "In force for others" in words
    assert "Spain signed on 5 May 2000" in words


def test_many_who_still_have_to_act_are_folded(reader: Client, publish: Publish) -> None:
    codes = ["AUT", "BEL", "BGR", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN"]
    acts = [event(f"a{place}", "signature", "2000-05-05", party=code) for place, code in enumerate(codes)]
    roles = [{"party": "AUT"}, *({"party": code, "role": "signatory_only"} for code in codes[1:])]
    publish(title="Large", participations=roles, signed=None, in_force="2000-01-01", events=acts)

    assert re.search(r"Belgium, Bulgaria, Cyprus, [\w ]+ and 6 others", text(reader.get(f"/deadlines/?{ON}")))


def test_what_a_rule_infers_is_told_apart(reader: Client, some: None) -> None:
    basis = {one["kind"]: one["basis"] for one in reader.get(f"/deadlines.json?{ON}").json()["deadlines"]}

    assert (basis["last_day_for_notice"], basis["review"]) == ("inferred", "declared")
    assert 'class="hint">inferred' in html(reader.get(f"/deadlines/?{ON}"))


def test_an_empty_time_is_said_and_offers_to_look_farther(reader: Client, loaded: None) -> None:
    page = text(reader.get("/deadlines/"))

    assert "The register knows of no such deadline in this time." in page
    assert "Look ahead to 31 December" in page


def test_the_calendar_file_has_whole_days_and_spans_for_days_that_are_not_known(reader: Client, some: None) -> None:
    answer = reader.get(f"/deadlines.ics?{ON}")
    events: dict[str, Any] = {str(one["UID"]): one for one in Calendar.from_ical(answer.content).walk("VEVENT")}
    renewal = events["E0001-tacit_renewal-all-20020301-20020301@entente"]
    review = events["E0003-review-all-20030101-20031231@entente"]

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (renewal["DTSTART"].dt, renewal["DTEND"].dt) == (date(2002, 3, 1), date(2002, 3, 2))
    assert review["DTEND"].dt - review["DTSTART"].dt == timedelta(days=365)
    assert "some day: 2003" in str(review["SUMMARY"])
    assert "A new term begins on 1 March 2002" in str(renewal["DESCRIPTION"])
    assert f"http://testserver/agreements/E0001/?{ON}" in str(renewal["DESCRIPTION"])
    assert len(events) == len(reader.get(f"/deadlines.json?{ON}").json()["deadlines"])


def test_the_file_is_the_same_each_time_it_is_fetched(reader: Client, some: None) -> None:
    assert reader.get(f"/deadlines.ics?{ON}").content == reader.get(f"/deadlines.ics?{ON}").content


def test_the_data_say_what_the_page_says(reader: Client, some: None) -> None:
    said, page = reader.get(f"/deadlines.json?{ON}").json(), text(reader.get(f"/deadlines/?{ON}"))

    assert f"{len(said['deadlines'])} deadlines" in page
    assert f"{said['question']}." in page
    for one in said["deadlines"]:
        assert one["sentence"] in page
        assert one["title"] in page


@pytest.mark.parametrize("address", ["/deadlines/", "/deadlines.ics", "/deadlines.json"])
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("limit=5", "limit"),
        ("deadline=earliest_exit", "deadline"),
        ("deadline=reviews", "review"),
        ("until=2001-13-01", "until"),
        ("until=2001-01-01&as_of=2002-01-01", "until"),
        ("as_of=2100-01-01", "as_of"),
        ("partei=JPN", "party"),
    ],
)
def test_what_it_does_not_take_is_refused(reader: Client, loaded: None, address: str, question: str, said: str) -> None:
    answer = reader.get(f"{address}?{question}")

    assert answer.status_code == 400
    assert said in text(answer)


def test_a_misspelt_kind_is_mended_in_place(reader: Client, loaded: None) -> None:
    assert 'href="/deadlines/?deadline=review"' in html(reader.get("/deadlines/?deadline=reviews"))


def test_the_form_leads_to_an_address_without_blanks(reader: Client, loaded: None) -> None:
    answer = reader.get("/deadlines/?party=&until=2030-01-01&as_of=2001-01-01&as_known=")

    assert answer["Location"] == "/deadlines/?as_of=2001-01-01&until=2030-01-01"


@pytest.mark.parametrize("address", ["/deadlines/", "/deadlines.ics", "/deadlines.json"])
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, address: str) -> None:
    counts = []
    for more in (3, 27):
        for number in range(more):
            publish(title=f"Pact {number}", in_force="2001-03-01", signed="2001-01-01", duration=TACIT)
            publish(title=f"Signed {number}", signed="2001-01-01", in_force=None)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(f"{address}?{ON}").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6
