from typing import Any

import pytest
from django.test import Client

from api.standing import StandingOnADay
from records.models import Revision
from tests.api.conftest import Publish

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/agreements/E0001/standing/"


@pytest.mark.usefixtures("two_treaties")
def test_a_standing_is_answered_with_its_because_and_its_explanation(api: Client) -> None:
    said = api.get(f"{ADDRESS}?as_of=1955-01-01").json()

    assert (said["reference"], said["revision"], said["as_of"], said["inferred"]) == ("E0001", 1, "1955-01-01", True)
    assert (said["standing"]["value"], said["standing"]["since"], said["standing"]["until"]) == ("in_force", "1952-04-28", "1960-06-23")
    because = said["standing"]["because"]
    assert because["events"] == ["e2"]
    assert because["articles"] == ["VCLT art. 24"]
    assert because["sentence"] == "An agreement is in force from the day it enters into force."
    assert said["standing"]["explanation"].startswith("In force from 28 April 1952 until 23 June 1960")
    assert said["explanation"].startswith("In force from 28 April 1952")


@pytest.mark.usefixtures("two_treaties")
def test_each_party_has_its_own_standing(api: Client) -> None:
    then, later = (api.get(f"{ADDRESS}?as_of={day}").json()["parties"] for day in ("1955-01-01", "1965-01-01"))

    assert {(held["party"], held["value"]) for held in then} == {("USA", "party"), ("JPN", "party")}
    assert {held["value"] for held in later} == {"ended"}


@pytest.mark.usefixtures("two_treaties")
def test_what_holds_between_two_is_told_when_asked(api: Client) -> None:
    assert api.get(ADDRESS).json()["between"] is None
    tie = api.get(f"{ADDRESS}?between=jpn,USA&as_of=1955-01-01").json()["between"]
    assert (tie["parties"], tie["value"], tie["since"]) == (["JPN", "USA"], "both_bound", "1952-04-28")
    assert api.get(f"{ADDRESS}?between=JPN,FRA").json()["between"] is None


def test_what_is_to_come_stands_with_its_day(api: Client, publish: Publish) -> None:
    duration = {
        "term": {"kind": "fixed", "months": 120, "counted_from": "entry_into_force"},
        "renewal": {"kind": "tacit", "months": 60},
        "notice": {"anchor": "before_end_of_term", "months": 6},
    }
    publish("Ten years", signed="2010-01-01", in_force="2010-01-01", duration=duration)

    coming = {deadline["kind"]: deadline for deadline in api.get(f"{ADDRESS}?as_of=2019-01-01").json()["deadlines"]}

    assert (coming["tacit_renewal"]["first"], coming["tacit_renewal"]["last"]) == ("2020-01-01", "2020-01-01")
    assert coming["last_day_for_notice"]["because"]["rule"]


@pytest.mark.usefixtures("two_treaties")
def test_the_answer_keeps_to_its_shape(api: Client) -> None:
    for query in ("", "?as_of=1950-01-01", "?as_of=1955-01-01&inferred=no"):
        StandingOnADay.model_validate_json(api.get(f"{ADDRESS}{query}").content)


@pytest.mark.usefixtures("two_treaties")
@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("x=1", "x"),
        ("as_of=2023-02-30", "as_of"),
        ("inferred=maybe", "inferred"),
        ("between=JPN", "between"),
        ("between=JPN,jpn", "between"),
        ("between=JPN,USA,FRA", "between"),
        ("as_known=9999-01-01", "as_known"),
        ("q=treaty", "q"),
    ],
)
def test_a_parameter_that_cannot_be_followed_is_named(api: Client, query: str, name: str) -> None:
    answer = api.get(f"{ADDRESS}?{query}")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == name


def test_it_costs_as_much_for_two_parties_as_for_six(api: Client, publish: Publish, django_assert_num_queries: Any) -> None:
    publish("Two", signed="1951")
    publish("Six", parties=("USA", "JPN", "GBR", "FRA", "PHL", "RUS"), signed="1951")

    for reference in ("E0001", "E0002"):
        with django_assert_num_queries(4):
            api.get(f"/api/v1/agreements/{reference}/standing/")
    assert Revision.objects.count() == 2
