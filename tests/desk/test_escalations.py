"""What people try who want more than their role gives: all of it fails, changes nothing and tells nothing.

Each row says who tries what. `{foreign…}` is a row of somebody else's draft, `{own…}` of the person's own; a row with a
foreign key is tried again with a key that nobody has, and the two answers must be the same.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from lxml import html

from accounts.models import Person
from accounts.operations import make_token
from accounts.roles import Role, Scope
from agreements.models import Agreement
from editorial.applying import apply
from editorial.operations import admit, submit
from parties.models import Party
from tests.factories import NOON, pact

OF_DRAFTS = "Zyxwv"  # stands in every text of somebody else's draft: hidden from a contributor
OF_PEOPLE = "Quuxly"  # stands in the names and addresses of people: hidden from all but administrators
ABSENT = 987654
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
AGREEMENTS, PROVISIONS, SUBMISSIONS = "agreements/agreement/", "provisions/provision/", "editorial/submission/"
PEOPLE = "accounts/person/"
PERSON = {"username": "x", "is_superuser": "on", "is_staff": "on", "is_active": "on", "role": "reviewer", "groups": "{group}"}


@dataclass(frozen=True)
class Attempt:
    """A request: where, with what; `form` is the address of a form of one's own whose fields are sent along."""

    path: str
    sent: dict[str, Any] | None = None
    form: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    method: str = ""


def act(action: str, row: str, **more: str) -> dict[str, Any]:
    return {"action": action, "_selected_action": row, **more}


BY_ALL = {
    "make oneself superuser": Attempt(PEOPLE + "{me}/change/", {**PERSON}),
    "make oneself superuser through the add form": Attempt(PEOPLE + "{superuser}/change/?_popup=1", PERSON),
    "give oneself the group of reviewers": Attempt(PEOPLE + "{me}/change/", {"username": "x", "groups": "{group}"}),
    "give oneself single permissions": Attempt(PEOPLE + "{me}/change/", {"username": "x", "user_permissions": ["1", "2", "3"]}),
    "take a superuser's rights": Attempt(PEOPLE + "{superuser}/change/", {"username": "x"}),
    "set a superuser's password": Attempt(PEOPLE + "{superuser}/password/", {"password1": "long enough 1", "password2": "long enough 1"}),
    "delete a superuser": Attempt(PEOPLE + "{superuser}/delete/", {"post": "yes"}),
    "delete people in bulk": Attempt(PEOPLE, act("delete_selected", "{superuser}", post="yes")),
    "widen a group": Attempt("auth/group/{group}/change/", {"name": "reviewer", "permissions": ["1", "2", "3"]}),
    "make a group": Attempt("auth/group/add/", {"name": "all", "permissions": ["1", "2", "3"]}),
    "delete an agreement": Attempt(AGREEMENTS + "{foreign}/delete/", {"post": "yes"}),
    "delete agreements in bulk": Attempt(AGREEMENTS, act("delete_selected", "{foreign}", post="yes", select_across="1")),
    "retract what is public": Attempt(AGREEMENTS, act("retract_from_public", "{public}", comment="x")),
    "publish by an action": Attempt(SUBMISSIONS, act("publish_them", "{foreign_submission}")),
    "publish all by an action": Attempt(SUBMISSIONS, act("publish_them", "{own_submission}", select_across="1")),
    "return by an action": Attempt(SUBMISSIONS, act("return_them", "{foreign_submission}", comment="x")),
    "call a method that is no action": Attempt(SUBMISSIONS, act("_decide", "{foreign_submission}")),
    "delete submissions in bulk": Attempt(SUBMISSIONS, act("delete_selected", "{foreign_submission}", post="yes")),
    "say that a submission is published": Attempt(SUBMISSIONS + "{own_submission}/change/", {"state": "published", "decided_by": "{me}"}),
    "add a submission": Attempt(SUBMISSIONS + "add/", {"agreement": "{foreign}", "document": "{{}}", "submitted_by": "{superuser}"}),
    "change a revision": Attempt("records/revision/{revision}/change/", {"document": "{{}}", "note": "x"}),
    "delete revisions in bulk": Attempt("records/revision/", act("delete_selected", "{revision}", post="yes")),
    "change a party": Attempt("parties/party/{party}/change/", {"code": "XXX", "name": "x", "type": "state"}),
    "delete a party": Attempt("parties/party/{party}/delete/", {"post": "yes"}),
    "delete a source that others cite": Attempt("agreements/source/{source}/delete/", {"post": "yes"}),
    "narrow agreements by the beginning of a password": Attempt(AGREEMENTS + "?created_by__password__startswith=pbkdf2"),
    "narrow agreements by somebody's address": Attempt(AGREEMENTS + "?changed_by__email__contains=Quux"),
    "narrow submissions by a password": Attempt(SUBMISSIONS + "?submitted_by__password__startswith=md5"),
    "narrow revisions by a password": Attempt("records/revision/?published_by__password__startswith=md5"),
    "narrow provisions across two relations": Attempt(PROVISIONS + "?agreement__created_by__email__contains=Quux"),
    "narrow by a column that is not shown": Attempt(AGREEMENTS + "?note__contains=x"),
    "narrow by a broken expression": Attempt(AGREEMENTS + "?title__regex=("),
    "narrow by a column that is not there": Attempt(AGREEMENTS + "?nothing__here=1"),
    "order by what is not a column": Attempt(AGREEMENTS + "?o=99.-77.x"),
    "ask for a page that is not there": Attempt(AGREEMENTS + "?p=99999&all="),
    "choose by a password in a popup": Attempt(AGREEMENTS + "?_popup=1&_to_field=password"),
    "choose by the author in a popup": Attempt(AGREEMENTS + "?_popup=1&_to_field=created_by"),
    "add in a popup by a column that is not there": Attempt(AGREEMENTS + "add/?_popup=1&_to_field=created_by__password"),
    "list people through autocomplete": Attempt("autocomplete/?app_label=agreements&model_name=agreement&field_name=created_by&term="),
    "list groups through autocomplete": Attempt("autocomplete/?app_label=accounts&model_name=person&field_name=groups&term="),
    "autocomplete a column that is no relation": Attempt("autocomplete/?app_label=accounts&model_name=person&field_name=password"),
    "autocomplete a table that is not there": Attempt("autocomplete/?app_label=no&model_name=such&field_name=table"),
    "follow any row of any table": Attempt("r/{agreement_type}/{foreign}/"),
    "follow a person": Attempt("r/{person_type}/{superuser}/"),
    "leave the site after signing in": Attempt("login/?next=//evil.example/"),
    "leave the site after a code": Attempt("account/code/?next=https://evil.example/"),
    "come under another host's name": Attempt("", headers={"host": "evil.example"}),
    "delete by another method": Attempt(AGREEMENTS + "{own}/change/", {}, method="delete"),
    "delete by a method in a header": Attempt(AGREEMENTS + "{own}/delete/", headers={"x-http-method-override": "DELETE"}),
    "delete by a method in a field": Attempt(AGREEMENTS + "{own}/delete/", {"_method": "DELETE", "post": "yes"}),
    "save over a version that was not seen": Attempt(AGREEMENTS + "{own}/change/", {"seen_version": "99"}, AGREEMENTS + "{own}/change/"),
    "take in an event of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-id": "{foreign_event}", "events-0-date": "1900"}, AGREEMENTS + "{own}/change/"
    ),
    "take in a party of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"participations-0-id": "{foreign_participation}"}, AGREEMENTS + "{own}/change/"
    ),
    "delete an event of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-id": "{foreign_event}", "events-0-DELETE": "on"}, AGREEMENTS + "{own}/change/"
    ),
    "move a row to another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-agreement": "{foreign}"}, AGREEMENTS + "{own}/change/"
    ),
    "cite a source from another agreement's list": Attempt(
        AGREEMENTS + "{own}/change/", {"evidence-0-listed": "{foreign_listed}"}, AGREEMENTS + "{own}/change/"
    ),
    "send a form without its token": Attempt(AGREEMENTS + "{own}/change/", {"title": "x"}, method="without a token"),
    "make a token that publishes": Attempt("account/tokens/", {"name": "x", "scopes": ["read", "publish"], "days": "30"}),
    "make a token for two years": Attempt("account/tokens/", {"name": "x", "scopes": ["read"], "days": "730"}),
    "revoke somebody's token": Attempt("account/tokens/{foreign_token}/revoke/", {}),
    "reset a superuser's second factor": Attempt(PEOPLE, act("reset_the_second_factor", "{superuser}")),
    "read the words of the desk's scripts": Attempt("jsi18n/"),
    "watch the jobs": Attempt("records/job/"),
}
BY_A_CONTRIBUTOR = {
    "open a draft": Attempt(AGREEMENTS + "{foreign}/change/"),
    "open a draft by its old address": Attempt(AGREEMENTS + "{foreign}/"),
    "open a draft in a popup": Attempt(AGREEMENTS + "{foreign}/change/?_popup=1&_to_field=id"),
    "change a draft": Attempt(AGREEMENTS + "{foreign}/change/", {"title": "x", "seen_version": "1"}, AGREEMENTS + "{own}/change/"),
    "copy a draft": Attempt(AGREEMENTS + "{foreign}/change/", {"_saveasnew": "1", "title": "x"}),
    "read the history of a draft": Attempt(AGREEMENTS + "{foreign}/history/"),
    "find drafts by a word": Attempt(AGREEMENTS + "?q=Zyx"),
    "find drafts by a party": Attempt(AGREEMENTS + "?q=JPN"),
    "list drafts by their author": Attempt(AGREEMENTS + "?created_by__id__exact={editor}"),
    "list drafts by their keys": Attempt(AGREEMENTS + "?id__in={foreign}"),
    "guess at the words of a submission": Attempt(AGREEMENTS + "?submissions__document__contains=Zyx"),
    "guess at the words of a provision": Attempt(AGREEMENTS + "?provisions__quote__contains=Zyx"),
    "list drafts": Attempt(AGREEMENTS),
    "choose drafts in a popup": Attempt(AGREEMENTS + "?_popup=1&_to_field=id"),
    "find drafts through autocomplete": Attempt("autocomplete/?app_label=provisions&model_name=provision&field_name=agreement&term=Zyx"),
    "submit a draft": Attempt(AGREEMENTS, act("submit_for_review", "{foreign}")),
    "submit all drafts": Attempt(AGREEMENTS, act("submit_for_review", "{foreign}", select_across="1")),
    "list provisions": Attempt(PROVISIONS),
    "find provisions by a word": Attempt(PROVISIONS + "?q=Zyx"),
    "guess at the title above a provision": Attempt(PROVISIONS + "?agreement__title__startswith=Zyx"),
    "open a provision": Attempt(PROVISIONS + "{foreign_provision}/change/"),
    "delete a provision": Attempt(PROVISIONS + "{foreign_provision}/delete/", {"post": "yes"}),
    "delete provisions in bulk": Attempt(PROVISIONS, act("delete_selected", "{foreign_provision}", post="yes")),
    "read the history of a provision": Attempt(PROVISIONS + "{foreign_provision}/history/"),
    "add a provision to a draft": Attempt(PROVISIONS + "add/", {"agreement": "{foreign}", "kind": "logistics"}, PROVISIONS + "add/"),
    "move a provision to a draft": Attempt(
        PROVISIONS + "{own_provision}/change/", {"agreement": "{foreign}"}, PROVISIONS + "{own_provision}/change/"
    ),
    "begin a provision at a draft": Attempt(PROVISIONS + "add/?agreement={foreign}"),
    "list submissions": Attempt(SUBMISSIONS),
    "find submissions by a word": Attempt(SUBMISSIONS + "?q=Zyx"),
    "open a submission": Attempt(SUBMISSIONS + "{foreign_submission}/change/"),
    "read the history of a submission": Attempt(SUBMISSIONS + "{foreign_submission}/history/"),
    "change a source that others cite": Attempt("agreements/source/{source}/change/", {"title": "x", "kind": "press", "seen_version": "1"}),
    "see drafts on the first page": Attempt(""),
    "see drafts on the page of a floor": Attempt("agreements/"),
}
BY_A_REVIEWER = {
    "publish one's own submission": Attempt(SUBMISSIONS, act("publish_them", "{own_submission}")),
    "become a superuser": Attempt(PEOPLE + "{me}/change/", PERSON),
    "give oneself another role": Attempt(PEOPLE + "{me}/change/", {"username": "reviewer", "role": "administrator"}),
    "delete what is published": Attempt("records/revision/{revision}/delete/", {"post": "yes"}),
}
BY_AN_ADMINISTRATOR = {
    "change a superuser": Attempt(PEOPLE + "{superuser}/change/", {**PERSON, "username": "superuser"}),
    "set a superuser's password": BY_ALL["set a superuser's password"],
    "reset a superuser's second factor": BY_ALL["reset a superuser's second factor"],
    "delete a person": Attempt(PEOPLE + "{editor}/delete/", {"post": "yes"}),
    "delete people in bulk": BY_ALL["delete people in bulk"],
    "widen a group": BY_ALL["widen a group"],
    "give oneself another role": Attempt(PEOPLE + "{me}/change/", {"role": "reviewer"}, PEOPLE + "{me}/change/"),
    "give a role that is none": Attempt(PEOPLE + "{editor}/change/", {"role": "superuser"}, PEOPLE + "{editor}/change/"),
    "find people by their password": Attempt(PEOPLE + "?password__startswith=md5"),
    "find superusers by a column that is not shown": Attempt(PEOPLE + "?is_superuser__exact=1"),
    "open a draft": Attempt(AGREEMENTS + "{foreign}/change/"),
    "publish": BY_ALL["publish by an action"],
    "watch the jobs": BY_ALL["watch the jobs"],
}
TABLE = [
    *(("editor", what) for what in BY_ALL),
    *(("contributor", what) for what in {**BY_ALL, **BY_A_CONTRIBUTOR}),
    *(("reviewer", what) for what in BY_A_REVIEWER),
    *(("administrator", what) for what in BY_AN_ADMINISTRATOR),
]
TRIED = {
    "editor": BY_ALL,
    "contributor": {**BY_ALL, **BY_A_CONTRIBUTOR},
    "reviewer": BY_A_REVIEWER,
    "administrator": BY_AN_ADMINISTRATOR,
}


@dataclass
class World:
    """Two drafts and what hangs on them: one of somebody else, one of whoever tries."""

    me: Person
    keys: dict[str, Any]
    client: Client


@pytest.fixture
def world(person: Callable[[str], Person]) -> Callable[[str], World]:
    def make(role: str) -> World:
        other, me = person("editor"), person(role)
        if role == "editor":
            other = person("data_manager")
        Person.objects.create_superuser("superuser", email=f"{OF_PEOPLE}@example.org", first_name=OF_PEOPLE)
        admit(pact(reference="E0001", title="A public treaty"), at=NOON, note="For a test")
        foreign, own = _draft(OF_DRAFTS, other), _draft("Mine", me)
        token, _ = make_token(by=other, name=OF_DRAFTS, scopes=[Scope.READ], lasting=timedelta(days=30), at=NOON)
        keys = {
            "me": me.pk, "editor": other.pk, "superuser": Person.objects.get(username="superuser").pk,
            "group": person("reviewer").groups.get().pk, "party": Party.objects.get(code="JPN").pk,
            "public": Agreement.objects.get(record__reference="E0001").pk, "revision": 1, "source": foreign.listed_sources.get().source_id,
            "agreement_type": ContentType.objects.get_for_model(Agreement).pk, "person_type": ContentType.objects.get_for_model(Person).pk,
            "foreign_token": token.pk,
            **_rows("foreign", foreign), **_rows("own", own),
        }  # fmt: skip
        client = Client(raise_request_exception=False)
        client.force_login(me)
        return World(me, keys, client)

    return make


def _draft(word: str, by: Person) -> Agreement:
    provision = {"id": "p1", "kind": "logistics", "quote": f"{word} shall provide."}
    document = pact(title=f"{word} treaty", summary=word, note=word, in_force="1952", provisions=[provision])
    agreement = apply(document, by=by, at=NOON)
    submit(agreement, by=by, at=NOON)
    return agreement


def _rows(whose: str, agreement: Agreement) -> dict[str, int]:
    return {
        whose: agreement.pk,
        f"{whose}_event": agreement.events.first().pk,  # type: ignore[union-attr]
        f"{whose}_participation": agreement.participations.first().pk,  # type: ignore[union-attr]
        f"{whose}_listed": agreement.listed_sources.get().pk,
        f"{whose}_provision": agreement.provisions.get().pk,
        f"{whose}_submission": agreement.submissions.get().pk,
    }


def digest() -> str:
    """One hash over every row of every table, but for who was here last."""
    told = hashlib.sha256()
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model is Session or not model._meta.managed:
                continue
            columns = ", ".join(quote(str(one.column)) for one in model._meta.concrete_fields if one.name != "last_login")
            cursor.execute(f"SELECT {columns} FROM {quote(model._meta.db_table)} ORDER BY 1")
            told.update(repr((model._meta.label, cursor.fetchall())).encode())
    return told.hexdigest()


def fields(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send back of the form that stands at the address."""
    page = client.get(address)
    assert page.status_code == 200, address
    (form,) = [one for one in html.fromstring(page.content).forms if one.get("id", "").endswith("_form")]
    sent: dict[str, Any] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent


def send(world: World, attempt: Attempt, keys: dict[str, Any]) -> Any:
    filled = {
        name: [str(v).format(**keys) for v in ([value] if isinstance(value, str) else value)]
        for name, value in (attempt.sent or {}).items()
    }
    if attempt.form:
        filled = {**fields(world.client, "/desk/" + attempt.form.format(**world.keys)), **filled}
    address = "/desk/" + attempt.path.format(**keys)
    if attempt.method == "without a token":
        strict = Client(raise_request_exception=False, enforce_csrf_checks=True)
        strict.cookies = world.client.cookies
        return strict.post(address, filled)
    if attempt.method:
        return getattr(world.client, attempt.method)(address, headers=attempt.headers)
    if attempt.sent is None:
        return world.client.get(address, headers=attempt.headers)
    return world.client.post(address, filled, headers=attempt.headers)


def landed(world: World, answer: Any) -> str:
    """The page, or the one that it leads to."""
    while answer.status_code in (301, 302):
        assert answer["Location"].startswith("/") and not answer["Location"].startswith("//"), "it leads off the site"
        answer = world.client.get(answer["Location"])
    return CSRF.sub("", answer.content.decode())


@pytest.mark.parametrize(("who", "what"), TABLE, ids=[f"{who} tries to {what}" for who, what in TABLE])
def test_it_fails_changes_nothing_and_tells_nothing(world: Callable[[str], World], who: str, what: str) -> None:
    house, attempt = world(who), TRIED[who][what]
    before = digest()

    answer = send(house, attempt, house.keys)

    assert answer.status_code < 500
    page = landed(house, answer)
    assert digest() == before
    if who != "administrator":
        assert OF_PEOPLE not in page
    if who in ("contributor", "administrator"):
        assert OF_DRAFTS not in page
    if "foreign" in attempt.path + str(attempt.sent) and who == "contributor":
        nothing = {name: ABSENT if name.startswith("foreign") else key for name, key in house.keys.items()}
        again = send(house, attempt, nothing)
        said = landed(house, again)
        for name in house.keys:
            if "{" + name + "}" in attempt.path + str(attempt.sent) and name.startswith("foreign"):
                said = said.replace(str(ABSENT), str(house.keys[name]))
        assert (again.status_code, said) == (answer.status_code, page)
        assert digest() == before


def test_forty_attempts_and_more_are_made_by_each_limited_role() -> None:
    assert min(len(TRIED[who]) for who in ("editor", "contributor")) >= 40


def test_what_a_saved_form_may_not_say_is_not_read(world: Callable[[str], World]) -> None:
    """A save of one's own goes through; the author, the version, the record and the keys in it do not."""
    house = world("contributor")
    address = "/desk/" + AGREEMENTS + f"{house.keys['own']}/change/"
    superuser = Person.objects.get(username="superuser")
    own = Agreement.objects.get(pk=house.keys["own"])
    forged = {
        "created_by": superuser.pk,
        "changed_by": superuser.pk,
        "version": 99,
        "record": "1",
        "keys_minted": 0,
        "pk": house.keys["foreign"],
    }

    answer = house.client.post(address, {**fields(house.client, address), **forged, "title": "Mended"})

    assert answer.status_code == 302
    mended = Agreement.objects.get(pk=own.pk)
    assert (mended.title, mended.created_by, mended.changed_by, mended.record) == ("Mended", house.me, house.me, None)
    assert (mended.version, mended.keys_minted) == (own.version + 1, own.keys_minted)
    assert OF_DRAFTS in Agreement.objects.get(pk=house.keys["foreign"]).title


def test_an_administrator_makes_people_of_a_role_and_never_superusers(world: Callable[[str], World]) -> None:
    house = world("administrator")
    said = {"usable_password": "true", "password1": "twelve or more", "password2": "twelve or more", "user_permissions": ["1", "2"]}
    house.client.post("/desk/accounts/person/add/", {**PERSON, **said, "username": "ada", "groups": []})

    ada = Person.objects.get(username="ada")
    assert (ada.is_superuser, ada.is_staff, [group.name for group in ada.groups.all()]) == (False, True, [Role.REVIEWER])
    assert not ada.user_permissions.exists()

    address = f"/desk/accounts/person/{ada.pk}/change/"
    sent = {**fields(house.client, address), "role": "analyst", "is_superuser": "on", "user_permissions": ["1"], "is_active": ""}
    del sent["is_active"]
    assert house.client.post(address, sent).status_code == 302
    ada.refresh_from_db()
    assert (ada.is_superuser, ada.is_active, [group.name for group in ada.groups.all()]) == (False, False, [Role.ANALYST])
    assert not ada.user_permissions.exists()
