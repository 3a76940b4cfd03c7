"""Who may do what by REST: tokens, scopes, roles, second factors."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from knox.models import AuthToken

from accounts.models import Person
from accounts.operations import assign_role
from accounts.roles import Role, Scope
from tests.desk.rest.conftest import DRAFTS, Program, ProgramOf, document


def refused(answer, status: int, words: str = "") -> None:
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), answer.content
    assert words in answer.json()["detail"]
    assert answer["WWW-Authenticate"].startswith('Bearer realm="Entente desk"')
    assert "Access-Control-Allow-Origin" not in answer


NO_TOKENS = [None, "", "Bearer", "Bearer x y", "Bearer nonsense", "Basic ZWRpdG9yOmVkaXRvcg==", "Bearer é\u00ff", "Token x"]


@pytest.mark.parametrize("said", [*NO_TOKENS, "Bearer entente_" + "0" * 64])
def test_who_has_no_token_is_asked_for_one(client: Client, loaded: None, said: str | None) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        refused(client.generic(method, DRAFTS, headers={} if said is None else {"authorization": said}), 401)


def test_a_session_of_the_desk_is_no_token(client: Client, program: ProgramOf) -> None:
    editor = program("editor").person
    assert editor is not None
    client.force_login(editor)

    refused(client.get(DRAFTS), 401, "Send a token")


def test_a_revoked_an_ended_and_an_inactive_persons_token_open_nothing(program: ProgramOf) -> None:
    revoked, ended, inactive = (program("editor", name=name) for name in ("one", "two", "three"))
    AuthToken.objects.filter(user=revoked.person).delete()
    AuthToken.objects.filter(user=ended.person).update(expiry=timezone.now() - timedelta(seconds=1))
    Person.objects.filter(username="three").update(is_active=False)
    for one in (revoked, ended, inactive):
        refused(one.get(DRAFTS), 401, "opens nothing")


@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_opens_its_scopes_and_no_others(program: ProgramOf, scope: Scope) -> None:
    one = program("reviewer", [scope])
    path, _ = program("editor", name="somebody").begin()
    asked = {
        Scope.READ: [("GET", DRAFTS), ("GET", path), ("GET", f"{path}state/"), ("GET", f"{path}submission/"), ("HEAD", path)],
        Scope.WRITE: [("POST", DRAFTS), ("PUT", path), ("PATCH", path), ("POST", f"{DRAFTS}validate/"), ("POST", f"{path}validate/"),
                      ("POST", f"{path}texts/")],
        Scope.SUBMIT: [("POST", f"{path}submit/"), ("POST", f"{path}withdraw/")],
        Scope.PUBLISH: [("POST", f"{path}publish/"), ("POST", f"{path}return/"), ("POST", f"{path}retract/")],
    }  # fmt: skip
    for needed, addresses in asked.items():
        for method, address in addresses:
            answer = one.ask(method, address, None if method in ("GET", "HEAD") else document(), etag='"stale"')
            if needed is scope:
                assert answer.status_code not in (401, 403), (method, address)
            elif method == "HEAD":
                assert answer.status_code == 403
            else:
                refused(answer, 403, f"“{needed.value}”")


def test_a_role_that_is_taken_away_takes_its_tokens_along(editor: Program, program: ProgramOf) -> None:
    assert editor.get(DRAFTS).status_code == 200
    assign_role(Person.objects.get(username="editor"), Role.ANALYST)

    refused(editor.get(DRAFTS), 403, "the role of its person does not allow that")


def test_where_a_second_factor_is_asked_for_a_token_waits_for_it(reviewer: Program, settings) -> None:
    settings.ENTENTE_TWO_FACTOR = True
    refused(reviewer.get(DRAFTS), 403, "second factor")

    TOTPDevice.objects.create(user=reviewer.person, name="authenticator", confirmed=True)
    assert reviewer.get(DRAFTS).status_code == 200


@pytest.mark.parametrize("role", ["analyst", "administrator"])
def test_who_may_not_write_has_no_token_that_writes(program: ProgramOf, role: str) -> None:
    assert program(role).token == ""


def test_no_other_origin_may_use_the_desk_from_a_page(editor: Program) -> None:
    path, _ = editor.begin()
    answer = editor.get(path, origin="https://elsewhere.example")
    preflight = editor.client.options(path, headers={"origin": "https://elsewhere.example", "access-control-request-method": "PUT"})
    nowhere = editor.get("/api/v1/desk/nothing/", origin="https://elsewhere.example")

    for one in (answer, preflight, nowhere):
        assert not [name for name in one.headers if name.startswith("Access-Control")]
    assert (preflight.status_code, nowhere.status_code) == (401, 404)
    assert not answer.cookies
