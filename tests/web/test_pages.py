"""The other pages: home, parties, glossary, about."""

import pytest
from django.test import Client

from tests.web.conftest import Publish
from tests.web.reading import html, text
from treaty.vocabulary.families import FAMILIES


@pytest.mark.usefixtures("two_treaties")
def test_home_gives_the_numbers_of_the_day(reader: Client):
    page = text(reader.get("/?as_of=1955-01-01"))

    assert "In force 1" in page
    assert "in force on 1 January 1955" in page
    assert "1951 to 1951" in page
    assert "Security Treaty" in page
    assert "What bound Japan and the United States in 1955?" in page


def test_home_stands_in_an_empty_register(reader: Client, db: None):
    answer = reader.get("/")

    assert answer.status_code == 200
    assert "Nothing yet." in text(answer)


@pytest.mark.usefixtures("two_treaties")
def test_parties_are_found_by_any_of_their_names(reader: Client):
    everybody, found = reader.get("/parties/"), reader.get("/parties/?q=日本")

    assert 'id="letter-J"' in html(everybody)
    assert "Japan" in text(found)
    assert "France" not in text(found)
    assert "No party of the register is called “Atlantis”." in text(reader.get("/parties/?q=Atlantis"))


@pytest.mark.usefixtures("two_treaties")
def test_a_party_is_shown_with_its_names_and_agreements(reader: Client):
    page = reader.get("/parties/JPN/")

    assert '<dt>agreements</dt><dd><a href="/agreements/?party=JPN">2</a>' in html(page)
    assert '<dt>in force for it</dt><dd><a href="/agreements/?party=JPN&amp;standing=in_force">1</a>' in html(page)
    assert "ISO 3166-1 alpha-2" in text(page)


@pytest.mark.usefixtures("loaded")
def test_a_party_that_is_no_more_says_who_followed(reader: Client):
    page = text(reader.get("/parties/SUN/"))

    assert "Was followed by" in page
    assert "Russia" in page


@pytest.mark.usefixtures("loaded")
def test_an_organisation_lists_its_members(reader: Client):
    assert "Members" in text(reader.get("/parties/ORG-NATO/"))


def test_the_count_of_a_party_is_the_count_of_its_list(reader: Client, publish: Publish):
    publish(participations=[{"party": "GBR"}, {"party": "USA"}, {"party": "GIB", "role": "territory_of_application"}])

    assert "1 agreement" in text(reader.get("/agreements/?party=GIB"))
    assert '<dt>agreement</dt><dd><a href="/agreements/?party=GIB">1</a>' in html(reader.get("/parties/GIB/"))
    assert '<a href="/agreements/?party=GIB" title="agreements in the register">1<' in html(reader.get("/parties/"))


def test_the_glossary_has_every_word(reader: Client, db: None):
    page = html(reader.get("/glossary/"))

    assert page.count("<dt>") == sum(len(family) for _, family in FAMILIES)
    assert page.count("<div id=") == len({part.split('"')[0] for part in page.split('<div id="')[1:]}), "an anchor stands twice"
    assert 'id="agreement-kind-sofa"' in page


def test_about_names_the_licences(reader: Client, db: None):
    page = text(reader.get("/about/"))

    assert "Contains public sector information licensed under the Open Government Licence v3.0" in page
    assert "CC BY 4.0" in page
    assert "Apache-2.0" in page
    assert "takes no position" in page
