"""What every page keeps: no cookie, a strict policy, clean markup, a number of queries that does not grow."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import event
from tests.web.conftest import EARLY, PROVISIONS, Publish
from tests.web.reading import html

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
OURS = [path for part in ("*.html", "web/*.html", "components/*.html") for path in sorted(TEMPLATES.glob(part))]
PAGES = (
    "/",
    "/agreements/",
    "/agreements/?q=nothing&party=FRA",
    "/agreements/E0001/",
    "/agreements/E0001/revisions/",
    "/agreements/E0001/revisions/1/",
    "/parties/",
    "/parties/?type=state&region=142&as_of=1955-01-01",
    "/parties/JPN/",
    "/parties/SUN/",
    "/parties/ORG-NATO/",
    "/between/",
    "/between/JPN/USA/",
    "/between/BTN/JPN/",
    "/glossary/",
    "/about/",
    "/nowhere/",
    "/agreements/?x=1",
)
VOID = {"meta", "link", "input", "br", "img", "hr", "line", "circle", "path", "rect"}


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("address", PAGES)
def test_reading_sets_no_cookie_and_allows_no_script(reader: Client, address: str):
    answer = reader.get(address)
    policy = answer["Content-Security-Policy"]

    assert not answer.cookies
    assert "Set-Cookie" not in answer
    assert "Cookie" not in answer.get("Vary", "")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_template_holds_script_or_style(path: Path):
    source = path.read_text()

    assert not re.search(
        r"<script(?! src=\"\{% static )|<style|\sstyle=|\son[a-z]+=|javascript:|\|safe\b|autoescape off", source, re.IGNORECASE
    )
    assert not re.findall(r"(?:src|href|action)=\"(?:https?:)?//(?!creativecommons\.org|www\.nationalarchives\.gov\.uk)", source)


class Outline(HTMLParser):
    """What the markup of a page is made of, and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("address", PAGES)
def test_the_markup_of_a_page_is_sound(reader: Client, address: str):
    outline = Outline()
    outline.feed(html(reader.get(address)))
    names = [tag for tag, _ in outline.tags]
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    labelled = {attributes.get("for") for tag, attributes in outline.tags if tag == "label"}
    fields = [attributes["id"] for tag, attributes in outline.tags if tag in ("select", "input") and "id" in attributes]

    assert outline.faults == []
    assert outline.open == []
    assert [names.count(tag) for tag in ("h1", "main", "title")] == [1, 1, names.count("title")]
    assert dict(outline.tags)["html"] == {"lang": "en-GB"}
    assert len(ids) == len(set(ids))
    assert all(attributes.get("scope") for tag, attributes in outline.tags if tag == "th")
    assert set(fields) <= labelled


def queries(reader: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert reader.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/", 12),
        ("/agreements/", 12),
        ("/agreements/?q=pact&party=JPN,FRA&kind=mutual_defence&standing=in_force,unknown&as_of=1990-01-01&as_known=2020-02-01", 12),
        ("/agreements/?q=nothing&party=FRA&kind=sofa,vfa&provision=cyber&standing=lapsed,unknown&as_of=1990-01-01&as_known=2020-02-01", 12),
        ("/agreements/E0001/", 10),
        ("/agreements/E0001/revisions/1/", 12),
        ("/parties/", 4),
        ("/parties.json", 4),
        ("/parties/JPN/", 17),
        ("/parties/JPN.json", 15),
        ("/between/JPN/USA/", 15),
        ("/between/JPN/USA.json", 15),
        ("/between/JPN/USA.svg", 15),
        ("/between/", 4),
    ],
)
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, address: str, most: int):
    for number in range(3):
        publish(title=f"Pact {number}", at=EARLY, signed=f"195{number}-01-01", in_force="1960", provisions=PROVISIONS)
    few = queries(reader, address)
    for number in range(27):
        publish(title=f"Pact {number}", at=EARLY, signed="1970-01-01", in_force="1980", provisions=PROVISIONS)

    assert queries(reader, address) == few
    assert few <= most


def test_a_large_agreement_asks_no_more_than_a_small_one(reader: Client, publish: Publish):
    codes = [
        "BEL",
        "CAN",
        "DNK",
        "FRA",
        "GBR",
        "ISL",
        "ITA",
        "LUX",
        "NLD",
        "NOR",
        "PRT",
        "USA",
        "GRC",
        "TUR",
        "DEU",
        "ESP",
        "CZE",
        "HUN",
        "POL",
        "BGR",
    ]
    acts = [event(f"a{n}", "ratification", f"19{50 + n}-01-01", party=code) for n, code in enumerate(codes)]
    relations = [{"id": f"r{n}", "kind": "amends", "target": f"E{n:04d}"} for n in range(2, 12)]
    publish(relations=[{"id": "r1", "kind": "amends", "target": "E0002"}])
    publish(parties=codes, events=acts, relations=[{"id": "r0", "kind": "amends", "target": "E0001"}, *relations[1:]])

    assert queries(reader, "/agreements/E0002/") == queries(reader, "/agreements/E0001/") <= 10
