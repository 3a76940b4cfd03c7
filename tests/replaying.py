"""Asks the register of this environment what stands on standard input, and writes on standard output how it answered.

A program of its own, for a process has one database. All is asked in one transaction, which is rolled back at the end.
`DRAFT` in an address and in If-Match is a draft that the program begins, and its present version.
"""

import base64
import json
import sys
from datetime import timedelta
from typing import Any

import django


def answers(asked: list[dict[str, Any]]) -> list[list[Any]]:
    """For each request: status, media type, and of a problem its title and the places at fault."""
    from django.test import Client
    from django.utils import timezone

    from accounts.models import Person
    from accounts.operations import make_token
    from accounts.powers import scopes_of
    from agreements.models import Agreement
    from desk.rest.drafts import etag_of
    from tests.factories import NOON

    person = Person.objects.get(username="reviewer")
    _, token = make_token(by=person, name="replaying", scopes=scopes_of(person), lasting=timedelta(days=1), at=timezone.now())
    draft = Agreement.objects.create(title="A draft", created_by=person, changed_by=person, created_at=NOON, changed_at=NOON)
    client, found = Client(raise_request_exception=False, SERVER_NAME="localhost"), []
    for one in asked:
        headers = dict(one["headers"])
        if one["token"]:
            headers["Authorization"] = f"Bearer {token}"
        if headers.get("If-Match") == "DRAFT":
            headers["If-Match"] = etag_of(Agreement.objects.get(pk=draft.pk))
        path = one["path"].replace("DRAFT", str(draft.pk))
        media_type = headers.pop("Content-Type", "")
        answer = client.generic(one["method"], path, base64.b64decode(one["body"]), content_type=media_type, headers=headers)
        found.append([answer.status_code, answer.get("Content-Type", ""), *_problem(answer)])
    return found


def _problem(answer: Any) -> list[Any]:
    if answer.get("Content-Type") != "application/problem+json":
        return []
    said = json.loads(answer.content)
    places = [one.get("parameter", one.get("pointer")) for one in said["errors"]]
    return [said["title"], places]


if __name__ == "__main__":
    django.setup()
    from django.conf import settings
    from django.db import transaction

    settings.ENTENTE_RATE_LIMITS = {}
    with transaction.atomic():
        json.dump(answers(json.load(sys.stdin)), sys.stdout)
        transaction.set_rollback(True)
