"""Who may open which address: every address of the house is in this table, for every role."""

import pytest

from tests.doors.conftest import House

ROLES = ("anonymous", "analyst", "editor", "reviewer", "superuser")
OPEN = (200, 200, 200, 200, 200)
SIGN_IN = 302  # to the sign-in page, at the desk
DESK = (SIGN_IN, 200, 200, 200, 200)
EDITORS = (SIGN_IN, 403, 200, 200, 200)
RULERS = (SIGN_IN, 403, 403, 403, 200)  # superusers only
NOBODY = (SIGN_IN, 403, 403, 403, 403)
THERE = (SIGN_IN, 302, 302, 302, 302)  # an old address that leads to the form
ABSENT = (404, 404, 404, 404, 404)

PUBLIC = {
    "healthz": ("healthz", OPEN),
    "": ("", OPEN),
    "agreements/": ("agreements/", OPEN),
    "agreements.csv": ("agreements.csv", OPEN),
    "agreements.json": ("agreements.json", OPEN),
    "agreements.atom": ("agreements.atom", OPEN),
    "agreements/<str:reference>/": ("agreements/E0001/", OPEN),
    "agreements/<str:reference>/revisions/": ("agreements/E0001/revisions/", OPEN),
    "agreements/<str:reference>/revisions/<int:number>/": ("agreements/E0001/revisions/1/", OPEN),
    "parties/": ("parties/", OPEN),
    "parties/<str:code>/": ("parties/JPN/", OPEN),
    **{address: (address, OPEN) for address in ("matrix/", "matrix.csv", "matrix.json", "gaps/", "gaps.json")},
    **{address: (address, OPEN) for address in ("map/", "map.json", "map.svg", "map.png", "network/")},
    **{f"network.{kind}": (f"network.{kind}?party=JPN", OPEN) for kind in ("json", "svg", "png")},
    "glossary/": ("glossary/", OPEN),
    "about/": ("about/", OPEN),
    "api/v1/": ("api/v1/", OPEN),
    "api/v1/agreements/": ("api/v1/agreements/", OPEN),
    "api/v1/agreements/<str:reference>/": ("api/v1/agreements/E0001/", OPEN),
    "api/v1/agreements/<str:reference>/standing/": ("api/v1/agreements/E0001/standing/", OPEN),
    "api/v1/parties/": ("api/v1/parties/", OPEN),
    "api/v1/parties/<str:code>/": ("api/v1/parties/JPN/", OPEN),
    "api/v1/schema/": ("api/v1/schema/", OPEN),
    "api/v1/schema/agreement.json": ("api/v1/schema/agreement.json", OPEN),
    "api/^": ("api/v2/", ABSENT),
}
DOOR = {
    "desk/": ("desk/", DESK),
    "desk/login/": ("desk/login/", (200, 302, 302, 302, 302)),
    "desk/logout/": ("desk/logout/", (SIGN_IN, 405, 405, 405, 405)),
    "desk/password_change/": ("desk/password_change/", DESK),
    "desk/password_change/done/": ("desk/password_change/done/", DESK),
    "desk/jsi18n/": ("desk/jsi18n/", DESK),
    "desk/autocomplete/": ("desk/autocomplete/", (SIGN_IN, 403, 403, 403, 403)),
    "desk/r/<path:content_type_id>/<path:object_id>/": ("desk/r/0/0/", (SIGN_IN, 404, 404, 404, 404)),
    "desk/^(?P<app_label>auth|accounts|agreements|editorial|parties|provisions|records)/$": (
        "desk/agreements/",
        (SIGN_IN, 404, 200, 200, 200),
    ),
    "desk/(?P<url>.*)$": ("desk/nothing/", (SIGN_IN, 404, 404, 404, 404)),
    "desk/accounts/person/<id>/password/": ("desk/accounts/person/{person}/password/", RULERS),
}
# For each model: its list, then to add, to change, to delete, and the history.
MODELS = {
    "auth/group": (RULERS, RULERS, RULERS, RULERS, RULERS),
    "accounts/person": (RULERS, RULERS, RULERS, RULERS, RULERS),
    "agreements/agreement": (EDITORS, EDITORS, EDITORS, RULERS, EDITORS),
    "agreements/source": (EDITORS, EDITORS, EDITORS, RULERS, EDITORS),
    "provisions/provision": (EDITORS, EDITORS, EDITORS, EDITORS, EDITORS),
    "editorial/submission": (EDITORS, NOBODY, EDITORS, NOBODY, EDITORS),
    "parties/party": (DESK, RULERS, DESK, RULERS, DESK),
    "records/revision": (DESK, NOBODY, DESK, NOBODY, DESK),
    "records/job": (RULERS, NOBODY, RULERS, NOBODY, RULERS),
}
STEPS = ("", "add/", "<path:object_id>/change/", "<path:object_id>/delete/", "<path:object_id>/history/")


def table() -> dict[str, tuple[str, tuple[int, ...]]]:
    rows: dict[str, tuple[str, tuple[int, ...]]] = {**PUBLIC, **DOOR}
    for model, answers in MODELS.items():
        name = model.partition("/")[2]
        for step, statuses in zip(STEPS, answers, strict=True):
            rows[f"desk/{model}/{step}"] = (f"desk/{model}/" + step.replace("<path:object_id>", f"{{{name}}}"), statuses)
        rows[f"desk/{model}/<path:object_id>/"] = (f"desk/{model}/{{{name}}}/", THERE)
    return rows


def test_every_address_is_in_the_table(routes: list[str]) -> None:
    assert sorted(set(routes)) == sorted(table())


@pytest.mark.parametrize("role", ROLES)
def test_each_address_opens_to_those_it_should(house: House, role: str) -> None:
    client, wrong = house.client(role), []
    for route, (example, statuses) in table().items():
        answer = client.get("/" + example.format(**house.ids))
        expected = statuses[ROLES.index(role)]
        if answer.status_code != expected:
            wrong.append(f"{route}: {answer.status_code}, not {expected}")

    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_public_addresses_take_no_other_method_and_set_no_cookie(house: House, role: str) -> None:
    client = house.client(role)
    for example, _ in PUBLIC.values():
        for method in ("post", "put", "patch", "delete"):
            assert getattr(client, method)("/" + example).status_code in (404, 405), f"{method} {example}"
        assert "Set-Cookie" not in client.get("/" + example).headers
