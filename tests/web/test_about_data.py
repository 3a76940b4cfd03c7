"""About the data: counts of what is there and of what nobody has coded."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from tests.factories import event
from tests.web.conftest import EARLY, PROVISIONS, Publish
from tests.web.reading import text
from tests.web.strict import parsed

VERIFIED = [{"id": "e1", "kind": "signature", "date": "1951-09-08", "evidence": [{"source": "s1", "verified": True}]}]


@pytest.fixture
def some(publish: Publish) -> None:
    publish(title="Coded", character="binding_treaty", form="treaty", in_force="1952-04-28", provisions=PROVISIONS, at=EARLY)
    publish(title="Bare", kind=None, signed="1960", parties=("FRA", "GBR"))
    publish(
        title="Verified", signed=None, events=VERIFIED, parties=("JPN", "AUS"), sources=[{"id": "s1", "kind": "press", "title": "A paper"}]
    )


def test_the_data_count_what_is_there_and_what_is_not(reader: Client, some: None) -> None:
    said = reader.get("/about/data.json").json()

    assert said["agreements"] == 3
    assert said["best_source"] == [
        {"kind": "data_set", "rank": 8, "agreements": 2},
        {"kind": "press", "rank": 9, "agreements": 1},
    ]
    assert said["verified"] == {"all": 0, "some": 1, "none": 2}
    assert said["first_signed"] == [{"year": 1951, "agreements": 2}, {"year": 1960, "agreements": 1}]
    assert said["not_known"] == {
        "kind": 1, "form": 2, "character": 2, "signature": 0, "entry_into_force": 2, "standing": 0, "provisions": 2, "parties": 0,
    }  # fmt: skip
    assert {"code": "JPN", "name": "Japan", "agreements": 2, "verified_in_part": 1} in said["parties"]


def test_the_page_says_what_the_data_say(reader: Client, some: None) -> None:
    answer = reader.get("/about/data/")
    page = text(answer)
    parsed(answer)

    assert "The register holds 3 agreements today, 1 of them (33 %) with at least one verified fact." in page
    assert "Whether it binds in law" in page
    assert "From 1951 to 1960; the most, 2, in 1951." in page
    assert "Open Government Licence v3.0" in page
    assert "Japan" in page


def test_it_is_asked_as_of_and_as_known_on_a_day(reader: Client, some: None) -> None:
    assert reader.get("/about/data.json?as_known=2020-02-01").json()["agreements"] == 1
    assert reader.get("/about/data.json?as_of=1955-01-01").json()["agreements"] == 2


def test_it_stands_in_an_empty_register(reader: Client, loaded: None) -> None:
    answer = reader.get("/about/data/")
    parsed(answer)

    assert "No signature has a known year." in text(answer)


def test_a_rival_day_is_no_entry_into_force(reader: Client, publish: Publish) -> None:
    publish(events=[event("e9", "entry_into_force", "1952-04-28", weight="rival")])

    assert reader.get("/about/data.json").json()["not_known"]["entry_into_force"] == 1


@pytest.mark.parametrize("address", ["/about/data/?party=JPN", "/about/data.json?asof=2020-01-01"])
def test_what_it_does_not_take_is_refused(reader: Client, loaded: None, address: str) -> None:
    assert reader.get(address).status_code == 400


@pytest.mark.parametrize("address", ["/about/data/", "/about/data.json"])
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, address: str) -> None:
    counts = []
    for more in (3, 27):
        for number in range(more):
            publish(title=f"Pact {number}", signed=f"19{50 + number}", provisions=PROVISIONS)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 9


def test_the_components_stand_on_one_page_in_development_and_nowhere_else(reader: Client, loaded: None) -> None:
    assert reader.get("/styleguide/").status_code == 404
    with override_settings(DEBUG=True):
        parsed(reader.get("/styleguide/"))


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_years_of_signature_are_drawn_to_take_away(reader: Client, two_treaties: None, form: str, begins: bytes) -> None:
    assert f"/about/data.{form}" in reader.get("/about/data/").content.decode()

    answer = reader.get(f"/about/data.{form}?as_of=1955-01-01")

    assert answer.content.startswith(begins)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="entente-years.{form}"'
    assert reader.get(f"/about/data.{form}?as_of=1900-01-01").status_code == 404
