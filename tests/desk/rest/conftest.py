"""Programs of people of each role."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Person
from accounts.operations import assign_role, make_groups, make_token
from accounts.powers import scopes_of
from accounts.roles import Role, Scope
from tests.factories import pact
from treaty.document.canonical import canonical_json

DRAFTS = "/api/v1/desk/agreements/"


@dataclass
class Program:
    """A program with a token; what it sends is JSON unless it is text already."""

    client: Client
    token: str = ""
    person: Person | None = None

    def ask(self, method: str, path: str, sent: Any = None, *, etag: str = "", key: str = "", **headers: str) -> Any:
        said = {"authorization": f"Bearer {self.token}"} if self.token else {}
        said |= {"if-match": etag} if etag else {}
        said |= {"idempotency-key": key} if key else {}
        said |= {name.replace("_", "-"): value for name, value in headers.items() if name != "content_type"}
        patch = "application/merge-patch+json" if method == "PATCH" else "application/json"
        body = "" if sent is None else sent if isinstance(sent, str | bytes) else json.dumps(sent)
        content_type = headers.get("content_type", patch)
        return self.client.generic(method, path, body, content_type=content_type, headers=said)

    def get(self, path: str, **headers: str) -> Any:
        return self.ask("GET", path, **headers)

    def begin(self, **said: Any) -> tuple[str, str]:
        """A new draft: its address and its tag."""
        answer = self.ask("POST", DRAFTS, document(**said))
        assert answer.status_code == 201, answer.content.decode()
        return answer["Location"].removeprefix("http://testserver"), answer["ETag"]

    def step(self, path: str, name: str, sent: Any = None) -> Any:
        """A step in the version that is there."""
        return self.ask("POST", f"{path}{name}/", sent, etag=self.get(f"{path}state/")["ETag"])


ProgramOf = Callable[..., Program]


def document(**said: Any) -> dict[str, Any]:
    return dict(json.loads(canonical_json(pact(**said))))


@pytest.fixture
def program(loaded: None, settings: Any) -> ProgramOf:
    make_groups()

    def make(role: str, scopes: list[Scope] | None = None, *, name: str = "") -> Program:
        person, _ = Person.objects.get_or_create(username=name or role)
        assign_role(person, Role(role))
        person = Person.objects.get(pk=person.pk)
        opens = scopes_of(person) if scopes is None else scopes
        client = Client(raise_request_exception=True)
        if not opens:
            return Program(client, person=person)
        _, text = make_token(by=person, name="a test", scopes=opens, lasting=timedelta(days=1), at=timezone.now())
        return Program(client, text, person)

    return make


@pytest.fixture
def editor(program: ProgramOf) -> Program:
    return program("editor")


@pytest.fixture
def reviewer(program: ProgramOf) -> Program:
    return program("reviewer")
