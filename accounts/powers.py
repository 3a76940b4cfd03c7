"""Reading what a person may do, and how far the sign-in has come."""

from typing import Any

from django.conf import settings
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import Person, Token
from accounts.roles import POWERS, SCOPES, Role, Scope


def role_of(person: Person) -> Role | None:
    """The role of a person; none of somebody who is only a superuser, or nobody yet."""
    names = {group.name for group in person.groups.all()}
    return next((role for role in Role if role in names), None)


def needs_second_factor(person: Person) -> bool:
    """Whoever can publish, retract or change people signs in with two factors, where the installation asks for it."""
    return bool(settings.ENTENTE_TWO_FACTOR) and (person.is_superuser or any(person.has_perm(power) for power in POWERS))


def has_second_factor(person: Person) -> bool:
    return TOTPDevice.objects.devices_for_user(person, confirmed=True).exists()


def is_verified(user: Any) -> bool:
    """Whether a second factor was shown in this session; django-otp's middleware hangs that on the user."""
    return bool(user.is_verified())


def is_settled(user: Any) -> bool:
    """Whether the sign-in is complete: a second factor that is needed, or that the person has set up, was shown."""
    if not settings.ENTENTE_TWO_FACTOR or is_verified(user):
        return True
    return not needs_second_factor(user) and not has_second_factor(user)


def scopes_of(person: Person) -> list[Scope]:
    """All that a token of this person can be for."""
    return [scope for scope in Scope if person.has_perm(SCOPES[scope])]


def allows(token: Token, scope: Scope) -> bool:
    """Whether the token opens this now: it was made for it, and the role of its person still does."""
    return not why_not(token, scope)


def why_not(token: Token, scope: Scope) -> str:
    """What keeps the token from opening this, as the end of a sentence; empty where nothing does."""
    person = token.key.user
    if scope not in token.scopes:
        return "this one was made without it."
    if not person.has_perm(SCOPES[scope]):
        return "the role of its person does not allow that."
    if needs_second_factor(person) and not has_second_factor(person):
        return "its person has to set up a second factor first."
    return ""
