"""Two editors on one agreement: the second is refused with both versions before them, and loses nothing."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from tests.desk.sending import address_of, fields_of, one_more, opened
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft", signed="1951-09-08", in_force="1952"), by=person("editor"), at=NOON)


@pytest.fixture
def mine(signed_in: SignedIn) -> Client:
    return signed_in("editor")


@pytest.fixture
def theirs(signed_in: SignedIn) -> Client:
    return signed_in("reviewer")


def refused(client: Client, draft: Agreement, sent: dict[str, Any]) -> str:
    answer = client.post(address_of(draft), sent)
    assert answer.status_code == 200, "it was saved"
    return unescape(answer.content.decode())


def row(page: str, what: str) -> str:
    return next(part for part in page.split("<tr>") if what in part).replace("\n", " ")


def test_both_versions_of_rows_stand_side_by_side(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft))
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"events-0-date": "8 Sep 1951", "events-0-place": "San Francisco"})

    page = refused(mine, draft, sent | {"title": "My title", "events-0-place": "Tokyo"})

    assert "Somebody saved this after you opened it" in page
    assert "Reviewer saved version 2 after you opened this" in page
    assert "<td>“A draft”</td>" in row(page, ">Title<")
    assert "<td>“My title”</td>" in row(page, ">Title<")
    assert "<td>“San Francisco”</td>" in row(page, "place")
    assert "<td>“Tokyo”</td>" in row(page, "place")


def test_nothing_typed_is_lost(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = one_more(opened(mine, address_of(draft)), "events", kind="expiry", date="Oct 1970", cite_quote="it ended") | {
        "add_parties": "PHL"
    }
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"note": "theirs"})

    page = refused(mine, draft, sent)

    again = fields_of(page)
    assert {name: again.get(name) for name in sent} == {name: str(value) for name, value in sent.items()}


def test_mine_is_kept_over_theirs_once_theirs_has_been_shown(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft)) | {"title": "My title"}
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"title": "Their title"})

    page = refused(mine, draft, sent)
    assert '<button type="submit" name="over_version" value="2">Keep mine over theirs</button>' in page
    assert mine.post(address_of(draft), fields_of(page) | {"over_version": "2"}).status_code == 302

    draft.refresh_from_db()
    assert (draft.title, draft.version) == ("My title", 3)


def test_a_third_version_is_shown_before_it_is_overwritten(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft)) | {"title": "My title"}
    for title in ("Their title", "Their second title"):
        theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"title": title})

    assert "Their second title" in refused(mine, draft, sent | {"over_version": "2"})
    assert mine.post(address_of(draft), sent | {"over_version": "3"}).status_code == 302


def test_rows_that_they_added_stay_and_are_named(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft)) | {"title": "My title"}
    theirs.post(address_of(draft), one_more(opened(theirs, address_of(draft)), "events", kind="expiry", date="1970"))

    page = refused(mine, draft, sent)
    assert "They added these rows, which stay whatever you do here:" in page
    assert "<li>Event: Expired in 1970</li>" in page
    mine.post(address_of(draft), fields_of(page) | {"over_version": "2"})

    assert [event.kind for event in draft.events.all()] == ["signature", "entry_into_force", "expiry"]


def test_a_row_that_they_removed_keeps_what_was_typed_in_it(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft)) | {"events-1-note": "typed by me", "events-1-date": "28 April 1952"}
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"events-1-DELETE": "on", "participations-0-DELETE": "on"})

    page = refused(mine, draft, sent)
    assert "Somebody removed this meanwhile." in page
    assert "typed by me</textarea>" in page
    assert mine.post(address_of(draft), fields_of(page) | {"over_version": "2"}).status_code == 302

    event = draft.events.get(kind="entry_into_force")
    assert (str(event.date), event.note) == ("1952-04-28", "typed by me")
    assert {part.party.code for part in draft.participations.all()} == {"JPN", "USA"}


def test_mine_that_cannot_be_read_is_shown_with_its_own_faults(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft)) | {"events-0-date": "03/04/1951"}
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"title": "Their title"})

    page = refused(mine, draft, sent)

    assert "Title: stored now “Their title”; yours “A draft”." in page
    assert "Your version cannot be read as a record yet" in page
    assert "may be read in two ways" in page


def test_the_panel_says_that_somebody_saved_meanwhile(mine: Client, theirs: Client, draft: Agreement) -> None:
    sent = opened(mine, address_of(draft))
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"title": "Their title"})

    shown = mine.post(address_of(draft).replace("change", "beside"), sent).content.decode()

    assert "Somebody saved this after you opened it." in shown


@pytest.mark.parametrize(
    ("second", "party"),
    [
        ({"participations-0-id": "987654"}, "Japan"),  # they took Japan out, and in again
        ({"participations-0-party": "Philippines"}, "Philippines"),
        ({"participations-2-party": "PHL", "participations-2-role": "party", "participations-TOTAL_FORMS": "3"}, "Philippines"),
        ({"participations-0-party": "United States", "participations-1-party": "Japan"}, "United States"),
    ],
)
def test_a_party_that_stands_already_is_refused_by_name(
    mine: Client, theirs: Client, draft: Agreement, second: dict[str, str], party: str
) -> None:
    """They entered the Philippines meanwhile. The rows that were sent do not say so: only what is stored does."""
    sent = opened(mine, address_of(draft)) | second
    theirs.post(address_of(draft), opened(theirs, address_of(draft)) | {"add_parties": "PHL"})

    page = refused(mine, draft, sent | {"over_version": str(Agreement.objects.get(pk=draft.pk).version)})

    assert re.search(f"“{party}[^”]* as party” is entered already.", page)
    assert draft.participations.count() == 3


def test_a_party_taken_out_may_be_entered_again_in_the_same_save(mine: Client, draft: Agreement) -> None:
    sent = one_more(opened(mine, address_of(draft)), "participations", party="Japan") | {"participations-0-DELETE": "on"}

    assert mine.post(address_of(draft), sent).status_code == 302
    assert sorted(draft.participations.values_list("party__code", flat=True)) == ["JPN", "USA"]
