"""What a script gets wrong is refused by name, with what was meant where that can be told."""

import json
from base64 import urlsafe_b64encode

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def cursor(*parts: object) -> str:
    return urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode()


def fault(api: Client, path: str, status: int = 400) -> dict[str, object]:
    answer = api.get(path)
    assert answer.status_code == status, answer.content
    [found] = answer.json()["errors"]
    return dict(found)


def test_standing_between_parties_that_are_none_is_refused(api: Client, two_treaties):
    found = fault(api, "/api/v1/agreements/E0001/standing/?between=JPN,Philippines")

    assert (found["parameter"], found["value"], found["suggestion"]) == ("between", "PHILIPPINES", "PHL")
    assert api.get("/api/v1/agreements/E0001/standing/?between=JPN,jpn").status_code == 400
    assert api.get("/api/v1/agreements/E0001/standing/?between=JPN,USA,PHL").status_code == 400
    assert api.get("/api/v1/agreements/E0001/standing/?between=jpn,usa").json()["between"]["parties"] == ["JPN", "USA"]


@pytest.mark.parametrize(
    "since", ["yesterday", cursor("changes", 3), cursor("changes", 10**9), cursor("-signed", 1), cursor("changes", 1) + "x"]
)
def test_a_cursor_from_beyond_the_end_of_the_register_hides_nothing(api: Client, two_treaties, since: str):
    assert fault(api, f"/api/v1/changes/?since={since}")["parameter"] == "since"
    assert api.get(f"/api/v1/changes/?since={since}&format=jsonl").status_code == 400


def test_a_cursor_at_the_end_of_the_register_is_kept(api: Client, two_treaties):
    assert api.get(f"/api/v1/changes/?since={cursor('changes', 2)}").json()["results"] == []


def test_a_cursor_with_something_behind_it_is_none(api: Client, two_treaties):
    following = api.get("/api/v1/agreements/?limit=1").json()["cursor"]

    assert api.get("/api/v1/agreements/", {"cursor": following}).status_code == 200
    assert api.get("/api/v1/agreements/", {"cursor": f"{following}x"}).status_code == 400
    assert api.get("/api/v1/agreements/", {"cursor": f" {following}"}).status_code == 400


@pytest.mark.parametrize(
    ("said", "meant"), [("e0001", "E0001"), ("1", "E0001"), ("E1", "E0001"), ("E00001x", None), ("x", None), ("0", None)]
)
def test_a_reference_that_is_written_otherwise_is_recognised(api: Client, two_treaties, said: str, meant: str | None):
    assert fault(api, f"/api/v1/agreements/{said}/", 404)["suggestion"] == meant


@pytest.mark.parametrize("number", ["01", "0", "1.0", "-1", "١"])
def test_a_revision_has_one_address(api: Client, two_treaties, number: str):
    assert fault(api, f"/api/v1/agreements/E0001/revisions/{number}/", 404)["parameter"] == "number"
