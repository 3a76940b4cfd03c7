"""Who can publish, retract or change people shows a second factor; a password alone gets no further than the account."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import Person, Token
from accounts.operations import make_token
from accounts.roles import Scope
from tests.factories import NOON

SignedIn = Callable[[str], Client]
CODE = re.compile(r"\b(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}\b")
SETTING_UP = "/desk/account/second-factor/"


@pytest.fixture(autouse=True)
def _two_factors(settings: Any) -> None:
    settings.ENTENTE_TWO_FACTOR = True


def code_of(device: TOTPDevice, later: int = 0) -> str:
    """What the telephone shows now, or so many steps later."""
    device.refresh_from_db()
    return f"{totp(device.bin_key, t0=-30 * later):06d}"


def forget_wrong_codes() -> None:
    """As if a while had passed since the last code."""
    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0, last_t=-1)


def enrol(client: Client) -> tuple[TOTPDevice, list[str]]:
    assert client.post(SETTING_UP + "begin/").status_code == 302
    device = TOTPDevice.objects.get(confirmed=False)
    page = client.post(SETTING_UP + "confirm/", {"code": code_of(device)}).content.decode()
    return device, CODE.findall(page)


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_a_role_with_power_is_led_to_set_up_a_second_factor_and_then_enters(signed_in: SignedIn, role: str) -> None:
    client = signed_in(role)
    led = client.get("/desk/parties/party/", follow=True)
    assert led.redirect_chain[-1][0].startswith(SETTING_UP)

    client.post(SETTING_UP + "begin/")
    assert 'src="/desk/account/second-factor/qr.svg"' in client.get(SETTING_UP).content.decode()
    device = TOTPDevice.objects.get()
    assert device.confirmed is False
    page = client.post(SETTING_UP + "confirm/", {"code": code_of(device)})

    assert page.status_code == 200
    assert len(set(CODE.findall(page.content.decode()))) == 10
    assert "no-store" in page["Cache-Control"]
    assert client.get("/desk/parties/party/").status_code == 200


@pytest.mark.parametrize("address", ["", "agreements/agreement/", "password_change/", "autocomplete/", "jsi18n/", "account/tokens/"])
def test_without_the_code_nothing_of_the_desk_opens(signed_in: SignedIn, address: str) -> None:
    enrol(signed_in("reviewer"))
    client = signed_in("reviewer")  # the next sign-in

    answers = [client.get("/desk/" + address), client.post("/desk/" + address)]

    assert {answer.status_code for answer in answers} <= {302, 405}
    assert all(answer["Location"].startswith("/desk/login/") for answer in answers if answer.status_code == 302)


def test_each_sign_in_asks_for_a_code_and_leads_on(signed_in: SignedIn) -> None:
    device, _ = enrol(signed_in("reviewer"))
    client = signed_in("reviewer")
    led = client.get("/desk/parties/party/", follow=True)
    assert led.redirect_chain[-1][0].startswith("/desk/account/code/?next=%2Fdesk%2Fparties%2Fparty%2F")
    before = client.session.session_key

    forget_wrong_codes()
    done = client.post("/desk/account/code/", {"code": code_of(device, later=1), "next": "/desk/parties/party/"})

    assert done["Location"] == "/desk/parties/party/"
    assert client.session.session_key != before
    assert client.get("/desk/parties/party/").status_code == 200


def test_a_code_counts_once_and_a_wrong_one_makes_the_next_wait(signed_in: SignedIn) -> None:
    device, _ = enrol(signed_in("reviewer"))
    client = signed_in("reviewer")

    again = client.post("/desk/account/code/", {"code": code_of(device)})
    assert again.status_code == 422
    assert "not right, or it was used already" in again.content.decode()
    TOTPDevice.objects.update(last_t=-1)
    at_once = client.post("/desk/account/code/", {"code": code_of(device)})
    assert "Too many wrong codes. Try again after" in at_once.content.decode()
    assert client.get("/desk/parties/party/").status_code == 302


def test_a_recovery_code_opens_once_and_is_kept_as_a_hash(signed_in: SignedIn) -> None:
    _, codes = enrol(signed_in("reviewer"))
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10 and not kept & {code.replace("-", "") for code in codes}
    stolen = signed_in("reviewer")
    assert stolen.post("/desk/account/code/", {"code": kept.pop()}).status_code == 422

    StaticDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    assert signed_in("reviewer").post("/desk/account/code/", {"code": codes[0].lower()}).status_code == 302
    assert signed_in("reviewer").post("/desk/account/code/", {"code": codes[0]}).status_code == 422
    assert StaticToken.objects.count() == 9


def test_a_password_alone_neither_sees_nor_replaces_the_authenticator(signed_in: SignedIn) -> None:
    device, _ = enrol(signed_in("reviewer"))
    thief = signed_in("reviewer")

    for answer in (
        thief.get(SETTING_UP),
        thief.post(SETTING_UP + "begin/"),
        thief.post(SETTING_UP + "confirm/", {"code": "123456"}),
        thief.post("/desk/account/recovery-codes/"),
    ):
        assert answer.status_code == 302
    assert thief.get(SETTING_UP + "qr.svg").status_code == 404
    assert list(TOTPDevice.objects.values_list("pk", "confirmed")) == [(device.pk, True)]


def test_replacing_the_authenticator_ends_the_old_one_only_when_the_new_one_is_confirmed(signed_in: SignedIn) -> None:
    client = signed_in("reviewer")
    old, _ = enrol(client)
    client.post(SETTING_UP + "begin/")
    assert TOTPDevice.objects.filter(pk=old.pk, confirmed=True).exists()

    assert client.post(SETTING_UP + "confirm/", {"code": "000000"}).status_code == 422
    assert TOTPDevice.objects.filter(pk=old.pk, confirmed=True).exists()
    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    client.post(SETTING_UP + "confirm/", {"code": code_of(TOTPDevice.objects.get(confirmed=False))})

    assert not TOTPDevice.objects.filter(pk=old.pk).exists()
    assert client.get("/desk/").status_code == 200


def test_the_picture_is_an_image_that_nobody_keeps(signed_in: SignedIn) -> None:
    client = signed_in("reviewer")
    assert client.get(SETTING_UP + "qr.svg").status_code == 404
    client.post(SETTING_UP + "begin/")

    picture = client.get(SETTING_UP + "qr.svg")

    assert picture["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture["Cache-Control"]
    assert b"<svg" in picture.content and b"<script" not in picture.content and b"style=" not in picture.content
    assert "unsafe" not in picture["Content-Security-Policy"]


def test_an_editor_needs_none_and_may_have_one(signed_in: SignedIn) -> None:
    client = signed_in("editor")
    assert client.get("/desk/agreements/agreement/").status_code == 200
    enrol(client)

    assert client.get("/desk/agreements/agreement/").status_code == 200
    assert signed_in("editor").get("/desk/agreements/agreement/").status_code == 302


def test_an_administrator_resets_a_lost_one_and_its_tokens(signed_in: SignedIn, person: Callable[[str], Person]) -> None:
    enrol(signed_in("reviewer"))
    reviewer = person("reviewer")
    make_token(by=reviewer, name="x", scopes=[Scope.PUBLISH], lasting=timedelta(days=30), at=NOON)
    administrator = signed_in("administrator")
    enrol(administrator)

    sent = {"action": "reset_the_second_factor", "_selected_action": [reviewer.pk]}
    assert administrator.post("/desk/accounts/person/", sent).status_code == 302

    assert not TOTPDevice.objects.filter(user=reviewer).exists()
    assert not Token.objects.filter(key__user=reviewer).exists()
    assert signed_in("reviewer").get("/desk/", follow=True).redirect_chain[-1][0].startswith(SETTING_UP)


def test_who_has_the_machine_resets_the_last_administrators(signed_in: SignedIn, person: Callable[[str], Person]) -> None:
    enrol(signed_in("administrator"))

    call_command("forget_second_factor", person("administrator").username, stdout=StringIO())

    assert signed_in("administrator").get("/desk/", follow=True).redirect_chain[-1][0].startswith(SETTING_UP)
    with pytest.raises(CommandError, match="Nobody signs in as “nobody”"):
        call_command("forget_second_factor", "nobody")


def test_where_the_installation_asks_for_none_the_account_says_so(signed_in: SignedIn, settings: Any) -> None:
    settings.ENTENTE_TWO_FACTOR = False

    assert "asks for no second factor" in signed_in("reviewer").get("/desk/account/").content.decode()


def test_a_code_leads_to_no_other_site(signed_in: SignedIn) -> None:
    device, _ = enrol(signed_in("reviewer"))
    forget_wrong_codes()
    client = signed_in("reviewer")

    assert client.post("/desk/account/code/", {"code": code_of(device, 1), "next": "//evil.example/"})["Location"] == "/desk/"
