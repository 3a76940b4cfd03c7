"""The years of a party's signatures as files to take away."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.web.conftest import Publish


def test_the_drawing_is_a_file_that_says_what_it_shows_and_when(reader: Client, publish: Publish) -> None:
    publish(parties=("JPN", "USA"), signed="1951-09-08")

    answer = reader.get("/parties/JPN/years.svg?as_of=1960-01-01")
    drawn = ElementTree.fromstring(answer.content)  # noqa: S314 - our own drawing

    assert answer["Content-Type"] == "image/svg+xml"
    assert "Agreements of Japan by year of signature" in "".join(drawn.itertext())
    assert "as of 1 January 1960" in "".join(drawn.itertext())
    assert reader.get("/parties/JPN/years.png").content.startswith(b"\x89PNG")
    assert "/parties/JPN/years.svg?as_of=1960-01-01" in reader.get("/parties/JPN/?as_of=1960-01-01").content.decode()


@pytest.mark.usefixtures("loaded")
def test_where_nothing_was_signed_there_is_nothing_to_draw(reader: Client) -> None:
    assert reader.get("/parties/BTN/years.svg").status_code == 404
