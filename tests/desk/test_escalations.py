"""What people try who want more than their role gives: all of it fails, changes nothing and tells nothing.

The table is in `attempts`. What names a row of somebody else is tried again with a key that nobody has, and the two
answers must be the same.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
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
from tests.desk.attempts import AGREEMENTS, OF_DRAFTS, OF_PEOPLE, PERSON, TABLE, TRIED, Attempt
from tests.factories import NOON, pact

ABSENT = 987654
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


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
