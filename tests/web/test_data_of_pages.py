"""Every public page is also data, strict about its parameters, and speaks of trouble to programs in their own way."""

import json
import re

import pytest
from django.test import Client

from rest.problems import MEDIA_TYPE
from tests.doors.test_access import PUBLIC

PAGES = [example for example, _ in PUBLIC.values() if example.partition("?")[0].endswith("/") and not example.startswith(("api/", "style"))]
DATA = [example for example, _ in PUBLIC.values() if example.partition("?")[0].endswith(".json") and not example.startswith("api/")]
FILES = [example for example, _ in PUBLIC.values() if re.search(r"\.(csv|atom|ics|svg|png|bib|ris)(\?|$)", example)]


@pytest.fixture(autouse=True)
def _record(two_treaties: None) -> None:
    """E0001 and E0002 stand in the register."""


@pytest.mark.parametrize("page", ["", *(page for page in PAGES if "texts" not in page and "compare/" not in page)])
def test_a_page_offers_itself_as_data(reader: Client, page: str) -> None:
    offered = re.findall(r"[\"' >](/[^\"' >]*\.json[^\"' >]*)", reader.get(f"/{page}").content.decode().replace("&amp;", "&"))
    assert offered, page
    for address in offered[:2]:
        found = reader.get(address.partition("<")[0], follow=True)
        assert found.status_code == 200, address
        assert json.loads(found.getvalue()), address


@pytest.mark.parametrize("page", ["gaps", "network"])
def test_a_page_that_needs_a_party_offers_as_data_whom_one_may_ask_about(reader: Client, page: str) -> None:
    said = reader.get(f"/{page}.json?kind=mutual_defence&as_of=1955-01-01").json()
    first = said["parties"][0]

    assert [one["party"] for one in said["parties"]] == ["JPN", "USA"]
    assert (first["name"], said["parameter"]) == ("Japan", "party")
    assert said["address"] == f"http://testserver/{page}.json?party={{party}}"
    assert "kind=mutual_defence" in first["url"]
    assert "as_of=1955-01-01" in first["url"]
    assert "parties" not in reader.get(first["url"]).json()


@pytest.mark.parametrize("address", ["", *(one for one in (*PAGES, *DATA, *FILES) if "texts" not in one)])
def test_a_parameter_that_there_is_not_is_refused_with_the_nearest(reader: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    answer = reader.get(f"/{address}{joint}as_off=2020-01-01")
    said = answer.content.decode()
    assert answer.status_code == 400, address
    assert "as_off" in said, address
    if takes_a_day(reader, address):
        assert "as_of" in said.replace("as_off", ""), address


def takes_a_day(reader: Client, address: str) -> bool:
    joint = "&" if "?" in address else "?"
    return reader.get(f"/{address}{joint}as_of=2020-01-01").status_code != 400


@pytest.mark.parametrize(
    "address", ["nowhere.json", "agreements/E9999.json", "parties/JPX.json", "between/JPX/PHL.json", "agreements/E9999/revisions/1.json"]
)
def test_trouble_at_an_address_of_data_is_a_problem_document(reader: Client, address: str) -> None:
    answer = reader.get(f"/{address}")
    said = json.loads(answer.content)
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert (answer.status_code, said["status"], said["title"]) == (404, 404, "Not Found")
    assert said["instance"] == f"/{address}"


def test_a_refusal_names_each_parameter_as_the_api_does(reader: Client) -> None:
    ours, theirs = (json.loads(reader.get(f"{door}?kind=sofaa&as_of=x").content) for door in ("/agreements.json", "/api/v1/agreements/"))
    assert ours == {**theirs, "instance": "/agreements.json"}


def test_who_asks_a_page_for_json_is_told_of_trouble_in_json(reader: Client) -> None:
    assert reader.get("/nowhere", headers={"accept": "application/json"}).headers["Content-Type"] == MEDIA_TYPE
    assert reader.get("/nowhere").headers["Content-Type"].startswith("text/html")
    assert reader.post("/agreements.json").json()["status"] == 405
