"""What stands beside the form as one edits: standing, deadlines, findings with their fields; and nothing is written."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.composing import compose
from tests.desk.sending import ADD, address_of, one_more, opened
from tests.factories import NOON, event, pact

SignedIn = Callable[[str], Client]
BESIDE_NEW = "/desk/agreements/agreement/add/beside/"
HOUSE = ("agreements", "provisions", "editorial", "records", "catalogue", "parties", "admin")


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the register."""
    models = (model for app in HOUSE if apps.is_installed(f"django.contrib.{app}") or app != "admin" for model in apps.get_models())
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in models if model._meta.app_label in HOUSE}


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in("editor")


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft", signed="1951-09-08", in_force="1952"), by=person("editor"), at=NOON)


def beside(client: Client, sent: dict[str, Any], agreement: Any = None) -> str:
    answer = client.post(address_of(agreement).replace("change", "beside") if agreement else BESIDE_NEW, sent)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_what_is_typed_is_judged_as_if_it_were_saved(editor: Client, draft: Agreement) -> None:
    sent = opened(editor, address_of(draft))
    assert "In force since 1952" in beside(editor, sent, draft)

    shown = beside(editor, one_more(sent, "events", kind="termination", date="June 1960"), draft)

    assert "<strong>Ended</strong>" in shown
    assert "Ended in June 1960" in shown


def test_a_new_agreement_is_judged_before_anything_is_saved(editor: Client) -> None:
    sent = opened(editor) | {"title": "New", "add_parties": "Japan, Philippines", "events-0-kind": "signature", "events-0-date": "Jan 2026"}
    sent |= {"events-1-kind": "ratification", "events-1-party": "JPN", "events-1-occurrence": "awaited"}

    shown = beside(editor, sent)

    assert "<strong>Signed</strong>" in shown
    assert "<dt>Japan</dt>" in shown
    assert "Signatory since January 2026" in shown
    assert "Ratification by Japan, still awaited." in shown
    assert '<a href="#events-0">What happened is shown by a source.</a>' in shown


def test_nothing_is_written_by_looking(editor: Client, draft: Agreement) -> None:
    sent = opened(editor, address_of(draft))
    new = opened(editor) | {"title": "New", "add_parties": "Japan"}
    before = everything()

    beside(editor, one_more(sent, "events", kind="expiry", date="1970", cite_quote="it ends") | {"title": "Changed"}, draft)
    beside(editor, sent | {"events-0-DELETE": "on", "add_parties": "Philippines"}, draft)
    beside(editor, new | {"new_source_title": "A source", "new_source_kind": "press"})
    editor.post(ADD, new | {"_check": "1"})
    editor.post(address_of(draft), sent | {"title": "Changed", "_check": "1"})

    assert everything() == before


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ({"events-1-date": "1950", "events-1-DELETE": "on"}, None),
        ({"events-2-date": "2099"}, "#id_events-2-date"),
        ({"participations-1-DELETE": "on"}, "#id_add_parties"),
        ({"kind": ""}, "#id_kind"),
        ({"laterality": "bilateral", "add_parties": "PHL"}, "#id_laterality"),
        ({"events-2-party": "France"}, "#id_events-2-party"),
    ],
)
def test_each_finding_links_to_its_field(editor: Client, draft: Agreement, said: dict[str, str], link: str | None) -> None:
    sent = one_more(opened(editor, address_of(draft)), "events", kind="ratification", party="Japan", cite_article="1")
    shown = beside(editor, sent | said, draft)

    if link is None:
        assert "finding error" not in shown
    else:
        assert f'<a href="{link}">' in shown


def test_fields_that_cannot_be_read_are_listed_with_their_links(editor: Client, draft: Agreement) -> None:
    sent = opened(editor, address_of(draft)) | {"title": "", "events-1-date": "03/04/2023"}

    shown = beside(editor, sent, draft)

    assert '<a href="#id_title">Title: This field is required.</a>' in shown
    assert '<a href="#id_events-1-date">Event 2, date: “03/04/2023” may be read in two ways' in shown
    assert "2 errors, 0 warnings" in shown


def test_a_day_just_typed_comes_back_in_words(editor: Client, draft: Agreement) -> None:
    shown = beside(editor, opened(editor, address_of(draft)) | {"events-0-date": "c. 1951"}, draft)

    assert 'id="id_events-0-date_words" hx-swap-oob="true">about 1951</span>' in shown
    assert "id_events-1-date_words" not in shown


def test_without_script_a_button_shows_the_same_and_saves_nothing(editor: Client) -> None:
    sent = opened(editor) | {"title": "New", "add_parties": "Japan, Philippines", "events-0-kind": "signature", "events-0-date": "Jan 2026"}

    page = unescape(editor.post(ADD, sent | {"_check": "1"}).content.decode())

    assert "Checked. Nothing is saved yet." in page
    assert "<strong>Signed</strong>" in page
    assert "Japan, Philippines</textarea>" in page
    assert not Agreement.objects.exists()


def test_who_may_only_add_is_shown_what_stands_beside_a_new_form(loaded: None) -> None:
    newcomer = Person.objects.create(username="newcomer", is_staff=True)
    newcomer.user_permissions.add(*Permission.objects.filter(codename__in=["add_agreement", "add_event", "add_participation"]))
    client = Client()
    client.force_login(newcomer)

    shown = beside(client, opened(client) | {"title": "New", "add_parties": "Japan, Philippines"})

    assert "Standing not known" in shown
    assert not Agreement.objects.exists()


def test_nobody_else_is_shown_anything(signed_in: SignedIn, draft: Agreement) -> None:
    for address in (BESIDE_NEW, address_of(draft).replace("change", "beside")):
        assert signed_in("analyst").post(address, {}).status_code == 403
        assert Client().post(address, {}).status_code == 302
        assert signed_in("editor").get(address).status_code == 405
    assert signed_in("editor").post("/desk/agreements/agreement/999999/beside/", {}).status_code == 404


def test_one_that_stands_twice_is_told_and_not_an_error_of_the_house(editor: Client, draft: Agreement) -> None:
    sent = opened(editor, address_of(draft))

    assert "duplicate" in beside(editor, one_more(sent, "participations", party="Japan"), draft)
    assert compose(draft).participations[0].party == "JPN"


def test_looking_at_a_large_form_costs_no_query_for_each_row(
    editor: Client, person: Callable[[str], Person], django_assert_max_num_queries: Any
) -> None:
    from parties.models import Party

    codes = list(Party.objects.states().values_list("code", flat=True)[:30])
    for count in (3, 60):
        said = [event(f"x{n}", "ratification", f"19{10 + n}", party=codes[n % 30]) for n in range(count)]
        agreement = apply(pact(parties=codes, signed=None, events=said), by=person("editor"), at=NOON)
        sent = opened(editor, address_of(agreement)) | {"events-0-date": "1909"}
        with django_assert_max_num_queries(60):
            beside(editor, sent, agreement)
