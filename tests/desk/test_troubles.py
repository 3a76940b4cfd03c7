"""What the desk says where it does not do what was asked. How it answers while the register is written to: `test_busy.py`."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.desk.sending import ADD, one_more, opened

SignedIn = Callable[[str], Client]


def test_a_page_that_a_role_does_not_open_says_so_and_leads_on(signed_in: SignedIn) -> None:
    answer = signed_in("editor").get("/desk/intake/")

    page = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"]) == (403, "no-store")
    assert "This page is not open to you" in page
    assert 'href="/desk/agreements/agreement/"' in page


@pytest.mark.parametrize("address", ["/desk/agreements/agreement/99999/evidence/", "/desk/nowhere/"])
@pytest.mark.parametrize("debug", [True, False])
def test_an_address_of_nothing_leads_back_to_the_desk(signed_in: SignedIn, settings: Any, address: str, debug: bool) -> None:
    settings.DEBUG = debug

    answer = signed_in("editor").get(address)

    assert answer.status_code == 404
    assert "There is no such page at the desk" in answer.content.decode()
    assert 'href="/desk/"' in answer.content.decode()


def test_an_analyst_is_led_to_no_page_that_is_closed_too(signed_in: SignedIn) -> None:
    page = signed_in("analyst").get("/desk/agreements/agreement/").content.decode()

    assert "This page is not open to you" in page
    assert 'href="/desk/agreements/agreement/"' not in page


def test_a_wrong_password_is_refused_in_words_that_name_no_staff(client: Client, db: None) -> None:
    page = client.post("/desk/login/", {"username": "editor", "password": "wrong"}).content.decode()

    assert "This name and password do not open the desk." in page
    assert "staff" not in page


def test_a_form_that_is_refused_names_each_field_at_its_head_and_opens_what_is_folded_over_it(signed_in: SignedIn, loaded: None) -> None:
    browser = signed_in("editor")
    sent = {**opened(browser, ADD), "title": "A pact", "add_parties": "Japan, Atlantis", "new_source_title": "A report"}
    sent |= {"events-0-kind": "signature", "events-0-date": "1951", "events-1-kind": "ratification", "events-1-until": "32 Octember"}

    page = browser.post(ADD, one_more(sent, "identifiers")).content.decode()

    head = page[page.index('class="errornote"') : page.index("What it is</h2>")]
    assert '<a href="#id_add_parties">Parties: No party is known as' in head
    assert '<a href="#id_new_source_kind">New source, kind: Say what kind of source it is.' in head
    assert '<a href="#id_events-1-until">Event 2, until: ' in head
    assert page.count('<details class="more" open>') == 1


def test_a_form_that_nobody_has_typed_in_is_told_of_no_error(signed_in: SignedIn) -> None:
    page = signed_in("editor").get(ADD).content.decode()

    assert 'hx-trigger="edited"' in page
