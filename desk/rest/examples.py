"""Examples for the description of the desk's operations. A test compares them with the shapes they are examples of."""

from http import HTTPStatus
from typing import Any

HOST = "https://entente.example/api/v1"
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

DOCUMENT: dict[str, Any] = {
    "title": "Agreement concerning Reciprocal Access",
    "kind": "access_basing",
    "participations": [{"party": "JPN"}, {"party": "AUS"}],
    "events": [{"id": "e1", "kind": "signature", "date": "2022-01-06", "evidence": [{"source": "s1", "locator": {"page": "1"}}]}],
    "sources": [{"id": "s1", "kind": "ministry", "title": "Text published by the Ministry of Foreign Affairs"}],
    "evidence": [{"source": "s1"}],
}
PATCH: dict[str, Any] = {"short_title": "Reciprocal Access Agreement", "note": None}

ROW: dict[str, Any] = {
    "id": 17,
    "reference": None,
    "title": "Agreement concerning Reciprocal Access",
    "kind": "access_basing",
    "state": "draft",
    "version": 1,
    "changed_at": "2026-01-05T09:00:00Z",
    "changed_by": "editor",
    "url": f"{HOST}/desk/agreements/17/",
}
PAGE: dict[str, Any] = {"results": [ROW], "next": None}
_FINDING: dict[str, Any] = {
    "rule": "kind-is-coded",
    "level": "warning",
    "pointer": "/kind",
    "sentence": "An agreement has a kind, so that readers can ask for it.",
    "detail": "Nobody has coded its kind.",
}
STATE: dict[str, Any] = {**ROW, "public_url": None, "errors": 0, "warnings": 1, "findings": [_FINDING], "submission": None}
VERDICT: dict[str, Any] = {"sound": True, "errors": 0, "warnings": 1, "findings": [_FINDING], "changes": ["Title changed from “A” to “B”."]}
TEXT: dict[str, Any] = {
    "id": "t3",
    "title": "Agreement concerning Reciprocal Access",
    "language": "en",
    "authentic": True,
    "sha256": SHA256,
    "media_type": "application/pdf",
    "remark": "",
}
FORM_SENT: dict[str, Any] = {"file": "(the bytes of reciprocal-access.pdf)", "language": "en", "authentic": "true"}
UPLOAD: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "additionalProperties": False,
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "The file, with its name."},
        "language": {"type": "string", "description": "A language tag: en, fr, pt-BR.", "maxLength": 35},
        "title": {"type": "string", "description": "Left out, it is the file's name.", "maxLength": 500},
        "authentic": {"type": "string", "enum": ["true", "false", ""], "description": "Whether the parties made this text authentic."},
        "url": {"type": "string", "description": "The address where it was found.", "maxLength": 2000},
    },
}


def problem(status: int) -> dict[str, Any]:
    """A problem of this status, with a place at fault where one is named."""
    fault = {
        "pointer": "/kind",
        "value": "acess_basing",
        "detail": "“acess_basing” is not a word of this field.",
        "allowed": ["access_basing"],
        "suggestion": "access_basing",
    }
    unfit = status == HTTPStatus.UNPROCESSABLE_ENTITY
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": "One place in what was sent cannot be taken." if unfit else "A sentence says what is wrong.",
        "instance": "/api/v1/desk/agreements/17/",
        "errors": [fault] if unfit else [],
    }
