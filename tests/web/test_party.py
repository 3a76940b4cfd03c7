"""The page about a party: what binds it on the day, with whom and about what, what is pending, what is to come."""

import re
from html import unescape

import html5lib
import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalogue.asking import ask
from catalogue.question import read_question
from parties.models import Party
from tests.factories import event
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text

LOGISTICS = [{"id": "p1", "kind": "logistics"}]
DAYS = ("", "as_of=1955-06-01", "as_of=2026-01-01&inferred=no", "as_of=1930-01-01")


@pytest.fixture
def some(publish: Publish) -> None:
    """Japan: two in force with two partners, one signed, one ended, one that ends soon; and one to which others are parties."""
    publish(title="An old pact", in_force="1952-04-28", ended="1960-06-23", kind="mutual_defence")
    publish(
        title="Logistics with Australia",
        parties=("JPN", "AUS"),
        signed="2017-01-14",
        in_force="2017-09-06",
        kind="acsa",
        provisions=LOGISTICS,
    )
    publish(
        title="Logistics with the Philippines",
        parties=("JPN", "PHL"),
        signed="2026-01",
        kind="acsa",
        provisions=LOGISTICS,
        events=[event("e9", "ratification", party="JPN", occurrence="awaited")],
    )
    publish(
        title="For ten years",
        parties=("JPN", "USA", "GBR"),
        signed="2018-01-01",
        in_force="2018-01-01",
        duration={"term": {"kind": "fixed", "months": 120}},
    )
    publish(participations=[{"party": "GBR"}, {"party": "USA"}, {"party": "GIB", "role": "territory_of_application"}], in_force="1970")


def links(page: str) -> list[tuple[str, str]]:
    """Every link to a list of agreements whose text begins with a number: the number and the address."""
    found = re.findall(r'<a href="(/agreements/\?[^"]*)"[^>]*>(?:<strong>)?([0-9][0-9,]*)\b', page)
    return [(number.replace(",", ""), unescape(address)) for address, number in found]


def listed(address: str) -> str:
    """How many agreements the list at that address finds; the address must be one that the list takes."""
    names = {code: code for code in Party.objects.values_list("code", flat=True)}
    asked = QueryDict(address.partition("?")[2])
    return str(ask(read_question(asked, today=timezone.now().date(), known_parties=lambda: names)).count())


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("address", ["/parties/JPN/", "/parties/GIB/", "/parties/USA/"])
def test_every_number_is_what_its_list_finds(reader: Client, address: str, days: str):
    found = links(html(reader.get(f"{address}?{days}")))

    for number, target in found:
        assert listed(target) == number, target
    assert len(found) > 3 or "1930" in days or ("1955" in days and "GIB" in address)


@pytest.mark.usefixtures("some")
def test_what_is_in_force_and_pending_and_due_stands_on_the_page(reader: Client):
    page = text(reader.get("/parties/JPN/?as_of=2026-11-22"))
    in_force, _, rest = page.partition("Signed, not in force for it 1")
    pending, _, rest = rest.partition("Due within 24 months")
    due, _, rest = rest.partition("With whom")

    assert "Logistics with Australia" in in_force
    assert "An old pact" not in in_force
    assert "Logistics with the Philippines" in pending
    assert "Ratification by Japan, still awaited." in pending
    assert "On 1 January 2028End of termFor ten years" in due
    assert "An old pact" not in page.partition("With whom")[0]


@pytest.mark.usefixtures("some")
def test_the_day_decides_what_is_shown(reader: Client):
    page = text(reader.get("/parties/JPN/?as_of=1955-01-01"))

    assert "An old pact" in page
    assert "Logistics with Australia" not in page
    assert "In force on 1 January 1955 1" in page
    assert 'href="/parties/JPN/"' in html(reader.get("/parties/JPN/?as_of=1955-01-01"))


@pytest.mark.usefixtures("loaded")
def test_memberships_of_the_day_stand_apart_from_others(reader: Client):
    then, now = (text(reader.get(f"/parties/ESP/?as_of={day}")) for day in ("1970-01-01", "2000-01-01"))

    assert "North Atlantic Treaty Organization" in then.partition("At other times")[2]
    assert "North Atlantic Treaty Organization" in now.partition("At other times")[0]


@pytest.mark.usefixtures("loaded")
def test_a_party_is_called_as_it_was_on_the_day(reader: Client):
    assert "called Burma on 1 January 1960" in text(reader.get("/parties/MMR/?as_of=1960-01-01"))
    assert "called Burma" not in text(reader.get("/parties/MMR/"))


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("code", ["BTN", "SUN", "GIB", "ORG-NATO", "YUG"])
def test_a_party_without_agreements_says_so(reader: Client, code: str):
    page = reader.get(f"/parties/{code}/")

    assert "The register has no agreement of" in text(page)
    html5lib.HTMLParser(strict=True).parse(page.content)


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("address", ["/parties/JPN/", "/parties/GIB/", "/parties/?type=state&region=142", "/parties/?q=zz"])
def test_the_page_is_valid_html(reader: Client, address: str):
    html5lib.HTMLParser(strict=True).parse(reader.get(address).content)


def test_long_titles_and_foreign_ones_keep_the_page_whole(reader: Client, publish: Publish):
    publish(title="長" * 250 + "اتفاق" * 50, in_force="1960", parties=("JPN", "USA"))
    page = reader.get("/parties/JPN/?as_of=1961-01-01")

    assert 'dir="auto"><a' in html(page)
    html5lib.HTMLParser(strict=True).parse(page.content)


@pytest.mark.usefixtures("some")
def test_the_page_is_also_data(reader: Client):
    data = reader.get("/parties/JPN.json?as_of=2026-11-22").json()

    assert data["party"]["code"] == "JPN"
    assert data["agreements"] == 4
    assert data["by_standing"] == {"in_force": 2, "ended": 1, "signed": 1}
    assert data["by_year_of_signature"] == {"1951": 1, "2017": 1, "2018": 1, "2026": 1}
    assert data["partners"][0]["in_force"] == 1
    assert [one["reference"] for one in data["newest_pending"]] == ["E0003"]
    assert [(one["kind"], one["date"]) for one in data["due"]["deadlines"]] == [("end_of_term", "2028-01-01")]
    assert 'href="/parties/JPN.json"' in html(reader.get("/parties/JPN/"))


def test_what_the_register_knew_then_decides(reader: Client, publish: Publish):
    publish(at=EARLY, title="Known early", in_force="1960")
    publish(title="Learnt late", in_force="1960")
    page = text(reader.get("/parties/JPN/?as_known=2020-02-01"))

    assert "Known early" in page
    assert "Learnt late" not in page


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/parties/JPX/", 404, "Did you mean"),
        ("/parties/japan.json", 404, "Did you mean Japan (JPN)?"),
        ("/parties/JPN/?as_off=1955-01-01", 400, "as_of"),
        ("/parties/?typ=state", 400, "type"),
        ("/parties/?type=stat", 400, "state"),
        ("/parties/?region=999", 400, "region"),
        ("/parties/JPN/?as_of=1955", 400, "as_of"),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_what_cannot_be_answered_is_refused_with_the_nearest(reader: Client, address: str, status: int, said: str):
    answer = reader.get(address)

    assert answer.status_code == status
    assert said in text(answer)


@pytest.mark.usefixtures("some")
def test_the_list_of_parties_is_narrowed_by_type_and_region(reader: Client):
    states, asia = reader.get("/parties/?type=territory"), reader.get("/parties/?type=state&region=035")

    assert "Gibraltar" in text(states)
    assert "Japan" not in text(states)
    assert "Philippines" in text(asia)
    assert "Japan" not in text(asia)
    assert reader.get("/parties/?q=&type=state&region=")["Location"] == "/parties/?type=state"


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("days", DAYS)
def test_the_numbers_of_the_list_of_parties_are_those_of_their_lists(reader: Client, days: str):
    found = links(html(reader.get(f"/parties/?{days}")))

    for number, target in found:
        assert listed(target) == number, target
    assert found or "1930" in days
    data = {one["code"]: one["in_force"] for one in reader.get(f"/parties.json?{days}").json()["parties"]}
    assert data["JPN"] == (0 if "1930" in days else 1 if "1955" in days else 2)


def test_a_party_with_many_agreements_asks_no_more_than_one_with_few(reader: Client, publish: Publish):
    for number in range(3):
        publish(title=f"Pact {number}", in_force="1960", provisions=LOGISTICS)
    few = _queries(reader)
    for number in range(27):
        publish(title=f"Pact {number}", in_force="1960" if number % 2 else None, parties=("JPN", "GBR", "AUS"), provisions=LOGISTICS)

    assert _queries(reader) == few <= 17


def _queries(reader: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert reader.get("/parties/JPN/?as_of=1970-01-01").status_code == 200
    return len(asked)
