"""People of each role, signed in at the desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Person
from accounts.operations import assign_role, make_groups
from accounts.roles import Role


@pytest.fixture
def person(loaded: None) -> Callable[[str], Person]:
    make_groups()

    def make(role: str) -> Person:
        made, _ = Person.objects.get_or_create(username=role)
        assign_role(made, Role(role))
        return made

    return make


@pytest.fixture
def signed_in(person: Callable[[str], Person]) -> Callable[[str], Client]:
    def sign_in(role: str) -> Client:
        client = Client()
        client.force_login(person(role))
        return client

    return sign_in
