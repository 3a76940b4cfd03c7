"""An editor and a reviewer, and a pact on the desk."""

from collections.abc import Callable

import pytest

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from tests.factories import NOON, pact


@pytest.fixture
def editor(loaded: None) -> Person:
    return Person.objects.create_user("edith")


@pytest.fixture
def reviewer(loaded: None) -> Person:
    return Person.objects.create_user("rex")


@pytest.fixture
def draft(editor: Person) -> Callable[..., Agreement]:
    """A sound pact on the desk, which nobody has submitted."""
    return lambda **said: apply(pact(**said), by=editor, at=NOON)
