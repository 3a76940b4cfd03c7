"""Deeds on people, their roles, their second factors and their tokens."""

import base64
import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from knox.models import AuthToken

from accounts.models import Person, Token
from accounts.powers import scopes_of
from accounts.roles import PERMISSIONS, Role, Scope

RECOVERY_CODES = 10
TOKENS_AT_MOST = 10
TOKEN_LASTS_AT_MOST = timedelta(days=365)
USE_IS_NOTED_EVERY = timedelta(hours=1)


class UnknownPermission(LookupError):
    """The table of roles names a permission that its app does not define."""


class CodeRefused(ValueError):
    """A code of the second factor that was not taken. Its text says what to do."""


class TokenRefused(ValueError):
    """A token that cannot be made. Its text says why."""


@transaction.atomic
def make_groups() -> frozenset[str]:
    """Bring the groups to what `accounts.roles` says. May run at every start.

    Returns the permissions that wait for an app which is not installed. Raises UnknownPermission for
    one that its installed app does not define, since that is a misspelling.
    """
    known = {f"{p.content_type.app_label}.{p.codename}": p for p in Permission.objects.select_related("content_type")}
    waiting = frozenset[str]()
    for role, wanted in PERMISSIONS.items():
        missing = wanted - known.keys()
        if misspelt := sorted(name for name in missing if apps.is_installed(name.partition(".")[0])):
            raise UnknownPermission(f"The role {role} names unknown permissions: {', '.join(misspelt)}.")
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(known[name] for name in wanted - missing)
        waiting |= missing
    return waiting


@transaction.atomic
def assign_role(person: Person, role: Role | None) -> None:
    """Give a person this role in place of any other. Every role may enter the desk; nobody loses it by having none."""
    person.groups.remove(*Group.objects.filter(name__in=[other for other in Role if other != role]))
    if role is None:
        return
    person.groups.add(Group.objects.get(name=role))
    person.is_staff = True
    person.save(update_fields=["is_staff"])


@transaction.atomic
def make_demo_people() -> list[tuple[str, str]]:
    """One person of each role, for the embedded size only: their passwords are public. The caller sees to that.

    Returns (name, password) of each. People who are there already keep their passwords.
    """
    logins = [(role, f"{role}-demo") for role in Role]
    there = set(Person.objects.filter(username__in=Role).values_list("username", flat=True))
    for role, password in logins:
        if role not in there:
            assign_role(Person.objects.create_user(role, password=password), role)
    return [(str(role), password) for role, password in logins]


@transaction.atomic
def begin_enrolment(person: Person) -> TOTPDevice:
    """Make the secret that an authenticator is to learn. It counts only once a code of it was given back."""
    TOTPDevice.objects.filter(user=person, confirmed=False).delete()
    return TOTPDevice.objects.create(user=person, name="authenticator", confirmed=False)


def confirm_enrolment(person: Person, code: str) -> tuple[Device, list[str]]:
    """Take the new authenticator in place of any other. Raises CodeRefused.

    Returns the device, and the recovery codes, which nobody can read again.
    """
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=person, confirmed=False).first()
        refusal = _try(device, code) if device else "Begin again: there is nothing to confirm."
        if device and not refusal:
            TOTPDevice.objects.filter(user=person).exclude(pk=device.pk).delete()
            device.confirmed = True
            device.save(update_fields=["confirmed"])
            return device, make_recovery_codes(person)
    raise CodeRefused(refusal)  # outside the transaction: the count of wrong codes stays


def verify_code(person: Person, code: str) -> Device:
    """The device that takes this code of the authenticator, or this recovery code, which is spent by it. Raises CodeRefused."""
    written = "".join(code.split()).replace("-", "")
    kind = TOTPDevice if len(written) <= 8 else StaticDevice
    with transaction.atomic():
        device = kind.objects.select_for_update().filter(user=person, confirmed=True).first()
        refusal = _try(device, written if kind is TOTPDevice else recovery_digest(written)) if device else WRONG_CODE
    if refusal or device is None:
        raise CodeRefused(refusal)
    return device


WRONG_CODE = "This code is not right, or it was used already."


def _try(device: Device, code: str) -> str:
    """Empty when the device takes the code; otherwise why not. Each wrong code doubles the wait for the next."""
    allowed, why = device.verify_is_allowed()
    if not allowed:
        until = (why or {}).get("locked_until")
        return f"Too many wrong codes. Try again after {until:%H:%M:%S} UTC." if until else "Too many wrong codes. Wait a little."
    return "" if device.verify_token(code) else WRONG_CODE


@transaction.atomic
def make_recovery_codes(person: Person) -> list[str]:
    """New codes for the day when the authenticator is lost, in place of all earlier ones: shown once, kept as hashes."""
    StaticDevice.objects.filter(user=person).delete()
    device = StaticDevice.objects.create(user=person, name="recovery")
    codes = [base64.b32encode(secrets.token_bytes(10)).decode() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=recovery_digest(code)) for code in codes)
    return ["-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in codes]


def recovery_digest(code: str) -> str:
    """What is kept of a recovery code, in the sixteen places that django-otp has. A code has 80 random bits: no salt is needed."""
    return base64.b32encode(hashlib.sha256(code.upper().encode()).digest()).decode()[:16]


@transaction.atomic
def reset_second_factor(person: Person, *, by: Person) -> None:
    """Forget the authenticator, the recovery codes and the tokens of somebody who lost them. Only a superuser resets a superuser."""
    if not by.has_perm("accounts.change_person") or (person.is_superuser and not by.is_superuser):
        raise PermissionDenied
    forget_second_factor(person)


@transaction.atomic
def forget_second_factor(person: Person) -> None:
    """For whoever has the machine itself; at the desk it is `reset_second_factor` that asks who may."""
    for kept in (TOTPDevice, StaticDevice, AuthToken):
        kept.objects.filter(user=person).delete()


@transaction.atomic
def make_token(*, by: Person, name: str, scopes: Collection[Scope], lasting: timedelta, at: datetime) -> tuple[Token, str]:
    """A token for a program of this person. Returns it, and its text, which nobody can read again. Raises TokenRefused."""
    Person.objects.select_for_update().get(pk=by.pk)  # two at once must not both be the last one
    if not name.strip() or not scopes:
        raise TokenRefused("Say what the token is called and what it is for.")
    if beyond := [scope.label.lower() for scope in scopes if scope not in scopes_of(by)]:
        raise TokenRefused(f"Your role does not allow this: {', '.join(beyond)}.")
    if not timedelta(0) < lasting <= TOKEN_LASTS_AT_MOST:
        raise TokenRefused("A token lasts a year at most.")
    if AuthToken.objects.filter(user=by, expiry__gt=at).count() >= TOKENS_AT_MOST:
        raise TokenRefused(f"You have {TOKENS_AT_MOST} tokens. Revoke one first.")
    key, text = AuthToken.objects.create(user=by, expiry=lasting)
    return Token.objects.create(key=key, name=name.strip(), scopes=[scope.value for scope in Scope if scope in scopes]), text


@transaction.atomic
def revoke_token(token: Token, *, by: Person) -> None:
    """End a token at once."""
    if token.key.user_id != by.pk and not by.has_perm("accounts.change_person"):
        raise PermissionDenied
    token.key.delete()


def note_use(token: Token, *, at: datetime) -> None:
    """Keep when a token was last used, to the hour: reading stays cheap, and seldom waits for whoever writes."""
    if token.last_used and token.last_used >= at - USE_IS_NOTED_EVERY:
        return
    stale = Q(last_used=None) | Q(last_used__lt=at - USE_IS_NOTED_EVERY)
    Token.objects.filter(stale, pk=token.pk).update(last_used=at)
