"""Several processes write by REST at once: no change that was acknowledged is lost, and no key does its deed twice."""

from collections.abc import Mapping

from tests.desk.test_concurrent_edits import answer_of, start

PROCESSES, EDITS, KEYS = 4, 5, 4
BEGIN = """
import django, json
django.setup()
from datetime import timedelta
from django.utils import timezone
from accounts.models import Person
from accounts.operations import make_token
from accounts.roles import Scope
editor = Person.objects.get(username="editor")
print(json.dumps(make_token(by=editor, name="a test", scopes=[Scope.READ, Scope.WRITE], lasting=timedelta(hours=1), at=timezone.now())[1]))
"""
PROGRAM = """
import json, sys
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS.append("testserver")
settings.ENTENTE_RATE_LIMITS = {}
from django.test import Client

token, name, path, edits, keys = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
client = Client(headers={"authorization": f"Bearer {token}"})
told = {"begun": [], "saved": 0, "stale": 0, "under way": 0}
for key in range(keys):
    sent = {"title": f"Begun once by key {key}"}
    while True:
        answer = client.post("/api/v1/desk/agreements/", sent, content_type="application/json", headers={"idempotency-key": f"key-{key}"})
        if answer.status_code != 409:
            break
        told["under way"] += 1
    assert answer.status_code == 201, answer.content
    told["begun"].append(answer["Location"])
path = path or told["begun"][0].removeprefix("http://testserver")
while told["saved"] < edits:
    read = client.get(path)
    patch = {"subjects": [*read.json()["subjects"], f"{name}-{told['saved']}"]}
    answer = client.patch(path, patch, content_type="application/merge-patch+json", headers={"if-match": read["ETag"]})
    assert answer.status_code in (200, 412), answer.content
    told["saved" if answer.status_code == 200 else "stale"] += 1
told["subjects"] = client.get(path).json()["subjects"]
print(json.dumps(told))
"""


def test_no_acknowledged_change_of_four_processes_is_lost_and_no_key_does_its_deed_twice(prepared: Mapping[str, str]) -> None:
    token = answer_of(start(BEGIN, prepared))

    programs = [start(PROGRAM, prepared, token, f"program{number}", "", EDITS, KEYS) for number in range(PROCESSES)]
    told = [answer_of(program) for program in programs]
    after = answer_of(start(PROGRAM, prepared, token, "after", "", 0, KEYS))

    assert {tuple(one["begun"]) for one in [*told, after]} == {tuple(told[0]["begun"])}
    assert len(set(told[0]["begun"])) == KEYS
    assert [one["saved"] for one in told] == [EDITS] * PROCESSES
    assert sorted(after["subjects"]) == sorted(f"program{number}-{edit}" for number in range(PROCESSES) for edit in range(EDITS))
