"""Who brings in, who reviews, and who may do neither."""

from accounts.models import Person
from accounts.operations import assign_role, make_groups
from accounts.roles import Role


def somebody(name: str, role: Role | None = None) -> Person:
    make_groups()
    person = Person.objects.create_user(name)
    if role is not None:
        assign_role(person, role)
    return person
