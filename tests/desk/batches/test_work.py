"""The page of long work: how far it is, how it ended, where it leads, and that it can be stopped."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from intake.deliveries import receive
from intake.errands import ask_for
from intake.models import Batch, Errand
from intake.vocabulary import ErrandKind
from records.models import Job
from records.operations import begin_waiting_job
from records.progress import Reporter
from records.vocabulary import JobState
from tests.desk.batches.conftest import Brought, pacts
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json

SignedIn = Callable[[str], Client]
People = Callable[[str], Person]
Done = Callable[[], Errand]


@pytest.fixture
def submitting(person: People, brought: Brought) -> Errand:
    """Three pacts that an editor wants to submit; nobody has begun."""
    return ask_for(ErrandKind.SUBMIT, by=person("editor"), at=NOON, batch=brought(pacts(range(3))))


@pytest.fixture
def planning(person: People) -> Errand:
    """A file whose plan a data manager wants."""
    content = canonical_json(pact(title="A pact")).encode() + b"\n"
    delivery = receive(content, name="pacts.jsonl", data_set="documents", by=person("data_manager"), at=NOON)
    return ask_for(ErrandKind.PLAN, by=person("data_manager"), at=NOON, delivery=delivery)


def of(errand: Errand) -> str:
    return f"/desk/intake/work/{errand.pk}/"


def read(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def test_what_waits_says_so_and_looks_again_by_itself(signed_in: SignedIn, submitting: Errand) -> None:
    page = read(signed_in("editor"), of(submitting))

    assert "Waiting" in page
    assert f'hx-get="{of(submitting)}?seen=waiting"' in page
    assert "htmx-2.min.js" in page
    assert "Look again" in page
    assert 'role="status"' in page


def test_what_runs_shows_how_far_it_is(signed_in: SignedIn, submitting: Errand) -> None:
    begin_waiting_job(submitting.job, at=NOON)
    Reporter(submitting.job)(412, 1871)

    page = read(signed_in("editor"), of(submitting))

    assert re.search(r'<progress [^>]*max="1871" value="412"', page)
    assert "412 of 1,871" in page
    assert "style=" not in page


def test_the_page_is_given_the_bar_as_long_as_the_state_is_the_same_and_all_of_it_when_it_is_another(
    signed_in: SignedIn, submitting: Errand, done: Done
) -> None:
    client, asking = signed_in("editor"), {"HX-Request": "true"}
    same = client.get(f"{of(submitting)}?seen=waiting", headers=asking)
    done()
    other = client.get(f"{of(submitting)}?seen=waiting", headers=asking)

    assert same.content.startswith(b'<div id="errand-bar"')
    assert "HX-Retarget" not in same.headers
    assert (other.headers["HX-Retarget"], other.headers["HX-Reswap"]) == ("#errand", "outerHTML")
    assert 'id="errand-said" hx-swap-oob="innerHTML"' in other.content.decode()  # for whoever listens: once, not at each percent
    assert "hx-get" not in other.content.decode()


def test_what_is_done_says_with_what_result_and_leads_on(signed_in: SignedIn, submitting: Errand, done: Done) -> None:
    done()

    page = read(signed_in("editor"), of(submitting))

    assert "3 records were submitted for review." in page
    assert f'href="/desk/batches/{submitting.batch_id}/"' in page
    assert "Stop it" not in page


def test_what_failed_says_why_and_leads_back(signed_in: SignedIn, person: People, brought: Brought, done: Done) -> None:
    batch = brought(pacts(range(6)))
    ask_for(ErrandKind.SUBMIT, by=person("editor"), at=NOON, batch=batch)
    done()
    failing = ask_for(ErrandKind.PUBLISH, by=person("reviewer"), at=NOON, batch=Batch.objects.get(pk=batch.pk))
    done()

    page = read(signed_in("reviewer"), of(failing))

    assert "Failed" in page
    assert "of the sample have not been read" in page
    assert "Nothing has changed" in page
    assert "Back to the batch" in page


def test_who_asked_for_it_stops_it(signed_in: SignedIn, submitting: Errand, done: Done) -> None:
    client = signed_in("editor")
    assert "Stop it" in read(client, of(submitting))

    assert client.post(f"{of(submitting)}stop/").headers["Location"] == of(submitting)
    done()

    assert Job.objects.get(pk=submitting.job_id).state is JobState.CANCELLED
    page = read(client, of(submitting))
    assert "Cancelled" in page
    assert "nothing of it was written" in page
    assert "It has ended already." in unescape(client.post(f"{of(submitting)}stop/", follow=True).content.decode())


def test_somebody_else_does_not_stop_it(signed_in: SignedIn, submitting: Errand) -> None:
    reviewer = signed_in("reviewer")

    assert "Stop it" not in read(reviewer, of(submitting))
    assert "Who asked for it may stop it" in unescape(reviewer.post(f"{of(submitting)}stop/", follow=True).content.decode())


def test_a_plan_leads_to_itself_and_is_for_those_who_bring_in_files(signed_in: SignedIn, planning: Errand, done: Done) -> None:
    done()

    page = read(signed_in("data_manager"), of(planning))
    assert "Read the plan" in page
    assert f'href="/desk/intake/{planning.delivery_id}/"' in page
    assert [signed_in(role).get(of(planning)).status_code for role in ("editor", "reviewer", "analyst")] == [403, 403, 403]
    assert signed_in("editor").post(f"{of(planning)}stop/").status_code == 403


def test_it_is_not_stopped_by_looking(signed_in: SignedIn, submitting: Errand) -> None:
    assert signed_in("editor").get(f"{of(submitting)}stop/").status_code == 405


def test_a_look_costs_few_queries(signed_in: SignedIn, submitting: Errand) -> None:
    client = signed_in("editor")
    with CaptureQueriesContext(connection) as said:
        client.get(f"{of(submitting)}?seen=waiting", headers={"HX-Request": "true"})

    assert len(said) <= 7
