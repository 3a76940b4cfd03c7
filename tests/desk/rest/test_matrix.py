"""Everything that can be wrong with a request, at every address of the desk: the right status, one shape, and nothing written."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.apps import apps

from desk.rest.sent import DEEPEST, LARGEST_BODY
from desk.rest.urls import urlpatterns
from rest.problems import Problem
from tests.desk.rest.conftest import Program, document

FILE = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nArticle 1\r\n--x--\r\n'
SENDING = ("POST", "PUT", "PATCH")
OPERATIONS = {
    "agreements/": ("GET", "POST"),
    "agreements/validate/": ("POST",),
    "agreements/<str:key>/": ("GET", "PUT", "PATCH"),
    "agreements/<str:key>/state/": ("GET",),
    "agreements/<str:key>/submission/": ("GET",),
    "agreements/<str:key>/validate/": ("POST",),
    "agreements/<str:key>/texts/": ("POST",),
    "agreements/<str:key>/submit/": ("POST",),
    "agreements/<str:key>/withdraw/": ("POST",),
    "agreements/<str:key>/return/": ("POST",),
    "agreements/<str:key>/publish/": ("POST",),
    "agreements/<str:key>/retract/": ("POST",),
}
CASES = [(route, method) for route, methods in OPERATIONS.items() for method in methods]
JSON_CASES = [(route, method) for route, method in CASES if method in SENDING and "texts" not in route]


@dataclass
class Draft:
    """A draft that waits for review, and a program that may do everything with it."""

    program: Program
    number: str
    etag: str

    def ask(self, method: str, route: str, sent: Any = None, *, query: str = "", **said: Any) -> Any:
        path = "/api/v1/desk/" + route.replace("<str:key>", said.pop("number", self.number))
        if method in SENDING and "texts" in route:
            said.setdefault("content_type", "multipart/form-data; boundary=x")
            sent = (
                '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nArticle 1\r\n--x--\r\n'
                if sent is None
                else sent
            )
        elif method in SENDING and sent is None:
            sent = document()
        return self.program.ask(method, path + query, sent, etag=said.pop("etag", self.etag), **said)


@pytest.fixture
def draft(editor: Program, reviewer: Program) -> Draft:
    path, _ = editor.begin()
    editor.step(path, "submit", {})
    return Draft(reviewer, path.split("/")[-2], reviewer.get(path)["ETag"])


@contextmanager
def untouched() -> Iterator[None]:
    before = digest()
    yield
    assert digest() == before, "something was written"


def bodies(route: str) -> Any:
    """What is right at an address; None for a whole document, or for a file."""
    named = {"publish": {"sha256": "0" * 64}, "return": {"comment": "No"}, "retract": {"reason": "No"}, "submit": {}, "withdraw": {}}
    return named.get(route.split("/")[-2])


def digest() -> str:
    """All that every table holds, but for when a token was last used."""
    held = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        names = sorted(field.attname for field in model._meta.concrete_fields if field.attname != "last_used")
        for row in model._default_manager.order_by("pk").values_list(*names):
            held.update(f"{model.__name__}{row!r}\n".encode())
    return held.hexdigest()


def refused(answer: Any, *statuses: int) -> dict[str, Any]:
    assert answer.status_code in statuses, answer.content[:2000]
    assert answer["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    Problem.model_validate(said)
    assert said["status"] == answer.status_code and said["detail"]
    return said


def test_every_address_of_the_desk_is_tried() -> None:
    assert set(OPERATIONS) == {str(route.pattern) for route in urlpatterns if route.name != "nowhere"}


def test_an_unknown_parameter_is_refused_by_its_name(draft: Draft) -> None:
    with untouched():
        for (route, method), name in product(CASES, ["limits", "a" * 10_000, "%00", "%ED%A0%80", "fields"]):
            said = refused(draft.ask(method, route, bodies(route), query=f"?{name}=1"), 400)

            faults = {fault["parameter"] for fault in said["errors"]}
            assert faults & {name[:60], "\x00", "\ufffd\ufffd\ufffd"}, (method, route, name)


QUERIES = [
    "limit=0", "limit=201", "limit=x", "limit=1&limit=2", "limit=%00", "limit=" + "1" * 10_000, "limit=٣", "cursor=x", "cursor=%00",
    "cursor=" + "a" * 10_000, "cursor=YmVmb3JlOjA=", "cursor=YmVmb3JlOi0x", "cursor=é", "state=drafted", "state=draft%00", "mine=maybe",
    "mine=yes&mine=no", "limit=", "state=,draft", "mine", "cursor=", "state=" + "drafted," * 200,
]  # fmt: skip


def test_a_bad_value_is_refused_by_the_name_of_its_parameter(draft: Draft) -> None:
    for query in QUERIES:
        said = refused(draft.ask("GET", "agreements/", query=f"?{query}"), 400)

        assert {fault["parameter"] for fault in said["errors"]} == {query.partition("=")[0]}, query


NUMBERS = [
    "0", "-1", "9" * 18, "9" * 30, "1.5", "E0001", "e0001", "E" + "9" * 30, "%00", "a" * 10_000, "%ED%A0%80", "٣", "1%0A", "None", "state",
]  # fmt: skip


def test_what_is_not_there_is_not_found(draft: Draft) -> None:
    with untouched():
        for (route, method), number in product([case for case in CASES if "key" in case[0]], NUMBERS):
            said = refused(draft.ask(method, route, bodies(route), number=number), 404)

            assert not said["errors"] or said["errors"][0]["parameter"] == "key"


def test_another_method_is_refused_with_those_that_there_are(draft: Draft) -> None:
    with untouched():
        for route, method in product(OPERATIONS, ["DELETE", "OPTIONS", "TRACE", "PROPFIND", "PUT", "PATCH", "POST", "GET"]):
            if method in OPERATIONS[route]:
                continue
            answer = draft.ask(method, route, bodies(route))
            refused(answer, 405)

            assert set(answer["Allow"].split(", ")) == {*OPERATIONS[route], *(["HEAD"] if "GET" in OPERATIONS[route] else [])}


TYPES = ["text/plain", "application/xml", "application/x-www-form-urlencoded", "garbage", "", "application/jsonx", "multipart/mixed"]


def test_another_content_type_is_refused_with_the_one_that_is_taken(draft: Draft) -> None:
    with untouched():
        for (route, method), content_type in product([case for case in CASES if case[1] in SENDING], TYPES):
            said = refused(draft.ask(method, route, '{"a": 1}', content_type=content_type), 415)

            taken = {"PATCH": "application/merge-patch+json"}.get(method, "multipart/form-data" if "texts" in route else "application/json")
            assert taken in said["detail"], (method, route, content_type)


MALFORMED: dict[str, Any] = {
    "half of it": '{"title": "a"', "a comma too many": '{"title": "a",}', "words": "hello", "single quotes": "{'title': 'a'}",
    "no UTF-8": b'{"title": "\xff"}', "UTF-16": '{"title": "a"}'.encode("utf-16"), "a raw NUL": b'{"title": "a\x00"}', "NULs": b"\x00" * 10,
    "a mark of order": b'\xef\xbb\xbf{"title": "a"}', "no number": '{"title": NaN}', "infinity": '{"title": -Infinity}',
    "too large a number": '{"title": 1e999}',
    "thousands of digits": '{"title": ' + "9" * 5000 + "}",
    "half a character": '{"title": "\\ud800"}',
    "half a character in a key": '{"\\udfff": 1}', "two at once": "{} {}", "a key twice": '{"title": "a", "title": "b"}',
    "a key twice within": '{"duration": {"note": "a", "note": "b"}}', "deep lists": "[" * 100_000 + "]" * 100_000,
    "deep objects": '{"a":' * 60_000 + "1" + "}" * 60_000, "a little too deep": "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2),
}  # fmt: skip


def test_what_is_no_json_is_malformed(draft: Draft) -> None:
    with untouched():
        for (route, method), how in product(JSON_CASES, MALFORMED):
            said = refused(draft.ask(method, route, MALFORMED[how]), 400)

            if how == "a key twice within":
                assert said["errors"][0]["pointer"] == "/duration/note"


def test_nothing_at_all_is_malformed_where_something_is_needed(draft: Draft) -> None:
    for route, method in JSON_CASES:
        if not route.endswith(("submit/", "withdraw/")):
            refused(draft.ask(method, route, ""), 400)


def test_too_much_is_too_much(draft: Draft) -> None:
    with untouched():
        for route, method in JSON_CASES:
            refused(draft.ask(method, route, b'"' + b"a" * LARGEST_BODY + b'"'), 413)


SOUND = document()
WRONG: dict[str, tuple[Callable[[], Any], str]] = {
    "no object": (list, ""),
    "null": (lambda: "null", ""),
    "an empty object": (dict, "/title"),
    "an unknown field": (lambda: {**SOUND, "titel": "a"}, "/titel"),
    "a title of two lines": (lambda: {**SOUND, "title": "a\nb"}, "/title"),
    "a title with NUL": (lambda: {**SOUND, "title": "a\x00b"}, "/title"),
    "a title of 10 KB": (lambda: {**SOUND, "title": "a" * 10_240}, "/title"),
    "a number for a title": (lambda: {**SOUND, "title": 7}, "/title"),
    "a word for yes": (lambda: {**SOUND, "title_is_generated": "yes"}, "/title_is_generated"),
    "a number for yes": (lambda: {**SOUND, "title_is_generated": 1}, "/title_is_generated"),
    "a text for a number": (
        lambda: {**SOUND, "duration": {"notice": {"anchor": "any_time", "months": "5"}}},
        "/duration/notice/months",
    ),
    "another kind": (lambda: {**SOUND, "kind": "mutual_defense"}, "/kind"),
    "no day": (lambda: {**SOUND, "events": [{"id": "e1", "kind": "signature", "date": "1951-02-30"}]}, "/events/0/date"),
    "an unknown attribute": (
        lambda: {**SOUND, "provisions": [{"id": "p1", "kind": "logistics", "terms": {"fuels": True}}]},
        "/provisions/0/terms/fuels",
    ),
    "a provision of no kind": (lambda: {**SOUND, "provisions": [{"id": "p1", "kind": "logistic"}]}, "/provisions/0/kind"),
    "a source that is not listed": (lambda: {**SOUND, "evidence": [{"source": "s9"}]}, "/evidence"),
    "a key that stands twice": (lambda: {**SOUND, "sources": [*SOUND["sources"], *SOUND["sources"]]}, "/sources"),
    "a reference that is too long": (
        lambda: {**SOUND, "relations": [{"id": "r1", "kind": "amends", "target": "E" + "9" * 12}]},
        "/relations/0/target",
    ),
    "a field with a slash": (lambda: {**SOUND, "a/b~c": 1}, "/a~1b~0c"),
}


def test_a_document_that_is_wrong_names_the_place(draft: Draft) -> None:
    taking = [case for case in JSON_CASES if case[0].endswith(("agreements/", "<str:key>/", "validate/"))]
    with untouched():
        for (route, method), how in product(taking, WRONG):
            if method == "PATCH" and how == "an empty object":
                continue  # it changes nothing
            made, pointer = WRONG[how]
            said = refused(draft.ask(method, route, made()), 422)

            assert [fault["pointer"] for fault in said["errors"]] == [pointer], how


def test_what_would_be_right_is_said(draft: Draft) -> None:
    kind, field = (draft.ask("POST", "agreements/", WRONG[how][0]()).json()["errors"][0] for how in ("another kind", "an unknown field"))

    assert kind["suggestion"] == "mutual_defence" and "mutual_defence" in kind["allowed"]
    assert kind["detail"] == "“mutual_defense” is not a word of this field."
    assert field["suggestion"] == "title"


def test_every_fault_is_named_at_once_up_to_a_hundred(draft: Draft) -> None:
    said = refused(draft.ask("POST", "agreements/", {"title": "", "kind": "x", "subjects": [1] * 500}), 422)

    assert len(said["errors"]) == 100
    assert said["detail"] == "502 places in what was sent cannot be taken. The first 100 are named."


def test_who_accepts_no_json_gets_406(draft: Draft) -> None:
    with untouched():
        for (route, method), accept in product(CASES, ["text/html", "garbage", "a" * 9000]):
            refused(draft.ask(method, route, bodies(route), accept=accept), 406)


def test_a_key_with_a_very_large_number_can_be_written(draft: Draft) -> None:
    events = [{"id": "e" + "9" * 39, "kind": "signature", "date": "1951-09-08"}]

    assert draft.ask("POST", "agreements/", {**SOUND, "events": events}).status_code == 201
