"""What every address of the door keeps to: methods, headers, problems."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from rest_framework.exceptions import Throttled

from api.views.agreements import AgreementList
from tests.api.addresses import PATHS

pytestmark = pytest.mark.django_db
NOWHERE = [
    "/api/",
    "/api/v2/",
    "/api/v1/nothing/",
    "/api/v1/agreements/E0001/nothing/",
    "/api/%00",
    "/api/%ED%A0%80/",
    "/api/v1//",
    "/api/\n",
]


@pytest.mark.parametrize("path", PATHS)
def test_scripts_of_every_origin_may_read_and_nobody_gets_a_cookie(api: Client, two_treaties, path: str):
    api.cookies["sessionid"] = "a" * 32
    answer = api.get(path, headers={"Origin": "https://elsewhere.example"})

    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert not answer.cookies
    assert answer["Vary"] == "Accept, Accept-Encoding"
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize("path", PATHS)
def test_head_says_what_get_says_without_the_body(api: Client, two_treaties, path: str):
    head, get = api.head(path), api.get(path)

    assert (head.status_code, head.content) == (200, b"")
    assert {name: value for name, value in head.items() if name != "Content-Length"} == {
        name: value for name, value in get.items() if name != "Content-Length"
    }


@pytest.mark.parametrize("path", PATHS)
def test_options_says_what_may_be_done(api: Client, path: str):
    answer = api.options(path, headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Allow"] == answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", PATHS)
def test_nothing_can_be_written(api: Client, path: str):
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
        answer = api.generic(method, path, data="{", content_type="application/json")

        assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
        assert answer["Allow"] == "GET, HEAD, OPTIONS"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer.json()["status"] == 405


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_there_is_a_problem(api: Client, settings, path: str, debug: bool):
    settings.DEBUG = debug
    for method in ("GET", "HEAD", "POST", "OPTIONS", "DELETE"):
        answer = api.generic(method, path, headers={"Accept": "text/html"})

        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_missing_slash_is_put_right(api: Client, parties):
    answer = api.get("/api/v1/agreements?party=FRA&limit=1")

    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/agreements/?party=FRA&limit=1")
    assert api.post("/api/v1/agreements").status_code == 404


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml", "garbage", "application/vnd.api+json", "image/*;q=0.1", "/", ",,,", "a" * 9000]
)
def test_who_accepts_no_json_gets_406(api: Client, path: str, accept: str):
    answer = api.get(path, headers={"Accept": accept})

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accept", [
    "*/*", "application/json", "application/*", "application/problem+json", "text/html, application/json;q=0.5",
    "application/json; indent=4",
])  # fmt: skip
def test_who_accepts_json_gets_it(api: Client, two_treaties, path: str, accept: str):
    answer = api.get(path, headers={"Accept": accept})

    assert answer.status_code == 200
    assert answer["Content-Type"] == ("application/schema+json" if path.endswith(".json") else "application/json")


@pytest.mark.parametrize("debug", [True, False])
def test_a_fault_of_ours_is_a_problem_that_tells_nothing(api: Client, monkeypatch, settings, caplog, debug: bool):
    def fail(*args, **kwargs):
        raise RuntimeError("the secret of the house")

    settings.DEBUG = debug
    monkeypatch.setattr(AgreementList, "get", fail)
    answer = api.get("/api/v1/agreements/")

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert b"secret" not in answer.content


@pytest.mark.parametrize(
    ("fault", "status"), [(OperationalError("the secret of the house"), 503), (InterfaceError("gone"), 503), (Throttled(wait=19.2), 429)]
)
def test_who_is_to_come_again_is_told_when(api: Client, monkeypatch, caplog, fault: Exception, status: int):
    def fail(*args, **kwargs):
        raise fault

    monkeypatch.setattr(AgreementList, "get", fail)
    answer = api.get("/api/v1/agreements/")

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer["Retry-After"] == ("20" if status == 429 else "5")
    assert b"secret" not in answer.content


def test_a_problem_has_all_its_parts(api: Client, two_treaties):
    assert api.get("/api/v1/agreements/E9999/").json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "The register knows no agreement E9999.",
        "instance": "/api/v1/agreements/E9999/",
        "errors": [
            {
                "parameter": "reference",
                "value": "E9999",
                "detail": "The register knows no agreement E9999.",
                "allowed": [],
                "suggestion": None,
            }
        ],
    }


def test_the_index_leads_to_everything(api: Client, two_treaties):
    links = api.get("/api/v1/").json()

    rooms = {path.removeprefix("/api/v1/").rstrip("/") for path in PATHS if path.count("/") == 4 and path.endswith("/")}
    assert set(links) == {*rooms - {"schema"}, "openapi", "document_schema", "documentation"}
    assert {api.get(link).status_code for link in links.values()} == {200}
