"""Several processes edit one agreement at once: every save that was acknowledged is counted, none is lost."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from tests.serving import ROOT

PROCESSES = 4
BY_FORM = 200
BY_PAGE = 8  # each refusal draws the whole page with both versions, which is slow and not what is asked here
EDITOR = """
import json, sys
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS.append("testserver")
from django.db import transaction
from django.test import Client
from django.utils import timezone
from accounts.models import Person
from agreements.models import Agreement
from agreements.operations import note_change
from desk.forms.agreement import AgreementForm
from tests.desk.sending import address_of, opened

key, name, edits, by_page = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "page"
person = Person.objects.get(username="editor")
agreement = Agreement.objects.get(pk=key)
client = Client()
client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
sent = opened(client, address_of(agreement)) if by_page else {"title": agreement.title}


def saves(typed):
    if by_page:
        answer = client.post(address_of(agreement), typed)
        assert answer.status_code == 302 or b"Somebody saved this after you opened it" in answer.content, answer.content[-3000:]
        return answer.status_code == 302
    with transaction.atomic():
        form = AgreementForm(typed, instance=Agreement.objects.get(pk=key))
        if not form.is_valid():
            assert form.stale, form.errors
            return False
        note_change(form.save(), by=person, at=timezone.now())
        return True


saved = refused = 0
while saved < edits:
    now = Agreement.objects.values("version", "subjects").get(pk=key)  # what a page just opened shows
    said = "\\n".join([*now["subjects"], f"{name}-{saved}"])
    if saves({**sent, "seen_version": now["version"], "subjects": said}):
        saved += 1
    else:
        refused += 1
print(json.dumps({"saved": saved, "refused": refused}))
"""
BEGIN = """
import django, json
django.setup()
from agreements.models import Agreement
from django.utils import timezone
made = Agreement.objects.create(title="Edited by many", created_at=timezone.now(), changed_at=timezone.now())
print(json.dumps(made.pk))
"""
END = """
import sys, json, django
django.setup()
from django.apps import apps
from agreements.models import Agreement
one = Agreement.objects.get(pk=int(sys.argv[1]))
lines = apps.get_model("agreements", "Deed").objects.filter(agreement=one).count() if "deed" in apps.all_models["agreements"] else None
print(json.dumps({"version": one.version, "subjects": one.subjects, "lines": lines}))
"""


def start(program: str, environment: Mapping[str, str], *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, *map(str, arguments)]
    given = {**environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answer_of(process: "subprocess.Popen[str]") -> Any:
    said, complaint = process.communicate(timeout=110)
    assert process.returncode == 0, complaint[-3000:]
    return json.loads(said.splitlines()[-1])


@pytest.mark.parametrize(("way", "edits"), [("form", BY_FORM), ("page", BY_PAGE)])
def test_no_acknowledged_edit_of_four_processes_is_lost(prepared: dict[str, str], way: str, edits: int) -> None:
    key = answer_of(start(BEGIN, prepared))

    editors = [start(EDITOR, prepared, key, f"editor{number}", edits, way) for number in range(PROCESSES)]
    told = [answer_of(editor) for editor in editors]

    found = answer_of(start(END, prepared, key))
    assert [one["saved"] for one in told] == [edits] * PROCESSES
    assert found["version"] == 1 + PROCESSES * edits
    assert sorted(found["subjects"]) == sorted(f"editor{number}-{edit}" for number in range(PROCESSES) for edit in range(edits))
    assert found["lines"] in (None, PROCESSES * edits)
