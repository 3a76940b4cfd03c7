"""What is written once per process, for it does not change while it runs: the two descriptions for machines, and the like."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from treaty.document.canonical import json_schema, sha256


@dataclass(frozen=True)
class Written:
    """A text with its hash."""

    text: str
    sha256: str


def written_once(text: str) -> Written:
    return Written(text, sha256(text))


@cache
def openapi() -> Written:
    """OpenAPI 3.1 of every operation of both REST doors."""
    return _described(SchemaGenerator().get_schema(public=True))  # type: ignore[no-untyped-call]


@cache
def document_schema() -> Written:
    """JSON Schema of the document."""
    return _described(json_schema())


def _described(schema: dict[str, Any]) -> Written:
    return written_once(json.dumps(schema, ensure_ascii=False, indent=1))
