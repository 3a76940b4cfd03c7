"""/healthz, and what every answer carries."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_health_is_ok_while_the_database_answers(client: Client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok")
    assert not answer.cookies


@pytest.mark.django_db
def test_health_is_a_problem_when_the_database_does_not_answer(client: Client, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 503


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/nowhere", "/static/nothing.css"])
def test_every_answer_carries_a_strict_policy(client: Client, path: str):
    policy = client.get(path)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
