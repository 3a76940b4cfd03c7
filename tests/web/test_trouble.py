"""What goes wrong is a page that says what is wrong, and never a 500."""

import pytest
from django.test import Client, override_settings

from catalogue.cursors import with_serial
from catalogue.models import Entry
from catalogue.orders import ORDERS
from tests.web.reading import html, text

LONG = "x" * 10_000
PAGES = (
    "/",
    "/agreements/",
    "/agreements/E0001/",
    "/agreements/E0001/revisions/",
    "/agreements/E0001/revisions/1/",
    "/parties/",
    "/parties/JPN/",
    "/parties/JPN.json",
    "/between/",
    "/between/JPN/USA/",
)
HOSTILE_VALUES = (
    "as_of=2023-02-30",
    "as_of=0000-01-01",
    "as_of=9999-12-31",
    "as_of=0001-01-01",
    "as_of=%D9%A1%D9%A9%D9%A5%D9%A1-09-08",
    "as_known=9999-12-31",
    "as_known=0001-01-01",
    "as_known=x",
    "q=%00",
    "q=a%00b",
    "q=%ED%A0%80",
    "q=%22",
    "q=%22%22*",
    "q=-x",
    "q=OR+OR",
    f"q={LONG}",
    "q=%27%3B+DROP+TABLE",
    "party=%00",
    "party=JP%00N",
    "party=,,,",
    f"party={LONG}",
    "party=%ED%A0%80",
    "between=JPN",
    "between=JPN,JPN",
    "kind=",
    "kind=nothing",
    "standing=none",
    "provision=%F0%9F%92%A3",
    "order=sideways",
    "limit=0",
    "limit=abc",
    "limit=-1",
    "limit=99999999999999999999",
    "limit=%C2%B2",
    "cursor=garbage",
    "cursor=%00",
    "cursor=WyItc2lnbmVkIiwiOTk5OS0xMi0zMSIsMV0=",
    "cursor=WyItc2lnbmVkIixudWxsLDFd",
    "as_of=1951-09-08&as_of=1960-01-01",
    "%00=1",
    "%ED%A0%80=1",
    f"{LONG}=1",
    "=",
    "&&&",
    "a[]=1",
    "party=JPN&page=2",
)
HOSTILE_ADDRESSES = (
    "/agreements/e0001/",
    "/agreements/E1/",
    "/agreements/E%00/",
    "/agreements/%ED%A0%80/",
    "/agreements/E0001%0A/",
    "/agreements/%2e%2e/",
    "/agreements/E٠٠٠١/",
    "/agreements/E9999999999/",
    f"/agreements/{LONG}/",
    "/agreements/E0001/revisions/0/",
    "/agreements/E0001/revisions/99999999999999999999/",
    "/agreements/E0001/revisions/x/",
    "/parties/%00/",
    "/parties/jpn/",
    "/parties/%ED%A0%80/",
    f"/parties/{LONG}/",
    "/parties/JPN%00/",
    "/nowhere/",
    "/%00",
    "/%ED%A0%80",
    "/agreements//",
    "/index.php?x=1",
)


@pytest.mark.usefixtures("two_treaties")
@pytest.mark.parametrize("page", PAGES)
def test_no_parameter_makes_a_page_fall(reader: Client, page: str):
    answers = {value[:60]: reader.get(f"{page}?{value}").status_code for value in HOSTILE_VALUES}

    assert {value: status for value, status in answers.items() if status not in (200, 302, 400, 404)} == {}


@pytest.mark.usefixtures("two_treaties")
def test_no_address_makes_a_page_fall(reader: Client):
    answers = {address[:60]: reader.get(address) for address in HOSTILE_ADDRESSES}

    assert {address: answer.status_code for address, answer in answers.items() if answer.status_code != 404} == {}
    assert all("<h1>Not found</h1>" in html(answer) for answer in answers.values())


@pytest.mark.usefixtures("loaded")
def test_every_parameter_at_fault_is_named_with_what_is_meant(reader: Client):
    answer = reader.get("/agreements/?partys=GBR&party=JAP&as_of=2023-02-30&kind=sofaa")
    page = text(answer)

    assert answer.status_code == 400
    assert "There is no parameter “partys”" in page
    assert "Did you mean party?" in page
    assert "No party has the code “JAP”" in page
    assert "Did you mean JPN?" in page
    assert "“2023-02-30” is not a day of the calendar" in page
    assert "Allowed: mutual_defence, offensive_pact" in page
    assert "Did you mean sofa?" in page


@pytest.mark.usefixtures("loaded")
def test_a_question_that_can_be_mended_is_offered_mended(reader: Client):
    page = html(reader.get("/agreements/?partys=GBR&kind=sofaa,vfa"))

    assert 'href="/agreements/?kind=sofa,vfa&amp;party=GBR">Ask with these corrections' in page


@pytest.mark.usefixtures("two_treaties")
def test_a_page_takes_its_own_parameters_only(reader: Client):
    answer = reader.get("/agreements/E0001/?as_of=1955-01-01&party=JPN")

    assert answer.status_code == 400
    assert "There is no parameter “party” here." in text(answer)


@pytest.mark.usefixtures("two_treaties")
def test_what_is_not_there_suggests_what_is(reader: Client):
    assert 'href="/agreements/E0001/">Did you mean E0001?' in html(reader.get("/agreements/e1/"))
    assert 'href="/parties/JPN/">Did you mean Japan (JPN)?' in html(reader.get("/parties/japan/"))


@pytest.mark.usefixtures("two_treaties")
@override_settings(DEBUG=True)
def test_the_pages_of_trouble_are_ours_in_the_embedded_size_too(reader: Client):
    assert "<h1>Not found</h1>" in html(reader.get("/nowhere/"))
    assert "<h1>Not found</h1>" in html(reader.get("/agreements/E0099/"))


@pytest.mark.usefixtures("two_treaties")
def test_a_page_past_the_end_is_not_found(reader: Client):
    order = ORDERS["reference"]
    last = with_serial(order.sort(Entry.objects.all()), None).last()
    answer = reader.get("/agreements/", {"order": "reference", "cursor": order.cursor(last)})

    assert answer.status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("address", ["/", "/agreements/", "/agreements", "/parties/JPN/", "/nowhere"])
@override_settings(DEBUG=True)
def test_pages_can_only_be_read(reader: Client, db: None, method: str, address: str):
    answer = getattr(reader, method)(address)

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


def test_other_doors_speak_for_themselves(reader: Client, db: None):
    assert reader.get("/api/v1/nowhere/")["Content-Type"] == "application/problem+json"
    assert "Not found" not in html(reader.get("/static/nowhere.css")).split("</h1>")[0]


def test_a_slash_that_was_left_out_is_added(reader: Client, db: None):
    assert reader.get("/agreements?party=JPN")["Location"] == "/agreements/?party=JPN"


def test_the_page_of_our_own_faults_asks_nothing(django_assert_num_queries, db: None):
    from django.template.loader import render_to_string

    with django_assert_num_queries(0):
        page = render_to_string("500.html")

    assert "The fault is ours" in page
