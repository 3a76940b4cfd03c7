"""The list of agreements: its rows, standing by day, paging, order."""

import itertools
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from catalogue.cursors import with_serial
from catalogue.models import Entry
from catalogue.orders import ORDERS
from editorial.applying import apply
from editorial.composing import compose
from tests.api.conftest import MOMENT, Publish
from tests.factories import pact

pytestmark = pytest.mark.django_db
LIST = "/api/v1/agreements/"


def titles(api: Client, question: str) -> list[str]:
    return [row["title"] for row in api.get(f"{LIST}?{question}").json()["results"]]


def all_pages(api: Client, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for _ in range(100):
        page = api.get(address).json()
        rows += page["results"]
        if page["next"] is None:
            return rows
        address = page["next"]
    raise AssertionError("The list does not end.")


def test_a_row_is_the_stored_row_with_its_standing_and_address(api: Client, two_treaties):
    answer = api.get(f"{LIST}?as_of=1955-01-01")
    stored = Entry.objects.get(reference="E0001").row

    assert answer["Content-Type"] == "application/json"
    assert stored[:-1].encode() in answer.content
    assert answer.json() == {
        "results": [
            {
                **json.loads(stored),
                "standing": {"value": "in_force", "since": "1952-04-28", "until": "1960-06-23", "basis": "declared"},
                "url": "http://testserver/api/v1/agreements/E0001/",
            }
        ],
        "next": None,
        "cursor": None,
        "total": None,
    }
    assert answer.json()["results"][0]["parties"] == ["USA", "JPN"]


def test_a_standing_without_end_has_no_until(api: Client, two_treaties):
    [row] = api.get(f"{LIST}?as_of=1965-01-01&standing=in_force").json()["results"]

    assert row["standing"] == {"value": "in_force", "since": "1960-06-23", "until": None, "basis": "declared"}


def test_a_standing_that_nobody_knows_is_null(api: Client, publish: Publish):
    publish("Undated")
    [row] = api.get(LIST).json()["results"]

    assert row["standing"] == {"value": None, "since": None, "until": None, "basis": None}


def test_a_day_known_to_the_year_is_shown_as_the_year(api: Client, publish: Publish):
    publish("Of some day in 1951", signed="1951~")
    [row] = api.get(LIST).json()["results"]

    assert (row["signed"], row["standing"]["since"]) == ("1951~", "1951~")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1950-01-01", []),
        ("1952-04-27", []),
        ("1955-01-01", ["Security Treaty"]),
        ("1960-06-22", ["Security Treaty"]),
        ("1960-06-23", ["Treaty of Mutual Cooperation and Security"]),
        ("1965-01-01", ["Treaty of Mutual Cooperation and Security"]),
    ],
)
def test_what_is_in_force_depends_on_the_day(api: Client, two_treaties, day: str, expected: list[str]):
    assert titles(api, f"between=USA,JPN&standing=in_force&as_of={day}") == expected


def test_the_register_answers_as_it_knew(api: Client, publish: Publish):
    publish("Known early", signed="1951", at=datetime(2026, 1, 1, 23, 59, tzinfo=UTC))
    publish("Known late", signed="1951", at=datetime(2026, 1, 2, 0, 1, tzinfo=UTC))

    assert titles(api, "as_known=2026-01-01") == ["Known early"]
    assert titles(api, "as_known=2025-12-31") == []
    assert sorted(titles(api, "")) == ["Known early", "Known late"]


def test_provisions_that_are_absent_are_not_listed(api: Client, publish: Publish):
    provisions = [{"id": "a", "kind": "consultation", "state": "absent"}, {"id": "b", "kind": "logistics"}]
    publish("With one of two", provisions=provisions)
    [row] = api.get(LIST).json()["results"]

    assert row["provisions"] == ["logistics"]
    assert titles(api, "provision=consultation") == []


def test_a_draft_is_nowhere(api: Client, publish: Publish):
    publish("Public")
    for number in range(3):
        draft = apply(pact(title=f"Draft nobody may see {number}", reference=f"E9{number:03d}"), by=None, at=MOMENT)
        assert compose(draft).title.startswith("Draft")
    answers = [api.get(path) for path in (LIST, f"{LIST}?q=draft", f"{LIST}E9000/", "/api/v1/parties/USA/", "/api/v1/")]

    assert [b"Draft" in answer.content for answer in answers] == [False] * 5
    assert titles(api, "") == ["Public"]


DAYS = ["1951-09-08", "1951-09-08", "", "1960-01-19", "1951", "", "1951-09-08"]


@pytest.fixture
def several(publish: Publish) -> set[str]:
    """Agreements with ties in every order: the same days, titles and moments, and days that nobody knows."""
    for day, title in zip(DAYS, itertools.cycle(["Treaty", "treaty", "Arrangement"]), strict=False):
        publish(title, signed=day or None)
    return {f"E{number:04d}" for number in range(1, len(DAYS) + 1)}


@pytest.mark.parametrize("order", ORDERS)
def test_paging_by_two_sees_every_agreement_once(api: Client, several: set[str], order: str):
    seen = [row["reference"] for row in all_pages(api, f"{LIST}?limit=2&order={order}")]
    whole = [row["reference"] for row in api.get(f"{LIST}?limit=200&order={order}").json()["results"]]

    assert len(seen) == len(several)
    assert set(seen) == several
    assert seen == whole


@pytest.mark.parametrize("order", ["signed", "-signed"])
def test_unknown_days_of_signature_come_last_in_both_directions(api: Client, several: set[str], order: str):
    signed = [row["signed"] for row in all_pages(api, f"{LIST}?limit=2&order={order}")]

    assert signed[-2:] == [None, None]
    assert None not in signed[:-2]


def test_the_next_page_keeps_the_question_and_its_day(api: Client, several: set[str]):
    following = api.get(f"{LIST}?limit=2&party=USA&party=JPN,GBR&q=treaty").json()["next"]

    assert following.startswith("http://testserver/api/v1/agreements/?")
    assert "&as_of=20" in following
    assert following.count("party=") == 2
    assert api.get(following).status_code == 200


@pytest.mark.parametrize(("order", "other"), [("signed", "-signed"), ("title", "reference"), ("published", "signed")])
def test_a_cursor_of_another_order_is_refused(api: Client, several: set[str], order: str, other: str):
    following = api.get(f"{LIST}?limit=2&order={order}").json()["next"]
    answer = api.get(following.replace(f"order={order}", f"order={other}"))

    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == ["cursor"]


def test_a_page_past_the_end_is_not_there(api: Client, several: set[str]):
    last = with_serial(ORDERS["reference"].sort(Entry.objects.all()), None).last()
    answer = api.get(LIST, {"order": "reference", "cursor": ORDERS["reference"].cursor(last)})

    assert answer.status_code == 404
    assert answer.json()["errors"][0]["parameter"] == "cursor"


def test_an_empty_answer_is_an_answer(api: Client, parties):
    assert api.get(f"{LIST}?party=FRA").json() == {"results": [], "next": None, "cursor": None, "total": None}


def test_the_number_of_queries_does_not_grow_with_the_page(api: Client, publish: Publish, django_assert_num_queries):
    for number in range(3):
        publish(f"Pact {number}", signed="1951", parties=("USA", "JPN", "GBR"))
    with django_assert_num_queries(3):
        assert len(titles(api, "limit=200")) == 3
    for number in range(27):
        publish(f"Pact {number}", signed="1952", parties=("USA", "JPN", "FRA"))
    with django_assert_num_queries(3):
        assert len(titles(api, "limit=200")) == 30
    with django_assert_num_queries(4):  # and one for the codes of parties
        assert len(titles(api, "limit=200&party=USA&standing=signed&q=pact")) == 30
