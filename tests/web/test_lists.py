"""The list's question answered as a table, as data and as a feed."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import Publish

ATOM = "{http://www.w3.org/2005/Atom}"


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return b"".join(answer).decode()


def table(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, address).removeprefix("\ufeff"))))


@pytest.fixture
def some(publish: Publish) -> None:
    publish(title="=HYPERLINK(1)", kind="acsa", signed="1951-09-08", in_force="1952-04-28", parties=["JPN", "USA"])
    publish(title="Traité « d’amitié »; defence, mutual", kind=None, signed="1960", parties=["FRA", "GBR"])


def test_a_table_has_a_line_for_each_agreement_and_a_column_for_each_thing_known(reader: Client, some: None) -> None:
    first, last = table(reader, "/agreements.csv?order=reference&as_of=1955-01-01&party=JPN,FRA")[0], table(reader, "/agreements.csv")[0]

    assert (first["reference"], first["parties"], first["signed"], first["standing"]) == ("E0001", "JPN;USA", "1951-09-08", "in_force")
    assert (first["standing_since"], first["standing_until"], first["standing_basis"]) == ("1952-04-28", "", "declared")
    assert (last["signed"], last["title"]) == ("1960", "Traité « d’amitié »; defence, mutual")
    assert last["kind"] == ""
    assert last["url"].endswith("/api/v1/agreements/E0002/")


def test_no_cell_is_run_as_a_formula(reader: Client, some: None) -> None:
    assert table(reader, "/agreements.csv?party=JPN")[0]["title"] == "'=HYPERLINK(1)"


def test_data_gives_the_question_in_words_and_every_row(reader: Client, some: None) -> None:
    said = json.loads(body(reader, "/agreements.json?party=JPN&as_of=1955-01-01"))

    assert said["question"] == "Agreements to which Japan is a party, as they stood on 1 January 1955"
    assert [row["reference"] for row in said["results"]] == ["E0001"]
    assert said["results"][0]["standing"]["value"] == "in_force"


def test_a_feed_gives_what_was_learnt_last_first(reader: Client, some: None) -> None:
    feed = ElementTree.fromstring(body(reader, "/agreements.atom?as_of=1970-01-01"))  # noqa: S314 - our own feed

    assert feed.findtext(f"{ATOM}title") == "Entente: Agreements, as they stood on 1 January 1970"
    links = [entry.find(f"{ATOM}link") for entry in feed.iter(f"{ATOM}entry")]
    assert sorted(str(link.get("href")) for link in links if link is not None) == [
        "http://testserver/agreements/E0001/",
        "http://testserver/agreements/E0002/",
    ]
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Entente"


@pytest.mark.parametrize(
    "address", ["/agreements.csv?limit=5", "/agreements.json?cursor=x", "/agreements.atom?order=title", "/agreements.csv?partei=JPN"]
)
def test_what_these_do_not_take_is_refused(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 400


def test_an_empty_answer_is_an_empty_table_list_and_feed(reader: Client, loaded: None) -> None:
    assert table(reader, "/agreements.csv") == []
    assert json.loads(body(reader, "/agreements.json"))["results"] == []
    assert "<entry>" not in body(reader, "/agreements.atom")


@pytest.mark.parametrize("address", ["/agreements.csv", "/agreements.json", "/agreements.atom"])
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, address: str) -> None:
    counts = []
    for more in (3, 27):
        for number in range(more):
            publish(title=f"Pact {number}")
        with CaptureQueriesContext(connection) as asked:
            body(reader, address)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 4
