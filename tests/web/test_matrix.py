"""The matrix and the gap finder as pages, tables and data: what they count is what their links lead to."""

import csv
import io
from datetime import UTC, datetime
from urllib.parse import urlsplit

import html5lib
import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.asking import ask
from catalogue.question import read_question
from parties.models import Party
from tests.factories import event
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text

LOGISTICS = [{"id": "p1", "kind": "logistics"}]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def some(publish: Publish) -> None:
    """Japan has logistics with Australia and the United States; with the Philippines it has signed them; France has left."""
    publish(title="A", parties=["AUS", "JPN"], in_force="2013-01-31", provisions=LOGISTICS, kind="acsa", at=EARLY)
    publish(title="B", parties=["JPN", "USA"], in_force="1996-10-22", provisions=[*LOGISTICS, {"id": "p2", "kind": "nuclear"}], kind="acsa")
    publish(title="C", parties=["JPN", "PHL"], provisions=LOGISTICS)
    left = event("w", "withdrawal_effective", "2001-01-01", party="FRA")
    publish(title="D", parties=["FRA", "GBR", "USA"], in_force="1990-01-01", events=[left], provisions=LOGISTICS)
    publish(title="E", parties=["FRA", "JPN"], in_force="2019-06-26")


def listed(address: str) -> int:
    """How many agreements the list at an address finds."""
    parts = urlsplit(address)
    assert parts.path == "/agreements/"
    names = dict(Party.objects.order_by().values_list("code", "name"))
    return ask(read_question(QueryDict(parts.query), today=TODAY, known_parties=lambda: names)).count()


@pytest.mark.parametrize(
    "query", ["", "as_of=1998-01-01&inferred=no", "provision=logistics", "columns=parties", "columns=parties&kind=acsa"]
)
def test_the_address_of_a_cell_finds_as_many_agreements_as_it_counts(reader: Client, some: None, query: str) -> None:
    said = reader.get(f"/matrix.json?{query}").json()

    assert len(said["cells"]) > 6
    for cell in said["cells"]:
        assert listed(cell["url"]) == cell["number"], cell


def test_a_cell_says_the_strongest_standing_and_leads_to_the_list(reader: Client, some: None) -> None:
    page = html(reader.get("/matrix/?as_of=2020-01-01"))

    assert 'href="/agreements/?party=JPN&amp;provision=logistics&amp;standing=in_force&amp;as_of=2020-01-01"' in page
    assert "Japan, Logistics: 2 in force and 1 signed, of 3 agreements" in page
    assert "France, Logistics: 1 ended, of 1 agreement" in page


def test_what_is_not_coded_is_told_apart_from_what_is_not_there(reader: Client, some: None) -> None:
    page = text(reader.get("/matrix/"))

    assert "Of 5 agreements that answer the question, 4 have provisions coded. The other 1 stand in the column “Any” only" in page
    assert "An empty cell: the register knows no such agreement. That is not to say that there is none." in page


def test_parties_against_parties_lead_to_the_page_between_them_with_the_day(reader: Client, some: None) -> None:
    page = html(reader.get("/matrix/?columns=parties&as_of=2020-01-01&inferred=no"))

    assert (
        'href="/between/JPN/USA/?as_of=2020-01-01&amp;inferred=no"' in page
        or 'href="/between/JPN/USA/?inferred=no&amp;as_of=2020-01-01"' in page
    )
    narrowed = html(reader.get("/matrix/?columns=parties&provision=logistics"))
    assert 'href="/agreements/?between=JPN,USA&amp;provision=logistics"' in narrowed


def test_so_many_parties_as_asked_are_shown_and_the_page_says_of_how_many(reader: Client, some: None) -> None:
    assert "The 2 with most agreements, of 6 parties." in text(reader.get("/matrix/?show=2"))
    assert "6 parties, the one with most agreements first." in text(reader.get("/matrix/"))
    assert "The 2 with most agreements, of 4 parties." in text(reader.get("/matrix/?columns=parties&party=JPN&show=2"))


def test_the_matrix_as_known_before_a_record_was_published_does_not_count_it(reader: Client, some: None) -> None:
    assert {row["code"] for row in reader.get("/matrix.json?as_known=2020-02-01").json()["rows"]} == {"AUS", "JPN"}


def test_the_table_has_a_line_for_each_cell(reader: Client, some: None) -> None:
    answer = reader.get("/matrix.csv?as_of=2020-01-01")
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))
    line = next(row for row in rows if (row["row"], row["column"]) == ("JPN", "logistics"))

    assert (line["row_name"], line["column_name"], line["standing"], line["number"]) == ("Japan", "Logistics", "in_force", "2")
    assert (line["in_force"], line["signed"], line["ended"], line["agreements"]) == ("2", "1", "0", "3")
    assert len(rows) == len(reader.get("/matrix.json?as_of=2020-01-01").json()["cells"])


def test_the_gap_finder_tells_with_whom_it_is_in_force_and_with_whom_not(reader: Client, some: None) -> None:
    said = reader.get("/gaps.json?party=JPN&provision=logistics&partners_of=USA&as_of=2015-01-01").json()

    assert said["question"] == "With whom Japan has logistics in force on 1 January 2015, and with whom not"
    assert said["has"] == []
    assert [one["name"] for one in said["lacks"]] == ["United Kingdom"]
    said = reader.get("/gaps.json?party=JPN&provision=logistics&as_of=2015-01-01").json()
    assert {one["name"]: listed(one["url"]) for one in said["has"]} == {"Australia": 1, "United States": 1}
    assert [(one["name"], one["last_known"]) for one in said["lacks"]] == [("Philippines", "signed")]
    assert listed(said["lacks"][0]["url"]) == 1


def test_everybody_of_a_group_is_either_with_or_without(reader: Client, some: None) -> None:
    page = text(reader.get("/gaps/?party=JPN&organisation=ORG-ANZUS"))

    assert "In force with 2" in page
    assert "Not in force with 1" in page
    assert "New Zealand" in page


def test_what_japan_has_with_australia_but_not_with_the_philippines(reader: Client, some: None) -> None:
    said = reader.get("/gaps.json?party=JPN&with=AUS&without=PHL").json()["kinds"]

    assert [(one["name"], one["missing"], one["without"]["last_known"]) for one in said] == [("Logistics", True, "signed")]
    assert (listed(said[0]["with"]["url"]), listed(said[0]["without"]["url"])) == (1, 1)
    assert "What Japan has in force today with Australia, and not with the Philippines" in text(
        reader.get("/gaps/?party=JPN&with=AUS&without=PHL")
    )


def test_a_form_that_is_sent_leads_to_the_address_that_is_cited(reader: Client, some: None) -> None:
    answer = reader.get("/gaps/?party=JPN&provision=&organisation=&region=&partners_of=")

    assert (answer.status_code, answer["Location"]) == (302, "/gaps/?party=JPN")


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/matrix/?colums=parties", "columns"),
        ("/matrix/?columns=party", "parties"),
        ("/matrix/?show=0", "whole number from 1 to 200"),
        ("/matrix/?between=JPN,USA", "between"),
        ("/matrix.csv?standing=in_force", "standing"),
        ("/matrix.json?party=JPX", "JPN"),
        ("/gaps/?party=JPN,USA", "one party at a time"),
        ("/gaps/?with=AUS", "go together"),
        ("/gaps.json?partners_of=Japan", "JPN"),
    ],
)
def test_what_these_pages_do_not_take_is_refused_by_name(reader: Client, loaded: None, address: str, named: str) -> None:
    answer = reader.get(address)

    assert answer.status_code == 400
    assert named in text(answer)


def test_a_wrong_value_is_mended_in_its_place(reader: Client, loaded: None) -> None:
    assert 'href="/matrix/?columns=parties"' in html(reader.get("/matrix/?columns=party"))


@pytest.mark.parametrize(
    "address",
    [
        "/matrix/",
        "/matrix/?columns=parties",
        "/matrix/?party=JPN&columns=parties",
        "/matrix/?kind=sofa",
        "/gaps/",
        "/gaps/?party=JPN",
        "/gaps/?party=JPN&with=AUS&without=PHL",
        "/gaps/?party=JPN&with=PHL&without=AUS",
    ],
)
def test_the_pages_are_strictly_valid_also_where_they_are_empty(reader: Client, some: None, address: str) -> None:
    answer = reader.get(address)

    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(html(answer))
    assert " style=" not in html(answer)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/matrix/?organisation=ORG-NATO", 12),
        ("/matrix/?columns=parties", 10),
        ("/matrix.json", 7),
        ("/matrix.csv?columns=parties", 7),
        ("/gaps/?party=JPN&provision=logistics&partners_of=USA", 13),
        ("/gaps/?party=JPN&with=AUS&without=PHL", 12),
    ],
)
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, address: str, most: int) -> None:
    counts = []
    for more in (3, 27):
        for number in range(more):
            publish(parties=["JPN", ("AUS", "USA", "PHL", "FRA")[number % 4]], in_force="1990", provisions=LOGISTICS)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(address).getvalue()
        counts.append(len(asked))
    assert counts[0] == counts[1] <= most
