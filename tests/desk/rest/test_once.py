"""A request with an Idempotency-Key does its deed once: in the same transaction, for 48 hours, for its person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.models import Agreement, Deed
from desk.models import KeptAnswer
from desk.rest.keeping import GIVEN_UP_AFTER, KEPT_FOR, Said, forget, once
from desk.tasks import forget_answers
from tests.desk.rest.conftest import DRAFTS, Program, ProgramOf, document
from tests.factories import NOON


def test_the_same_request_has_the_same_answer_and_one_effect(editor: Program) -> None:
    first = editor.ask("POST", DRAFTS, document(), key="a-1")
    again = editor.ask("POST", DRAFTS, document(), key='"a-1"')

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert (again["Location"], again["ETag"]) == (first["Location"], first["ETag"])
    assert again["Idempotent-Replayed"] == "true" and "Idempotent-Replayed" not in first
    assert Agreement.objects.count() == Deed.objects.count() == 1


def test_a_change_that_is_sent_again_is_not_refused_as_stale(editor: Program) -> None:
    path, etag = editor.begin(title="One")
    first = editor.ask("PUT", path, document(title="Two"), etag=etag, key="k")
    again = editor.ask("PUT", path, document(title="Two"), etag=etag, key="k")

    assert (first.status_code, again.status_code, again["ETag"]) == (200, 200, first["ETag"])
    assert editor.ask("PUT", path, document(title="Two"), etag=etag).status_code == 412
    assert Agreement.objects.get().version == 2


@pytest.mark.parametrize("other", ["the body", "the address", "the method", "the version", "no version"])
def test_a_key_stands_for_one_request(editor: Program, other: str) -> None:
    path, etag = editor.begin(title="One")
    elsewhere, other_etag = editor.begin(title="Elsewhere")
    assert editor.ask("PUT", path, document(title="Two"), etag=etag, key="k").status_code == 200
    etag = editor.get(path)["ETag"]
    answer = {
        "the body": lambda: editor.ask("PUT", path, document(title="Three"), etag=etag, key="k"),
        "the address": lambda: editor.ask("PUT", elsewhere, document(title="Two"), etag=other_etag, key="k"),
        "the method": lambda: editor.ask("PATCH", path, document(title="Two"), etag=etag, key="k"),
        "the version": lambda: editor.ask("PUT", path, document(title="Two"), etag=etag, key="k"),
        "no version": lambda: editor.ask("PUT", path, document(title="Two"), key="k"),
    }[other]()

    assert (answer.status_code, "another request" in answer.json()["detail"]) == (422, True)
    assert Deed.objects.count() == 3


def test_a_key_is_its_persons_own(program: ProgramOf) -> None:
    one, other = program("editor"), program("editor", name="another")

    assert [who.ask("POST", DRAFTS, document(), key="k").status_code for who in (one, other)] == [201, 201]
    assert Agreement.objects.count() == 2


def test_what_is_refused_may_be_tried_again_with_the_same_key(editor: Program) -> None:
    path, etag = editor.begin(title="One")
    stale = editor.ask("PUT", path, document(title="Two"), etag='"stale"', key="k")
    unfit = editor.ask("POST", DRAFTS, {"title": ""}, key="m")

    assert (stale.status_code, unfit.status_code, KeptAnswer.objects.count()) == (412, 422, 0)
    assert editor.ask("PUT", path, document(title="Two"), etag=etag, key="k").status_code == 200


def test_a_request_that_is_under_way_is_not_begun_again_until_it_was_given_up(editor: Program) -> None:
    begun = editor.ask("POST", DRAFTS, document(), key="k")
    KeptAnswer.objects.update(status=None, begun_at=timezone.now())
    waiting = editor.ask("POST", DRAFTS, document(), key="k")

    assert (begun.status_code, waiting.status_code, waiting["Retry-After"]) == (201, 409, "1")
    KeptAnswer.objects.update(begun_at=timezone.now() - GIVEN_UP_AFTER - timedelta(seconds=1))
    assert editor.ask("POST", DRAFTS, document(), key="k").status_code == 201
    assert Agreement.objects.count() == 2


def test_a_deed_that_fails_leaves_neither_effect_nor_answer(editor: Program) -> None:
    def deed() -> Said:
        Agreement.objects.create(title="Half done", created_at=NOON, changed_at=NOON)
        raise RuntimeError("in the midst of it")

    assert editor.person
    with pytest.raises(RuntimeError):
        once(deed, key="k", by=editor.person, request="0" * 64, at=NOON)

    assert not Agreement.objects.exists() and not KeptAnswer.objects.exists()


def test_answers_are_kept_for_two_days_and_then_forgotten(editor: Program) -> None:
    editor.ask("POST", DRAFTS, document(), key="k")
    editor.ask("POST", DRAFTS, document(), key="young")
    KeptAnswer.objects.filter(key="k").update(begun_at=timezone.now() - KEPT_FOR + timedelta(minutes=1))
    assert forget(at=timezone.now()) == 0
    assert "Idempotent-Replayed" in editor.ask("POST", DRAFTS, document(), key="k")

    KeptAnswer.objects.filter(key="k").update(begun_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    assert "Idempotent-Replayed" not in editor.ask("POST", DRAFTS, document(), key="k")
    KeptAnswer.objects.filter(key="k").update(begun_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    forget_answers()
    assert [kept.key for kept in KeptAnswer.objects.all()] == ["young"]


@pytest.mark.parametrize("key", ["", " ", "a b", "é", "a" * 256, '"', 'a"b', "a\x00b", '"a', 'a"', "a\xa0", "a\x85"])
def test_a_key_that_cannot_be_kept_is_refused_by_its_name(editor: Program, key: str) -> None:
    answer = editor.client.post(
        DRAFTS, document(), content_type="application/json", headers={"authorization": f"Bearer {editor.token}", "idempotency-key": key}
    )

    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "Idempotency-Key")
    assert not Agreement.objects.exists()
