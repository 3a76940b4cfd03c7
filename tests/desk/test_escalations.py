"""What people try who want more than their role gives: all of it fails, changes nothing and tells nothing.

The table is in `attempts`. What names a row of somebody else is tried again with a key that nobody has, and the two
answers must be the same.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from lxml import html
from pytest_django import DjangoDbBlocker

from accounts.models import Person
from accounts.operations import assign_role, make_groups, make_token
from accounts.roles import Role, Scope
from agreements.models import Agreement, Text
from editorial.applying import apply
from editorial.models import Submission
from editorial.operations import admit, submit
from editorial.texts import keep_file
from parties.models import Party
from records.models import StoredText
from records.operations import extract_words
from tests.desk.attempts import AGREEMENTS, OF_DRAFTS, OF_PEOPLE, PERSON, TABLE, TRIED, TYPED, Attempt
from tests.desk.sending import seen
from tests.factories import NOON, pact

ABSENT = 987654
ROLES = ("editor", "contributor", "reviewer", "administrator")


@dataclass
class World:
    """Somebody's draft, and one of whoever tries, each with what hangs on it; and how every table stands before the attempt."""

    me: Person
    keys: dict[str, Any]
    client: Client
    before: str
    forms: dict[tuple[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def register(_reference: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Any]]:
    """One register for all attempts: each is undone when it is over, and the register itself after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_groups()
        people = {role.value: Person.objects.create_user(role.value) for role in Role}
        for role in Role:
            assign_role(people[role], role)
        other = people["data_manager"]
        superuser = Person.objects.create_superuser("superuser", email=f"{OF_PEOPLE}@example.org", first_name=OF_PEOPLE)
        admit(pact(reference="E0001", title="A public treaty"), at=NOON, note="For a test")
        foreign = _draft(OF_DRAFTS, other)
        token, _ = make_token(by=other, name=OF_DRAFTS, scopes=[Scope.READ], lasting=timedelta(days=30), at=NOON)
        keys = {
            "editor": other.pk, "superuser": superuser.pk, "group": people["reviewer"].groups.get().pk,
            "party": Party.objects.get(code="JPN").pk, "public": Agreement.objects.get(record__reference="E0001").pk, "revision": 1,
            "source": foreign.listed_sources.get().source_id, "agreement_type": ContentType.objects.get_for_model(Agreement).pk,
            "person_type": ContentType.objects.get_for_model(Person).pk, "foreign_token": token.pk, **_rows("foreign", foreign),
        }  # fmt: skip
        own = {role: {"me": people[role].pk, **_rows("own", _draft(f"Mine, {role}", people[role]))} for role in ROLES}
        yield {"keys": {role: {**keys, **own[role]} for role in ROLES}, "before": digest(), "forms": {}}
        transaction.set_rollback(True)


@pytest.fixture
def world(register: dict[str, Any], db: None) -> Callable[[str], World]:
    def make(role: str) -> World:
        me, client = Person.objects.get(username=role), Client(raise_request_exception=False)
        client.force_login(me)
        return World(me, {**register["keys"][role]}, client, register["before"], register["forms"])

    return make


def _draft(word: str, by: Person) -> Agreement:
    provision = {"id": "p1", "kind": "logistics", "quote": f"{word} shall provide."}
    document = pact(title=f"{word} treaty", summary=word, note=word, in_force="1952", provisions=[provision])
    agreement = apply(document, by=by, at=NOON)
    text = keep_file(Text(agreement=agreement), f"{word} shall provide.".encode(), name=f"{word}.txt", by=by, at=NOON).text
    extract_words(StoredText.objects.get(sha256=text.sha256), at=NOON)
    agreement.refresh_from_db()
    submit(agreement, by=by, at=NOON)
    return agreement


def _rows(whose: str, agreement: Agreement) -> dict[str, int]:
    event = agreement.events.first()
    return {
        whose: agreement.pk,
        f"{whose}_event": event.pk,  # type: ignore[union-attr]
        f"{whose}_evidence": event.evidence.get().pk,  # type: ignore[union-attr]
        f"{whose}_participation": agreement.participations.first().pk,  # type: ignore[union-attr]
        f"{whose}_listed": agreement.listed_sources.get().pk,
        f"{whose}_provision": agreement.provisions.get().pk,
        f"{whose}_submission": agreement.submissions.get().pk,
        f"{whose}_text": agreement.texts.get().pk,
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


def kept_fields(world: World, address: str) -> dict[str, Any]:
    """Each form is read once for each person: it is the same for every attempt."""
    asked = (world.me.username, address)
    if asked not in world.forms:
        world.forms[asked] = fields(world.client, address)
    return world.forms[asked]


def send(world: World, attempt: Attempt, keys: dict[str, Any]) -> Any:
    filled = {
        name: [str(v).format(**keys) for v in ([value] if isinstance(value, str) else value)]
        for name, value in (attempt.sent or {}).items()
    }
    if attempt.form:
        filled = {**kept_fields(world, "/desk/" + attempt.form.format(**world.keys)), **filled}
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
    return seen(answer)


@pytest.mark.parametrize(("who", "what"), TABLE, ids=[f"{who} tries to {what}" for who, what in TABLE])
def test_it_fails_changes_nothing_and_tells_nothing(world: Callable[[str], World], who: str, what: str) -> None:
    house, attempt = world(who), TRIED[who][what]
    answer = send(house, attempt, house.keys)

    assert answer.status_code < 500
    page = landed(house, answer)
    assert digest() == house.before
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
        assert digest() == house.before


def test_forty_attempts_and_more_are_made_by_each_limited_role() -> None:
    assert min(len(TRIED[who]) for who in ("editor", "contributor")) >= 40


def test_who_may_see_the_draft_finds_it_by_the_same_words(world: Callable[[str], World]) -> None:
    """Else the attempts that look for it would show nothing."""
    client = world("editor").client
    for path in ("duplicates/?" + TYPED, "?q=Zyx"):
        assert f"{OF_DRAFTS} treaty" in client.get("/desk/" + AGREEMENTS + path).content.decode()


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


def test_a_key_of_another_agreement_is_worth_no_more_than_one_that_nobody_has(world: Callable[[str], World]) -> None:
    """Where a row may have been taken out meanwhile, what stands in it is entered as new; the row that the key names stays as it is."""
    house, told = world("contributor"), set()
    address = "/desk/" + AGREEMENTS + f"{house.keys['own']}/change/"
    theirs = Agreement.objects.get(pk=house.keys["foreign"])
    before = (theirs.version, *theirs.events.values_list("pk", "agreement", "date").order_by("pk"))
    for key in (house.keys["foreign_event"], ABSENT):
        own = Agreement.objects.get(pk=house.keys["own"])
        said = {**fields(house.client, address), "events-0-id": key, "seen_version": "0", "over_version": own.version, "title": "Mine"}
        told.add(house.client.post(address, said).status_code)

    theirs.refresh_from_db()
    assert told == {302}
    assert (theirs.version, *theirs.events.values_list("pk", "agreement", "date").order_by("pk")) == before


def test_who_submitted_a_draft_in_another_role_does_not_find_it_in_the_waiting_list(world: Callable[[str], World]) -> None:
    house = world("contributor")
    assert Submission.objects.filter(pk=house.keys["foreign_submission"]).update(submitted_by=house.me)

    for address in ("/desk/", "/desk/work/waiting/"):
        page = house.client.get(address).content.decode()
        assert "Mine, contributor" in page
        assert OF_DRAFTS not in page


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
