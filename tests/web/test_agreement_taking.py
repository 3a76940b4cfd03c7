"""What is taken away from an agreement's page: citations, data, a calendar, a feed; and values of which sources differ, side by side."""

import json
import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as XML

import pytest
from django.test import Client
from icalendar import Calendar

from accounts.models import Person
from agreements.models import Agreement
from editorial.operations import publish as publish_submission
from editorial.operations import retract, submit
from records.models import Record
from tests.factories import event
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text

ATOM = "{http://www.w3.org/2005/Atom}"
FILES = (".json", ".ics", ".atom", "/cite/", "/cite.bib", "/cite.ris", "/cite.json", "/timeline.svg", "/timeline.png", "/revisions.json")


@pytest.fixture
def revised(publish: Publish) -> None:
    """E0001, whose second revision gave it another title and an end."""
    publish(title="Pact of <friendship> & {trust}", at=EARLY, in_force="1952-04-28")
    editor, reviewer = (Person.objects.create_user(name) for name in ("editor", "reviewer"))
    agreement = Agreement.objects.get(record__reference="E0001")
    agreement.title = "Pact of <friendship>"
    agreement.save()
    at = EARLY + timedelta(days=1)
    publish_submission(submit(agreement, by=editor, at=at), by=reviewer, at=at)


def said(reader: Client, address: str) -> Any:
    return json.loads(reader.get(address).content)


@pytest.mark.usefixtures("revised")
def test_the_page_offers_every_shape_in_one_place(reader: Client):
    block = re.search(r'<section id="take".*?</section>', html(reader.get("/agreements/E0001/?as_of=1955-01-01")), re.DOTALL)

    assert block
    for address in ("E0001.json?as_of=1955-01-01", "E0001.ics?as_of=1955-01-01", "E0001.atom", "E0001/cite.bib", "E0001/revisions/2/"):
        assert f'href="/agreements/{address}"' in block.group(), address


@pytest.mark.usefixtures("revised")
@pytest.mark.parametrize("file", FILES)
def test_every_shape_refuses_what_it_does_not_take_and_names_the_nearest(reader: Client, file: str):
    answer = reader.get(f"/agreements/E0001{file}?as_ov=1955-01-01")

    assert answer.status_code == 400
    assert "There is no parameter “as_ov” here." in text(answer)


@pytest.mark.usefixtures("revised")
@pytest.mark.parametrize("file", FILES)
def test_every_shape_of_a_retracted_record_is_gone_and_of_none_is_not_there(reader: Client, file: str):
    assert reader.get(f"/agreements/E0099{file}").status_code == 404

    retract(Record.objects.get(), by=Person.objects.get(username="reviewer"), at=EARLY + timedelta(days=2), reason="Entered twice.")

    assert reader.get(f"/agreements/E0001{file}").status_code == 410


@pytest.mark.usefixtures("revised")
def test_the_page_as_data_says_what_the_law_concludes_on_the_day(reader: Client):
    now, before = said(reader, "/agreements/E0001.json"), said(reader, "/agreements/E0001.json?as_of=1952-01-01")

    assert now["standing"]["value"] == "in_force"
    assert now["standing"]["because"].startswith("In force since 28 April 1952: entered into force on 28 April 1952")
    assert (before["standing"]["value"], before["standing"]["until"]) == ("signed", "1952-04-28")
    assert [party["standing"] for party in before["parties"]] == ["signatory", "signatory"]
    assert before["asked"] == {"as_of": "1952-01-01", "as_known": None, "inferred": True}
    assert now["document"]["title"] == "Pact of <friendship>"
    assert [kin["reference"] for kin in now["family"]] == ["E0001"]


@pytest.mark.usefixtures("revised")
def test_every_shape_can_be_asked_as_known_on_a_day_or_by_revision(reader: Client):
    for asked in (f"as_known={EARLY:%Y-%m-%d}", "revision=1"):
        assert said(reader, f"/agreements/E0001.json?{asked}")["revision"]["number"] == 1
        assert said(reader, f"/agreements/E0001.json?{asked}")["document"]["title"] == "Pact of <friendship> & {trust}"
        assert b"revisions/1/" in reader.get(f"/agreements/E0001/cite.bib?{asked}").content
    both = reader.get(f"/agreements/E0001.json?as_known={EARLY:%Y-%m-%d}&revision=1")
    assert both.status_code == 400
    assert "not both" in text(both)


@pytest.mark.usefixtures("revised")
def test_the_calendar_is_one_that_programs_read(reader: Client):
    answer = reader.get("/agreements/E0001.ics")
    calendar = Calendar.from_ical(answer.content)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar["prodid"]
    assert [str(entry["summary"]) for entry in calendar.walk("VEVENT")][:2] == [
        "E0001: Signed on 8 September 1951",
        "E0001: Entered into force on 28 April 1952",
    ]


@pytest.mark.usefixtures("revised")
def test_the_feed_has_every_revision_with_what_it_changed_and_nothing_of_it_is_markup(reader: Client):
    feed = XML.fromstring(reader.get("/agreements/E0001.atom").content)  # noqa: S314 - our own answer
    entries = feed.findall(f"{ATOM}entry")

    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"http://testserver/agreements/E0001/revisions/{number}/" for number in (2, 1)
    ]
    assert entries[0].findtext(f"{ATOM}summary") == (
        "Title changed from “Pact of &lt;friendship&gt; &amp; {trust}” to “Pact of &lt;friendship&gt;”."
    )
    assert entries[1].findtext(f"{ATOM}summary") == "For a test"


@pytest.mark.usefixtures("revised")
def test_the_page_to_cite_from_has_four_forms_and_three_files(reader: Client):
    page = html(reader.get("/agreements/E0001/cite/"))

    assert re.findall(r"<h2 [^>]+>(.*?)</h2>", page) == ["Plain words", "BibTeX", "RIS", "CSL-JSON"]
    assert re.findall(r'<a href="/agreements/E0001/(cite\.[a-z]+)" download>', page) == ["cite.bib", "cite.ris", "cite.json"]
    assert "http://testserver/agreements/E0001/revisions/2/" in text(reader.get("/agreements/E0001/cite/"))


@pytest.mark.usefixtures("revised")
@pytest.mark.parametrize(
    ("file", "kind", "begins"),
    [
        ("bib", "application/x-bibtex", "@misc{entente-E0001-r2,"),
        ("ris", "application/x-research-info-systems", "TY  - LEGAL\r\n"),
        ("json", "application/vnd.citationstyles.csl+json", "["),
    ],
)
def test_a_citation_is_a_file_of_its_own_kind(reader: Client, file: str, kind: str, begins: str):
    answer = reader.get(f"/agreements/E0001/cite.{file}")

    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="entente-E0001-r2.{file}"'
    assert answer.content.decode().startswith(begins)


def test_a_rival_value_stands_beside_the_accepted_one_each_with_its_source_and_rank(reader: Client, publish: Publish):
    publish(
        in_force="1952-04-28",
        sources=[{"id": "s1", "kind": "data_set", "title": "A list of treaties"}, {"id": "s2", "kind": "press", "title": "A newspaper"}],
        events=[
            event("e8", "entry_into_force", "1952-05", weight="rival", note="One report gives May.", evidence=[{"source": "s2"}]),
            event("e9", "signature", "1951-09-09", weight="rival", evidence=[{"source": "s2"}]),
            event("e7", "ratification", "1952-01-01", party="JPN", weight="rival", evidence=[]),
        ],
    )
    page = html(reader.get("/agreements/E0001/"))
    table = re.search(r'<table class="dense disputes">.*?</table>', page, re.DOTALL)
    assert table
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr>(.*?)</tr>", table.group(), re.DOTALL)]

    assert rows == [
        "Fact Accepted Rival values",
        "Entered into force 28 April 1952 Rank 8 A list of treaties not verified "
        "May 1952 One report gives May. Rank 9 A newspaper not verified",
        "Signed 8 September 1951 Rank 8 A list of treaties not verified 9 September 1951 Rank 9 A newspaper not verified",
        "Ratified Japan The register accepts none. 1 January 1952 No source is cited.",
    ]
    assert 'href="#disputes"' in page


def test_where_sources_agree_nothing_is_said_to_differ(reader: Client, publish: Publish):
    publish()

    assert "differ" not in text(reader.get("/agreements/E0001/"))
