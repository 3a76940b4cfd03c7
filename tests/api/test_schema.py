"""The description of the API is valid, complete and true."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import openapi_spec_validator
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import get_resolver

from api import parameters, parties
from api.answers import AgreementRow
from api.listing import listed
from api.urls import urlpatterns
from catalogue.question import PARAMETERS
from treaty.document.canonical import json_schema
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.standing import Standing

Schema = dict[str, Any]
COMMITTED = Path(__file__).resolve().parents[2] / "api" / "openapi-v1.yaml"


@pytest.fixture
def schema(api: Client) -> Schema:
    return api.get("/api/v1/schema/").json()


def check(value: Any, name: str, schema: Schema) -> None:
    """The value keeps to a component of the description."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": schema["components"]}
    jsonschema.validate(value, whole, jsonschema.Draft202012Validator)


def reading(schema: Schema) -> dict[str, Schema]:
    """The addresses of this door; the desk's stand in the same description."""
    return {path: operations for path, operations in schema["paths"].items() if not path.startswith("/api/v1/desk/")}


def asked(schema: Schema, path: str) -> dict[str, Schema]:
    shared = schema["components"]["parameters"]
    parameters = (shared[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in schema["paths"][path]["get"]["parameters"])
    return {parameter["name"]: parameter for parameter in parameters}


def problems(schema: Schema, operation: Schema) -> dict[str, Schema]:
    """The answers of an operation that are no success, by status."""
    shared = schema["components"]["responses"]
    answers = operation["responses"].items()
    return {
        status: shared[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
        for status, answer in answers
        if not status.startswith("2")
    }


def test_it_is_valid_openapi_3_1(schema: Schema):
    assert schema["openapi"].startswith("3.1")
    openapi_spec_validator.validate(schema)


def test_it_is_the_one_that_is_committed(tmp_path):
    """After a change: `python manage.py spectacular --validate --fail-on-warn --file api/openapi-v1.yaml`."""
    call_command("spectacular", file=str(tmp_path / "made.yaml"))

    assert (tmp_path / "made.yaml").read_text() == COMMITTED.read_text()


def test_making_it_leaves_nothing_to_complain_of(capsys):
    from drf_spectacular.drainage import GENERATOR_STATS
    from drf_spectacular.generators import SchemaGenerator

    SchemaGenerator().get_schema(public=True)

    assert not GENERATOR_STATS


def test_every_address_of_the_door_is_described(schema: Schema):
    routes = {
        f"/api/{str(route.pattern).replace('<str:', '{').replace('>', '}')}"
        for route in urlpatterns
        if route.name not in ("unknown", "docs", "shapes", "try")
    }

    assert set(reading(schema)) == routes
    assert get_resolver().resolve("/api/v1/").app_name == "api"


def test_the_parameters_are_those_that_are_read(schema: Schema):
    assert tuple(parameter.name for parameter in parameters.QUESTION) == PARAMETERS
    assert set(asked(schema, "/api/v1/parties/")) == set(parties.PARAMETERS)
    assert set(asked(schema, "/api/v1/agreements/")) == set(listed(AgreementRow, *PARAMETERS))
    assert set(asked(schema, "/api/v1/agreements/{reference}/")) == {"reference", "as_known"}


def test_words_come_from_the_vocabulary_with_their_definitions(schema: Schema):
    standing = asked(schema, "/api/v1/agreements/")["standing"]

    assert standing["schema"]["items"]["enum"] == [*Standing, "unknown"]
    assert Standing.IN_NOTICE.definition in standing["description"]
    assert schema["components"]["schemas"]["AgreementKind"]["enum"] == list(AgreementKind)


def test_every_operation_names_its_problems(schema: Schema):
    for path, operations in reading(schema).items():
        found = problems(schema, operations["get"])
        assert {"400", "405", "406", "429", "500", "503"} <= set(found), path
        for status, answer in found.items():
            if status not in ("301", "304"):
                assert answer["content"]["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}
                [example] = answer["content"]["application/problem+json"]["examples"].values()
                check(example["value"], "Problem", schema)
    assert {"304", "404", "410", "412"} <= set(schema["paths"]["/api/v1/agreements/{reference}/"]["get"]["responses"])


def test_every_operation_and_parameter_has_an_example(schema: Schema):
    for path, operations in reading(schema).items():
        for name, parameter in asked(schema, path).items() if operations["get"].get("parameters") else ():
            for example in parameter["examples"].values():
                jsonschema.validate(example["value"], parameter["schema"], jsonschema.Draft202012Validator)
            assert parameter["examples"], (path, name)
        for media_type, answer in operations["get"]["responses"]["200"]["content"].items():
            if media_type == "application/json" and path != "/api/v1/schema/":
                [example] = answer["examples"].values()
                check(example["value"], answer["schema"]["$ref"].rpartition("/")[2], schema)


def test_no_component_hides_another_of_its_name(schema: Schema):
    """Shapes of this door and parts of the document share one list of names."""
    moved = json.loads(json.dumps(json_schema()["$defs"]).replace("#/$defs/", "#/components/schemas/"))

    assert {name for name, part in moved.items() if schema["components"]["schemas"][name] != part} == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/api/v1/", "Links"),
        ("/api/v1/status/", "Status"),
        ("/api/v1/vocabulary/", "Vocabulary"),
        ("/api/v1/agreements/?limit=1", "AgreementPage"),
        ("/api/v1/agreements/?as_of=1955-01-01&expand=document&count=yes", "AgreementPage"),
        ("/api/v1/agreements/?fields=title", "SparsePage"),
        ("/api/v1/agreements/E0001/", "Document"),
        ("/api/v1/agreements/E0001/revisions/", "RevisionPage"),
        ("/api/v1/agreements/E0001/revisions/1/", "Document"),
        ("/api/v1/agreements/E0001/standing/?as_of=1955-01-01&between=USA,JPN", "StandingOnADay"),
        ("/api/v1/agreements/E0003/deadlines/?as_of=2026-01-01", "ToComePage"),
        ("/api/v1/parties/", "PartyPage"),
        ("/api/v1/parties/SUN/", "PartyInFull"),
        ("/api/v1/parties/ORG-UN/", "PartyInFull"),
        ("/api/v1/parties/JPN/partners/", "PartnerPage"),
        ("/api/v1/between/JPN/USA/?as_of=1955-01-01", "BetweenTwoParties"),
        ("/api/v1/provisions/", "ProvisionPage"),
        ("/api/v1/provisions/?expand=agreement&state=present,absent", "ProvisionPage"),
        ("/api/v1/events/?expand=agreement", "EventPage"),
        ("/api/v1/deadlines/?as_of=2026-01-01&until=2030-01-01", "DeadlinePage"),
        ("/api/v1/pairs/?as_of=1955-01-01", "PairPage"),
        ("/api/v1/facets/", "FacetsOfAnAnswer"),
        ("/api/v1/figures/", "FiguresOfAnAnswer"),
        ("/api/v1/changes/?expand=document", "ChangePage"),
        ("/api/v1/agreements/?limit=0&no=1", "Problem"),
        ("/api/v1/agreements/E9999/", "Problem"),
        ("/api/v1/nothing/", "Problem"),
    ],
)
def test_the_answers_are_of_the_shape_described(api: Client, schema: Schema, with_contents, address: str, name: str):
    answer = api.get(address)
    check(answer.json(), name, schema)
    if name.endswith("Page"):
        assert answer.json()["results"], "an empty list shows nothing"


@pytest.mark.parametrize("path", ["/api/v1/schema/", "/api/v1/schema/agreement.json"])
def test_who_has_a_schema_gets_304(api: Client, path: str):
    etag = api.get(path)["ETag"]

    assert api.get(path, headers={"If-None-Match": etag}).status_code == 304


def test_the_schema_of_the_document_may_be_asked_for_by_its_media_type(api: Client):
    answer = api.get("/api/v1/schema/agreement.json", headers={"Accept": "application/schema+json"})

    assert answer["Content-Type"] == "application/schema+json"
    assert answer.json() == json_schema()
