"""Any two revisions of a record beside each other."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement, Event
from editorial.operations import publish as publish_submission
from editorial.operations import submit
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text


@pytest.fixture
def thrice(publish: Publish) -> None:
    """E0001 in three revisions: another title, then another summary and no entry into force."""
    publish(title="Treaty of friendship", at=EARLY, in_force="1952-04-28")
    editor, reviewer = (Person.objects.create_user(name) for name in ("editor", "reviewer"))
    agreement = Agreement.objects.get(record__reference="E0001")

    def again(days: int, **changes: Any) -> None:
        agreement.refresh_from_db()
        for name, value in changes.items():
            setattr(agreement, name, value)
        agreement.save()
        at = EARLY + timedelta(days=days)
        publish_submission(submit(agreement, by=editor, at=at), by=reviewer, at=at)

    again(1, title="Treaty of lasting friendship")
    Event.objects.filter(agreement=agreement, key="e2").delete()
    again(2, summary="Peace.")


def beside(response: object) -> list[list[str]]:
    """The rows of the table, cell by cell, with what differs between strokes."""
    marked = re.sub(r"</?(?:ins|del)>", "|", html(response))
    table = re.search(r'<table class="beside">.*?</table>', marked, re.DOTALL)
    assert table
    rows = re.findall(r"<tr>(.*?)</tr>", table.group(), re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


@pytest.mark.usefixtures("thrice")
def test_any_two_revisions_are_compared_in_sentences(reader: Client):
    page = text(reader.get("/agreements/E0001/revisions/compare/?from=1&to=3"))

    assert "3 differences" in page
    assert "Title changed from “Treaty of friendship” to “Treaty of lasting friendship”." in page
    assert "Summary changed from nothing to “Peace.”." in page
    assert "Event removed: Entered into force on 28 April 1952." in page


@pytest.mark.usefixtures("thrice")
def test_each_value_stands_beside_the_other_with_the_words_marked_that_differ(reader: Client):
    rows = beside(reader.get("/agreements/E0001/revisions/compare/?from=1&to=3"))

    assert rows[0] == ["What", "Revision 1", "Revision 3"]
    assert ["Title", "Treaty of friendship", "Treaty of |lasting |friendship"] in rows
    assert ["Summary", "nothing", "|Peace.|"] in rows


@pytest.mark.usefixtures("thrice")
def test_the_other_way_round_what_was_added_is_removed(reader: Client):
    page = reader.get("/agreements/E0001/revisions/compare/?from=3&to=1")

    assert "Event added: Entered into force on 28 April 1952." in text(page)
    assert '<a href="/agreements/E0001/revisions/compare/?from=1&amp;to=3">The other way round</a>' in html(page)


@pytest.mark.usefixtures("thrice")
def test_without_a_word_the_last_is_compared_with_the_one_before_it(reader: Client):
    page = reader.get("/agreements/E0001/revisions/compare/")

    assert re.findall(r'<option value="(\d)" selected>', html(page)) == ["2", "3"]
    assert "2 differences" in text(page)


@pytest.mark.usefixtures("thrice")
def test_a_revision_compared_with_itself_differs_in_nothing(reader: Client):
    page = text(reader.get("/agreements/E0001/revisions/compare/?from=2&to=2"))

    assert "No difference" in page
    assert "This is one and the same revision; choose another." in page


def test_of_a_record_with_one_revision_there_is_nothing_to_compare(reader: Client, publish: Publish):
    publish()

    assert "This is one and the same revision" in text(reader.get("/agreements/E0001/revisions/compare/"))
    assert "Compare two revisions" not in text(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("thrice")
@pytest.mark.parametrize(("asked", "status"), [("from=x", 400), ("to=0", 400), ("form=1", 400), ("from=9", 404), ("from=1&from=2", 400)])
def test_what_is_no_revision_is_refused(reader: Client, asked: str, status: int):
    assert reader.get(f"/agreements/E0001/revisions/compare/?{asked}").status_code == status


@pytest.mark.usefixtures("thrice")
def test_the_comparison_and_each_revision_are_data_too(reader: Client):
    compared = json.loads(reader.get("/agreements/E0001/revisions/compare.json?from=1&to=2").content)
    first = json.loads(reader.get("/agreements/E0001/revisions/1.json").content)
    every = json.loads(reader.get("/agreements/E0001/revisions.json").content)

    assert compared["differences"] == [
        {
            "path": "title",
            "sentence": "Title changed from “Treaty of friendship” to “Treaty of lasting friendship”.",
            "before": "Treaty of friendship",
            "after": "Treaty of lasting friendship",
        }
    ]
    assert first["document"]["title"] == "Treaty of friendship"
    assert [one["number"] for one in every["revisions"]] == [3, 2, 1]


@pytest.mark.usefixtures("thrice")
def test_the_pages_of_revisions_lead_to_the_comparison(reader: Client):
    assert 'href="/agreements/E0001/revisions/compare/"' in html(reader.get("/agreements/E0001/"))
    assert 'href="/agreements/E0001/revisions/compare/"' in html(reader.get("/agreements/E0001/revisions/"))
    assert 'href="/agreements/E0001/revisions/compare/?from=2&amp;to=3"' in html(reader.get("/agreements/E0001/revisions/3/"))


@pytest.mark.usefixtures("thrice")
def test_a_comparison_asks_ten_queries_at_most(reader: Client):
    with CaptureQueriesContext(connection) as queries:
        reader.get("/agreements/E0001/revisions/compare/?from=1&to=3")

    assert len(queries) <= 10
