"""The pages of one agreement keep what every page keeps, with everything on them that there can be."""

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import event
from tests.web.conftest import Publish
from tests.web.reading import html
from tests.web.test_agreement_texts import stored, texted
from tests.web.test_house_rules import Outline

LONG = "協定 اتفاقية Agreement concerning the mutual provision of logistic support " * 6
ADDRESSES = (
    "",
    "?as_of=2003-01-01&inferred=no",
    "revisions/1/",
    "revisions/",
    "revisions/compare/",
    "cite/",
    "texts/t1/?q=shall",
    "texts/t1/?q=nowhere",
)
PAGES = ("", "revisions/1/", "texts/t1/?q=shall", "cite/", "revisions/compare/")
FILES = (".json", ".ics", ".atom", "/timeline.svg", "/family.png", "/texts/t1.json", "/cite.bib")


@pytest.fixture
def crowded(publish: Publish) -> None:
    """E0001 with a text, a notice, a rival value and kin."""
    acts = [event("n1", "notice_of_denunciation", "2002-09-06", party="JPN"), event("v1", "signature", "1951-09-09", weight="rival")]
    texted(
        publish,
        stored("Article I\n\nThe Parties <shall> consult."),
        in_force="1952-04-28",
        events=acts,
        other_titles=[{"language": "ar", "title": "اتفاقية"}],
        relations=[{"id": "r1", "kind": "supersedes", "target": "E0002"}, {"id": "r2", "kind": "cites", "target_title": "An older one"}],
    )
    publish(title=LONG[:500], signed="1940")


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_strictly_valid_and_sound(reader: Client, address: str):
    page = html(reader.get(f"/agreements/E0001/{address}"))
    html5lib.HTMLParser(strict=True).parse(page)
    outline = Outline()
    outline.feed(page)
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    labelled = {attributes.get("for") for tag, attributes in outline.tags if tag == "label"}
    fields = {attributes["id"] for tag, attributes in outline.tags if tag in ("select", "input") and "id" in attributes}

    assert len(ids) == len(set(ids))
    assert [tag for tag, _ in outline.tags].count("h1") == 1
    assert all(attributes.get("scope") for tag, attributes in outline.tags if tag == "th")
    assert fields <= labelled
    assert "<shall>" not in page


@pytest.mark.usefixtures("crowded")
def test_every_place_on_the_page_to_which_it_leads_is_there(reader: Client):
    outline = Outline()
    outline.feed(html(reader.get("/agreements/E0001/")))
    ids = {attributes.get("id") for _, attributes in outline.tags}
    led = {str(attributes["href"])[1:] for tag, attributes in outline.tags if tag == "a" and str(attributes.get("href")).startswith("#")}

    assert led - {"main"} <= ids


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize("address", [*(f"/{page}" for page in PAGES), *FILES])
def test_nothing_sets_a_cookie_and_the_policy_is_strict(reader: Client, address: str):
    answer = reader.get(f"/agreements/E0001{address}")

    assert answer.status_code == 200
    assert not answer.cookies
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize("address", [*(f"/{page}" for page in PAGES), *FILES])
def test_nothing_asks_more_than_ten_queries(reader: Client, address: str):
    with CaptureQueriesContext(connection) as queries:
        assert reader.get(f"/agreements/E0001{address}").status_code == 200

    assert len(queries) <= (12 if address.startswith("/revisions/1") else 10)
