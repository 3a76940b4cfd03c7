"""What the register learnt, and what happened in the world, since a day."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.merging import merge
from editorial.operations import publish as publish_submission
from editorial.operations import retract, submit
from records.models import Record
from tests.factories import NOON, pact
from tests.web.conftest import EARLY, Publish
from tests.web.reading import text
from tests.web.strict import parsed

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = "since=2000-01-01"


@pytest.fixture
def people(db: None) -> tuple[Person, Person]:
    return Person.objects.create_user("edith"), Person.objects.create_user("rex")


@pytest.fixture
def revised(publish: Publish, people: tuple[Person, Person]) -> None:
    """E0001 was published twice, the second time with another title and kind; E0002 once."""
    editor, reviewer = people
    publish(title="The old title", at=EARLY)
    publish(title="Another pact", parties=("FRA", "GBR"), kind="sofa", at=EARLY + timedelta(hours=1))
    agreement = Agreement.objects.get(record__reference="E0001")
    apply(pact(title="The new title", kind="acsa"), by=editor, at=NOON, to=agreement)
    publish_submission(submit(agreement, by=editor, at=NOON), by=reviewer, at=NOON)


def learnt(reader: Client, question: str) -> list[tuple[str, int, str]]:
    said = reader.get(f"/changes.json?{question}").json()["learnt"]
    return [(one["agreement"], one["revision"], one["what"]) for one in said]


def test_what_was_learnt_last_comes_first_with_what_it_changed(reader: Client, revised: None) -> None:
    page = text(reader.get(f"/changes/?{ALL}"))

    assert learnt(reader, ALL) == [("E0001", 2, "revised"), ("E0002", 1, "recorded"), ("E0001", 1, "recorded")]
    assert "Title changed from “The old title” to “The new title”." in page
    assert "Kind changed from mutual defence to acquisition and cross-servicing." in page
    parsed(reader.get(f"/changes/?{ALL}"))


def test_a_day_a_party_and_a_kind_narrow_it(reader: Client, revised: None) -> None:
    assert learnt(reader, "since=2026-01-01") == [("E0001", 2, "revised")]
    assert learnt(reader, f"{ALL}&party=FRA") == [("E0002", 1, "recorded")]
    assert learnt(reader, f"{ALL}&kind=sofa") == [("E0002", 1, "recorded")]


def test_thirty_days_are_looked_back_unless_a_day_is_given(reader: Client, publish: Publish) -> None:
    now = timezone.now()
    publish(at=now - timedelta(days=40))
    publish(at=now - timedelta(days=20))

    assert learnt(reader, "") == [("E0002", 1, "recorded")]


def test_a_retracted_record_gives_its_reason_and_nothing_of_what_it_said(
    reader: Client, publish: Publish, people: tuple[Person, Person]
) -> None:
    publish(title="A mistaken record", at=EARLY)
    retract(Record.objects.get(), by=people[1], at=NOON, reason="It was entered twice.")
    for address in (f"/changes/?{ALL}", f"/changes.json?{ALL}", "/changes.atom"):
        said = reader.get(address).content.decode()
        assert "It was entered twice." in said
        assert "A mistaken record" not in said

    assert learnt(reader, ALL) == [("E0001", 2, "retracted"), ("E0001", 1, "recorded")]


def test_a_merger_says_where_the_record_goes_on(reader: Client, publish: Publish, people: tuple[Person, Person]) -> None:
    editor, reviewer = people
    publish(title="One", at=EARLY)
    publish(title="Other", at=EARLY)
    one, other = (Agreement.objects.get(record__reference=reference) for reference in ("E0001", "E0002"))
    merge(one, other, by=editor, at=NOON, reason="The same text.")
    publish_submission(submit(one, by=editor, at=NOON), by=reviewer, at=NOON)

    assert ("E0002", 2, "merged") in learnt(reader, ALL)
    assert "Continued as E0001." in text(reader.get(f"/changes/?{ALL}"))


def test_a_draft_is_no_news(reader: Client, revised: None, people: tuple[Person, Person]) -> None:
    apply(pact(title="Zyxwv"), by=people[0], at=NOON, to=Agreement.objects.get(record__reference="E0002"))

    assert "Zyxwv" not in reader.get(f"/changes/?{ALL}").content.decode()


def test_what_happened_in_the_world_stands_beside_it(reader: Client, publish: Publish) -> None:
    publish(title="Old", signed="1951-09-08", in_force="1952")
    publish(title="New", signed="2020-03", in_force="2021-01-01")
    said, page = reader.get("/changes.json?since=2020-01-01").json(), text(reader.get("/changes/?since=2020-01-01"))

    assert [(one["title"], one["what"], one["when"]) for one in said["happened"]] == [
        ("New", "Entered into force", "1 January 2021"),
        ("New", "Signed", "March 2020"),
    ]
    assert [(one["what"], one["when"]) for one in said["standings_begun"]] == [("In force", "1 January 2021"), ("Signed", "March 2020")]
    assert "All agreements with such an event" in page


def test_a_feed_has_an_entry_for_each_revision_and_goes_on(reader: Client, publish: Publish) -> None:
    for number in range(51):
        publish(title=f"Pact {number}", at=EARLY)
    feed = ElementTree.fromstring(reader.get("/changes.atom").content)  # noqa: S314 - our own feed
    following = next(link.get("href") for link in feed.iter(f"{ATOM}link") if link.get("rel") == "next")
    rest = ElementTree.fromstring(reader.get(str(following)).content)  # noqa: S314 - our own feed
    titles = [entry.findtext(f"{ATOM}title") for one in (feed, rest) for entry in one.iter(f"{ATOM}entry")]

    assert titles == [f"First recorded: Pact {50 - place} (E{51 - place:04d})" for place in range(51)]
    assert 'rel="next"' not in reader.get(str(following)).content.decode()


def test_pages_follow_by_cursor_and_lose_nothing(reader: Client, publish: Publish) -> None:
    for number in range(51):
        publish(title=f"Pact {number}", at=EARLY)
    first = reader.get(f"/changes.json?{ALL}").json()
    second = reader.get(first["next"].removeprefix("http://testserver")).json()

    assert (len(first["learnt"]), len(second["learnt"]), second["next"]) == (50, 1, None)
    assert "Next page" in text(reader.get(f"/changes/?{ALL}"))


@pytest.mark.parametrize("address", ["/changes/", "/changes.atom", "/changes.json"])
@pytest.mark.parametrize(
    "question", ["sinse=2020-01-01", "since=yesterday", "since=2999-01-01", "as_of=2020", "cursor=x", "cursor=Y2hhbmdlcy14"]
)
def test_what_it_does_not_take_is_refused(reader: Client, loaded: None, address: str, question: str) -> None:
    assert reader.get(f"{address}?{question}").status_code == 400


def test_the_days_of_the_page_end_what_was_learnt_and_what_happened(reader: Client, publish: Publish) -> None:
    publish(at=NOON, title="Early", signed="2026-01-05")
    publish(at=NOON + timedelta(days=3), title="Late", signed="2026-02-05")
    since = f"since={(NOON - timedelta(days=300)).date()}"

    known = reader.get(f"/changes.json?{since}&as_known={NOON.date()}").json()
    then = reader.get("/changes.json?since=2026-01-01&as_of=2026-01-31").json()

    assert [one["title"] for one in known["learnt"]] == ["Early"]
    assert {one["title"] for one in then["happened"]} == {"Early"}
    assert 'form="ask"' in reader.get(f"/changes/?{since}&as_known={NOON.date()}").content.decode()


def test_nothing_learnt_is_said(reader: Client, loaded: None) -> None:
    assert "The register learnt nothing of this in that time." in text(reader.get("/changes/"))


@pytest.mark.parametrize("address", [f"/changes/?{ALL}", f"/changes.json?{ALL}", "/changes.atom"])
def test_the_number_of_queries_does_not_grow(reader: Client, publish: Publish, people: tuple[Person, Person], address: str) -> None:
    editor, reviewer = people
    counts = []
    for more in (3, 20):
        for number in range(more):
            publish(title=f"Pact {number}", in_force="2020-01-01")
            agreement = Agreement.objects.order_by("-pk")[0]
            apply(pact(title=f"Pact {number}, revised"), by=editor, at=NOON, to=agreement)
            publish_submission(submit(agreement, by=editor, at=NOON), by=reviewer, at=NOON)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
