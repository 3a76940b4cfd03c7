"""The map of the world and the network of a party: what they count, what they draw, and what they do not take."""

import struct
from datetime import UTC, datetime
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.asking import ask
from catalogue.question import read_question
from parties.models import Party
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text
from web.showing.classes import class_of, classes
from web.showing.world import world

LOGISTICS = [{"id": "p1", "kind": "logistics"}]
TODAY = datetime.now(UTC).date()
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def some(publish: Publish) -> None:
    publish(title="A", parties=["JPN", "USA"], in_force="1952-04-28", at=EARLY)
    publish(title="B", parties=["JPN", "SGP"], in_force="1996-10-22", provisions=LOGISTICS)
    publish(title="C", parties=["PHL", "USA"])
    publish(title="D", parties=["SUN", "USA"], in_force="1972-10-03")
    publish(title="E", parties=["FRA", "SGP", "USA"], in_force="1990-01-01")


def listed(address: str) -> int:
    parts = urlsplit(address)
    assert parts.path == "/agreements/"
    names = dict(Party.objects.order_by().values_list("code", "name"))
    return ask(read_question(QueryDict(parts.query), today=TODAY, known_parties=lambda: names)).count()


@pytest.mark.parametrize(
    "query", ["", "measure=signed", "measure=all", "as_of=1980-01-01", "party=USA", "party=USA&measure=all", "provision=logistics"]
)
def test_each_value_is_the_number_of_agreements_that_its_list_finds(reader: Client, some: None, query: str) -> None:
    values = reader.get(f"/map.json?{query}").json()["values"]

    assert len(values) > 1
    assert {value["party"]: listed(value["url"]) for value in values} == {value["party"]: value["value"] for value in values}


def test_partners_are_counted_as_the_network_shows_them(reader: Client, some: None) -> None:
    values = {value["party"]: value for value in reader.get("/map.json?measure=partners").json()["values"]}

    assert (values["USA"]["value"], values["SGP"]["value"], values["PHL"]["value"]) == (4, 3, 0)
    for value in values.values():
        network = reader.get(value["url"].removeprefix("http://testserver").replace("/network/", "/network.json")).json()
        assert len(network["partners"]) == value["value"]


def test_a_country_is_coloured_named_and_leads_to_its_party(reader: Client, some: None) -> None:
    page = html(reader.get("/map/"))

    assert '<a href="/parties/JPN/" tabindex="-1" aria-label="Japan: 2 agreements in force"><path class="k' in page
    assert "<title>Philippines: no agreements in force</title>" in page
    assert "<title>Chad: no record</title>" in page
    assert "takes no position" in page


def test_a_small_state_is_a_dot_and_a_state_that_is_no_more_stands_beside_the_map(reader: Client, some: None) -> None:
    page = html(reader.get("/map/?as_of=1992-01-01"))
    beside = page.partition('id="beside"')[2].partition("</section>")[0]

    assert 'aria-label="Singapore: 1 agreement in force"><circle' in page
    assert "Soviet Union" in beside
    assert "Japan" not in beside


def test_every_state_of_today_has_a_shape_or_a_dot_and_no_shape_crosses_the_whole_map(loaded: None) -> None:
    shapes = world()["shapes"]

    assert [state.code for state in Party.objects.filter(type="state") if state.code not in shapes] == []
    assert {*shapes} <= {*Party.objects.values_list("code", flat=True)}
    for code, shape in shapes.items():
        for ring in shape["d"].split("z")[:-1]:
            steps = ring.partition("l")[2].replace("-", " -").split()
            widest = max(abs(float(step)) for step in steps[::2])
            assert widest < 100, f"{code} runs across the map"


def test_the_years_are_links_and_forms_that_keep_the_day_and_everything_else(reader: Client, some: None) -> None:
    page = html(reader.get("/map/?measure=signed&as_of=1960-02-29"))

    assert 'href="/map/?measure=signed&amp;as_of=1959-02-28"' in page or 'href="/map/?as_of=1959-02-28&amp;measure=signed"' in page
    assert '<input id="slide" type="range" name="year" min="1951" ' in page
    answer = reader.get("/map/?measure=signed&as_of=1960-02-29&year=1975")
    assert answer.status_code == 302
    assert {*answer["Location"].partition("?")[2].split("&")} == {"measure=signed", "as_of=1975-02-28"}
    assert reader.get("/map/?as_of=0001-01-01").status_code == reader.get("/map/?as_of=9998-12-31").status_code == 200


def test_the_table_behind_the_map_has_every_value(reader: Client, some: None) -> None:
    values = reader.get("/map.json").json()["values"]

    assert f"All {len(values)} values as a table" in text(reader.get("/map/"))


def test_the_network_puts_partners_around_a_party_and_says_how_many_are_not_drawn(reader: Client, some: None) -> None:
    page = html(reader.get("/network/?party=USA&show=2"))

    assert "Whom agreements in force bind to the United States today" in page
    assert page.count('class="spoke"') == 2 * 2
    assert "Those with most agreements are drawn; all 4 stand in the table." in text(reader.get("/network/?party=USA&show=2"))
    assert page.count("not drawn") == 2
    said = reader.get("/network.json?party=USA").json()
    assert {one["party"]: listed(one["url"]) for one in said["partners"]} == {"FRA": 1, "JPN": 1, "SGP": 1, "SUN": 1}
    assert said["links"] == [{"parties": ["FRA", "SGP"], "number": 1}, {"parties": ["JPN", "SGP"], "number": 1}]


def test_no_name_runs_over_the_edge_of_the_network(reader: Client, publish: Publish) -> None:
    codes = ["GBR", "VCT", "TTO", "STP", "BIH", "SGS"]
    publish(parties=["USA", *codes], in_force="1990-01-01")
    drawing = ElementTree.fromstring(reader.get("/network.svg?party=USA").content)  # noqa: S314 - our own drawing
    _, _, width, height = (float(side) for side in drawing.attrib["viewBox"].split())

    names = [name for name in drawing.iter(f"{SVG}text") if "transform" in name.attrib]
    assert len(names) == len(codes)
    for name in names:
        x = float(name.attrib["transform"].partition("(")[2].split()[0])
        reach = len(name.text or "") * 6.4
        assert (x + reach <= width) if name.attrib["text-anchor"] == "start" else (x - reach >= 0)
    assert height > width


def test_a_party_without_partners_has_a_page_that_says_so_and_no_drawing(reader: Client, some: None) -> None:
    assert "knows no agreement that answers this" in text(reader.get("/network/?party=PHL"))
    assert reader.get("/network.png?party=PHL").status_code == 404
    assert reader.get("/network.png").status_code == 404


@pytest.mark.parametrize("address", ["/map.png", "/network.png?party=USA"])
def test_a_picture_is_a_png_for_slides(reader: Client, some: None, address: str) -> None:
    answer = reader.get(address)

    assert answer["Content-Type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", answer.content[16:20]) == (2000,)


@pytest.mark.parametrize("address", ["/map.svg", "/network.svg?party=USA"])
def test_a_drawing_needs_no_style_sheet(reader: Client, some: None, address: str) -> None:
    drawing = reader.get(address).content.decode()

    ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing
    assert "class=" not in drawing and "style" not in drawing and "<script" not in drawing
    assert 'fill="#' in drawing


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/map/?measur=signed", "measure"),
        ("/map/?measure=sgned", "signed"),
        ("/map/?year=0", "whole number"),
        ("/map/?year=99999", "whole number"),
        ("/map.png?party=JPN,USA", "one party at a time"),
        ("/map/?party=JPN&measure=partners", "another measure"),
        ("/map.svg?standing=signed", "standing"),
        ("/network/?party=JPX", "JPN"),
        ("/network/?party=JPN&show=81", "whole number from 1 to 80"),
    ],
)
def test_what_these_pages_do_not_take_is_refused_by_name(reader: Client, loaded: None, address: str, named: str) -> None:
    answer = reader.get(address)

    assert answer.status_code == 400
    assert named in text(answer)


@pytest.mark.parametrize(
    "address", ["/map/", "/map/?kind=sofa", "/map/?party=USA", "/network/", "/network/?party=USA", "/network/?party=PHL"]
)
def test_the_pages_are_strictly_valid_also_where_they_are_empty(reader: Client, some: None, address: str) -> None:
    answer = reader.get(address)

    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(html(answer))
    assert " style=" not in html(answer)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/map/", 12),
        ("/map/?measure=partners", 12),
        ("/map/?party=JPN", 12),
        ("/map.json", 6),
        ("/map.svg", 6),
        ("/network/?party=JPN", 10),
    ],
)
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, address: str, most: int) -> None:
    counts = []
    for more in (3, 27):
        for number in range(more):
            publish(parties=["JPN", ("AUS", "USA", "PHL", "FRA")[number % 4]], in_force="1990", provisions=LOGISTICS)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= most


def test_classes_hold_every_number_once_from_few_to_many() -> None:
    for numbers in ([1], [1, 2, 3, 4, 5], [0, 1, 1, 2, 9, 40, 131], range(300), [7, 8, 9, 10, 11, 12]):
        ranges = classes(numbers)
        assert len(ranges) <= 5
        assert [class_of(number, ranges) for number in sorted(numbers)] == sorted(class_of(number, ranges) for number in numbers)
        assert all((class_of(number, ranges) > 0) == (number > 0) for number in numbers)
        assert all(later.low == earlier.high + 1 or len(set(numbers)) <= 6 for earlier, later in pairwise(ranges))
    assert [span.words for span in classes([1, 5, 30, 60, 90, 1204])][-1].endswith("1,204")


@pytest.mark.parametrize("address", ["/map/", "/matrix/", "/gaps/?party=JPN"])
def test_links_to_parties_carry_the_days(reader: Client, two_treaties: None, address: str) -> None:
    joint = "&" if "?" in address else "?"
    page = reader.get(f"{address}{joint}as_of=1955-01-01&inferred=no").content.decode()

    assert 'href="/parties/USA/?as_of=1955-01-01&amp;inferred=no"' in page
    assert 'href="/parties/USA/"' not in page
