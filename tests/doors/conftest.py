"""A register with one published record and three drafts, and a client for each role."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import Person
from accounts.operations import assign_role, make_groups
from accounts.roles import Role
from agreements.models import Agreement, Text
from editorial.applying import apply
from editorial.operations import admit, publish, submit
from editorial.texts import keep_file
from intake.deliveries import receive
from intake.errands import ask_for
from intake.models import Batch, BatchLine
from intake.vocabulary import ErrandKind, Outcome
from parties.models import Party
from records.models import StoredText
from records.operations import begin_job, extract_words, store_text
from tests.factories import NOON, pact

SECRETS = ("Zyxwv draft never submitted", "Zyxwv draft that waits", "Zyxwv wording of the next revision")
BROUGHT = "Treaty,A,B\nZyxwv pact that nobody has read,Japan,France\n"
UPLOADED = "Zyxwv article of a text that nobody has published."


@dataclass
class House:
    """The people, and the rows that addresses need: one of each."""

    people: dict[str, Person]
    ids: dict[str, int]
    uploaded: str

    def client(self, role: str) -> Client:
        client = Client(raise_request_exception=False)
        if role != "anonymous":
            client.force_login(self.people[role])
        return client


@pytest.fixture
def house(loaded: None) -> House:
    make_groups()
    people = {role.value: Person.objects.create_user(role.value) for role in Role}
    for role in Role:
        assign_role(people[role], role)
    people["superuser"] = Person.objects.create_superuser("superuser")
    kept = store_text(b"Article 1 of a public treaty", media_type="text/plain", at=NOON)
    text_and_kin: dict[str, Any] = {
        "texts": [{"id": "t1", "title": "The text", "sha256": kept.sha256}],
        "relations": [{"id": "r1", "kind": "supersedes", "target": "E0002"}],
    }
    admit(pact(reference="E0001", title="A public treaty", in_force="1952-04-28", **text_and_kin), at=NOON, note="For a test")
    never, waits, again = (_draft(title, people["editor"]) for title in SECRETS)
    submission = submit(waits, by=people["editor"], at=NOON)
    revision = publish(_first_version(again, people["editor"]), by=people["reviewer"], at=NOON)
    apply(pact(title=SECRETS[2], provisions=[{"id": "p1", "kind": "logistics"}]), by=people["editor"], at=NOON, to=again)
    again.refresh_from_db()
    text = keep_file(Text(agreement=never), UPLOADED.encode(), name="draft.txt", by=people["editor"], at=NOON).text
    extract_words(StoredText.objects.get(sha256=text.sha256), at=NOON)
    ids = {
        "text": text.pk,
        "agreement": never.pk,
        "source": never.listed_sources.get().source_id,
        "evidence": never.evidence.about_the_whole().get().pk,
        "submission": submission.pk,
        "revision": revision.pk,
        "provision": again.provisions.get().pk,
        "party": Party.objects.get(code="JPN").pk,
        "person": people["analyst"].pk,
        "group": people["analyst"].groups.get().pk,
        "job": begin_job("verify", at=NOON).pk,
        **_brought_in(waits, people["data_manager"]),
        "file": receive(BROUGHT.encode(), name="pacts.csv", data_set="table", by=people["data_manager"], at=NOON).pk,
    }
    return House(people, ids, text.sha256 or "")


def _draft(title: str, by: Person) -> Agreement:
    return apply(pact(title=title, summary=title), by=by, at=NOON)


def _brought_in(agreement: Agreement, by: Person) -> dict[str, int]:
    """A batch with this one record, and work on it that nobody has begun."""
    batch = Batch.objects.create(file_name="list.csv", counts={"create": 1}, by=by, at=NOON)
    line = BatchLine.objects.create(batch=batch, key="1", outcome=Outcome.CREATE, agreement=agreement)
    return {
        "batch": batch.pk,
        "line": line.pk,
        "errand": ask_for(ErrandKind.UNDO, by=by, at=NOON, batch=batch, told={"reason": "Wrong."}).pk,
    }


def _first_version(agreement: Agreement, by: Person):
    apply(pact(title="A treaty that is being edited"), by=by, at=NOON, to=agreement)
    return submit(agreement, by=by, at=NOON)


@pytest.fixture
def routes() -> list[str]:
    """Every address of the house, as its pattern is written."""
    return list(_walk(get_resolver()))


def _walk(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _walk(pattern, route)
