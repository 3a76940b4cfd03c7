"""Both engines answer alike: the same questions and writings at random, right and wrong ones, with a token and without."""

import base64
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode

from api.schemas import openapi
from tests import engines, serving
from tests.in_process import operations

EACH = 7  # so many right and so many wrong ones of each operation
CONFIG = schemathesis.Config.from_dict({"generation": {"with-security-parameters": False}})
DESK = "/api/v1/desk/"
PLAINLY = settings(derandomize=True, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


def requests_at_random() -> list[dict[str, Any]]:
    """The same ones in every run. Every second bears a token; of those to the desk most are about a draft that is there."""
    described = schemathesis.openapi.from_dict(json.loads(openapi().text), config=CONFIG)
    found: list[dict[str, Any]] = []
    for one in operations(described):
        for mode in GenerationMode:
            found += _of(one, mode)
    return found


def _of(operation: Any, mode: GenerationMode) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    @settings(PLAINLY, max_examples=EACH)
    @given(operation.as_strategy(generation_mode=mode))
    def keep(case: Any) -> None:
        number = len(found)
        if "key" in (case.path_parameters or {}) and not case.meta.is_negative_at(ParameterLocation.PATH) and number % 3:
            case.path_parameters["key"] = "DRAFT"
            if "If-Match" in (case.headers or {}) and number % 4:
                case.headers["If-Match"] = "DRAFT"
        sent = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
        body = sent.body.encode() if isinstance(sent.body, str) else sent.body or b""
        assert isinstance(body, bytes)
        headers = {name: value for name, value in sent.headers.items() if name not in ("Content-Length", "User-Agent", "Authorization")}
        found.append(
            {
                "method": sent.method,
                "path": sent.path_url,
                "headers": {name: value if isinstance(value, str) else value.decode("latin-1") for name, value in headers.items()},
                "body": base64.b64encode(body).decode(),
                "token": bool(number % 2) or (sent.path_url.startswith(DESK) and bool(number % 5)),
            }
        )

    with suppress(Unsatisfiable):  # an operation that takes nothing cannot be asked wrongly
        keep()
    return found


def answers(asked: list[dict[str, Any]], environment: Mapping[str, str]) -> list[Any]:
    command, sent = [sys.executable, "-m", "tests.replaying"], json.dumps(asked)
    with_settings = {**environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(command, cwd=serving.ROOT, env=with_settings, input=sent, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr[-4000:]
    return list(json.loads(done.stdout))


@pytest.fixture
def on_sqlite(tmp_path: Path) -> dict[str, str]:
    """A register of its own: in the one that the journeys share, they retract and publish."""
    return serving.prepare(tmp_path / "sqlite", "")


@pytest.fixture
def on_postgres(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The same register on the other engine."""
    with engines.postgres() as url, engines.database_beside(url, "both") as own:
        yield serving.prepare(tmp_path / "postgres", own)


@pytest.mark.timeout(600)  # it loads a register, on a server that it starts
def test_the_same_request_has_the_same_answer_on_both(on_sqlite: dict[str, str], on_postgres: dict[str, str]) -> None:
    assert not os.environ.get("DATABASE_URL"), "It starts both engines itself: tests.run runs this file in the first pass only"
    asked = requests_at_random()
    here, there = answers(asked, on_sqlite), answers(asked, on_postgres)

    differing = [(ask, one, other) for ask, one, other in zip(asked, here, there, strict=True) if one != other]
    assert differing == []
    statuses = Counter(status for status, *_ in here)
    assert len(asked) > 400 and {200, 201, 400, 401, 404, 409, 412, 422} <= set(statuses), statuses
    assert not [status for status in statuses if status >= 500]
