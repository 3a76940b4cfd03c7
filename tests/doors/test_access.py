"""Who may open which address: every address of the house is in this table, for every role."""

import re

import pytest

from tests.doors.conftest import House

ROLES = ("anonymous", "analyst", "editor", "reviewer", "superuser")
OPEN = (200, 200, 200, 200, 200)
SIGN_IN = 302  # to the sign-in page, at the desk
DESK = (SIGN_IN, 200, 200, 200, 200)
EDITORS = (SIGN_IN, 403, 200, 200, 200)
REVIEWERS = (SIGN_IN, 403, 403, 200, 200)
RULERS = (SIGN_IN, 403, 403, 403, 200)  # superusers only
SENT = (SIGN_IN, 403, 405, 405, 405)  # editors, and by a form that is sent only
NOBODY = (SIGN_IN, 403, 403, 403, 403)
THERE = (SIGN_IN, 302, 302, 302, 302)  # an old address that leads to the form
POSTED = (SIGN_IN, 405, 405, 405, 405)  # a deed, which is not done by looking
LED = (SIGN_IN, 403, 302, 302, 302)  # who comes without an agreement is led to where one is chosen
ABSENT = (404, 404, 404, 404, 404)
FORM_ONLY = (405, 405, 405, 405, 405)  # takes nothing but what a form sends

# The roles beside those five get what another one gets, except where it is said here.
LIKE = {"contributor": "editor", "data_manager": "editor", "administrator": "analyst"}
PEOPLE = ("", "add/", "<path:object_id>/change/", "<path:object_id>/history/")
FILES = ("", "bring/", "about/<slug:name>/", *(f"<int:pk>/{page}" for page in ("columns/", "plan.csv", "plan.jsonl")))
EXCEPTIONS = {
    # what names a draft of somebody else answers as if nothing were there: HIDDEN; a batch is full of them
    "contributor": dict.fromkeys(
        ("desk/batches/", "desk/batches/<int:pk>/", "desk/batches/<int:pk>/audit/", "desk/intake/work/<int:pk>/"), 403
    ),
    "data_manager": {
        **{f"desk/records/job/{step}": 200 for step in ("", "<path:object_id>/change/", "<path:object_id>/history/")},
        "desk/batches/<int:pk>/undo/": 200,
        **{f"desk/intake/{page}": 200 for page in FILES},
        "desk/intake/<int:pk>/": 302,
    },
    "administrator": {
        **{f"desk/accounts/person/{step}": 200 for step in PEOPLE},
        **{f"desk/auth/group/{step}": 200 for step in PEOPLE if step != "add/"},
        "desk/accounts/person/<id>/password/": 200,
    },
}
DRAFT = re.compile(r"\{(agreement|provision|submission|text)\}")
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
HIDDEN = (302, 404)  # the admin leads to its index, other pages say that there is nothing

PUBLIC = {
    "healthz": ("healthz", OPEN),
    "": ("", OPEN),
    "home.json": ("home.json", OPEN),
    "agreements/": ("agreements/", OPEN),
    "agreements.csv": ("agreements.csv", OPEN),
    "agreements.json": ("agreements.json", OPEN),
    "agreements.atom": ("agreements.atom", OPEN),
    "agreements/<str:reference>/": ("agreements/E0001/", OPEN),
    "agreements/<str:reference>/revisions/": ("agreements/E0001/revisions/", OPEN),
    "agreements/<str:reference>/revisions/<int:number>/": ("agreements/E0001/revisions/1/", OPEN),
    "agreements/<str:reference>.json": ("agreements/E0001.json", OPEN),
    "agreements/<str:reference>.ics": ("agreements/E0001.ics", OPEN),
    "agreements/<str:reference>.atom": ("agreements/E0001.atom", OPEN),
    "agreements/<str:reference>/timeline.svg": ("agreements/E0001/timeline.svg", OPEN),
    "agreements/<str:reference>/timeline.png": ("agreements/E0001/timeline.png", OPEN),
    "agreements/<str:reference>/family.svg": ("agreements/E0001/family.svg", OPEN),
    "agreements/<str:reference>/family.png": ("agreements/E0001/family.png", OPEN),
    "agreements/<str:reference>/cite/": ("agreements/E0001/cite/", OPEN),
    "agreements/<str:reference>/cite.bib": ("agreements/E0001/cite.bib", OPEN),
    "agreements/<str:reference>/cite.ris": ("agreements/E0001/cite.ris", OPEN),
    "agreements/<str:reference>/cite.json": ("agreements/E0001/cite.json", OPEN),
    "agreements/<str:reference>/texts/<str:key>/": ("agreements/E0001/texts/t1/", OPEN),
    "agreements/<str:reference>/texts/<str:key>.json": ("agreements/E0001/texts/t1.json", OPEN),
    "agreements/<str:reference>/revisions.json": ("agreements/E0001/revisions.json", OPEN),
    "agreements/<str:reference>/revisions/<int:number>.json": ("agreements/E0001/revisions/1.json", OPEN),
    "agreements/<str:reference>/revisions/compare/": ("agreements/E0001/revisions/compare/", OPEN),
    "agreements/<str:reference>/revisions/compare.json": ("agreements/E0001/revisions/compare.json", OPEN),
    "parties/": ("parties/", OPEN),
    "parties.json": ("parties.json", OPEN),
    "parties/<str:code>/": ("parties/JPN/", OPEN),
    "parties/<str:code>.json": ("parties/JPN.json", OPEN),
    "between/": ("between/", OPEN),
    "between.json": ("between.json?one=JPN&two=USA", (302, 302, 302, 302, 302)),
    "between/<str:one>/<str:two>/": ("between/JPN/USA/", OPEN),
    "between/<str:one>/<str:two>.json": ("between/JPN/USA.json", OPEN),
    "between/<str:one>/<str:two>.svg": ("between/JPN/USA.svg", OPEN),
    "between/<str:one>/<str:two>.png": ("between/JPN/USA.png", OPEN),
    **{address: (address, OPEN) for address in ("matrix/", "matrix.csv", "matrix.json", "gaps/", "gaps.json")},
    **{address: (address, OPEN) for address in ("map/", "map.json", "map.svg", "map.png", "network/")},
    **{f"network.{kind}": (f"network.{kind}?party=JPN", OPEN) for kind in ("json", "svg", "png")},
    "glossary/": ("glossary/", OPEN),
    "about/": ("about/", OPEN),
    "about.json": ("about.json", OPEN),
    "deadlines/": ("deadlines/", OPEN),
    "deadlines.ics": ("deadlines.ics", OPEN),
    "deadlines.json": ("deadlines.json", OPEN),
    "changes/": ("changes/", OPEN),
    "changes.atom": ("changes.atom", OPEN),
    "changes.json": ("changes.json", OPEN),
    "compare/": ("compare/?with=E0001,E0002", OPEN),
    "compare.json": ("compare.json?with=E0001,E0002", OPEN),
    "glossary.json": ("glossary.json", OPEN),
    "law/": ("law/", OPEN),
    "law.json": ("law.json", OPEN),
    "about/data/": ("about/data/", OPEN),
    **{f"about/data.{kind}": (f"about/data.{kind}", OPEN) for kind in ("json", "svg", "png")},
    **{f"parties/<str:code>/years.{kind}": (f"parties/JPN/years.{kind}", OPEN) for kind in ("svg", "png")},
    "styleguide/": ("styleguide/", ABSENT),  # in development only
    "api/v1/": ("api/v1/", OPEN),
    "api/v1/agreements/": ("api/v1/agreements/", OPEN),
    "api/v1/agreements/<str:reference>/": ("api/v1/agreements/E0001/", OPEN),
    "api/v1/agreements/<str:reference>/standing/": ("api/v1/agreements/E0001/standing/", OPEN),
    "api/v1/agreements/<str:reference>/revisions/": ("api/v1/agreements/E0001/revisions/", OPEN),
    "api/v1/agreements/<str:reference>/revisions/<str:number>/": ("api/v1/agreements/E0001/revisions/1/", OPEN),
    "api/v1/agreements/<str:reference>/deadlines/": ("api/v1/agreements/E0001/deadlines/", OPEN),
    "api/v1/parties/": ("api/v1/parties/", OPEN),
    "api/v1/parties/<str:code>/": ("api/v1/parties/JPN/", OPEN),
    "api/v1/parties/<str:code>/partners/": ("api/v1/parties/JPN/partners/", OPEN),
    "api/v1/between/<str:one>/<str:two>/": ("api/v1/between/JPN/USA/", OPEN),
    **{f"api/v1/{name}/": (f"api/v1/{name}/", OPEN) for name in ("provisions", "events", "deadlines", "pairs")},
    **{f"api/v1/{name}/": (f"api/v1/{name}/", OPEN) for name in ("facets", "figures", "changes", "vocabulary", "status", "docs")},
    "api/v1/docs/shapes/": ("api/v1/docs/shapes/", OPEN),
    "api/v1/docs/try/": ("api/v1/docs/try/", OPEN),
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
    "desk/work/<slug:which>/": ("desk/work/drafts/", EDITORS),
    "desk/register/": ("desk/register/", EDITORS),
    "desk/register/<slug:rule>/": ("desk/register/kind-is-coded/", EDITORS),
    "desk/agreements/agreement/<int:pk>/submit/": ("desk/agreements/agreement/{agreement}/submit/", POSTED),
    "desk/agreements/agreement/<int:pk>/withdraw/": ("desk/agreements/agreement/{agreement}/withdraw/", POSTED),
    "desk/agreements/agreement/<int:pk>/retract/": ("desk/agreements/agreement/{agreement}/retract/", REVIEWERS),
    "desk/agreements/agreement/<int:pk>/history/": ("desk/agreements/agreement/{agreement}/history/", EDITORS),
    "desk/agreements/agreement/<int:pk>/history.csv": ("desk/agreements/agreement/{agreement}/history.csv", EDITORS),
    "desk/agreements/agreement/<int:pk>/history.json": ("desk/agreements/agreement/{agreement}/history.json", EDITORS),
    "desk/editorial/submission/<int:pk>/publish/": ("desk/editorial/submission/{submission}/publish/", POSTED),
    "desk/editorial/submission/<int:pk>/return/": ("desk/editorial/submission/{submission}/return/", POSTED),
    "desk/^(?P<app_label>auth|accounts|agreements|editorial|parties|provisions|records)/$": (
        "desk/agreements/",
        (SIGN_IN, 404, 200, 200, 200),
    ),
    "desk/(?P<url>.*)$": ("desk/nothing/", (SIGN_IN, 404, 404, 404, 404)),
    "desk/agreements/agreement/duplicates/": ("desk/agreements/agreement/duplicates/", EDITORS),
    "desk/agreements/agreement/<int:pk>/duplicates/": ("desk/agreements/agreement/{agreement}/duplicates/", EDITORS),
    "desk/agreements/agreement/<int:pk>/duplicates/<int:other>/dismiss/": (
        "desk/agreements/agreement/{agreement}/duplicates/{agreement}/dismiss/",
        POSTED,
    ),
    "desk/agreements/agreement/<int:pk>/merge/<int:other>/": ("desk/agreements/agreement/{agreement}/merge/{agreement}/", EDITORS),
    "desk/agreements/agreement/<int:pk>/merge/back/": ("desk/agreements/agreement/{agreement}/merge/back/", POSTED),
    "desk/account/": ("desk/account/", DESK),
    "desk/account/sign-out/": ("desk/account/sign-out/", FORM_ONLY),
    "desk/account/second-factor/": ("desk/account/second-factor/", DESK),
    "desk/account/second-factor/begin/": ("desk/account/second-factor/begin/", FORM_ONLY),
    "desk/account/second-factor/qr.svg": ("desk/account/second-factor/qr.svg", (SIGN_IN, 404, 404, 404, 404)),
    "desk/account/second-factor/confirm/": ("desk/account/second-factor/confirm/", FORM_ONLY),
    "desk/account/code/": ("desk/account/code/", (SIGN_IN, 302, 302, 302, 302)),
    "desk/account/recovery-codes/": ("desk/account/recovery-codes/", FORM_ONLY),
    "desk/account/tokens/": ("desk/account/tokens/", FORM_ONLY),
    "desk/account/tokens/<int:token>/revoke/": ("desk/account/tokens/1/revoke/", FORM_ONLY),
    "desk/agreements/agreement/<int:agreement>/evidence/": ("desk/agreements/agreement/{agreement}/evidence/", EDITORS),
    "desk/agreements/agreement/<int:agreement>/evidence/prefer/": ("desk/agreements/agreement/{agreement}/evidence/prefer/", POSTED),
    "desk/agreements/agreement/<int:agreement>/evidence/<slug:fact>/add/": (
        "desk/agreements/agreement/{agreement}/evidence/record/add/",
        EDITORS,
    ),
    "desk/agreements/agreement/<int:agreement>/evidence/<slug:fact>/<int:key>/": (
        "desk/agreements/agreement/{agreement}/evidence/record/{evidence}/",
        EDITORS,
    ),
    "desk/agreements/agreement/<int:agreement>/evidence/<slug:fact>/<int:key>/remove/": (
        "desk/agreements/agreement/{agreement}/evidence/record/{evidence}/remove/",
        POSTED,
    ),
    "desk/agreements/agreement/<int:agreement>/evidence/<slug:fact>/<int:key>/verify/": (
        "desk/agreements/agreement/{agreement}/evidence/record/{evidence}/verify/",
        POSTED,
    ),
    "desk/agreements/agreement/suggest/parties/": ("desk/agreements/agreement/suggest/parties/", EDITORS),
    "desk/agreements/agreement/suggest/sources/": ("desk/agreements/agreement/suggest/sources/", EDITORS),
    "desk/agreements/agreement/add/beside/": ("desk/agreements/agreement/add/beside/", SENT),
    "desk/agreements/agreement/<int:key>/beside/": ("desk/agreements/agreement/{agreement}/beside/", SENT),
    "desk/accounts/person/<id>/password/": ("desk/accounts/person/{person}/password/", RULERS),
    "desk/agreements/agreement/<int:agreement_id>/texts/": ("desk/agreements/agreement/{agreement}/texts/", EDITORS),
    "desk/texts/<int:text_id>/": ("desk/texts/{text}/", EDITORS),
    "desk/texts/<int:text_id>/file/": ("desk/texts/{text}/file/", EDITORS),
    "desk/texts/<int:text_id>/again/": ("desk/texts/{text}/again/", POSTED),
    "desk/texts/<int:text_id>/settle/": ("desk/texts/{text}/settle/", POSTED),
    "desk/batches/": ("desk/batches/", EDITORS),
    "desk/batches/<int:pk>/": ("desk/batches/{batch}/", EDITORS),
    "desk/batches/<int:pk>/audit/": ("desk/batches/{batch}/audit/", EDITORS),
    "desk/batches/<int:pk>/read/<int:line>/": ("desk/batches/{batch}/read/{line}/", REVIEWERS),
    "desk/batches/<int:pk>/undo/": ("desk/batches/{batch}/undo/", REVIEWERS),
    **{f"desk/batches/<int:pk>/{step}/": (f"desk/batches/{{batch}}/{step}/", POSTED) for step in ("submit", "publish", "return")},
    "desk/intake/work/<int:pk>/": ("desk/intake/work/{errand}/", EDITORS),
    "desk/intake/work/<int:pk>/stop/": ("desk/intake/work/{errand}/stop/", POSTED),
    **{
        f"desk/intake/{page}": (f"desk/intake/{page.replace('<int:pk>', '{file}').replace('<slug:name>', 'dcad')}", RULERS)
        for page in FILES
    },
    "desk/intake/<int:pk>/": ("desk/intake/{file}/", (SIGN_IN, 403, 403, 403, 302)),  # whose columns nobody has explained
    **{
        f"desk/intake/<int:pk>/{deed}/": (f"desk/intake/{{file}}/{deed.replace('<int:record>', '1')}/", POSTED)
        for deed in ("reading", "plan", "decide/<int:record>", "apply", "set-aside")
    },
}
# For programs with tokens: `test_access_of_programs` has the methods and the roles. A signed-in person's browser is none.
TOKEN_ONLY = (401, 401, 401, 401, 401)
PROGRAMS = {
    "api/v1/desk/agreements/": ("api/v1/desk/agreements/", TOKEN_ONLY),
    "api/v1/desk/agreements/validate/": ("api/v1/desk/agreements/validate/", TOKEN_ONLY),
    **{
        f"api/v1/desk/agreements/<str:key>/{step}": (f"api/v1/desk/agreements/{{agreement}}/{step}", TOKEN_ONLY)
        for step in (
            *("", "state/", "submission/", "validate/", "texts/"),
            *("submit/", "withdraw/", "return/", "publish/", "retract/"),
        )
    },
    "api/v1/desk/^": ("api/v1/desk/nothing/", ABSENT),
}
# For each model: its list, then to add, to change, to delete, and the history.
MODELS = {
    "auth/group": (RULERS, RULERS, RULERS, RULERS, RULERS),
    "accounts/person": (RULERS, RULERS, RULERS, RULERS, RULERS),
    "agreements/agreement": (EDITORS, EDITORS, EDITORS, RULERS, EDITORS),
    "agreements/source": (EDITORS, EDITORS, EDITORS, RULERS, EDITORS),
    "provisions/provision": (EDITORS, LED, EDITORS, EDITORS, EDITORS),
    "editorial/submission": (EDITORS, NOBODY, EDITORS, NOBODY, EDITORS),
    "parties/party": (DESK, RULERS, DESK, RULERS, DESK),
    "records/revision": (DESK, NOBODY, DESK, NOBODY, DESK),
    "records/job": (RULERS, NOBODY, RULERS, NOBODY, RULERS),
}
STEPS = ("", "add/", "<path:object_id>/change/", "<path:object_id>/delete/", "<path:object_id>/history/")


def table() -> dict[str, tuple[str, tuple[int, ...]]]:
    rows: dict[str, tuple[str, tuple[int, ...]]] = {**PUBLIC, **PROGRAMS, **DOOR}
    for model, answers in MODELS.items():
        name = model.partition("/")[2]
        for step, statuses in zip(STEPS, answers, strict=True):
            rows[f"desk/{model}/{step}"] = (f"desk/{model}/" + step.replace("<path:object_id>", f"{{{name}}}"), statuses)
        rows[f"desk/{model}/<path:object_id>/"] = (f"desk/{model}/{{{name}}}/", THERE)
    return rows


def test_every_address_is_in_the_table(routes: list[str]) -> None:
    assert sorted(set(routes)) == sorted(table())


def allowed(role: str, route: str, example: str, statuses: tuple[int, ...]) -> tuple[int, ...]:
    """The statuses with which the address may answer this role."""
    if role in ROLES:
        return (statuses[ROLES.index(role)],)
    if route in EXCEPTIONS[role]:
        return (EXCEPTIONS[role][route],)
    usual = statuses[ROLES.index(LIKE[role])]
    return HIDDEN if role == "contributor" and usual == 200 and DRAFT.search(example) else (usual,)


@pytest.mark.parametrize("role", [*ROLES, *LIKE])
def test_each_address_opens_to_those_it_should(house: House, role: str) -> None:
    client, wrong = house.client(role), []
    for route, (example, statuses) in table().items():
        answer = client.get("/" + example.format(**house.ids))
        expected = allowed(role, route, example, statuses)
        if answer.status_code not in expected:
            wrong.append(f"{route}: {answer.status_code}, not {expected}")

    assert wrong == []


def test_a_draft_of_somebody_else_answers_a_contributor_as_one_that_is_not_there(house: House) -> None:
    """Also in what the page says, but for the key that the address itself names."""
    client, told, absent = house.client("contributor"), [], 987654
    for example in {example for example, _ in table().values() if DRAFT.search(example)}:
        key = DRAFT.search(example)
        assert key is not None
        foreign, nothing = (client.get("/" + example.format(**ids), follow=True) for ids in (house.ids, dict.fromkeys(house.ids, absent)))
        said = [CSRF.sub("", answer.content.decode()) for answer in (foreign, nothing)]
        same = said[0] == said[1].replace(str(absent), str(house.ids[key[1]]))
        if not same or foreign.status_code != nothing.status_code or len(foreign.redirect_chain) != len(nothing.redirect_chain):
            told.append(example)

    assert told == []


@pytest.mark.parametrize("role", [*ROLES, *LIKE])
def test_public_addresses_take_no_other_method_and_set_no_cookie(house: House, role: str) -> None:
    client = house.client(role)
    for example, _ in PUBLIC.values():
        for method in ("post", "put", "patch", "delete"):
            assert getattr(client, method)("/" + example).status_code in (404, 405), f"{method} {example}"
        assert "Set-Cookie" not in client.get("/" + example).headers
