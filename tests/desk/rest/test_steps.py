"""Submitted, withdrawn, returned, published and retracted by programs: the same rules as on the desk's pages."""

import pytest
from django.test import Client

from accounts.roles import Scope
from agreements.models import Deed
from agreements.vocabulary import DeedKind
from editorial.models import Submission
from editorial.operations import admit
from records.models import Revision
from tests.desk.rest.conftest import DRAFTS, Program, ProgramOf, document
from tests.factories import NOON, pact
from treaty.document.canonical import sha256


def test_a_draft_goes_all_the_way_to_the_public_and_out_again(editor: Program, reviewer: Program, client: Client) -> None:
    path, _ = editor.begin(title="A new pact")
    waiting = editor.step(path, "submit", {})
    assert (waiting.status_code, waiting.json()["state"]) == (200, "waiting")

    frozen = reviewer.get(f"{path}submission/")
    digest = sha256(frozen.content.decode())
    assert frozen["ETag"] == f'"{digest}"' == f'"{waiting.json()["submission"]["sha256"]}"'
    assert reviewer.get(f"{path}submission/", if_none_match=frozen["ETag"]).status_code == 304
    public = reviewer.step(path, "publish", {"sha256": digest})
    assert (public.status_code, public.json()["state"]) == (200, "published")
    reference = public.json()["reference"]
    assert client.get(f"/api/v1/agreements/{reference}/").json()["title"] == "A new pact"

    out = reviewer.step(path, "retract", {"reason": "It was never concluded."})
    assert (out.status_code, out.json()["state"]) == (200, "retracted")
    gone = client.get(f"/api/v1/agreements/{reference}/")
    assert gone.status_code == 410 and "never concluded" in gone.json()["detail"]
    kinds = [DeedKind.ENTERED, DeedKind.SUBMITTED, DeedKind.PUBLISHED, DeedKind.RETRACTED]
    assert list(Deed.objects.values_list("what", flat=True)) == kinds


def test_a_submission_comes_back_with_a_comment_and_is_withdrawn_by_who_made_it(editor: Program, reviewer: Program) -> None:
    path, _ = editor.begin()
    editor.step(path, "submit")
    back = reviewer.step(path, "return", {"comment": "Article 5 says sixty days."})

    assert (back.status_code, back.json()["state"]) == (200, "returned")
    said = editor.get(f"{path}state/").json()["submission"]
    assert (said["comment"], said["decided_by"], said["state"]) == ("Article 5 says sixty days.", "reviewer", "returned")

    editor.step(path, "submit")
    assert reviewer.step(path, "withdraw").status_code == 403
    own = editor.step(path, "withdraw")
    assert (own.status_code, own.json()["state"]) == (200, "draft")


def test_nobody_publishes_or_returns_what_they_submitted(reviewer: Program, settings) -> None:
    path, _ = reviewer.begin()
    digest = reviewer.step(path, "submit").json()["submission"]["sha256"]
    own = reviewer.step(path, "publish", {"sha256": digest})

    assert (own.status_code, own.json()["detail"]) == (403, "Somebody else must publish what you submitted.")
    assert reviewer.step(path, "return", {"comment": "No"}).status_code == 403
    assert not Revision.objects.exists()

    settings.ENTENTE_FOUR_EYES = False
    assert reviewer.step(path, "publish", {"sha256": digest}).status_code == 200
    assert Revision.objects.get().by_one_editor


def test_what_is_published_is_what_was_read(editor: Program, reviewer: Program) -> None:
    path, _ = editor.begin(title="One")
    first = editor.step(path, "submit").json()["submission"]["sha256"]
    editor.step(path, "withdraw")
    editor.ask("PUT", path, document(title="Two"), etag=editor.get(path)["ETag"])
    editor.step(path, "submit")
    stale = reviewer.step(path, "publish", {"sha256": first})

    assert (stale.status_code, "read it again" in stale.json()["detail"]) == (409, True)
    assert not Revision.objects.exists()


def test_faults_keep_a_draft_from_being_submitted_and_are_named(editor: Program) -> None:
    answer = editor.ask("POST", DRAFTS, {"title": "Hardly begun", "kind": "friendship_consultation"})
    refused = editor.step(answer["Location"].removeprefix("http://testserver"), "submit")

    assert refused.status_code == 422
    assert "/participations" in {fault["pointer"] for fault in refused.json()["errors"]}
    assert not Submission.objects.exists()


def test_a_likely_duplicate_is_submitted_once_somebody_says_that_it_is_another(editor: Program) -> None:
    admit(pact(reference="E0001"), at=NOON, note="For a test")
    path, _ = editor.begin()
    refused = editor.step(path, "submit", {"another": False})

    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (409, "/another")
    assert editor.step(path, "submit", {"another": True}).status_code == 200


@pytest.mark.parametrize(("name", "sent"), [
    ("submit", {}), ("withdraw", {}), ("return", {"comment": "No"}), ("publish", {"sha256": "0" * 64}), ("retract", {"reason": "No"}),
])  # fmt: skip
def test_a_step_that_does_not_fit_is_a_conflict(reviewer: Program, editor: Program, name: str, sent: dict[str, str]) -> None:
    path, _ = editor.begin()
    if name == "submit":
        reviewer.step(path, "submit")
    answer = reviewer.step(path, name, sent)

    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")


@pytest.mark.parametrize(("name", "sent", "pointer"), [
    ("return", {}, "/comment"), ("return", {"comment": " \n "}, "/comment"), ("return", {"comment": "a" * 4001}, "/comment"),
    ("publish", {"sha256": "no"}, "/sha256"), ("publish", {}, "/sha256"), ("retract", {"reason": ""}, "/reason"),
    ("retract", {"reason": "a\u0000b"}, "/reason"), ("submit", {"other": True}, "/other"), ("submit", {"another": "perhaps"}, "/another"),
    ("withdraw", {"reason": "why"}, "/reason"), ("submit", [], ""), ("retract", {"reason": 7}, "/reason"),
])  # fmt: skip
def test_what_a_step_is_sent_is_read_strictly(reviewer: Program, name: str, sent: object, pointer: str) -> None:
    path, _ = reviewer.begin()
    answer = reviewer.step(path, name, sent)

    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (422, [pointer])


@pytest.mark.parametrize("name", ["submit", "withdraw", "return", "publish", "retract"])
def test_a_step_needs_the_version_that_was_read(reviewer: Program, editor: Program, name: str) -> None:
    path, etag = editor.begin()
    sent = {"return": {"comment": "No"}, "publish": {"sha256": "0" * 64}, "retract": {"reason": "No"}}.get(name, {})
    without, wild = (reviewer.ask("POST", f"{path}{name}/", sent, etag=tag) for tag in ("", "*"))
    stale = reviewer.ask("POST", f"{path}{name}/", sent, etag='"1.1.1000000"')
    weak = reviewer.ask("POST", f"{path}{name}/", sent, etag=f"W/{etag}")

    assert (without.status_code, wild.status_code, stale.status_code, weak.status_code) == (428, 428, 412, 412)
    assert without["ETag"] == wild["ETag"] == stale["ETag"] == etag
    assert stale.json()["errors"][0]["parameter"] == "If-Match"


def test_a_program_takes_no_step_without_the_scope(program: ProgramOf, editor: Program) -> None:
    path, _ = editor.begin()
    writer = program("reviewer", [Scope.READ, Scope.WRITE])
    for name, scope in (("submit", "submit"), ("publish", "publish"), ("return", "publish"), ("retract", "publish")):
        answer = writer.step(path, name, {})

        assert answer.status_code == 403
        assert f"“{scope}”" in answer.json()["detail"]
        assert f'scope="{scope}"' in answer["WWW-Authenticate"]
    assert editor.step(path, "publish", {"sha256": "0" * 64}).status_code == 403
