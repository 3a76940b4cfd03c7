"""The page of one agreement, its revisions and its retraction."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.operations import publish as publish_submission
from editorial.operations import retract, submit
from records.models import Record
from tests.factories import event
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text


@pytest.mark.usefixtures("full")
def test_the_page_shows_everything_the_document_says(reader: Client):
    page = text(reader.get("/agreements/E0001/"))

    for said in (
        "Agreement on <everything> & more",
        "The sources give no title; the register made this one.",
        "In force since 28 April 1952",
        "rival value, not preferred",
        "still awaited",
        "Territories of application",
        "Guam",
        "10 years.",
        "By itself for 5 years at a time, unless a party gives notice.",
        "Not coded",
        "among all parties",
        "60 days",
        "JPY 1,500",
        "Not disclosed",
        "Supersedes",
        "An older arrangement",
        "not in the register",
        "UNTS volume and page",
        "136/211",
        "Done at San Francisco.",
        "not verified",
        "安全保障条約",
        "revision 1, 21 November 2026. http://testserver/agreements/E0001/revisions/1/",
    ):
        assert said in page, said
    assert re.search(r"<h3>\s*<a [^>]+>Logistics</a>\s*</h3>", html(reader.get("/agreements/E0001/")))


@pytest.mark.usefixtures("full")
def test_nothing_of_a_document_becomes_markup(reader: Client):
    assert "<everything>" not in html(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("full")
def test_links_to_sources_tell_them_nothing(reader: Client):
    assert '<a href="https://example.org/gazette" rel="noopener nofollow external">The gazette</a>' in html(
        reader.get("/agreements/E0001/")
    )


@pytest.mark.usefixtures("full")
def test_the_standing_is_that_of_the_day_asked_for(reader: Client):
    page = text(reader.get("/agreements/E0001/?as_of=1952-01-01"))

    assert "Shown as of 1 January 1952." in page
    assert "Standing on 1 January 1952" in page
    assert "Signed since 8 September 1951 until 28 April 1952" in page


def test_the_same_act_of_many_parties_is_one_line(reader: Client, publish: Publish):
    acts = [event(f"a{n}", "ratification", "1955-01-01", party=code) for n, code in enumerate(("BEL", "CAN", "DNK"))]
    publish(parties=("BEL", "CAN", "DNK"), events=acts)

    assert "3 parties" in text(reader.get("/agreements/E0001/"))
    assert "Belgium, Canada and Denmark" in text(reader.get("/agreements/E0001/"))


def test_a_record_without_dates_says_so(reader: Client, publish: Publish):
    publish(signed=None)
    page = text(reader.get("/agreements/E0001/"))

    assert "Standing not known: no event of its life has a known date." in page
    assert "No event is recorded." in page


def test_an_agreement_names_the_other_by_its_present_title(reader: Client, publish: Publish):
    publish(title="The first one")
    publish(title="The second one", relations=[{"id": "r1", "kind": "amends", "target": "E0001"}])

    assert '<a href="/agreements/E0001/?as_of=2000-01-01">The first one</a>' in html(reader.get("/agreements/E0002/?as_of=2000-01-01"))


@pytest.fixture
def revised(publish: Publish) -> None:
    """E0001 with a second revision, an hour after the first."""
    publish(title="The old title", at=EARLY)
    editor, reviewer = (Person.objects.create_user(name) for name in ("editor", "reviewer"))
    agreement = Agreement.objects.get(record__reference="E0001")
    agreement.title = "The new title"
    agreement.save()
    submission = submit(agreement, by=editor, at=EARLY + timedelta(days=1))
    publish_submission(submission, by=reviewer, at=EARLY + timedelta(days=1, hours=1))


@pytest.mark.usefixtures("revised")
def test_each_revision_stands_as_it_stood_and_says_what_it_changed(reader: Client):
    first, second = (text(reader.get(f"/agreements/E0001/revisions/{number}/")) for number in (1, 2))

    assert "The old title" in first
    assert "It is the first. For a test" in first
    assert "The new title" in second
    assert "1 change since revision 1" in second
    assert "Title changed from “The old title” to “The new title”." in second


@pytest.mark.usefixtures("revised")
def test_the_list_of_revisions_leads_to_each(reader: Client):
    page = html(reader.get("/agreements/E0001/revisions/"))

    assert 'href="/agreements/E0001/revisions/1/"' in page
    assert 'href="/agreements/E0001/revisions/2/"' in page


@pytest.mark.usefixtures("revised")
def test_a_page_can_be_read_as_the_register_knew_it(reader: Client):
    assert "The old title" in text(reader.get(f"/agreements/E0001/?as_known={EARLY:%Y-%m-%d}"))


@pytest.mark.usefixtures("revised")
def test_a_retracted_record_is_gone_and_says_why(reader: Client):
    retract(Record.objects.get(), by=Person.objects.get(username="reviewer"), at=EARLY + timedelta(days=2), reason="Entered twice.")

    for address in ("", "revisions/", "revisions/1/"):
        answer = reader.get(f"/agreements/E0001/{address}")
        assert answer.status_code == 410
        assert "Entered twice." in text(answer)
    assert "The new title" not in text(reader.get("/agreements/"))
