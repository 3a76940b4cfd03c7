"""The pages of batches: the list of them, one with its records, and the deeds on it."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.models import Submission
from editorial.vocabulary import SubmissionState
from intake.models import Batch, Errand
from intake.vocabulary import BatchState
from records.vocabulary import JobState
from tests.desk.batches.conftest import Brought, pacts
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
People = Callable[[str], Person]
Done = Callable[[], Errand]
UNREAD = re.compile(r'href="(/desk/batches/\d+/read/\d+/)"[^>]*>[^<]*</a>\s*<p class="line-note"><span class="state waiting">Not read yet')


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def of(batch: Batch) -> str:
    return f"/desk/batches/{batch.pk}/"


def told(client: Client, batch: Batch, step: str, **sent: str) -> str:
    """What the person is told who asks for a step that a rule refuses."""
    answer = client.post(f"{of(batch)}{step}/", sent, follow=True)
    assert answer.redirect_chain == [(of(batch), 302)]
    return unescape(answer.content.decode())


def asked(client: Client, batch: Batch, step: str, **sent: str) -> None:
    """A step that is taken up as work, whose page follows."""
    answer = client.post(f"{of(batch)}{step}/", sent)
    assert answer.headers["Location"] == f"/desk/intake/work/{Errand.objects.latest('pk').pk}/"


def say_read(reviewer: Client, address: str) -> Any:
    found = re.search(r'name="as_read" value="(\w+)"', read(reviewer, address))
    assert found is not None
    return reviewer.post(address, {"as_read": found[1]})


@pytest.fixture
def submitted(signed_in: SignedIn, brought: Brought, done: Done) -> Batch:
    """Ten pacts that wait for one review."""
    batch = brought(pacts(range(10)))
    asked(signed_in("data_manager"), batch, "submit")
    assert done().job.state is JobState.DONE
    batch.refresh_from_db()
    return batch


def test_before_the_first_file_the_list_says_that_there_is_none(signed_in: SignedIn) -> None:
    assert "No file has been brought in yet." in read(signed_in("editor"), "/desk/batches/")


def test_the_list_has_the_newest_first_with_what_became_of_its_records(signed_in: SignedIn, brought: Brought) -> None:
    brought(pacts(range(2)), name="first.jsonl")
    brought([*pacts(range(2, 5)), pact(title="One party", parties=["JPN"])], name="second.jsonl")

    page = read(signed_in("editor"), "/desk/batches/")

    assert page.index("second.jsonl") < page.index("first.jsonl")
    assert "3 created, 1 refused" in page
    assert "2 created" in page


def test_a_batch_shows_each_record_with_its_reasons_and_where_its_desk_copy_is(signed_in: SignedIn, brought: Brought) -> None:
    batch = brought([*pacts(range(2)), pact(title="One party", parties=["JPN"]), *pacts([7], kind=None)])
    client = signed_in("editor")

    page = read(client, of(batch))
    assert f"/desk/agreements/agreement/{Agreement.objects.get(title='Pact of the year 1900').pk}/change/" in page
    assert "An agreement has at least two parties" in page
    assert "2 of 3 records that could be read are sound." in page

    refused, suspicious, uncoded = (read(client, f"{of(batch)}?show={one}") for one in ("refused", "suspicious", "kind-is-coded"))
    assert [title in refused for title in ("One party", "Pact of the year 1900")] == [True, False]
    assert [title in suspicious for title in ("Pact of the year 1907", "Pact of the year 1900")] == [True, False]
    assert [title in uncoded for title in ("Pact of the year 1907", "Pact of the year 1900")] == [True, False]


def test_the_rule_book_is_read_over_it_as_it_stands_now(signed_in: SignedIn, person: People, brought: Brought) -> None:
    batch, client = brought([*pacts(range(2)), *pacts([7], kind=None)]), signed_in("editor")
    address = f"{of(batch)}audit/"
    assert address in read(client, of(batch))

    page = read(client, address)
    assert "2 of 3 records are sound" in page
    assert "Nobody has coded its kind." in page
    uncoded = Agreement.objects.get(title="Pact of the year 1907")
    assert f"/desk/agreements/agreement/{uncoded.pk}/change/" in page

    apply(pact(title="Pact of the year 1907", signed="1907-03-08"), by=person("editor"), at=NOON, to=uncoded)
    assert "3 of 3 records are sound" in read(client, address)


def test_the_pages_of_a_filter_keep_it(signed_in: SignedIn, brought: Brought) -> None:
    batch = brought(pacts(range(52)))

    page = read(signed_in("editor"), f"{of(batch)}?show=create")

    assert page.count('class="line-title"') == 50
    assert 'href="?show=create&page=2"' in page
    assert read(signed_in("editor"), f"{of(batch)}?show=create&page=2").count('class="line-title"') == 2


@pytest.mark.parametrize("address", ["/desk/batches/987654/", "/desk/intake/work/987654/", "/desk/batches/987654/undo/"])
def test_what_is_not_there_is_not_found(loaded: None, address: str) -> None:
    client = Client()
    client.force_login(Person.objects.create_superuser("superuser"))

    assert client.get(address).status_code == 404


def test_what_no_record_can_be_is_not_found(signed_in: SignedIn, brought: Brought) -> None:
    batch = brought(pacts(range(1)))
    client = signed_in("reviewer")

    assert client.get(f"{of(batch)}?show=nonsense").status_code == 404
    assert client.get(f"{of(batch)}read/987654/").status_code == 404
    assert client.get(f"{of(batch)}?page=nonsense").status_code == 200


def test_an_editor_submits_it_for_one_review(signed_in: SignedIn, brought: Brought, done: Done) -> None:
    batch, client = brought(pacts(range(3))), signed_in("editor")
    assert "Submit it for one review" in read(client, of(batch))

    asked(client, batch, "submit")
    assert "is under way" in read(client, of(batch))
    assert "Submit it for one review" not in read(client, of(batch))
    assert "under way" in told(client, batch, "submit")
    done()

    assert Submission.objects.waiting().count() == 3
    assert "In review" in read(client, of(batch))


def test_the_reviewer_reads_the_sample_and_publishes_the_whole(signed_in: SignedIn, submitted: Batch, done: Done) -> None:
    reviewer = signed_in("reviewer")
    page = read(reviewer, of(submitted))
    sample = UNREAD.findall(page)
    assert 0 < len(sample) < 10
    assert f"0 of {len(sample)} read" in page
    assert "Publish all 10" not in page

    for number, address in enumerate(sample, start=1):
        answer = say_read(reviewer, address)
        assert f"{number} of {len(sample)} read" in read(reviewer, of(submitted))
    assert answer.headers["Location"] == f"{of(submitted)}#decision"
    assert "Publish all 10" in read(reviewer, of(submitted))
    asked(reviewer, submitted, "publish")
    assert done().job.state is JobState.DONE

    public = Client().get("/agreements/").content.decode()
    assert [f"Pact of the year {1900 + number}" in public for number in range(10)] == [True] * 10


def test_a_record_of_the_sample_is_shown_as_it_was_submitted(signed_in: SignedIn, person: People, submitted: Batch) -> None:
    reviewer = signed_in("reviewer")
    (address, *_) = UNREAD.findall(read(reviewer, of(submitted)))
    line = submitted.lines.get(pk=address.rstrip("/").rpartition("/")[2])
    apply(pact(title="Typed after submission"), by=person("editor"), at=NOON, to=line.agreement)

    page = read(reviewer, address)

    assert line.title in page
    assert "Typed after submission" not in page
    assert "What changes in public" in page


def test_nobody_has_read_what_was_submitted_in_the_place_of_what_they_read(signed_in: SignedIn, submitted: Batch) -> None:
    reviewer = signed_in("reviewer")
    (address, *_) = UNREAD.findall(read(reviewer, of(submitted)))

    for sent in ({}, {"as_read": "0" * 64}):
        assert "not the document you read" in unescape(reviewer.post(address, sent, follow=True).content.decode())
    assert not submitted.lines.filter(read_at__isnull=False).exists()


def test_an_unread_sample_is_not_published(signed_in: SignedIn, submitted: Batch, done: Done) -> None:
    reviewer = signed_in("reviewer")

    reviewer.post(f"{of(submitted)}publish/")
    assert not Errand.objects.filter(kind="publish").exists() or done().job.state is JobState.FAILED
    submitted.refresh_from_db()

    assert submitted.state is BatchState.SUBMITTED


def test_who_brought_it_in_does_not_decide_on_it(signed_in: SignedIn, brought: Brought, done: Done) -> None:
    reviewer_too = Person.objects.create_superuser("both")
    client = Client()
    client.force_login(reviewer_too)
    batch = brought(pacts(range(2)))
    Batch.objects.filter(pk=batch.pk).update(by=reviewer_too)
    asked(client, batch, "submit")
    done()

    assert "somebody else must publish it" in read(client, of(batch))
    assert "Somebody else must publish" in told(client, batch, "publish")


def test_who_submitted_it_does_not_publish_it_either(signed_in: SignedIn, brought: Brought, done: Done) -> None:
    batch, reviewer = brought(pacts(range(2))), signed_in("reviewer")
    asked(reviewer, batch, "submit")
    done()

    page = read(reviewer, of(batch))

    assert "submitted by reviewer" in page
    assert "somebody else must publish it" in page
    assert "Publish all" not in page


def test_it_is_returned_with_a_comment_and_can_be_submitted_again(signed_in: SignedIn, submitted: Batch, done: Done) -> None:
    reviewer = signed_in("reviewer")
    assert "comment" in told(reviewer, submitted, "return", comment="  ")

    asked(reviewer, submitted, "return", comment="Code the kinds.")
    assert done().job.state is JobState.DONE

    assert not Submission.objects.filter(state=SubmissionState.OPEN).exists()
    page = read(signed_in("editor"), of(submitted))
    assert "Submit it for one review" in page
    assert "Code the kinds." in page


def test_drafts_are_taken_back_after_a_page_that_says_what_will_happen(signed_in: SignedIn, brought: Brought, done: Done) -> None:
    batch, client = brought(pacts(range(3))), signed_in("data_manager")
    page = read(client, f"{of(batch)}undo/")
    assert "3 records that it created are set aside" in page
    assert "Take back 3 records" in page
    assert "Say why" in told(client, batch, "undo", reason="")

    asked(client, batch, "undo", reason="The wrong file.")
    assert done().job.state is JobState.DONE

    page = read(client, of(batch))
    assert "Undone" in page
    assert "The wrong file." in page
    assert "Take it back" not in page


def test_a_public_batch_is_taken_back_by_new_revisions(signed_in: SignedIn, submitted: Batch, done: Done) -> None:
    reviewer = signed_in("reviewer")
    for address in UNREAD.findall(read(reviewer, of(submitted))):
        say_read(reviewer, address)
    asked(reviewer, submitted, "publish")
    done()
    assert "10 records that it created are retracted" in read(reviewer, f"{of(submitted)}undo/")

    asked(reviewer, submitted, "undo", reason="The list was a draft of the ministry.")
    assert done().job.state is JobState.DONE

    assert "Pact of the year" not in Client().get("/agreements/").content.decode()


POWERS = {
    "submit": {"editor", "reviewer", "data_manager"},
    "publish": {"reviewer"},
    "return": {"editor", "reviewer", "data_manager"},  # of them the rules let a reviewer, and who brought it in
    "undo": {"reviewer", "data_manager"},
}


@pytest.mark.parametrize("step", POWERS)
def test_a_step_is_closed_to_whoever_may_not_take_it(signed_in: SignedIn, brought: Brought, step: str) -> None:
    batch = brought(pacts(range(1)))
    roles = ("analyst", "contributor", "editor", "reviewer", "data_manager", "administrator")

    answers = {role: signed_in(role).post(f"{of(batch)}{step}/", {"reason": "", "comment": ""}).status_code for role in roles}

    assert answers == {role: 302 if role in POWERS[step] else 403 for role in roles}


def test_an_editor_does_not_return_what_somebody_else_brought_in(signed_in: SignedIn, submitted: Batch) -> None:
    assert "a reviewer may" in told(signed_in("editor"), submitted, "return", comment="No.")


@pytest.mark.parametrize("step", ["submit", "publish", "return"])
def test_a_step_is_not_taken_by_looking(signed_in: SignedIn, brought: Brought, step: str) -> None:
    batch = brought(pacts(range(1)))

    assert signed_in("reviewer").get(f"{of(batch)}{step}/").status_code == 405


def test_the_pages_cost_the_same_for_three_records_and_for_thirty(signed_in: SignedIn, brought: Brought, done: Done) -> None:
    client, counts = signed_in("reviewer"), []
    for many in (range(3), range(10, 40)):
        batch = brought(pacts(many, kind=None), name=f"{len(many)}.jsonl")
        spent = []
        for _ in ("drafts", "in review"):
            with CaptureQueriesContext(connection) as said:
                read(client, of(batch))
            spent.append(len(said))
            if batch.state is BatchState.APPLIED:
                asked(client, batch, "submit")
                done()
                batch.refresh_from_db()
                say_read(client, UNREAD.findall(read(client, of(batch)))[0])
        counts.append(spent)

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 16


def test_the_list_costs_the_same_for_three_batches_and_for_thirty(signed_in: SignedIn, person: People) -> None:
    client, counts = signed_in("editor"), []
    for many in (range(3), range(3, 30)):
        for number in many:
            Batch.objects.create(file_name=f"{number}.jsonl", counts={"create": number}, by=person("data_manager"), at=NOON)
        with CaptureQueriesContext(connection) as said:
            read(client, "/desk/batches/")
        counts.append(len(said))

    assert counts[0] == counts[1] <= 8
