"""What every list of the door can do: forms, sparse rows, what is expanded, counts, links."""

import csv
import io
import json
import re

import pytest
from django.test import Client

from tests.api.addresses import LISTS
from tests.api.conftest import Publish

pytestmark = pytest.mark.django_db
AGREEMENTS = "/api/v1/agreements/"


def lines(api: Client, address: str) -> list[dict]:
    return [json.loads(line) for line in api.get(address).getvalue().decode().splitlines()]


def table(api: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(api.get(address).getvalue().decode())))


@pytest.mark.parametrize("path", LISTS)
def test_the_same_rows_stand_in_all_three_forms(api: Client, with_contents, path: str):
    rows = api.get(f"{path}?limit=200" if "limit" in api.get(f"{path}?no=1").content.decode() else path).json()["results"]
    as_lines, as_table = api.get(f"{path}?format=jsonl"), api.get(f"{path}?format=csv")

    assert as_lines["Content-Type"] == "application/jsonl; charset=utf-8"
    assert as_table["Content-Type"] == "text/csv; charset=utf-8"
    assert as_lines.streaming
    assert as_table.streaming
    assert [json.loads(line) for line in as_lines.getvalue().decode().splitlines()] == rows
    assert len(table(api, f"{path}?format=csv")) == len(rows)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    ("asked", "accept", "media_type"),
    [
        ("", "text/csv", "text/csv; charset=utf-8"),
        ("", "application/jsonl", "application/jsonl; charset=utf-8"),
        ("", "application/json, text/csv;q=0.5", "application/json"),
        ("format=csv", "application/json", "text/csv; charset=utf-8"),
        ("format=json", "text/csv", "application/json"),
        ("format=jsonl", "text/html", "application/jsonl; charset=utf-8"),
    ],
)
def test_the_parameter_wins_over_the_header(api: Client, two_treaties, path: str, asked: str, accept: str, media_type: str):
    answer = api.get(f"{path}?{asked}", headers={"Accept": accept})

    assert (answer.status_code, answer["Content-Type"]) == (200, media_type)


def test_a_form_that_there_is_not_is_refused_by_name(api: Client, two_treaties):
    [error] = api.get(f"{AGREEMENTS}?format=cvs").json()["errors"]

    assert (error["parameter"], error["suggestion"], error["allowed"]) == ("format", "csv", ["json", "jsonl", "csv"])


def test_what_is_no_list_takes_no_format(api: Client, two_treaties):
    assert [error["parameter"] for error in api.get(f"{AGREEMENTS}E0001/?format=csv").json()["errors"]] == ["format"]


@pytest.mark.parametrize("path", LISTS)
def test_a_sparse_row_has_the_fields_asked_for_and_no_others(api: Client, with_contents, path: str):
    [whole, *_] = api.get(f"{path}?as_of=2012-01-01" if "deadlines" in path else path).json()["results"] or [{}]
    wanted = list(whole)[:2]
    for name in wanted:
        found = api.get(f"{path}?fields={name}").json()["results"]
        assert all(set(row) == {name} for row in found)
    assert api.get(f"{path}?fields=no_such_field").json()["errors"][0]["parameter"] == "fields"


def test_sparse_rows_keep_the_order_of_the_shape(api: Client, two_treaties):
    [row, *_] = api.get(f"{AGREEMENTS}?fields=url,title&fields=reference&as_of=1955-01-01").json()["results"]

    assert list(row) == ["reference", "title", "url"]
    assert table(api, f"{AGREEMENTS}?fields=standing,reference&format=csv&as_of=1955-01-01") == [
        {
            "reference": "E0001",
            "standing": "in_force",
            "standing_since": "1952-04-28",
            "standing_until": "1960-06-23",
            "standing_basis": "declared",
        }
    ]


def test_an_expanded_row_holds_the_document_as_it_was_published(api: Client, two_treaties):
    answer = api.get(f"{AGREEMENTS}?expand=document&order=reference")

    assert two_treaties[0].document.encode() in answer.content
    assert [row["document"]["title"] for row in answer.json()["results"]] == [
        "Security Treaty",
        "Treaty of Mutual Cooperation and Security",
    ]
    assert api.get(f"{AGREEMENTS}?fields=document&limit=1").json()["results"][0].keys() == {"document"}
    assert "document" not in api.get(AGREEMENTS).json()["results"][0]


@pytest.mark.parametrize("path", ["/api/v1/provisions/", "/api/v1/events/", "/api/v1/deadlines/"])
def test_an_expanded_part_brings_its_agreements_own_row(api: Client, with_contents, path: str):
    rows = {row["reference"]: row for row in api.get(AGREEMENTS).json()["results"]}
    found = api.get(f"{path}?expand=agreement").json()["results"]

    assert found
    assert all(row["agreement"] == rows[row["reference"]] for row in found)


@pytest.mark.parametrize("path", LISTS)
def test_the_count_is_told_when_it_is_asked_for(api: Client, with_contents, path: str):
    answer = api.get(f"{path}?count=yes").json()

    assert answer["total"] == len(answer["results"])
    assert api.get(path).json()["total"] is None
    assert api.get(f"{path}?count=yes&format=csv").json()["errors"][0]["parameter"] == "count"


def test_a_link_leads_to_the_next_page_in_every_form(api: Client, with_contents):
    for form in ("json", "jsonl", "csv"):
        answer = api.get(f"{AGREEMENTS}?limit=1&format={form}")
        links = {rel: address for address, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', answer["Link"])}
        following = api.get(links["next"])
        assert following.status_code == 200
        assert links["first"] == f"http://testserver{AGREEMENTS}?limit=1&format={form}"
        assert 'rel="first"' in following["Link"]
    assert 'rel="next"' not in api.get(f"{AGREEMENTS}?limit=200")["Link"]


def test_a_stream_is_whole_unless_a_page_of_it_is_asked_for(api: Client, publish: Publish):
    for number in range(60):
        publish(f"Pact {number}", signed="1951")

    assert len(api.get(AGREEMENTS).json()["results"]) == 50
    assert len(lines(api, f"{AGREEMENTS}?format=jsonl")) == 60
    assert len(lines(api, f"{AGREEMENTS}?format=jsonl&limit=7")) == 7


def test_head_of_a_stream_makes_no_row(api: Client, with_contents, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        answer = api.head(f"{AGREEMENTS}?format=csv")

    assert (answer.status_code, answer.getvalue()) == (200, b"")


def test_no_cell_is_run_by_a_spreadsheet(api: Client, publish: Publish):
    publish("=HYPERLINK(0)")

    assert [row["title"] for row in table(api, f"{AGREEMENTS}?format=csv")] == ["'=HYPERLINK(0)"]


@pytest.mark.parametrize("path", [path for path in LISTS if "E0001" not in path and "partners" not in path])
def test_a_page_costs_the_same_whatever_its_size(api: Client, publish: Publish, django_assert_num_queries, path: str):
    def grow(numbers: range) -> None:
        for number in numbers:
            publish(
                f"Pact {number}",
                signed="1951",
                in_force="1952",
                parties=("USA", "JPN", "GBR"),
                provisions=[{"id": "a", "kind": "logistics"}],
                events=[{"id": "e9", "kind": "notice_of_withdrawal", "party": "JPN", "date": "2025-01-01", "evidence": [{"source": "s1"}]}],
                duration={"notice": {"anchor": "any_time", "effect_months": 120}},
            )

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    grow(range(3))
    api.get(path)
    with CaptureQueriesContext(
        connection,
    ) as few:
        api.get(f"{path}?limit=100")
    grow(range(3, 30))
    with django_assert_num_queries(len(few)):
        answer = api.get(f"{path}?limit=100")
    assert answer.status_code == 200
    assert len(few) <= 6
