"""The one way to write a document down: the same document is always the same bytes (after RFC 8785)."""

import hashlib
import json
from typing import Any

from treaty.document.document import Document

SCHEMA_ID = "/api/v1/schema/agreement.json"


def canonical_json(document: Document) -> str:
    """Keys sorted, no spaces, UTF-8 as it is, every field present. Stable across machines and runs."""
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_document(text: str | bytes) -> Document:
    """The document that stands in JSON. Raises pydantic's ValidationError, which names each fault's place."""
    return Document.model_validate_json(text)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `canonical_json` writes."""
    schema = Document.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}
