"""The register as a WSGI program within a test, on the test's own connection and inside its transaction."""

from collections.abc import Callable, Iterable
from typing import Any

from django.test.client import ClientHandler
from schemathesis.core.result import Ok

handler = ClientHandler(enforce_csrf_checks=False)


def register(environ: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], Any]) -> Iterable[bytes]:
    """Django's real handler closes the connection after each request, and with it the transaction that a test rolls back."""
    answer = handler(environ)
    start_response(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
    return [answer.getvalue()]


def operations(described: Any) -> list[Any]:
    """Every operation of a description. One that cannot be read fails the test."""
    found = list(described.get_all_operations())
    assert [one for one in found if not isinstance(one, Ok)] == []
    return [one.ok() for one in found]
