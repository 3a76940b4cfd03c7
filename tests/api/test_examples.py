"""Every parameter, every body and every answer of every operation has an example, and the example keeps to its schema."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from api.schemas import openapi

Schema = dict[str, Any]
SCHEMA: Schema = json.loads(openapi().text)
OPERATIONS = [(f"{method.upper()} {path}", said) for path, methods in SCHEMA["paths"].items() for method, said in methods.items()]


def followed(said: Schema) -> Schema:
    """What a reference leads to."""
    if "$ref" not in said:
        return said
    _, _, family, name = said["$ref"].split("/")
    return dict(SCHEMA["components"][family][name])


def shown(operation: Schema) -> Iterator[tuple[str, Schema, list[Any]]]:
    """What an operation takes and answers: its name, its schema, its examples."""
    for parameter in map(followed, operation.get("parameters", ())):
        yield parameter["name"], parameter["schema"], _values(parameter)
    contents = [operation["requestBody"]] if "requestBody" in operation else []
    for said in [*contents, *map(followed, operation["responses"].values())]:
        for media_type, content in said.get("content", {}).items():
            yield media_type, content["schema"], _values(content)


def _values(said: Schema) -> list[Any]:
    return [one["value"] for one in said.get("examples", {}).values()]


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_everything_of_an_operation_has_an_example_that_keeps_to_its_schema(name: str, operation: Schema) -> None:
    for part, schema, examples in shown(operation):
        assert examples, part
        for example in examples:
            jsonschema.validate(example, {**schema, "components": SCHEMA["components"]}, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_an_operation_says_what_it_does_and_how(name: str, operation: Schema) -> None:
    assert operation["summary"].endswith(".")
    assert operation["description"] and "view" not in operation["description"], "not what a docstring says to its readers in the house"
    assert {"400", "406", "429", "500", "503"} <= set(operation["responses"])
    assert followed(operation["responses"]["503"])["headers"]["Retry-After"]
