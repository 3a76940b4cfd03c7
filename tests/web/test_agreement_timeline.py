"""The timeline of an agreement: standings, notices and their clocks, parties that differ, the table behind it, and the files."""

import re
from xml.etree import ElementTree as XML

import pytest
from django.test import Client

from parties.models import Party
from tests.factories import event
from tests.web.conftest import Publish
from tests.web.reading import html, text
from treaty.vocabulary.party_types import PartyType

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def left(publish: Publish) -> None:
    """E0001 of four states; one has left it by notice, another took its notice back after the clock had stood still."""
    publish(
        parties=("BRA", "MEX", "PER", "USA"),
        signed="1947-09-02",
        in_force="1948-12-03",
        laterality="plurilateral",
        duration={"term": {"kind": "indefinite"}, "notice": {"months": 24, "anchor": "any_time", "effect_months": 24}},
        events=[
            event("n1", "notice_of_denunciation", "2002-09-06", party="MEX"),
            event("n2", "notice_of_denunciation", "2010-01-01", party="PER"),
            event("n3", "notice_tolled", "2010-03-01", party="PER", until="2010-08-31"),
            event("n4", "notice_revoked", "2011-02-01", party="PER"),
        ],
    )


def titles(response: object) -> list[str]:
    """The tooltips of the wide drawing."""
    wide = re.search(r'<svg class="wide".*?</svg>', html(response), re.DOTALL)
    assert wide
    return re.findall(r"<title>(.*?)</title>", wide.group())


@pytest.mark.usefixtures("left")
def test_a_notice_is_drawn_as_long_as_its_clock_runs_and_says_when_it_takes_effect(reader: Client):
    said = titles(reader.get("/agreements/E0001/"))

    assert (
        "Notice of denunciation given by Mexico on 6 September 2002; takes effect on 6 September 2004: "
        "notice runs from 6 September 2002 until 6 September 2004" in said
    )


@pytest.mark.usefixtures("left")
def test_a_clock_that_stood_still_and_was_revoked_is_drawn_in_its_pieces(reader: Client):
    runs = [title.rpartition(": ")[2] for title in titles(reader.get("/agreements/E0001/")) if "Peru" in title and ": notice" in title]

    assert runs == [
        "notice runs from 1 January 2010 until 1 March 2010",
        "notice stands still from 1 March 2010 until 1 September 2010",
        "notice runs from 1 September 2010 until 1 February 2011",
    ]


@pytest.mark.usefixtures("left")
def test_parties_that_differ_have_a_line_each_and_those_that_do_not_share_one(reader: Client):
    said = titles(reader.get("/agreements/E0001/"))

    assert "Brazil and United States" in said
    assert "Mexico: withdrawn from 6 September 2004" in said
    assert not any(title.startswith("Brazil:") for title in said)


def test_where_all_parties_have_one_life_no_line_repeats_it(reader: Client, publish: Publish):
    publish(in_force="1952-04-28")

    assert '<g class="track' not in html(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("left")
def test_the_table_says_everything_that_is_drawn(reader: Client):
    page = html(reader.get("/agreements/E0001/"))
    table = re.search(r'<table class="dense times">.*?</table>', page, re.DOTALL)
    assert table
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr>(.*?)</tr>", table.group(), re.DOTALL)]

    assert [row.strip("|") for row in rows if row.count("|") == 2] == [
        "Standing of the agreement",
        "Notices and their clocks",
        "Standing of the parties",
        "Events",
    ]
    assert "|In force||3 December 1948||–||–|" in rows
    assert "|Withdrawn||6 September 2004||–||Mexico|" in rows
    assert any(row.startswith("|Notice stands still: ") and row.endswith("|1 March 2010||1 September 2010||Peru|") for row in rows)
    assert "|Signed||2 September 1947||–||–|" in rows


@pytest.mark.usefixtures("left")
def test_without_inference_a_notice_has_no_day_of_effect(reader: Client):
    said = titles(reader.get("/agreements/E0001/?inferred=no"))

    assert any("Mexico" in title and "the day of its effect is not known" in title for title in said)
    assert not any("takes effect" in title for title in said)


def test_the_lines_of_very_many_parties_stand_in_the_table_and_only_those_that_came_out_apart_are_drawn(reader: Client, publish: Publish):
    codes = list(Party.objects.filter(type=PartyType.STATE).order_by("code").values_list("code", flat=True)[:196])
    acts = [event(f"a{n}", "ratification", f"{1950 + n % 60}-03-01", party=code) for n, code in enumerate(codes)]
    gone = event("w1", "withdrawal_effective", "2015-05-01", party=codes[7])
    publish(title="An agreement of everybody " * 19, parties=codes, in_force="1955-01-01", laterality="multilateral", events=[*acts, gone])
    page = html(reader.get("/agreements/E0001/"))

    assert page.count('<g class="track of-party">') == 2  # the one that left, in the wide and in the narrow drawing
    assert "for which there is no room stand in the table." in page
    assert "196 parties" in text(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("left")
def test_the_drawing_is_taken_away_as_svg_with_its_colours_and_whence_it_is(reader: Client):
    answer = reader.get("/agreements/E0001/timeline.svg?as_of=2005-01-01")
    drawn = XML.fromstring(answer.content)  # noqa: S314 - our own answer

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"] == 'attachment; filename="E0001-timeline.svg"'
    assert drawn.tag == f"{SVG}svg"
    assert "class=" not in answer.content.decode()
    assert "var(" not in answer.content.decode()
    words = [part.text for part in drawn.iter(f"{SVG}text")]
    assert "Security Treaty" in words
    assert any(
        said and said.startswith("Entente register of defence agreements, E0001, revision 1, as of 1 January 2005.") for said in words
    )
    assert {"#a9d3ba", "#17507f", "#cfcdc6"} <= {part.get("fill") for part in drawn.iter(f"{SVG}rect")}


@pytest.mark.usefixtures("left")
def test_the_drawing_is_taken_away_as_a_picture(reader: Client):
    answer = reader.get("/agreements/E0001/timeline.png")

    assert answer["Content-Type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(answer.content[16:20], "big")
    assert width == 2 * (760 + 2 * 12)


def test_where_no_day_is_known_there_is_no_timeline_to_take(reader: Client, publish: Publish):
    publish(signed=None)

    assert "/agreements/E0001/timeline" not in html(reader.get("/agreements/E0001/"))
    answer = reader.get("/agreements/E0001/timeline.svg")
    assert answer.status_code == 404
    assert "there is no timeline" in text(answer)
