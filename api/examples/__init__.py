"""Examples for the description of the API. Those of answers are files; a test holds them to their shapes."""

import json
from pathlib import Path
from typing import Any

HOST = "https://entente.example/api/v1"
ANSWERS = Path(__file__).parent


def answer(operation: str) -> Any:
    """The example of what an operation answers; None where there is none."""
    path = ANSWERS / f"{operation}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


_FAULT: dict[str, Any] = {
    "parameter": "as_of",
    "value": "2023-02-30",
    "detail": "“2023-02-30” is not a day of the calendar; write it as 1951-09-08.",
    "allowed": [],
    "suggestion": None,
}
_DETAILS = {
    400: _FAULT["detail"],
    404: "The register knows no agreement E9999.",
    405: "POST is not possible here; this address takes GET, HEAD, OPTIONS.",
    406: "The answer is application/json, which the Accept header of the question excludes.",
    410: "E0007 was retracted on 2026-03-01: it is the same agreement as E0412.",
    412: "The document has changed since, or is not the one that If-Match names.",
    429: "Too many requests: 1200 from one address are answered in 60 seconds. Ask again in 20 seconds.",
    500: "The register failed to answer. The fault is written down.",
    503: "The database does not answer. Ask again in a moment.",
}


def problem(status: int, title: str) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": _DETAILS[status],
        "instance": "/api/v1/agreements/",
        "errors": [_FAULT] if status == 400 else [],
    }
