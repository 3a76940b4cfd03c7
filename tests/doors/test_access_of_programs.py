"""What each role's programs may do at the desk: every address, by every method. What is allowed stops at the next condition."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Person
from accounts.operations import assign_role, make_token
from accounts.powers import scopes_of
from accounts.roles import Role, Scope
from editorial.models import Submission
from tests.doors.conftest import House

ROLES = ("anonymous", "analyst", "administrator", "contributor", "editor", "data_manager", "reviewer", "superuser")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
DRAFT, STEP = "api/v1/desk/agreements/<str:key>/", "api/v1/desk/agreements/<str:key>/{}/"


def opens(status: int, *, own: int | None = None) -> tuple[int, ...]:
    """To those who write. A contributor is answered as if somebody else's draft were not there."""
    return (401, 403, 403, status if own is None else own, status, status, status, status)


READS, WRITES = opens(200, own=404), opens(428, own=404)  # without If-Match nothing is changed
REVIEWS = (401, 403, 403, 403, 403, 403, 428, 428)
TABLE: dict[str, dict[str, tuple[int, ...]]] = {
    "api/v1/desk/agreements/": {"GET": opens(200), "POST": opens(422)},
    "api/v1/desk/agreements/validate/": {"POST": opens(422)},
    DRAFT: {"GET": READS, "PUT": WRITES, "PATCH": WRITES},
    STEP.format("state"): {"GET": READS},
    STEP.format("submission"): {"GET": READS},
    STEP.format("validate"): {"POST": opens(200, own=404)},
    STEP.format("texts"): {"POST": WRITES},
    STEP.format("submit"): {"POST": WRITES},
    STEP.format("withdraw"): {"POST": WRITES},
    STEP.format("return"): {"POST": REVIEWS},
    STEP.format("publish"): {"POST": REVIEWS},
    STEP.format("retract"): {"POST": REVIEWS},
}
NO_METHOD = (401, 403, 403, 405, 405, 405, 405, 405)
NOWHERE = "api/v1/desk/^"  # 404 to everybody
FILE = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nArticle 1\r\n--x--\r\n'
WHOLE: dict[str, Any] = {"title": "A pact"}
SENT: dict[str, dict[str, Any]] = {"return": {"comment": "No"}, "publish": {"sha256": "0" * 64}, "retract": {"reason": "No"}}


def expected(route: str, method: str, role: str) -> int:
    allowed = TABLE[route].get("GET" if method == "HEAD" else method, NO_METHOD)
    return allowed[ROLES.index(role)]


def token_of(house: House, role: str) -> str:
    """A token with all scopes that the role allows; of those whose role allows none, one from before they had it."""
    person = house.people[role]
    if not scopes_of(person):
        assign_role(person, Role.REVIEWER)
    person = Person.objects.get(pk=person.pk)
    _, text = make_token(by=person, name="a test", scopes=scopes_of(person), lasting=timedelta(days=1), at=timezone.now())
    if role in ("analyst", "administrator"):
        assign_role(person, Role(role))
    return text


def test_every_address_for_programs_is_in_the_table(routes: list[str]) -> None:
    assert {*TABLE, NOWHERE} == {route for route in routes if route.startswith("api/v1/desk/")}


@pytest.mark.parametrize("role", ROLES)
def test_each_method_opens_to_those_it_should(house: House, role: str) -> None:
    """Of the draft that waits for review: it has a submission."""
    token = token_of(house, role) if role != "anonymous" else ""
    client, wrong = Client(headers={"authorization": f"Bearer {token}"} if token else {}), []
    draft = str(Submission.objects.get(pk=house.ids["submission"]).agreement_id)
    for route in TABLE:
        step = route.rstrip("/").split("/")[-1]
        for method in METHODS:
            said = json.dumps(SENT.get(step, WHOLE if step in ("<str:key>", "validate") and "key" in route else {}))
            content_type = "application/merge-patch+json" if method == "PATCH" else "application/json"
            if step == "texts":
                said, content_type = FILE, "multipart/form-data; boundary=x"
            answer = client.generic(method, "/" + route.replace("<str:key>", draft), said, content_type=content_type)
            if answer.status_code != expected(route, method, role):
                wrong.append(f"{method} {route}: {answer.status_code}, not {expected(route, method, role)}")

    assert wrong == []


@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_with_one_scope_opens_what_asks_for_it(house: House, scope: Scope) -> None:
    """Whatever its person may do besides."""
    asks = {Scope.READ: ("GET",), Scope.WRITE: ("POST", "PUT", "PATCH"), Scope.SUBMIT: ("POST",), Scope.PUBLISH: ("POST",)}
    steps = {Scope.SUBMIT: ("submit", "withdraw"), Scope.PUBLISH: ("return", "publish", "retract")}
    of_steps = {step for named in steps.values() for step in named}
    _, token = make_token(by=house.people["superuser"], name="a test", scopes=[scope], lasting=timedelta(days=1), at=timezone.now())
    client = Client(headers={"authorization": f"Bearer {token}"})
    for route, methods in TABLE.items():
        step = route.rstrip("/").split("/")[-1]
        named = steps.get(scope, ()) if step in of_steps else (step,)
        for method in methods:
            mine = method in asks[scope] and step in named and (scope in (Scope.READ, Scope.WRITE)) != (step in of_steps)
            answer = client.generic(method, "/" + route.replace("<str:key>", str(house.ids["agreement"])))
            assert (answer.status_code != 403) is mine, f"{method} {route}: {answer.status_code}"
