"""The page about two parties: what bound them on the day and why, how it came about, what either has with others only."""

import xml.etree.ElementTree as ElementTree
from html import unescape

import html5lib
import pytest
from django.test import Client

from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text
from tests.web.test_party import links, listed

LOGISTICS = [{"id": "p1", "kind": "logistics"}]
SVG = "{http://www.w3.org/2000/svg}"
DAYS = ("", "as_of=2025-10-01", "as_of=2026-11-22&inferred=no", "as_of=1955-06-01")


@pytest.fixture
def some(publish: Publish) -> None:
    """Japan and the Philippines: access in force, logistics signed, a treaty of many, one over. Japan has logistics with Australia."""
    publish(title="Reciprocal access", parties=("JPN", "PHL"), signed="2024-07-08", in_force="2025-09-11", kind="vfa")
    publish(title="Logistics, signed only", parties=("JPN", "PHL"), signed="2026-01", kind="acsa", provisions=LOGISTICS)
    publish(title="A treaty of many", parties=("JPN", "PHL", "USA", "AUS"), signed="1954-02-19", in_force="1954-06-11", kind="sofa")
    publish(
        title="Over long ago",
        parties=("JPN", "PHL"),
        signed="1956-05-09",
        in_force="1956-07-23",
        ended="1976-07-22",
        kind="claims_settlement",
    )
    publish(
        title="Logistics with Australia", parties=("JPN", "AUS"), signed="2017-01", in_force="2017-09-06", kind="acsa", provisions=LOGISTICS
    )
    publish(title="Defence of the islands", parties=("PHL", "USA"), signed="1951-08-30", in_force="1952-08-27", kind="mutual_defence")


@pytest.mark.usefixtures("some")
def test_what_bound_two_on_a_day_and_why_is_said_in_words(reader: Client):
    page = text(reader.get("/between/JPN/PHL/?as_of=2025-10-01"))

    assert "On 1 October 2025, 2 agreements were in force between Japan and the Philippines, 1 of them between the two alone." in page
    assert "Between Japan and the Philippines: both bound since 11 September 2025: entered into force on 11 September 2025" in page
    assert "VCLT art. 26" in page
    assert page.index("Reciprocal access") < page.index("With others 1") < page.index("A treaty of many")


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("pair", ["JPN/PHL", "JPN/USA", "AUS/JPN", "BTN/JPN"])
def test_every_number_is_what_its_list_finds(reader: Client, pair: str, days: str):
    found = links(html(reader.get(f"/between/{pair}/?{days}")))

    for number, target in found:
        assert listed(target) == number, target
    assert len(found) >= 2


@pytest.mark.usefixtures("some")
def test_a_gap_says_with_whom_and_what_there_is_instead(reader: Client):
    page = reader.get("/between/JPN/PHL/?as_of=2026-11-22")

    assert "What Japan has with others, not with the Philippines" in text(page)
    assert "Japan has it in force with Australia; not with the Philippines: signed January 2026, not in force." in text(page)
    address = "/agreements/?between=AUS,JPN&provision=logistics&standing=in_force"
    assert address in unescape(html(reader.get("/between/JPN/PHL/")))
    assert listed(address) == "1"
    assert "Mutual defence" in text(page).partition("What the Philippines has with others, not with Japan")[2]


@pytest.mark.usefixtures("some")
def test_third_parties_are_shared_through_what_is_in_force(reader: Client):
    shared = text(reader.get("/between/JPN/PHL/")).partition("Third parties with whom both")[2]

    assert "United States 1" in shared
    assert "Australia 2" in shared
    assert "status of forces" in shared


@pytest.mark.usefixtures("some")
def test_the_drawing_is_a_table_and_a_picture_to_take(reader: Client):
    page = html(reader.get("/between/JPN/PHL/"))
    drawn = reader.get("/between/JPN/PHL.svg")
    root = ElementTree.fromstring(drawn.content)  # noqa: S314 - our own drawing

    assert page.count('class="timeline history"') == 1
    assert "In force between them from 23 July 1956 until 22 July 1976" in page
    assert [title.text for title in root.iter(f"{SVG}title")].count("In force between them from 23 July 1956 until 22 July 1976") == 1
    assert drawn["Content-Type"].startswith("image/svg+xml")
    assert "var(" not in drawn.content.decode()
    assert "style" not in drawn.content.decode()
    assert reader.get("/between/JPN/PHL.png").content.startswith(b"\x89PNG")
    assert reader.get("/between/BTN/JPN.svg").status_code == 404


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("pair", ["JPN/PHL", "BTN/JPN", "AUS/JPN"])
def test_the_page_is_valid_html(reader: Client, pair: str):
    html5lib.HTMLParser(strict=True).parse(reader.get(f"/between/{pair}/").content)
    html5lib.HTMLParser(strict=True).parse(reader.get("/between/").content)


def test_long_titles_and_many_agreements_keep_the_page_whole(reader: Client, publish: Publish):
    for number in range(70):
        publish(title=f"{number} " + "Über <b>alles</b> & 防衛 " * 20, parties=("JPN", "PHL"), signed=f"19{number + 20}", in_force="2000")
    page = reader.get("/between/JPN/PHL/")

    html5lib.HTMLParser(strict=True).parse(page.content)
    assert "70 agreements are in force between Japan and the Philippines." in text(page)
    assert "The 10 oldest are in the table only." in text(page)
    ElementTree.fromstring(reader.get("/between/JPN/PHL.svg").content)  # noqa: S314 - our own drawing


@pytest.mark.usefixtures("some")
def test_the_page_is_also_data(reader: Client):
    data = reader.get("/between/JPN/PHL.json?as_of=2025-10-01").json()
    access = next(one for one in data["agreements"] if one["title"] == "Reciprocal access")

    assert [one["code"] for one in data["parties"]] == ["JPN", "PHL"]
    assert (access["standing"], access["since"], access["bilateral"]) == ("both_bound", "2025-09-11", True)
    assert (access["because"]["rule"], access["because"]["articles"]) == ("pair-both-bound", ["VCLT art. 26"])
    assert {"subject": "provision=logistics", "with": ["AUS"]} in data["only_one_has"]["JPN"]
    assert [one["code"] for one in data["shared"]] == ["AUS", "USA"]


@pytest.mark.usefixtures("some")
def test_there_is_one_address_for_two(reader: Client):
    for address in ("/between/PHL/JPN/?as_of=2025-10-01", "/between/phl/jpn/?as_of=2025-10-01"):
        assert reader.get(address)["Location"] == "/between/JPN/PHL/?as_of=2025-10-01"
    assert reader.get("/between/PHL/JPN.json")["Location"] == "/between/JPN/PHL.json"


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("one=Japan&two=PHL", "/between/JPN/PHL/"),
        ("one=phl&two=日本", "/between/JPN/PHL/"),
        ("one=JPN&two=Philippines&as_of=2025-10-01", "/between/JPN/PHL/?as_of=2025-10-01"),
    ],
)
def test_the_form_takes_names_and_codes(reader: Client, typed: str, address: str):
    assert reader.get(f"/between/?{typed}")["Location"] == address


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/between/JPX/PHL/", 404, "Did you mean"),
        ("/between/Japan/PHL/", 301, ""),
        ("/between/JAPAN/PHL/", 404, "Did you mean Japan and Philippines?"),
        ("/between/JPN/JPN/", 404, "is one party, not two"),
        ("/between/%00/JPN/", 404, ""),
        ("/between/?one=Japn&two=PHL", 400, "did you mean Japan (JPN)?"),
        ("/between/?one=JPN&two=Japan", 404, "is one party, not two"),
        ("/between/?one=Korea&two=JPN", 400, "one"),
        ("/between/?first=JPN", 400, "There is no parameter"),
        ("/between/JPN/PHL/?standing=in_force", 400, "There is no parameter"),
        ("/between/JPN/PHL/?as_of=tomorrow", 400, "as_of"),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_what_cannot_be_answered_is_refused_with_the_nearest(reader: Client, address: str, status: int, said: str):
    answer = reader.get(address)

    assert answer.status_code == status
    assert said in text(answer)


@pytest.mark.usefixtures("loaded")
def test_a_mistyped_name_leads_to_the_one_that_was_meant(reader: Client):
    page = unescape(html(reader.get("/between/?one=Japn&two=PHL")))

    assert 'href="/between/?one=JPN&two=PHL"' in page


def test_what_the_register_knew_then_decides(reader: Client, publish: Publish):
    publish(at=EARLY, title="Known early", in_force="1960")
    publish(title="Learnt late", in_force="1960")

    assert "Learnt late" not in text(reader.get("/between/JPN/USA/?as_known=2020-02-01"))


def test_without_inference_only_what_sources_declare_holds(reader: Client, publish: Publish):
    """A term of ten years that nothing renews ends by a rule, where no source declares its end."""
    publish(signed="1960-01-01", in_force="1960-01-01", duration={"term": {"kind": "fixed", "months": 120}, "renewal": {"kind": "none"}})

    assert "no agreement of the register was in force" in text(reader.get("/between/JPN/USA/?as_of=1980-01-01"))
    assert "1 agreement was in force" in text(reader.get("/between/JPN/USA/?as_of=1980-01-01&inferred=no"))
