"""What is learnt between two looks: pages that nothing slips past, and changes by which a copy stays whole."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.test import Client

from catalogue.models import Entry
from catalogue.shelving import shelve
from editorial.operations import retract
from records.models import Record, Revision
from records.operations import append_revision
from records.vocabulary import Action
from tests.api.conftest import MOMENT, Publish
from tests.factories import pact
from treaty.document.canonical import canonical_json

pytestmark = pytest.mark.django_db
LIST, CHANGES = "/api/v1/agreements/", "/api/v1/changes/"
DAYS = ("1950-01-01", "1951", "1951-09-08", None)


class Editors:
    """People who publish, revise, retract and merge at random, as fast as they can."""

    def __init__(self, publish: Publish, chance: Random) -> None:
        self.publish, self.chance, self.moments = publish, chance, 0

    def at(self) -> datetime:
        self.moments += 1
        return MOMENT + timedelta(seconds=self.moments // 3)  # several in one second

    def write(self) -> None:
        public = list(Entry.objects.known(on=None).values_list("record", flat=True))
        deed = self.chance.choice(("new", "new", "revise", "revise", "retract", "merge") if len(public) > 3 else ("new",))
        if deed == "new":
            self.publish(self.title(), signed=self.chance.choice(DAYS), at=self.at())
            return
        record = Record.objects.get(pk=self.chance.choice(public))
        if deed == "retract":
            retract(record, by=None, at=self.at(), reason="It never was.")  # type: ignore[arg-type]
            return
        said: dict[str, Any] = {
            "document": canonical_json(pact(title=self.title(), reference=record.reference, signed=self.chance.choice(DAYS)))
        }
        if deed == "merge":
            into = Record.objects.get(pk=self.chance.choice([pk for pk in public if pk != record.pk]))
            said |= {"action": Action.MERGED, "merged_into": into}
        shelve(append_revision(record, by=None, at=self.at(), **said))

    def title(self) -> str:
        return f"Pact {self.chance.randint(0, 5)}"


@pytest.fixture
def editors(publish: Publish) -> Callable[[int], Editors]:
    def made(seed: int) -> Editors:
        return Editors(publish, Random(seed))

    return made


def register() -> dict[str, tuple[int, str]]:
    """What is public now: the number and the hash of each agreement's revision."""
    rows = Entry.objects.known(on=None).values_list("reference", "revision__number", "revision__sha256")
    return {reference: (number, sha256) for reference, number, sha256 in rows}


def follow(api: Client, copy: dict[str, tuple[int, str]], address: str) -> str:
    """Bring a copy up to date; the address to ask next time."""
    while True:
        page = api.get(address).json()
        for change in page["results"]:
            if change["action"] == "published":
                copy[change["reference"]] = (change["number"], change["sha256"])
            else:
                copy.pop(change["reference"], None)
        address = page["next"] or f"{CHANGES}?limit=7&since={page['cursor']}"
        if page["next"] is None:
            return address


@pytest.mark.parametrize("seed", range(5))
def test_who_follows_the_changes_has_what_the_register_has(api: Client, editors: Callable[[int], Editors], seed: int):
    some, chance = editors(seed), Random(seed)
    copy: dict[str, tuple[int, str]] = {}
    address = f"{CHANGES}?limit=7"
    for _ in range(8):
        for _ in range(chance.randint(0, 9)):
            some.write()
        address = follow(api, copy, address)
        assert copy == register()


@pytest.mark.parametrize("asked", ["order=-signed", "order=title", "order=-published&as_known={today}"])
def test_pages_read_while_two_hundred_writes_happen_miss_nothing_and_repeat_nothing(
    api: Client, publish: Publish, editors: Callable[[int], Editors], asked: str
):
    """They show the register as it was when the first was read, and the changes since then lead on to what it is now."""
    some = editors(len(asked))
    for _ in range(24):
        publish(some.title(), signed=some.chance.choice(DAYS), at=some.at())
    then, status = register(), api.get("/api/v1/status/").json()
    follows = f"{CHANGES}?limit=7&since={status['cursor']}"
    seen: list[tuple[str, int]] = []
    address, writes = f"{LIST}?limit=2&{asked.format(today=status['as_of'])}", 0
    while address:
        page = api.get(address).json()
        seen += [(row["reference"], row["revision"]) for row in page["results"]]
        address = page["next"]
        for _ in range(min(20, 200 - writes)):
            some.write()
            writes += 1

    assert writes == 200
    assert len(seen) == len(then)
    assert dict(seen) == {reference: number for reference, (number, _) in then.items()}
    copy = dict(then)
    follow(api, copy, follows)
    assert copy == register()


@pytest.mark.parametrize("path", ["/api/v1/provisions/", "/api/v1/events/", "/api/v1/pairs/"])
def test_the_contents_of_agreements_are_paged_as_surely(api: Client, publish: Publish, path: str):
    for number in range(6):
        publish(
            f"Pact {number}", signed="1951", in_force="1952", provisions=[{"id": "a", "kind": "logistics"}], parties=("USA", "JPN", "GBR")
        )
    whole = api.get(f"{path}?limit=200").json()["results"]
    seen, address = [], f"{path}?limit=1"
    while address:
        page = api.get(address).json()
        seen += page["results"]
        address = page["next"]
        last = Entry.objects.known(on=None).order_by("place").first()
        if last:
            retract(last.record, by=None, at=MOMENT, reason="It never was.")  # type: ignore[arg-type]

    assert seen == whole
    assert len(whole) > 2


def test_a_revision_is_told_with_what_it_did(api: Client, two_treaties: tuple[Revision, Revision]):
    retract(two_treaties[0].record, by=None, at=datetime(2026, 2, 1, tzinfo=UTC), reason="It is the same as E0002.")  # type: ignore[arg-type]
    first, second, third = api.get(f"{CHANGES}?expand=document").json()["results"]

    assert [row["action"] for row in (first, second, third)] == ["published", "published", "retracted"]
    assert (first["title"], first["document"], first["note"]) == ("", None, "")
    assert second["document"]["title"] == second["title"] == "Treaty of Mutual Cooperation and Security"
    assert (third["note"], third["document"]) == ("It is the same as E0002.", None)


def test_a_day_is_as_good_as_a_cursor(api: Client, publish: Publish):
    publish("Early", at=datetime(2026, 1, 1, tzinfo=UTC))
    publish("Late", at=datetime(2026, 1, 2, tzinfo=UTC))

    assert [row["title"] for row in api.get(f"{CHANGES}?since=2026-01-02").json()["results"]] == ["Late"]
    assert api.get(f"{CHANGES}?since=9999-01-01").json()["errors"][0]["parameter"] == "since"
    assert api.get(f"{CHANGES}?since=yesterday").json()["errors"][0]["parameter"] == "since"


def test_a_cursor_that_nothing_follows_is_good_for_next_time(api: Client, publish: Publish):
    publish("First")
    cursor = api.get(CHANGES).json()["cursor"]
    assert api.get(f"{CHANGES}?since={cursor}").json() == {"results": [], "next": None, "total": None, "cursor": cursor}
    publish("Second")

    assert [row["title"] for row in api.get(f"{CHANGES}?since={cursor}").json()["results"]] == ["Second"]


def test_changes_are_narrowed_like_any_list(api: Client, publish: Publish):
    publish("Ours", parties=("USA", "JPN"))
    publish("Theirs", parties=("GBR", "FRA"))

    assert [row["title"] for row in api.get(f"{CHANGES}?party=FRA").json()["results"]] == ["Theirs"]
    assert [json.loads(line)["title"] for line in api.get(f"{CHANGES}?party=JPN&format=jsonl").getvalue().splitlines()] == ["Ours"]
