"""Whatever is asked wrongly is refused by name: never ignored, never a fault of the server."""

import base64
import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from api.schemas import openapi
from tests.api.addresses import PATHS

pytestmark = pytest.mark.django_db
AGREEMENTS, PARTIES = "/api/v1/agreements/", "/api/v1/parties/"
PAGED = ("agreements/", "parties/", "provisions/", "events/", "deadlines/", "pairs/")
NUL, SURROGATE, LONG = "%00", "%ED%A0%80", "x" * 10_240


def cursor(said: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode()


def refused(api: Client, address: str, *names: str) -> None:
    answer = api.get(address)
    assert answer.status_code == 400, answer.content[:300]
    assert answer["Content-Type"] == "application/problem+json"
    assert {error["parameter"] for error in answer.json()["errors"]} == set(names)


def asked_of(path: str) -> dict[str, dict[str, Any]]:
    """The query parameters of the address, by name, as the description has them."""
    described = json.loads(openapi().text)
    templates = {template: re.sub(r"\{\w+\}", "[^/]+", template) for template in described["paths"]}
    [operation] = [described["paths"][template]["get"] for template, pattern in templates.items() if re.fullmatch(pattern, path)]
    refs = described["components"]["parameters"]
    found = (refs[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in operation.get("parameters", ()))
    return {one["name"]: one for one in found if one["in"] == "query"}


@pytest.mark.parametrize("path", PATHS)
def test_an_unknown_parameter_is_refused(api: Client, path: str):
    shown = {NUL: "\0", SURROGATE: "\ufffd" * 3, LONG: "x" * 60}
    for name in ("colour", "Q", "_", NUL, SURROGATE, "party[]", LONG, "as-of"):
        refused(api, f"{path}?{name}=1", shown.get(name, name))


@pytest.mark.parametrize("path", PATHS)
def test_a_parameter_that_is_given_once_is_refused_twice(api: Client, path: str):
    for name, parameter in asked_of(path).items():
        if parameter["schema"]["type"] != "array":
            good = next(iter(parameter["examples"].values()))["value"]
            refused(api, f"{path}?{name}={quote(str(good))}&{name}={quote(str(good))}", name)


@pytest.mark.parametrize("path", PATHS)
def test_a_bad_value_of_any_parameter_is_refused_by_name(api: Client, path: str):
    for name in asked_of(path):
        for value in (NUL, SURROGATE, LONG, "%22%27%3B--", "-", "🙂" * 200):
            refused(api, f"{path}?{name}={value}", name)


@pytest.mark.parametrize("path", PATHS)
def test_a_parameter_without_a_value_is_refused(api: Client, path: str):
    """A script that leaves a value empty would get the whole register for the answer to its question."""
    for name in asked_of(path):
        for value in ("", ",", "%20,"):
            refused(api, f"{path}?{name}={value}", name)


@pytest.mark.parametrize("path", PATHS)
def test_a_bad_part_of_an_address_is_named(api: Client, two_treaties, path: str):
    """Each code, reference and number in an address, replaced by what nobody has."""
    for part in re.findall(r"(?<=/)(E0001|USA|JPN|1)(?=/)", path):
        for value in ("E9999", "XXX", "0", NUL, SURROGATE, "x" * 10_240, "%D9%A1"):
            answer = api.get(path.replace(f"/{part}/", f"/{value}/"))
            assert answer.status_code == 404, (path, value)
            assert len(answer.json()["errors"]) == 1, (path, value, answer.json())


@pytest.mark.parametrize(("asked", "name"), [
    ("as_of=2023-02-30", "as_of"), ("as_of=1951", "as_of"), ("as_of=0000-01-01", "as_of"), ("as_of=19510908", "as_of"),
    ("as_of=%D9%A1%D9%A9%D9%A5%D9%A1-01-01", "as_of"), ("as_of=9999-12-31", "as_of"),
    ("as_known=9999-12-31", "as_known"), ("as_known=tomorrow", "as_known"),
    ("limit=0", "limit"), ("limit=201", "limit"), ("limit=1e2", "limit"), ("limit=%C2%B2", "limit"), ("limit=" + "9" * 900, "limit"),
    ("limit=000000001" + "9" * 900, "limit"), ("limit=%201", "limit"),
    ("party=XXX", "party"), ("party=JPN,XXX", "party"), ("between=JPN", "between"), ("between=JPN,JPN", "between"),
    ("kind=pact", "kind"), ("kind=access_basing,Other", "kind"), ("provision=IN_FORCE", "provision"), ("standing=alive", "standing"),
    ("order=newest", "order"), ("q=%21%21%21", "q"), ("q=-only", "q"), ("q=" + "a" * 301, "q"),
])  # fmt: skip
def test_a_question_with_a_bad_value_is_refused(api: Client, asked: str, name: str):
    refused(api, f"{AGREEMENTS}?{asked}", name)


STRANGE_CURSORS: list[object] = [
    None, 7, "x", [], {}, ["{}"], ["{}", 1], ["{}", 1, None, 1], ["{}", 1, 7, -1], ["{}", 1, "x\0", 1], ["{}", 1, "x\ud800", 1],
    ["{}", 1, "1951-09-08", True], ["{}", 1, "1951-09-08", 2**63], ["{}", 1, 2**31, 1], ["{}", 1, -1, 1], ["{}", 1, 1.5, 1],
    ["{}", 1, [1], 1], ["{}", 1, "0001-01-01T00:00:00+14:00", 1], ["{}", 1, "9999-12-31T23:59:59-14:00", 1],
    ["{}", 1, "2026-01-05T09:00:00", 1], ["{}", 2**63, "1951-09-08", 1], ["{}", -1, "1951-09-08", 1], ["{}", None, "1951-09-08", 1],
    {"{}": 1, "a": 2, "b": 3},
]  # fmt: skip


@pytest.mark.parametrize("order", ["-signed", "signed", "title", "-title", "reference", "-reference", "published", "-published"])
def test_a_cursor_that_no_list_wrote_is_refused(api: Client, order: str):
    for said in STRANGE_CURSORS:
        text = json.dumps(said).replace("{}", order) if said != {} else "{}"
        answer = api.get(AGREEMENTS, {"order": order, "cursor": base64.urlsafe_b64encode(text.encode()).decode()})

        assert answer.status_code in (400, 404)  # 404: well formed for this order, and past the end of this empty register
        assert answer.json()["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize(
    "value", ["!!!!", "e30", "=", "A" * 999, "%F0%9F%99%82", quote(cursor("[" * 700)), base64.b64encode(b"[" * 740).decode()]
)
@pytest.mark.parametrize("path", [path for path in PATHS if path.removeprefix("/api/v1/") in PAGED])
def test_a_garbled_cursor_is_refused(api: Client, path: str, value: str):
    refused(api, f"{path}?cursor={quote(value, safe='%')}", "cursor")


@pytest.mark.parametrize(
    "said", [["parties", 0, 7], ["parties", 0, "\0"], ["parties", 0, "\ud800"], ["-signed", 0, "FRA"], ["parties", 0], "parties", None]
)
def test_a_cursor_of_another_list_is_refused(api: Client, parties, said: object):
    refused(api, f"{PARTIES}?cursor={cursor(said)}", "cursor")


def test_every_fault_is_named_at_once_with_what_is_allowed(api: Client, parties):
    answer = api.get(f"{AGREEMENTS}?standing=in_forse&partie=JPN&party=Japan&limit=0&as_of=2023-02-30")
    errors = {error["parameter"]: error for error in answer.json()["errors"]}

    assert set(errors) == {"standing", "partie", "party", "limit", "as_of"}
    assert errors["standing"]["suggestion"] == "in_force"
    assert "suspended" in errors["standing"]["allowed"]
    assert errors["partie"]["suggestion"] == "party"
    assert errors["party"] == {
        "parameter": "party", "value": "JAPAN", "detail": "No party has the code “JAPAN”.", "allowed": [], "suggestion": "JPN",
    }  # fmt: skip
    assert errors["as_of"]["value"] == "2023-02-30"
    assert errors["limit"]["suggestion"] is None


def test_more_parameters_than_anybody_needs_are_refused(api: Client, parties):
    answer = api.get(AGREEMENTS + "?" + "&".join(f"p{number}=1" for number in range(1500)))

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("asked", [
    "q=" + quote('"a b" OR c* -d NEAR(x y) AND "'), "q=" + quote("a OR " * 59), "q=" + quote("a -a " * 55),
    "q=" + quote("(((((" * 50 + "a"), "q=pact%00", "party=usa", "party=JPN,&party=JPN",
    "as_of=0001-01-01", "as_of=9999-12-30", "as_known=0001-01-01",
    "kind=other,other", "standing=unknown", "standing=unknown,in_force", "limit=200", "between=USA,JPN,GBR,FRA,PHL,RUS,SUN,ORG-UN",
])  # fmt: skip
def test_an_odd_question_is_answered(api: Client, two_treaties, asked: str):
    assert api.get(f"{AGREEMENTS}?{asked}").status_code == 200
