"""Where nothing is found, the page says which data sets would have it: "no record" is told from "not covered"."""

from typing import Any

import pytest
from django.test import Client

from catalogue.windows import close_window, open_window
from tests.factories import NOON
from tests.web.conftest import Publish
from tests.web.reading import text
from tests.web.strict import parsed

COVERED = "Pacts of all states, signed 1980 to 2010. Bilateral agreements only."
UNCOVERED = "No data set in the register covers agreements"


@pytest.fixture
def declared(loaded: None) -> None:
    open_window("one", title="Pacts of all states", first=1980, last=2010, about="Bilateral agreements only.", at=NOON)
    open_window("two", title="List of Britain", first=1703, last=1976, parties=("GBR",), about="Its own list.", at=NOON)


def said(reader: Client, address: str) -> str:
    answer = reader.get(address)
    parsed(answer)
    return text(answer)


@pytest.mark.parametrize("address", ["/between/JPN/PHL/", "/parties/JPN/", "/gaps/?party=JPN"])
def test_a_page_that_finds_nothing_says_which_data_sets_would_have_it(reader: Client, declared: None, address: str) -> None:
    page = said(reader, address)

    assert COVERED in page
    assert "Not listed by: List of Britain (1703 to 1976)." in page


def test_a_list_of_one_country_speaks_of_that_country_only(reader: Client, declared: None) -> None:
    assert "List of Britain, signed 1703 to 1976." in said(reader, "/between/GBR/JPN/")
    assert "List of Britain, signed 1703 to 1976." in said(reader, "/gaps/?party=GBR")


def test_without_a_data_set_nothing_follows(reader: Client, loaded: None) -> None:
    assert f"{UNCOVERED} between Japan and the Philippines" in said(reader, "/between/JPN/PHL/")


def test_what_was_taken_back_is_gone_from_every_page(reader: Client, declared: None) -> None:
    close_window("one", at=NOON)

    for address in ("/between/JPN/PHL/", "/parties/JPN/", "/gaps/?party=JPN", "/about/data/"):
        assert "Pacts of all states" not in said(reader, address)


def test_where_something_is_in_force_the_page_says_nothing_of_it(reader: Client, declared: None, publish: Publish) -> None:
    publish(in_force="1952-04-28")

    for address in ("/between/JPN/USA/", "/parties/JPN/"):
        assert "Pacts of all states" not in said(reader, address)


def test_about_the_data_has_every_window_on_the_page_and_as_data(reader: Client, declared: None) -> None:
    window: dict[str, Any] = {
        "title": "Pacts of all states", "signed_from": 1980, "signed_until": 2010, "parties": [], "about": "Bilateral agreements only.",
    }  # fmt: skip

    assert "1980 to 2010" in said(reader, "/about/data/")
    for address in ("/about/data.json", "/api/v1/figures/"):
        assert window in reader.get(address).json()["data_sets"], address
    assert reader.get("/about/data.json?as_known=2020-01-01").json()["data_sets"] == []
