"""Whatever is asked wrongly is refused by name: never ignored, never a fault of the server."""

import base64
import json
from urllib.parse import quote

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
AGREEMENTS, ONE, PARTIES = "/api/v1/agreements/", "/api/v1/agreements/E0001/", "/api/v1/parties/"
TAKES_NOTHING = ["/api/v1/", "/api/v1/parties/USA/", "/api/v1/schema/", "/api/v1/schema/agreement.json"]
EVERYWHERE = [AGREEMENTS, ONE, PARTIES, *TAKES_NOTHING]

ONCE = [(AGREEMENTS, name) for name in ("q", "as_of", "as_known", "order", "limit", "cursor")]
ONCE += [(ONE, "as_known"), (PARTIES, "limit"), (PARTIES, "cursor")]
SEVERAL = [(AGREEMENTS, name) for name in ("party", "between", "kind", "provision", "standing")] + [(PARTIES, "type")]

NUL, SURROGATE, LONG = "%00", "%ED%A0%80", "x" * 10_240
GOOD = {"q": "pact", "as_of": "1951-09-08", "as_known": "2026-01-05", "order": "signed", "limit": "2", "cursor": ""}


def cursor(said: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode()


def refused(api: Client, address: str, *names: str) -> None:
    answer = api.get(address)
    assert answer.status_code == 400, answer.content[:300]
    assert answer["Content-Type"] == "application/problem+json"
    assert {error["parameter"] for error in answer.json()["errors"]} == set(names)


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize("name", ["colour", "Q", "format", NUL, SURROGATE, "party[]", LONG, "as-of"])
def test_an_unknown_parameter_is_refused(api: Client, path: str, name: str):
    shown = {NUL: "\0", SURROGATE: "\ufffd" * 3, LONG: "x" * 60}.get(name, name)

    refused(api, f"{path}?{name}=1", shown)


@pytest.mark.parametrize(("path", "name"), ONCE)
def test_a_parameter_that_stands_once_is_refused_twice(api: Client, path: str, name: str):
    refused(api, f"{path}?{name}={GOOD[name]}&{name}={GOOD[name]}", name)


@pytest.mark.parametrize("value", [NUL, SURROGATE, LONG, "%22%27%3B--", "-", "🙂" * 200])
@pytest.mark.parametrize(("path", "name"), ONCE + SEVERAL)
def test_a_bad_value_is_refused_by_name(api: Client, path: str, name: str, value: str):
    refused(api, f"{path}?{name}={value}", name)


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
    None, 7, "x", [], {}, ["{}"], ["{}", None, 1], ["{}", 7, -1], ["{}", "x\0", 1], ["{}", "x\ud800", 1], ["{}", "1951-09-08", True],
    ["{}", "1951-09-08", 2**63], ["{}", 2**31, 1], ["{}", -1, 1], ["{}", 1.5, 1], ["{}", [1], 1], ["{}", "0001-01-01T00:00:00+14:00", 1],
    ["{}", "9999-12-31T23:59:59-14:00", 1], ["{}", "2026-01-05T09:00:00", 1], {"{}": 1, "a": 2, "b": 3},
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
@pytest.mark.parametrize("path", [AGREEMENTS, PARTIES])
def test_a_garbled_cursor_is_refused(api: Client, path: str, value: str):
    refused(api, f"{path}?cursor={quote(value, safe='%')}", "cursor")


@pytest.mark.parametrize("said", [["code", 7], ["code", "\0"], ["code", "\ud800"], ["-signed", "FRA"], ["code"], "code", None])
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
    "q=" + quote("(((((" * 50 + "a"), "q=pact%00", "party=usa", "party=,,,", "between=", "party=JPN,&party=JPN",
    "as_of=0001-01-01", "as_of=9999-12-30", "as_known=0001-01-01",
    "kind=other,other", "standing=unknown", "standing=unknown,in_force", "limit=200", "between=USA,JPN,GBR,FRA,PHL,RUS,SUN,ORG-UN",
])  # fmt: skip
def test_an_odd_question_is_answered(api: Client, two_treaties, asked: str):
    assert api.get(f"{AGREEMENTS}?{asked}").status_code == 200
