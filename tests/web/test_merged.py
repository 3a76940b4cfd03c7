from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.merging import merge
from editorial.operations import admit, publish, submit
from tests.factories import NOON, pact

REASON = "The same text under two titles."


@pytest.fixture
def merged(loaded: None) -> None:
    """E0002 was merged into E0001 ten days after both were published; E0003 supersedes E0002."""
    editor, reviewer = Person.objects.create_user("edith"), Person.objects.create_user("rex")
    related = [{"id": "r1", "kind": "supersedes", "target": "E0002"}]
    for reference, title, relations in (("E0001", "The survivor", []), ("E0002", "The other one", []), ("E0003", "A later one", related)):
        admit(pact(reference=reference, title=title, relations=relations), at=NOON - timedelta(days=30), note="For a test")
    one, other = (Agreement.objects.get(record__reference=reference) for reference in ("E0001", "E0002"))
    merge(one, other, by=editor, at=NOON, reason=REASON)
    publish(submit(one, by=editor, at=NOON - timedelta(days=20)), by=reviewer, at=NOON - timedelta(days=20))
    apply(pact(title="An unpublished wording"), by=editor, at=NOON, to=one)


def test_the_old_address_leads_to_the_one_that_stayed_with_its_question(merged: None, client: Client) -> None:
    for old, new in (
        ("/agreements/E0002/", "/agreements/E0001/"),
        ("/agreements/E0002/?as_of=1955-01-01", "/agreements/E0001/?as_of=1955-01-01"),
        ("/api/v1/agreements/E0002/", "/api/v1/agreements/E0001/"),
        (
            "/api/v1/agreements/E0002/standing/?as_of=1955-01-01&between=JPN,USA",
            "/api/v1/agreements/E0001/standing/?as_of=1955-01-01&between=JPN,USA",
        ),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
        assert answer["Cache-Control"] == "no-cache"
        assert client.get(new).status_code == 200
        assert "unpublished" not in answer.content.decode()


def test_a_misspelt_question_is_refused_before_it_is_sent_on(merged: None, client: Client) -> None:
    assert client.get("/agreements/E0002/?as_off=1955").status_code == 400
    assert client.get("/api/v1/agreements/E0002/?as_off=1955").status_code == 400


def test_what_the_register_knew_before_is_still_shown(merged: None, client: Client) -> None:
    before = (NOON - timedelta(days=25)).date().isoformat()

    assert "The other one" in client.get(f"/agreements/E0002/?as_known={before}").content.decode()
    assert client.get(f"/api/v1/agreements/E0002/?as_known={before}").json()["title"] == "The other one"


def test_its_revisions_stay_readable_under_a_banner(merged: None, client: Client) -> None:
    for address in ("/agreements/E0002/revisions/", "/agreements/E0002/revisions/1/", "/agreements/E0002/revisions/2/"):
        page = client.get(address).content.decode()
        assert 'E0002 is continued as <a href="/agreements/E0001/">E0001</a>' in page, address
        assert "The other one" in page
    assert REASON in client.get("/agreements/E0002/revisions/2/").content.decode()
    assert "is continued as" not in client.get("/agreements/E0001/revisions/1/").content.decode()
    assert client.get("/agreements/E0002/revisions/3/").status_code == 404


def test_lists_do_not_show_it_and_relations_lead_past_it(merged: None, client: Client) -> None:
    assert [row["reference"] for row in client.get("/api/v1/agreements/?order=reference").json()["results"]] == ["E0001", "E0003"]
    assert "The other one" not in client.get("/agreements/?order=title").content.decode().replace("other_titles", "")

    page = client.get("/agreements/E0003/").content.decode()

    assert '<a href="/agreements/E0001/">The survivor</a>' in page
    assert "/agreements/E0002/" not in page


def test_every_shape_of_it_leads_to_the_one_that_stayed(merged: None, client: Client) -> None:
    for shape in (".json", ".ics", ".atom", "/cite/", "/cite.bib", "/timeline.svg"):
        answer = client.get(f"/agreements/E0002{shape}?")
        assert (answer.status_code, answer["Location"]) == (301, f"/agreements/E0001{shape}")
        assert client.get(answer["Location"]).status_code == 200


def test_a_family_stands_where_its_members_went(merged: None, client: Client) -> None:
    family = client.get("/agreements/E0003.json").json()["family"]

    assert [kin["reference"] for kin in family] == ["E0003", "E0001"]
    assert family[0]["relations"] == [{"kind": "supersedes", "to": "E0001", "effective": None}]


def test_two_of_its_revisions_are_still_compared(merged: None, client: Client) -> None:
    assert "No difference" in client.get("/agreements/E0002/revisions/compare/?from=1&to=2").content.decode()
