"""The two descriptions for machines, written once per process: they do not change while it runs."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from treaty.document.canonical import json_schema, sha256

SCHEMA_MEDIA_TYPE = "application/schema+json"


@dataclass(frozen=True)
class Schema:
    """A description as JSON text, with its hash."""

    text: str
    sha256: str


@cache
def openapi() -> Schema:
    """OpenAPI 3.1 of every operation of this door."""
    return _written(SchemaGenerator().get_schema(public=True))  # type: ignore[no-untyped-call]


@cache
def document_schema() -> Schema:
    """JSON Schema of the document."""
    return _written(json_schema())


def _written(schema: dict[str, Any]) -> Schema:
    text = json.dumps(schema, ensure_ascii=False, indent=1)
    return Schema(text, sha256(text))
