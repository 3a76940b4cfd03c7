"""A batch is one entry wherever submissions wait."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Person
from accounts.operations import make_token
from accounts.powers import scopes_of
from editorial.applying import apply
from editorial.models import Submission
from editorial.operations import submit
from intake.errands import ask_for
from intake.models import Batch, BatchLine, Errand
from intake.vocabulary import BatchState, ErrandKind, Outcome
from tests.desk.batches.conftest import Brought, pacts
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
People = Callable[[str], Person]
Done = Callable[[], Errand]
Submitted = Callable[..., Batch]


@pytest.fixture
def submitted(person: People, brought: Brought, done: Done) -> Submitted:
    """Pacts that wait for one review."""

    def submit_them(numbers: range, *, by: str = "editor", name: str = "pacts.jsonl") -> Batch:
        batch = brought(pacts(numbers), name=name)
        ask_for(ErrandKind.SUBMIT, by=person(by), at=NOON, batch=batch)
        assert done().job.report == f"{len(numbers)} records were submitted for review."
        return Batch.objects.get(pk=batch.pk)

    return submit_them


def read(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def waiting(client: Client) -> str:
    return read(client, "/desk/").split('id="list-waiting"')[1].split("</section>")[0]


def alone(person: People, title: str) -> Submission:
    return submit(apply(pact(title=title), by=person("editor"), at=NOON), by=person("editor"), at=NOON)


@pytest.mark.parametrize("address", ["/desk/work/waiting/", "/desk/editorial/submission/"])
def test_a_batch_is_one_entry_among_those_that_wait_alone(signed_in: SignedIn, person: People, submitted: Submitted, address: str) -> None:
    batch = submitted(range(7))
    alone(person, "A pact by itself")

    page = read(signed_in("reviewer"), address)

    assert page.count("pacts.jsonl") == 1
    assert "7 records" in page
    assert f'href="/desk/batches/{batch.pk}/' in page
    assert "A pact by itself" in page
    assert "Pact of the year" not in page


def test_the_first_page_counts_it_as_one(signed_in: SignedIn, person: People, submitted: Submitted) -> None:
    submitted(range(7))
    alone(person, "A pact by itself")

    assert '<span class="tally">2</span>' in waiting(signed_in("reviewer"))


def test_who_submitted_it_finds_it_as_their_own(signed_in: SignedIn, submitted: Submitted) -> None:
    submitted(range(3), by="reviewer")

    assert "Yours: somebody else must publish it" in waiting(signed_in("reviewer"))
    assert "Nothing waits for review." in waiting(signed_in("editor"))


@pytest.mark.parametrize("address", ["/desk/", "/desk/work/waiting/", "/desk/editorial/submission/"])
def test_who_may_not_see_every_draft_meets_the_own_submissions_one_by_one(signed_in: SignedIn, person: People, address: str) -> None:
    contributor = person("contributor")
    submit(apply(pact(title="A pact of my own"), by=contributor, at=NOON), by=contributor, at=NOON)

    assert "A pact of my own" in read(signed_in("contributor"), address)


def test_it_stays_one_entry_when_its_first_record_is_withdrawn(signed_in: SignedIn, submitted: Submitted) -> None:
    submitted(range(4))
    signed_in("editor").post(f"/desk/agreements/agreement/{Submission.objects.waiting()[0].agreement_id}/withdraw/")

    page = waiting(signed_in("reviewer"))

    assert '<span class="tally">1</span>' in page
    assert "pacts.jsonl" in page


def test_after_its_review_its_records_are_submissions_like_others(
    signed_in: SignedIn, person: People, submitted: Submitted, done: Done
) -> None:
    batch = submitted(range(3))
    ask_for(ErrandKind.RETURN, by=person("reviewer"), at=NOON, batch=batch, told={"comment": "Code the kinds."})
    done()

    assert "Nothing waits for review." in waiting(signed_in("reviewer"))
    page = read(signed_in("reviewer"), "/desk/editorial/submission/")
    assert page.count("Pact of the year") >= 3
    assert "pacts.jsonl" not in page

    ask_for(ErrandKind.SUBMIT, by=person("editor"), at=NOON, batch=batch)
    done()
    assert waiting(signed_in("reviewer")).count("pacts.jsonl") == 1


def test_a_search_finds_each_record_of_it(signed_in: SignedIn, submitted: Submitted) -> None:
    submitted(range(3))

    assert "Pact of the year 1902" in read(signed_in("reviewer"), "/desk/editorial/submission/?q=1902")


def test_a_record_of_it_is_not_decided_on_by_itself(signed_in: SignedIn, submitted: Submitted) -> None:
    batch = submitted(range(3))
    one, reviewer = Submission.objects.waiting()[0], signed_in("reviewer")
    address = f"/desk/editorial/submission/{one.pk}/"

    page = read(reviewer, f"{address}change/")
    assert f'href="/desk/batches/{batch.pk}/"' in page
    assert "is decided with it" in page
    assert "Return with this comment" not in page
    for step in ("publish", "return"):
        answer = reviewer.post(f"{address}{step}/", {"comment": "No.", "as_read": one.sha256, "against": ""}, follow=True)
        assert "is decided with it" in unescape(answer.content.decode())
    assert Submission.objects.waiting().count() == 3


def test_nor_is_it_by_a_program(person: People, submitted: Submitted) -> None:
    submitted(range(3))
    one, reviewer = Submission.objects.waiting()[0], person("reviewer")
    _, token = make_token(by=reviewer, name="a test", scopes=scopes_of(reviewer), lasting=timedelta(days=1), at=timezone.now())
    program, at = Client(headers={"authorization": f"Bearer {token}"}), f"/api/v1/desk/agreements/{one.agreement_id}/"
    tag = {"if-match": program.get(f"{at}state/")["ETag"]}

    for step, sent in (("publish", {"sha256": one.sha256}), ("return", {"comment": "No."})):
        answer = program.post(f"{at}{step}/", sent, content_type="application/json", headers=tag)
        assert (answer.status_code, "is decided with it" in answer.content.decode()) == (409, True), answer.content
    assert Submission.objects.waiting().count() == 3


@pytest.mark.parametrize("address", ["/desk/", "/desk/work/waiting/", "/desk/editorial/submission/"])
def test_what_waits_costs_the_same_for_three_batches_and_for_thirty(signed_in: SignedIn, person: People, address: str) -> None:
    client, editor, counts = signed_in("reviewer"), person("editor"), []
    for many in (range(3), range(3, 30)):
        for number in many:
            agreement = submit(apply(pact(title=f"Pact {number}"), by=editor, at=NOON), by=editor, at=NOON).agreement
            batch = Batch.objects.create(file_name=f"{number}.jsonl", state=BatchState.SUBMITTED, counts={"create": 1}, by=editor, at=NOON)
            BatchLine.objects.create(batch=batch, key=str(number), outcome=Outcome.CREATE, agreement=agreement)
        with CaptureQueriesContext(connection) as said:
            assert f"{number}.jsonl" in read(client, address) or address == "/desk/"
        counts.append(len(said))

    assert counts[0] == counts[1]
