"""Who guesses passwords waits, whoever it is said to be, and learns nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory

from accounts.lockout import GUESSES_FROM_AN_ADDRESS, client_address
from accounts.models import Person
from accounts.operations import assign_role, make_groups
from accounts.roles import Role
from tests.desk.sending import seen

pytestmark = pytest.mark.django_db
RIGHT = "a long enough password"


@pytest.fixture
def ada(db: None) -> Person:
    make_groups()
    ada = Person.objects.create_user("ada", password=RIGHT)
    assign_role(ada, Role.EDITOR)
    return ada


def sign_in(name: str, password: str, address: str = "192.0.2.1", agent: str = "a browser") -> Any:
    return Client(REMOTE_ADDR=address, headers={"user-agent": agent}).post("/desk/login/", {"username": name, "password": password})


def words(answer: Any) -> str:
    return re.sub(r"\d\d:\d\d:\d\d|datetime=\S+|\w+dor", "", seen(answer))


def test_after_five_wrong_passwords_not_even_the_right_one_is_looked_at(ada: Person) -> None:
    answers = [sign_in("ada", f"guess {n}").status_code for n in range(5)]
    assert answers == [200, 200, 200, 200, 429]

    locked = sign_in("ada", RIGHT)

    assert locked.status_code == 429
    assert "Try again from" in locked.content.decode()
    assert "sessionid" not in locked.cookies


def test_the_page_says_the_time_from_which_one_may_try_again(ada: Person) -> None:
    for n in range(5):
        answer = sign_in("ada", f"guess {n}")
    until = AccessAttempt.objects.get().attempt_time + timedelta(minutes=30)
    assert f"{until:%H:%M:%S} UTC" in answer.content.decode()
    sign_in("ada", "once more")

    assert AccessAttempt.objects.get().attempt_time + timedelta(minutes=30) == until, "trying again does not make it longer"
    AccessAttempt.objects.update(attempt_time=until - timedelta(minutes=61))
    assert sign_in("ada", RIGHT).status_code == 302


def test_a_name_that_does_not_exist_is_answered_in_the_same_words(ada: Person) -> None:
    for n in range(6):
        there, nobody = sign_in("ada", f"guess {n}", "192.0.2.1"), sign_in("eda", f"guess {n}", "192.0.2.2")
        assert there.status_code == nobody.status_code
        assert words(there).replace("ada", "eda") == words(nobody)


def test_changing_the_browser_or_the_session_does_not_help(ada: Person) -> None:
    for n in range(5):
        sign_in("ada", f"guess {n}", agent=f"browser {n}")

    assert sign_in("ada", RIGHT, agent="another").status_code == 429


def test_others_elsewhere_still_come_in(ada: Person) -> None:
    for n in range(5):
        sign_in("ada", f"guess {n}", "192.0.2.1")

    assert sign_in("ada", RIGHT, "192.0.2.9").status_code == 302


def test_an_address_that_tries_many_names_is_locked_out(ada: Person) -> None:
    answers = [sign_in(f"name{n}", "guess").status_code for n in range(GUESSES_FROM_AN_ADDRESS)]

    assert answers[-2:] == [200, 429]
    assert sign_in("ada", RIGHT).status_code == 429


def test_signing_in_forgives_one_s_own_name_only(ada: Person) -> None:
    Person.objects.create_user("eda", password=RIGHT)
    for n in range(4):
        sign_in("eda", f"guess {n}")
    sign_in("ada", "mistyped")
    sign_in("ada", RIGHT)

    assert not AccessAttempt.objects.filter(username="ada").exists()
    assert sign_in("eda", "guess").status_code == 429


def test_no_password_is_kept(ada: Person) -> None:
    sign_in("ada", "Xyzzy the guess")

    assert not [row for row in AccessAttempt.objects.values_list() if "Xyzzy" in str(row)]


@pytest.mark.parametrize(
    ("proxies", "said", "address"),
    [
        (0, "203.0.113.7", "192.0.2.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "10.9.9.9, 203.0.113.7", "203.0.113.7"),
        (2, "10.9.9.9, 203.0.113.7, 10.0.0.1", "203.0.113.7"),
        (2, "203.0.113.7", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "no address at all", "192.0.2.1"),
    ],
)
def test_behind_proxies_the_address_is_the_one_that_ours_wrote(settings: Any, proxies: int, said: str, address: str) -> None:
    settings.ENTENTE_PROXIES = proxies
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/", headers={"x-forwarded-for": said})

    assert client_address(request) == address
