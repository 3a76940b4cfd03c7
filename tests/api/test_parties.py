"""Parties: all of them page by page, and one in full."""

import pytest
from django.test import Client

from parties.models import Life, Membership, Party
from treaty.vocabulary.party_types import PartyType

pytestmark = pytest.mark.django_db
LIST = "/api/v1/parties/"


def test_a_row_says_who_it_is_and_when_it_lived(api: Client, parties):
    [row] = api.get(f"{LIST}?type=former_state").json()["results"]

    assert row == {
        "code": "SUN",
        "name": "Soviet Union",
        "type": "former_state",
        "region": {"code": "150", "name": "Europe"},
        "subregion": {"code": "151", "name": "Eastern Europe"},
        "begins": "1922-12-30",
        "ends": "1991-12-26",
        "url": "http://testserver/api/v1/parties/SUN/",
    }


def test_a_party_with_several_lives_has_the_first_beginning_and_the_last_end(api: Client, parties):
    Life.objects.create(party=parties["FRA"], begins="1816", ends="1942-11")
    Life.objects.create(party=parties["FRA"], begins="1944-08-25")
    rows = {row["code"]: row for row in api.get(LIST).json()["results"]}

    assert (rows["FRA"]["begins"], rows["FRA"]["ends"]) == ("1816", None)


def test_parties_stand_by_code_and_every_page_follows(api: Client, parties):
    seen, address = [], f"{LIST}?limit=3"
    while address:
        page = api.get(address).json()
        seen += [row["code"] for row in page["results"]]
        address = page["next"]

    assert seen == sorted(parties)


def test_types_may_be_repeated_or_stand_with_commas(api: Client, parties):
    codes = [
        [row["code"] for row in api.get(f"{LIST}?{asked}").json()["results"]]
        for asked in ("type=organisation,former_state", "type=organisation&type=former_state")
    ]

    assert codes == [["ORG-UN", "SUN"]] * 2


def test_a_page_past_the_end_is_not_there(api: Client, parties):
    following = api.get(f"{LIST}?limit=7").json()["next"]
    Party.objects.filter(code="USA").delete()

    assert api.get(following).status_code == 404


def test_one_party_in_full(api: Client, parties):
    said = api.get(f"{LIST}SUN/").json()

    assert [name["text"] for name in said["names"]] == ["USSR"]
    assert said["codes"] == [{"scheme": "iso_former", "value": "SUHH", "begins": None, "ends": None, "note": ""}]
    assert said["lives"][0]["ends"] == "1991-12-26"
    assert said["successors"][0]["party"] == {"code": "RUS", "name": "Russia", "url": "http://testserver/api/v1/parties/RUS/"}
    assert said["memberships"][0]["party"]["code"] == "ORG-UN"
    assert api.get(f"{LIST}ORG-UN/").json()["members"][0]["party"]["code"] == "SUN"
    assert api.get(f"{LIST}RUS/").json()["predecessors"][0]["kind"] == "continuation"
    assert api.get(said["agreements"]).status_code == 200


@pytest.mark.parametrize(
    ("code", "suggestion"),
    [("fra", "FRA"), ("France", "FRA"), ("soviet%20union", "SUN"), ("USB", "USA"), ("%00", None), ("%ED%A0%80", None), ("X" * 9000, None)],
)
def test_an_unknown_code_is_a_problem_with_the_nearest(api: Client, parties, code: str, suggestion: str | None):
    answer = api.get(f"{LIST}{code}/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    [error] = answer.json()["errors"]
    assert (error["parameter"], error["suggestion"]) == ("code", suggestion)


def test_the_number_of_queries_does_not_grow(api: Client, parties, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert len(api.get(f"{LIST}?limit=3").json()["results"]) == 3
    with django_assert_num_queries(3):
        assert api.get(f"{LIST}ORG-UN/").status_code == 200
    for number in range(30):
        party = Party.objects.create(code=f"LAND-{number:03d}", type=PartyType.STATE, name=f"Land {number}", sort_name=f"land {number}")
        Membership.objects.create(organisation=parties["ORG-UN"], member=party)
        Life.objects.create(party=party, begins="1950")
    with django_assert_num_queries(3):
        assert len(api.get(f"{LIST}?limit=200").json()["results"]) == 38
    with django_assert_num_queries(3):
        assert len(api.get(f"{LIST}ORG-UN/").json()["members"]) == 31
