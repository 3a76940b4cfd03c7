"""Deeds on people and groups."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from accounts.models import Person
from accounts.roles import PERMISSIONS, Role


class UnknownPermission(LookupError):
    """The table of roles names a permission that its app does not define."""


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
def assign_role(person: Person, role: Role) -> None:
    """Give a person this role in place of any other. Every role may enter the desk."""
    others = Group.objects.filter(name__in=[other for other in Role if other != role])
    person.groups.remove(*others)
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
