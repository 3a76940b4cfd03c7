from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement, Event
from editorial.applying import apply
from editorial.composing import compose
from editorial.models import Submission
from editorial.operations import publish, submit
from editorial.vocabulary import SubmissionState
from records.models import Record
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
INLINES = ("participations", "events", "duration", "listed_sources", "evidence", "identifiers", "other_titles", "relations", "texts")


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft", in_force="1952"), by=person("editor"), at=NOON)


def form(agreement: Any = None, **said: Any) -> dict[str, Any]:
    """What the browser sends: the fields of the agreement and every inline with nothing changed in it."""
    sent: dict[str, Any] = {"title": "A draft", "subjects": "", "seen_version": agreement.version if agreement else ""}
    for prefix in INLINES:
        sent |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return {**sent, **said}


def act(client: Client, model: str, action: str, *rows: Any, comment: str = "") -> str:
    sent = {"action": action, "_selected_action": [row.pk for row in rows], "comment": comment}
    return unescape(client.post(f"/desk/{model}/", sent, follow=True).content.decode())


def test_an_editor_enters_a_pact_with_parties_and_a_dated_event(signed_in: SignedIn) -> None:
    sent = form(
        title="Acquisition and Cross-Servicing Agreement",
        kind="acsa",
        subjects="logistics\nexercises",
        **{"participations-TOTAL_FORMS": 2, "events-TOTAL_FORMS": 1},
        **{"participations-0-party": "Japan", "participations-0-role": "party"},
        **{"participations-1-party": "phl", "participations-1-role": "party"},
        **{"events-0-kind": "signature", "events-0-date": "2026-01"},
        **{"events-0-occurrence": "happened", "events-0-basis": "declared", "events-0-weight": "accepted", "events-0-concerns": ""},
    )

    answer = signed_in("editor").post("/desk/agreements/agreement/add/", sent)

    assert answer.status_code == 302, answer.context["errors"]
    document = compose(Agreement.objects.get())
    assert [part.party for part in document.participations] == ["JPN", "PHL"]
    assert [(event.id, event.kind, str(event.date)) for event in document.events] == [("e1", "signature", "2026-01")]
    assert document.subjects == ("logistics", "exercises")


def test_an_impossible_date_is_refused_at_its_field_and_nothing_is_written(signed_in: SignedIn) -> None:
    sent = form(
        **{"events-TOTAL_FORMS": 1, "events-0-kind": "signature", "events-0-date": "2023-02-30"},
        **{"events-0-occurrence": "happened", "events-0-basis": "declared", "events-0-weight": "accepted"},
    )

    answer = signed_in("editor").post("/desk/agreements/agreement/add/", sent)

    assert "“2023-02-30” is not a day of the calendar" in unescape(answer.content.decode())
    assert not Agreement.objects.exists()


def test_a_stale_save_is_refused_with_both_texts_and_nothing_is_lost(signed_in: SignedIn, draft: Agreement) -> None:
    address = f"/desk/agreements/agreement/{draft.pk}/change/"
    mine, theirs = form(draft, title="My title"), form(draft, title="Their title")
    assert signed_in("reviewer").post(address, theirs).status_code == 302

    page = unescape(signed_in("editor").post(address, mine).content.decode())

    assert "Somebody saved this after you opened it" in page
    assert "Title: stored now “Their title”; yours “My title”." in page
    assert 'value="My title"' in page
    draft.refresh_from_db()
    assert (draft.title, draft.version) == ("Their title", 2)


def test_the_form_carries_the_version_it_showed(signed_in: SignedIn, draft: Agreement) -> None:
    page = signed_in("editor").get(f"/desk/agreements/agreement/{draft.pk}/change/").content.decode()

    assert f'name="seen_version" value="{draft.version}"' in page


def test_keys_of_new_rows_are_never_used_twice(signed_in: SignedIn, draft: Agreement) -> None:
    Event.objects.filter(agreement=draft, key="e2").delete()
    sent = form(
        draft,
        **{"events-TOTAL_FORMS": 1, "events-0-agreement": draft.pk, "events-0-kind": "expiry", "events-0-date": "1970"},
        **{"events-0-occurrence": "happened", "events-0-basis": "declared", "events-0-weight": "accepted"},
    )

    assert signed_in("editor").post(f"/desk/agreements/agreement/{draft.pk}/change/", sent).status_code == 302

    assert sorted(draft.events.values_list("key", flat=True)) == ["e1", "e3"]


def test_the_list_tells_a_moment_as_every_page_does(signed_in: SignedIn, draft: Agreement) -> None:
    assert f"{NOON:%-d %B %Y, %H:%M}" in signed_in("editor").get("/desk/agreements/agreement/").content.decode()


def test_agreements_are_submitted_from_the_list(signed_in: SignedIn, draft: Agreement) -> None:
    assert "waits for review" in act(signed_in("editor"), "agreements/agreement", "submit_for_review", draft)
    assert Submission.objects.get().state is SubmissionState.OPEN


def test_a_record_is_retracted_from_the_list_with_a_reason(signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]) -> None:
    publish(submit(draft, by=person("editor"), at=NOON), by=person("reviewer"), at=NOON)
    reviewer = signed_in("reviewer")
    assert "A draft" in Client().get("/agreements/E0001/").content.decode()

    assert "why it is retracted" in act(reviewer, "agreements/agreement", "retract_from_public", draft)
    assert "is retracted" in act(reviewer, "agreements/agreement", "retract_from_public", draft, comment="A hoax.")
    assert Client().get("/agreements/E0001/").status_code == 410


def test_a_document_at_fault_is_not_submitted_and_the_reason_is_shown(signed_in: SignedIn, draft: Agreement) -> None:
    draft.participations.filter(party__code="USA").delete()

    assert "An agreement has at least two parties, unless" in act(signed_in("editor"), "agreements/agreement", "submit_for_review", draft)
    assert not Submission.objects.exists()


def test_an_editor_cannot_publish_and_an_analyst_sees_no_drafts(signed_in: SignedIn, draft: Agreement) -> None:
    act(signed_in("editor"), "agreements/agreement", "submit_for_review", draft)

    waiting = Submission.objects.get()
    assert signed_in("editor").post(f"/desk/editorial/submission/{waiting.pk}/publish/", {"as_read": waiting.sha256}).status_code == 403
    assert not Record.objects.exists()
    for model in ("agreements/agreement", "provisions/provision", "editorial/submission", "accounts/person"):
        assert signed_in("analyst").get(f"/desk/{model}/").status_code == 403
    assert "A draft" not in signed_in("analyst").get("/desk/").content.decode()
    assert signed_in("analyst").get("/desk/parties/party/").status_code == 200


def test_published_revisions_can_be_looked_at_and_not_changed(
    signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]
) -> None:
    revision = publish(submit(draft, by=person("editor"), at=NOON), by=person("reviewer"), at=NOON)
    reviewer = signed_in("reviewer")

    assert reviewer.get(f"/desk/records/revision/{revision.pk}/change/").status_code == 200
    assert reviewer.post(f"/desk/records/revision/{revision.pk}/change/", {"note": "x"}).status_code == 403
    assert reviewer.post(f"/desk/records/revision/{revision.pk}/delete/", {"post": "yes"}).status_code == 403


def test_lists_cost_the_same_for_three_rows_and_for_thirty(
    signed_in: SignedIn, person: Callable[[str], Person], django_assert_max_num_queries: Any
) -> None:
    reviewer = signed_in("reviewer")
    for count in (3, 27):
        for number in range(count):
            agreement = apply(pact(title=f"Draft {number}"), by=person("editor"), at=NOON)
            Submission.objects.create(agreement=agreement, document="{}", sha256="", submitted_by=person("editor"), submitted_at=NOON)
        for address in (
            "agreements/agreement",
            "agreements/source",
            "provisions/provision",
            "editorial/submission",
            "records/revision",
            "parties/party",
        ):
            with django_assert_max_num_queries(9):
                assert reviewer.get(f"/desk/{address}/").status_code == 200


def test_the_agreement_form_costs_the_same_for_three_events_and_for_thirty(
    signed_in: SignedIn, person: Callable[[str], Person], django_assert_max_num_queries: Any
) -> None:
    for count in (3, 30):
        events = [
            {"id": f"x{n}", "kind": "announced", "date": "1951", "party": "JPN", "evidence": [{"source": "s1"}]} for n in range(count)
        ]
        agreement = apply(pact(events=events), by=person("editor"), at=NOON)
        client = signed_in("editor")
        with django_assert_max_num_queries(30):
            assert client.get(f"/desk/agreements/agreement/{agreement.pk}/change/").status_code == 200
