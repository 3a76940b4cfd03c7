"""The desk's page of how sound the register is."""

from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement
from catalogue.auditing import audit
from editorial.operations import admit
from parties.book import party_book
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
People = Callable[[str], Person]


def published(reference: str, title: str) -> None:
    admit(pact(reference=reference, title=title, kind=None), at=NOON, note="For a test", parties=party_book())


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_before_the_first_audit_the_page_says_how_to_make_one(signed_in: SignedIn) -> None:
    assert "manage.py audit" in read(signed_in("editor"), "/desk/register/")


def test_each_rule_leads_to_the_records_that_break_it_and_each_record_to_where_it_is_mended(signed_in: SignedIn) -> None:
    published("E0001", "Nobody coded this")
    audit(at=NOON)
    client = signed_in("editor")

    assert "0 of 1 public records are sound" in read(client, "/desk/register/")
    assert "/desk/register/kind-is-coded/" in read(client, "/desk/register/")
    page = read(client, "/desk/register/kind-is-coded/")
    copy = Agreement.objects.filter(record__reference="E0001").first()
    assert (f"/desk/agreements/agreement/{copy.pk}/change/" if copy else "/agreements/E0001/") in page


def test_a_rule_that_nobody_has_is_not_found(signed_in: SignedIn) -> None:
    assert signed_in("editor").get("/desk/register/no-such-rule/").status_code == 404


def test_who_only_looks_at_the_record_does_not_see_it(signed_in: SignedIn) -> None:
    assert signed_in("analyst").get("/desk/register/").status_code == 403


@pytest.mark.parametrize("address", ["/desk/register/", "/desk/register/kind-is-coded/"])
def test_the_pages_cost_the_same_for_three_records_and_for_thirty(signed_in: SignedIn, address: str) -> None:
    client, counts = signed_in("editor"), []
    for many in (range(1, 4), range(4, 31)):
        for number in many:
            published(f"E{number:04d}", f"Treaty {number}")
        audit(at=NOON.replace(hour=number % 24))
        with CaptureQueriesContext(connection) as said:
            read(client, address)
        counts.append(len(said))

    assert counts[0] == counts[1] <= 15
