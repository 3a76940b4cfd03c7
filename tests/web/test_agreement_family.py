"""The family of an agreement on its page: the tree, the list behind it, and the drawing as a file."""

import re
from xml.etree import ElementTree as XML

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text


@pytest.fixture
def kin(publish: Publish) -> None:
    """E0001 of 1951, ended; E0002 of 1960 took its place; E0003 implements E0002; E0004 has nothing to do with them."""
    publish(title="Security Treaty", signed="1951-09-08", in_force="1952-04-28", ended="1960-06-23")
    publish(
        title="Treaty of Mutual Cooperation & Security",
        signed="1960-01-19",
        in_force="1960-06-23",
        relations=[{"id": "r1", "kind": "supersedes", "target": "E0001", "effective_date": "1960-06-23"}],
    )
    publish(title="Status of Forces", signed="1965-01-19", relations=[{"id": "r1", "kind": "implements", "target": "E0002"}])
    publish(title="Another matter", signed="1970")


def tree(response: object, look: str = "wide") -> str:
    found = re.search(rf'<svg class="{look}" [^>]* role="group".*?</svg>', html(response), re.DOTALL)
    assert found
    return found.group()


@pytest.mark.usefixtures("kin")
def test_every_member_of_a_family_is_a_link_and_this_one_is_marked(reader: Client):
    for look in ("wide", "narrow"):
        drawn = tree(reader.get("/agreements/E0003/"), look)

        assert re.findall(r'href="/agreements/(E\d+)/"', drawn) == ["E0001", "E0002", "E0003"]
        assert re.findall(r'<a class="kin [a-z-]+ own" href="/agreements/(E\d+)/" aria-current="page">', drawn) == ["E0003"]


@pytest.mark.usefixtures("kin")
def test_the_tree_runs_from_left_to_right_in_order_of_time(reader: Client):
    places = [float(x) for x in re.findall(r'<rect class="sheet" x="([\d.]+)"', tree(reader.get("/agreements/E0001/")))]

    assert places == sorted(places)
    assert len(set(places)) == 3


def test_no_box_stands_in_a_row_between_two_that_are_related(reader: Client, publish: Publish):
    publish(title="The first", signed="1950")
    for year in ("1970", "1990"):  # the line to the later one would pass behind the earlier one, and seem to begin there
        publish(title=f"Protocol of {year}", signed=year, relations=[{"id": "r1", "kind": "implements", "target": "E0001"}])
    drawn = re.findall(r'<rect class="[^"]*" x="([\d.]+)" y="([\d.]+)"', tree(reader.get("/agreements/E0001/")))
    rows = [y for _, y in dict.fromkeys(drawn)]

    assert len(rows) == 3
    assert rows[0] == rows[1] != rows[2]


@pytest.mark.usefixtures("kin")
def test_each_box_says_its_relation_and_each_line_of_what_kind_it_is(reader: Client):
    drawn = tree(reader.get("/agreements/E0001/"))

    assert "supersedes E0001</text>" in drawn
    assert "implements E0002</text>" in drawn
    assert re.findall(r'<path class="branch (\w+)"', drawn) == ["succession", "other"]
    assert "<title>E0002 supersedes E0001, 23 June 1960</title>" in drawn


@pytest.mark.usefixtures("kin")
def test_the_list_behind_the_tree_says_the_same_with_the_standing_on_the_day(reader: Client):
    now, then = (text(reader.get(f"/agreements/E0002/{asked}")) for asked in ("", "?as_of=1955-01-01"))

    assert "Family 3 agreements" in now
    assert "E0001 Security Treaty 8 September 1951 Ended on 23 June 1960" in now
    assert "E0001 Security Treaty 8 September 1951 In force since 28 April 1952" in then
    assert "supersedes E0001, 23 June 1960" in now
    assert "Another matter" not in now


@pytest.mark.usefixtures("kin")
def test_the_line_of_succession_is_told_apart(reader: Client):
    line = re.search(r'<ol class="succession">.*?</ol>', html(reader.get("/agreements/E0001/?as_of=2000-01-01")), re.DOTALL)

    assert line
    assert 'href="/agreements/E0002/?as_of=2000-01-01"' in line.group()
    assert "E0001, this agreement" in line.group()
    assert "E0003" not in line.group()


@pytest.mark.usefixtures("kin")
def test_an_agreement_without_kin_shows_no_family(reader: Client):
    assert "family" not in html(reader.get("/agreements/E0004/")).lower()
    answer = reader.get("/agreements/E0004/family.svg")
    assert answer.status_code == 404
    assert "E0004 is bound to no other agreement of the register" in text(answer)


@pytest.mark.usefixtures("kin")
def test_the_tree_is_taken_away_as_svg_and_as_a_picture(reader: Client):
    svg, png = (reader.get(f"/agreements/E0002/family.{form}") for form in ("svg", "png"))

    assert XML.fromstring(svg.content).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own answer
    assert "Treaty of Mutual Cooperation &amp; Security" in svg.content.decode()
    assert "<a " not in svg.content.decode()
    assert "#cfcdc6" in svg.content.decode()  # the standing of the one that ended
    assert png.content[:4] == b"\x89PNG"


def test_a_large_family_is_drawn_in_part_listed_whole_and_asks_no_more(reader: Client, publish: Publish):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert reader.get("/agreements/E0001/").status_code == 200
        return len(queries)

    publish(title="The first", at=EARLY, signed="1950")
    for number in range(3):
        publish(at=EARLY, signed=f"196{number}", relations=[{"id": "r1", "kind": "amends", "target": "E0001"}])
    few = asked()
    for number in range(27):
        publish(at=EARLY, signed=f"{1970 + number}", relations=[{"id": "r1", "kind": "implements", "target": f"E00{2 + number:02d}"}])

    assert asked() == few <= 10
    page = reader.get("/agreements/E0001/")
    assert tree(page).count('class="sheet"') == 18
    assert "Only the closest are drawn; the list has all 31." in text(page)
    assert html(page).count('<th scope="row"><span class="reference">E') == 31
