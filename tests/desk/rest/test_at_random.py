"""Requests at random, right and wrong ones, of every operation of the desk, with the tokens of each role: nothing fails, and
nothing is untrue of the description.

`ENTENTE_CASES=20000` asks ten thousand instead of the usual one thousand.
"""

import json
import os
from typing import Any

import jsonschema
import pytest
import schemathesis
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, settings
from pydantic import BaseModel
from rest_framework.utils.encoders import JSONEncoder
from schemathesis.core.parameters import ParameterLocation

from agreements.models import Agreement
from desk.rest import examples, shapes
from desk.rest.drafts import etag_of
from tests.desk.rest.conftest import Program, ProgramOf
from tests.in_process import operations, register
from treaty.document.canonical import read_document
from treaty.document.document import Document

CASES = int(os.environ.get("ENTENTE_CASES", "2000")) // 2
ANSWERS = (shapes.DraftPage, shapes.DraftState, shapes.Verdict, shapes.TextKept)
SENDINGS = (shapes.Submit, shapes.Return, shapes.Publish, shapes.Retract)
ROLES = ("contributor", "editor", "reviewer")
# A document may be well formed and yet name a party that there is not; a step may be right and the draft not stand so.
CONFIG = schemathesis.Config.from_dict(
    {
        "phases": {"coverage": {"enabled": False}},  # what it tries, test_matrix.py tries
        "generation": {"with-security-parameters": False},  # each case bears a token that holds
        "checks": {
            "positive_data_acceptance": {"expected-statuses": ["2xx", "304", "400", "403", "404", "409", "412", "422"]},
            "missing_required_header": {"expected-statuses": ["401", "404", "422", "428"]},
            "negative_data_rejection": {"expected-statuses": ["4xx"]},
        },
    }
)
OPENAPI: dict[str, Any] = json.loads(json.dumps(SchemaGenerator().get_schema(public=True), cls=JSONEncoder))
described = schemathesis.openapi.from_dict(OPENAPI, config=CONFIG)
described.app = register
writing = described.include(path_regex="^/api/v1/desk/")
EACH = -(-CASES // len(operations(writing)))


class Turns:
    """Programs of each role in turn, on a draft that is there and on what may not be, in its present version and in another."""

    def __init__(self, programs: list[Program]) -> None:
        self.programs, self.number = programs, 0
        self.drafts = [program.begin(title="A draft")[0].split("/")[-2] for program in programs]

    def take(self, case: Any) -> str:
        """Directs the case to the next turn. Returns the token that it bears."""
        self.number += 1
        turn = self.number % len(self.programs)
        if self.number % 4 and "key" in (case.path_parameters or {}) and not case.meta.is_negative_at(ParameterLocation.PATH):
            case.path_parameters["key"] = self.drafts[turn]
            wrong = case.meta.is_negative_at(ParameterLocation.HEADER)
            if self.number % 8 > 2 and not wrong and "If-Match" in (case.headers or {}):
                case.headers["If-Match"] = etag_of(Agreement.objects.get(pk=self.drafts[turn]))
        return self.programs[turn].token


@pytest.fixture
def turns(program: ProgramOf) -> Turns:
    return Turns([program(role) for role in ROLES])


@pytest.mark.timeout(0)
@writing.parametrize()
@settings(max_examples=EACH, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_an_answer_is_as_described_whatever_is_sent(case: Any, turns: Turns) -> None:
    token = turns.take(case)

    case.call_and_validate(headers={"Authorization": f"Bearer {token}"})


def test_every_operation_says_how_to_sign_in() -> None:
    for path, described in OPENAPI["paths"].items():
        for name, operation in described.items():
            assert bool(operation.get("security")) is path.startswith("/api/v1/desk/"), f"{name} {path}"


def test_the_examples_keep_to_their_shapes() -> None:
    answers = {"DraftPage": examples.PAGE, "DraftState": examples.STATE, "Verdict": examples.VERDICT, "TextKept": examples.TEXT}
    for name, example in {**answers, "Document": examples.DOCUMENT, "Problem": examples.problem(422)}.items():
        whole = {"$ref": f"#/components/schemas/{name}", "components": OPENAPI["components"]}
        jsonschema.validate(example, whole, jsonschema.Draft202012Validator)
    assert read_document(json.dumps(examples.DOCUMENT))


@pytest.mark.parametrize("shape", [*ANSWERS, *SENDINGS, Document])
def test_no_two_shapes_share_a_name(shape: type[BaseModel]) -> None:
    """The description names a shape by its class, and keeps the first of two with one name."""
    schema = shape.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    for name, part in {**schema.pop("$defs", {}), shape.__name__: schema}.items():
        there = OPENAPI["components"]["schemas"][name]
        assert there.get("enum") == part.get("enum") and set(there.get("properties", {})) == set(part.get("properties", {})), name
