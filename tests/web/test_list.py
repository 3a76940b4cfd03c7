"""The list of agreements: the question in English, the answer, the filters."""

import pytest
from django.test import Client

from tests.web.conftest import Publish
from tests.web.reading import html, text

QUESTION = "/agreements/?between=USA,JPN&standing=in_force"


@pytest.mark.usefixtures("two_treaties")
def test_the_list_shows_what_was_in_force_on_the_day(reader: Client):
    early, late = (text(reader.get(f"{QUESTION}&as_of={year}-01-01")) for year in (1955, 1965))

    assert "Agreements in force on 1 January 1955 to which the United States and Japan are parties" in early
    assert "Security Treaty" in early
    assert "Mutual Cooperation" not in early
    assert "Treaty of Mutual Cooperation and Security" in late
    assert "1 agreement" in late


@pytest.mark.usefixtures("two_treaties")
def test_each_filter_can_be_lifted_and_the_api_is_asked_the_same(reader: Client):
    page = html(reader.get(f"{QUESTION}&as_of=1955-01-01&q=treaty"))

    assert 'href="/agreements/?between=USA,JPN&amp;standing=in_force&amp;as_of=1955-01-01"' in page
    assert 'href="/agreements/?q=treaty&amp;standing=in_force&amp;as_of=1955-01-01"' in page
    assert 'href="/api/v1/agreements/?q=treaty&amp;between=USA,JPN&amp;standing=in_force&amp;as_of=1955-01-01"' in page


@pytest.mark.usefixtures("two_treaties")
@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("", "Agreements, as they stand today"),
        ("?party=JPN,FRA", "Agreements to which Japan or France is a party, as they stand today"),
        ("?kind=sofa&standing=ended,unknown", "Agreements of the kind “Status of forces”, ended or of unknown standing today"),
        ("?q=bases&provision=cost_sharing", "Agreements, that match “bases”, with provisions on cost sharing, as they stand today"),
        ("?as_known=2020-01-20", "Agreements, as they stand today, as the register knew them at the end of 20 January 2020"),
        ("?as_of=1990-05-01", "Agreements, as they stood on 1 May 1990"),
    ],
)
def test_the_question_is_repeated_in_plain_english(reader: Client, asked: str, sentence: str):
    assert sentence in text(reader.get(f"/agreements/{asked}"))


@pytest.mark.usefixtures("two_treaties")
def test_an_empty_answer_says_which_filter_to_lift(reader: Client):
    page = reader.get("/agreements/?party=FRA&standing=in_force&as_of=1955-01-01")

    assert "The register knows no agreement that answers all of this" in text(page)
    assert "Without “Party: France” 1" in text(page)


@pytest.mark.usefixtures("two_treaties")
def test_the_address_of_a_question_holds_only_what_was_asked(reader: Client):
    filled_in = "/agreements/?q=&party=JPN&party=&between=&between=&kind=&standing=ended&order=-signed&as_of=1970-01-01&as_known="

    assert reader.get(filled_in)["Location"] == "/agreements/?party=JPN&standing=ended&as_of=1970-01-01"


def test_pages_follow_each_other(reader: Client, publish: Publish):
    for number in range(5):
        publish(title=f"Pact {number}", signed=f"195{number}-01-01")
    first = reader.get("/agreements/?limit=2")
    second = reader.get(html(first).split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&"))

    assert "Pact 4" in text(first)
    assert "Pact 2" in text(second)
    assert "Pact 4" not in text(second)
    assert "5 agreements" in text(second)
    assert 'href="/agreements/?limit=2">Back to the beginning' in html(second)


def test_many_parties_are_named_in_few_words(reader: Client, publish: Publish):
    publish(parties=("BEL", "CAN", "DNK", "FRA", "GBR", "ISL", "ITA", "LUX"))

    assert "Belgium, Canada, Denmark, France and 4 others" in text(reader.get("/agreements/"))


def test_a_row_says_what_the_register_made_up_or_concluded(reader: Client, publish: Publish):
    publish(
        title_is_generated=True, ended=None, events=[{"id": "x", "kind": "expiry", "date": "1960", "basis": "inferred", "rule": "term"}]
    )
    page = text(reader.get("/agreements/"))

    assert "title made by the register" in page
    assert "standing inferred" in page
    assert "Ended in 1960" in page


def test_the_form_offers_what_was_chosen_again(reader: Client, publish: Publish):
    publish()
    page = html(reader.get("/agreements/?party=JPN,USA&standing=signed&order=title&limit=7"))

    assert page.count('<option value="JPN" selected>') == 1
    assert page.count('<option value="USA" selected>') == 1
    assert '<input type="hidden" name="standing" value="signed">' in page
    assert '<option value="title" selected>' in page
    assert '<input type="hidden" name="limit" value="7">' in page
