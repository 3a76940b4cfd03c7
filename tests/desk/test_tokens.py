"""Tokens for programs: made and revoked by their person, shown once, kept as hashes, never more than the role."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.utils import timezone
from knox.models import AuthToken
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.test import APIRequestFactory

from accounts.models import Person, Token
from accounts.operations import TOKENS_AT_MOST, TokenRefused, assign_role, make_token, note_use, revoke_token
from accounts.powers import allows
from accounts.roles import Role, Scope
from desk.account.bearer import Bearer, HasScope
from tests.desk.sending import seen

SignedIn = Callable[[str], Client]
PersonOf = Callable[[str], Person]
SENT = {"name": "Nightly import", "scopes": ["read", "write"], "days": "90"}
SHOWN = re.compile(r"entente_[0-9a-f]{64}")
MONTH = timedelta(days=30)


def made(client: Client, **sent: Any) -> str:
    page = client.post("/desk/account/tokens/", {**SENT, **sent})
    assert page.status_code == 200, page.content.decode()
    assert "no-store" in page["Cache-Control"]
    (text,) = set(SHOWN.findall(page.content.decode()))
    return text


def program(text: str) -> Any:
    return Bearer().authenticate(APIRequestFactory().get("/", headers={"authorization": f"Bearer {text}"}))


def test_a_token_is_shown_once_and_afterwards_by_its_beginning(signed_in: SignedIn) -> None:
    client = signed_in("editor")
    text = made(client)

    page = client.get("/desk/account/").content.decode()

    assert text not in page
    assert text[:15] in page
    assert "Nightly import" in page and "never used" in page


def test_the_token_stands_nowhere_in_the_database(signed_in: SignedIn) -> None:
    text = made(signed_in("editor"))
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            for row in cursor.fetchall():
                assert text not in str(row), model
                assert text.removeprefix("entente_") not in str(row), model


def test_a_token_signs_a_program_in_as_its_person(signed_in: SignedIn, person: PersonOf) -> None:
    text = made(signed_in("editor"))

    user, token = program(text)

    assert (user, token.name) == (person("editor"), "Nightly import")
    assert allows(token, Scope.READ) and allows(token, Scope.WRITE)
    assert not allows(token, Scope.SUBMIT), "it was not made for this"
    assert Token.objects.get().last_used is not None


@pytest.mark.parametrize("wrong", ["entente_" + "0" * 64, "entente_", "nonsense", "\xff\xfe", ""])
def test_another_text_signs_nobody_in(signed_in: SignedIn, wrong: str) -> None:
    made(signed_in("editor"))

    with pytest.raises(AuthenticationFailed):
        program(wrong)


def test_what_the_role_does_not_allow_cannot_be_chosen_nor_forced(signed_in: SignedIn, person: PersonOf) -> None:
    page = signed_in("editor").get("/desk/account/").content.decode()
    assert 'value="submit"' in page and 'value="publish"' not in page

    assert signed_in("editor").post("/desk/account/tokens/", {**SENT, "scopes": ["publish"]}).status_code == 422
    with pytest.raises(TokenRefused, match="Your role does not allow this: publish"):
        make_token(by=person("editor"), name="x", scopes=[Scope.PUBLISH], lasting=MONTH, at=timezone.now())
    assert not AuthToken.objects.exists()


def test_a_role_that_is_taken_away_takes_its_scopes_along(person: PersonOf) -> None:
    token, text = make_token(by=person("reviewer"), name="x", scopes=[Scope.READ, Scope.PUBLISH], lasting=MONTH, at=timezone.now())
    assign_role(Person.objects.get(username="reviewer"), Role.ANALYST)

    _, token = program(text)

    assert not allows(token, Scope.PUBLISH) and not allows(token, Scope.READ)
    request: Any = type("Request", (), {"auth": token})
    assert not HasScope().has_permission(request, type("View", (), {"scope": Scope.READ}))


def test_where_a_second_factor_is_needed_a_token_of_somebody_without_one_opens_nothing(person: PersonOf, settings: Any) -> None:
    token, _ = make_token(by=person("reviewer"), name="x", scopes=[Scope.READ], lasting=MONTH, at=timezone.now())
    assert allows(token, Scope.READ)
    settings.ENTENTE_TWO_FACTOR = True

    assert not allows(token, Scope.READ)


def test_a_revoked_an_ended_and_an_inactive_person_s_token_open_nothing(signed_in: SignedIn, person: PersonOf) -> None:
    client = signed_in("editor")
    revoked, ended, inactive = (made(client, name=name) for name in ("revoked", "ended", "inactive"))
    token = Token.objects.get(name="revoked")
    assert client.post(f"/desk/account/tokens/{token.pk}/revoke/").status_code == 302
    AuthToken.objects.filter(token__name="ended").update(expiry=timezone.now() - timedelta(seconds=1))
    assert program(inactive)
    Person.objects.filter(username="editor").update(is_active=False)

    for text in (revoked, ended, inactive):
        with pytest.raises(AuthenticationFailed):
            program(text)
    assert not Token.objects.filter(name="revoked").exists()


def test_somebody_s_token_is_not_there_for_others(signed_in: SignedIn, person: PersonOf) -> None:
    made(signed_in("editor"))
    token = Token.objects.get()
    other = signed_in("reviewer")

    foreign, absent = (other.post(f"/desk/account/tokens/{pk}/revoke/") for pk in (token.pk, 987654))

    assert foreign.status_code == absent.status_code == 404
    assert seen(foreign) == seen(absent)
    assert "entente_" not in other.get("/desk/account/").content.decode()
    with pytest.raises(PermissionDenied):
        revoke_token(token, by=person("reviewer"))


def test_there_is_a_limit_to_the_tokens_of_a_person_and_to_their_lives(person: PersonOf) -> None:
    editor, now = person("editor"), timezone.now()
    for wrong in (timedelta(days=366), timedelta(0), timedelta(days=-1)):
        with pytest.raises(TokenRefused, match="a year at most"):
            make_token(by=editor, name="x", scopes=[Scope.READ], lasting=wrong, at=now)
    for number in range(TOKENS_AT_MOST):
        make_token(by=editor, name=f"{number}", scopes=[Scope.READ], lasting=MONTH, at=now)
    with pytest.raises(TokenRefused, match="Revoke one first"):
        make_token(by=editor, name="x", scopes=[Scope.READ], lasting=MONTH, at=now)

    AuthToken.objects.filter(token__name="0").update(expiry=now - timedelta(days=1))
    make_token(by=editor, name="x", scopes=[Scope.READ], lasting=MONTH, at=now)


def test_a_nameless_token_is_refused_at_its_field(signed_in: SignedIn) -> None:
    answer = signed_in("editor").post("/desk/account/tokens/", {**SENT, "name": " "})

    assert answer.status_code == 422
    assert "This field is required" in answer.content.decode()


def test_use_is_noted_to_the_hour(person: PersonOf) -> None:
    token, _ = make_token(by=person("editor"), name="x", scopes=[Scope.READ], lasting=MONTH, at=timezone.now())
    noon = timezone.now()
    note_use(token, at=noon)
    note_use(token, at=noon + timedelta(minutes=59))
    assert Token.objects.get().last_used == noon
    note_use(token, at=noon + timedelta(minutes=61))

    assert Token.objects.get().last_used == noon + timedelta(minutes=61)


def test_a_new_password_ends_the_other_sign_ins(signed_in: SignedIn, person: PersonOf) -> None:
    editor = person("editor")
    editor.set_password("the old password")
    editor.save()
    here, elsewhere = signed_in("editor"), signed_in("editor")
    sent = {"old_password": "the old password", "new_password1": "quite another one", "new_password2": "quite another one"}

    assert here.post("/desk/password_change/", sent).status_code == 302

    assert here.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/").status_code == 302
