"""How often one may ask under /api/: told in every answer, counted by address and by token, and given up when the cache is away."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from rest.limits import RateLimits
from tests import engines
from tests.desk.rest.conftest import DRAFTS, Program
from tests.serving import ROOT

DAY = 86_400
TELLS = re.compile(r'"address";r=(\d+);t=\d+(?:, "token";r=(\d+);t=\d+)?')


@pytest.fixture(autouse=True)
def counted(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted by the day, so that no test runs over the end of a minute."""
    monkeypatch.setattr("rest.limits.WINDOW", DAY)
    cache.clear()
    RateLimits.away_until = 0
    settings.ENTENTE_RATE_LIMITS = {"address": 5, "token": 3}


def left(answer: Any) -> list[str | None]:
    found = TELLS.fullmatch(answer["RateLimit"])
    assert found, answer["RateLimit"]
    return list(found.groups())


@pytest.mark.django_db
def test_each_answer_tells_how_many_are_left(client: Client) -> None:
    first, second = client.get("/api/v1/"), client.get("/api/v1/nothing/")

    assert first["RateLimit-Policy"] == '"address";q=5;w=86400'
    assert left(first) == ["4", None]
    assert (second.status_code, left(second)) == (404, ["3", None])
    assert "RateLimit" not in client.get("/").headers


@pytest.mark.django_db
def test_who_asks_too_often_waits(client: Client, django_assert_num_queries: Any) -> None:
    for _ in range(5):
        assert client.get("/api/v1/").status_code == 200
    with django_assert_num_queries(0):
        answer = client.get("/api/v1/agreements/")

    assert (answer.status_code, answer["Content-Type"]) == (429, "application/problem+json")
    assert 1 <= int(answer["Retry-After"]) <= DAY
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "5 from one address" in answer.json()["detail"]
    assert client.get("/api/v1/", REMOTE_ADDR="192.0.2.7").status_code == 200, "another address"


def test_a_token_is_counted_wherever_it_comes_from(editor: Program) -> None:
    said = {"authorization": f"Bearer {editor.token}"}
    answers = [editor.client.get(DRAFTS, headers=said, REMOTE_ADDR=f"192.0.2.{number}") for number in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert left(answers[-1]) == ["4", "0"]
    assert "3 from one token" in answers[-1].json()["detail"]
    assert "Access-Control-Allow-Origin" not in answers[-1]


@pytest.mark.django_db
def test_nobody_escapes_by_inventing_tokens(client: Client) -> None:
    statuses = [client.get(DRAFTS, headers={"authorization": f"Bearer entente_{number:064}"}).status_code for number in range(7)]

    assert statuses == [401] * 5 + [429] * 2


@pytest.mark.django_db
def test_a_limit_of_nothing_is_none(client: Client, settings: Any) -> None:
    settings.ENTENTE_RATE_LIMITS = {"address": 0, "token": 0}

    assert [client.get("/api/v1/").status_code for _ in range(9)] == [200] * 9
    assert "RateLimit" not in client.get("/api/v1/").headers


def test_no_token_stands_in_the_cache(editor: Program) -> None:
    editor.get(DRAFTS)

    assert editor.token not in str(getattr(cache, "_cache", ""))


ASK = """
import json, time, django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS.append("testserver")
settings.ENTENTE_RATE_LIMITS = {"address": 3, "token": 3}
from django.test import Client
from rest import limits
limits.WINDOW = 86_400
client, told = Client(), []
for _ in range(5):
    began = time.monotonic()
    answer = client.get("/api/v1/schema/agreement.json", headers={"authorization": "Bearer entente_x"})
    told.append([answer.status_code, "RateLimit" in answer.headers, time.monotonic() - began])
print(json.dumps(told))
"""


def asked(redis_url: str, folder: Any) -> tuple[list[Any], str]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "ENTENTE_VAR": str(folder), "REDIS_URL": redis_url}
    done = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1]), done.stderr


def test_redis_counts_for_all_processes_together(redis_url: str, tmp_path: Any) -> None:
    first, _ = asked(redis_url, tmp_path)
    second, _ = asked(redis_url, tmp_path)

    assert [status for status, _, _ in first + second] == [200] * 3 + [429] * 7
    assert all(counted for _, counted, _ in first)


def test_a_redis_that_is_away_holds_nobody_up_and_is_told_of_once(tmp_path: Any) -> None:
    answers, said = asked(f"redis://127.0.0.1:{engines.free_port()}/0", tmp_path)

    assert [(status, counted) for status, counted, _ in answers] == [(200, False)] * 5
    assert max(seconds for _, _, seconds in answers[1:]) < 1.5
    assert said.count("the cache is away") == 1
