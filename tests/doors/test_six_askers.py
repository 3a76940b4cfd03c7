"""One question, six askers: page, facet counts, API, CSV, Atom and charts give the same set, on 300 questions made by chance."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from random import Random
from typing import TypeVar
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoDbBlocker

from catalogue.asking import ask
from catalogue.holdings import NARROWING
from catalogue.question import PARAMETERS, read_question
from parties.models import Party
from tests.doors.questions import Asked, query, questions
from tests.factories import NOON, pact
from treaty.vocabulary.standing import Standing

REGISTER = Path(__file__).resolve().parents[2] / "data" / "register"
FIRST = datetime(2020, 1, 5, tzinfo=UTC)
BATCHES, EACH = 20, 15
One = TypeVar("One")
SHOWN = re.compile(r'class="row-title" dir="auto"><a href="/agreements/(E[0-9]+)/')
FACET = re.compile(r'id="facet-([a-z]+)-([^"]+)" .*?class="facet-count">([0-9,]+)<')
NEXT = re.compile(r'rel="next" href="([^"]+)"')
COUNT = re.compile(r'role="status"><strong>([0-9,]+) agreement')


@pytest.fixture(scope="module")
def _register(_reference: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from django.db import transaction

    from editorial.operations import admit
    from intake.loading import load_register

    with django_db_blocker.unblock(), transaction.atomic():
        for number, parties in enumerate((("JPN", "PHL"), ("GBR", "FRA", "DEU"), ("USA", "AUS"))):
            admit(pact(reference=f"E{9000 + number}", parties=parties, in_force="1960-05-01"), at=FIRST, note="For a test")
        load_register(REGISTER, at=NOON)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reader(_register: None, db: None) -> Client:
    return Client()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_six_askers_give_the_same_set(reader: Client, batch: int) -> None:
    names = dict(Party.objects.order_by().values_list("code", "name"))
    drawn = Random(batch)
    for asked in questions(batch, EACH):
        references = listed(reader, asked)
        whole = set(references)

        assert len(whole) == len(references), asked
        assert tabled(reader, asked) == references, asked
        assert fed(reader, asked) == whole, asked
        rows, facets = shown(reader, asked)
        assert rows == references, asked
        for name, value, number in some(facets, drawn, 2):
            assert count({**asked, name: value}, names) == number, (asked, name, value)
        for address, number in charted(reader, asked, drawn):
            assert count(dict(parse_qsl(urlsplit(address).query)), names) == number, (asked, address)


def test_the_questions_cover_every_parameter_and_most_find_something(reader: Client) -> None:
    names = dict(Party.objects.order_by().values_list("code", "name"))
    tried = [asked for batch in range(BATCHES) for asked in questions(batch, EACH)]
    standings = {value for asked in tried for value in asked.get("standing", "").split(",")}

    assert len({query(asked) for asked in tried}) > BATCHES * EACH * 0.9
    assert sum(count(asked, names) > 0 for asked in tried) > len(tried) * 0.75
    assert {name for asked in tried for name in asked} == set(PARAMETERS) - {"limit", "cursor"}
    assert standings >= {term.value for term in Standing} | {"unknown"}


def listed(reader: Client, asked: Asked) -> list[str]:
    """What the API lists, page after page."""
    found: list[str] = []
    address = f"/api/v1/agreements/?{query(asked)}&limit=100"
    while address:
        page = json.loads(answer(reader, address))
        found += [row["reference"] for row in page["results"]]
        address = page["next"]
    return found


def tabled(reader: Client, asked: Asked) -> list[str]:
    """What stands in the CSV file."""
    table = answer(reader, f"/agreements.csv?{query(asked)}").removeprefix("\ufeff")
    return [row["reference"] for row in csv.DictReader(io.StringIO(table))]


def fed(reader: Client, asked: Asked) -> set[str]:
    """What the feed holds with its older pages."""
    found: set[str] = set()
    address = f"/agreements.atom?{query({name: value for name, value in asked.items() if name != 'order'})}"
    while address:
        feed = answer(reader, address)
        found |= set(re.findall(r"<id>[^<]*/agreements/(E[0-9]+)/", feed))
        following = re.search(r'<link (?=[^>]*rel="next")[^>]*href="([^"]+)"', feed)
        address = unescape(following[1]) if following else ""
    return found


def shown(reader: Client, asked: Asked) -> tuple[list[str], list[tuple[str, str, int]]]:
    """What the page shows, page after page, and what its facets count."""
    found: list[str] = []
    address, first = f"/agreements/?{query(asked)}&limit=200", ""
    while address:
        page = answer(reader, address)
        first = first or page
        found += SHOWN.findall(page)
        following = NEXT.search(page)
        address = unescape(following[1]) if following else ""
    counted = COUNT.search(first)
    assert counted is not None, asked
    assert int(counted[1].replace(",", "")) == len(found), asked
    return found, [(name, value, int(number.replace(",", ""))) for name, value, number in FACET.findall(first)]


def charted(reader: Client, asked: Asked, drawn: Random) -> Iterable[tuple[str, int]]:
    """Some numbers of the charts that take the question, each with the address of the list that it counts."""
    taken = {name: value for name, value in asked.items() if name in NARROWING}
    columns = drawn.choice(("provisions", "parties"))
    matrix = json.loads(answer(reader, f"/matrix.json?{query({**taken, 'columns': columns, 'show': '200'})}"))
    yield from ((cell["url"], cell["number"]) for cell in some(matrix["cells"], drawn, 2))
    if "," not in taken.get("party", ""):
        world = json.loads(answer(reader, f"/map.json?{query({**taken, 'measure': drawn.choice(('in_force', 'signed', 'all'))})}"))
        yield from ((value["url"], value["value"]) for value in some(world["values"], drawn, 2))
        if "party" in taken:
            yield from party_chart(reader, taken, drawn)


def party_chart(reader: Client, taken: Asked, drawn: Random) -> Iterable[tuple[str, int]]:
    """Some bars of the party's own charts: by kind, by standing, with whom."""
    days: Asked = {name: taken[name] for name in ("as_of", "as_known", "inferred") if name in taken}
    said = json.loads(answer(reader, f"/parties/{taken['party']}.json?{query(days)}"))
    for name in ("kind", "standing", "provision"):
        for value, number in some(sorted(said[f"by_{name}"].items()), drawn, 1):
            yield f"?{query({**days, 'party': taken['party'], name: value})}", number
    for partner in some(said["partners"], drawn, 1):
        both = {**days, "between": f"{taken['party']},{partner['code']}"}
        yield f"?{query(both)}", partner["agreements"]
        yield f"?{query({**both, 'standing': 'in_force'})}", partner["in_force"]


def count(asked: Asked, names: dict[str, str]) -> int:
    """How many agreements the list finds."""
    today = datetime.now(UTC).date()
    return ask(read_question(QueryDict(query(asked)), today=today, known_parties=lambda: names)).count()


def some(of: list[One], drawn: Random, most: int) -> list[One]:
    return drawn.sample(of, min(most, len(of)))


def answer(reader: Client, address: str) -> str:
    said = reader.get(address)
    assert said.status_code == 200, (address, said.status_code)
    return said.getvalue().decode()
