"""A draft that was set aside leaves the lists of the desk, is read and not written, and comes back when somebody takes it up."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.querysets import state_of
from editorial.taking_back import set_aside
from editorial.vocabulary import State
from tests.factories import NOON, pact

LIST = "/desk/agreements/agreement/"
SignedIn = Callable[[str], Client]


@pytest.fixture
def aside(person: Callable[[str], Person]) -> Agreement:
    editor = person("editor")
    return set_aside(apply(pact(title="Supplies treaty"), by=editor, at=NOON), by=editor, at=NOON, reason="Entered twice.")


def test_lists_leave_it_out_unless_they_are_asked_for_it(signed_in: SignedIn, aside: Agreement):
    editor = signed_in("editor")

    assert "Supplies treaty" not in editor.get(LIST).content.decode()
    assert "Supplies treaty" in editor.get(LIST, {"merged": "aside"}).content.decode()
    assert "Supplies treaty" not in editor.get("/desk/").content.decode()


def test_it_is_read_and_not_written(signed_in: SignedIn, aside: Agreement):
    editor = signed_in("editor")
    page = editor.get(f"{LIST}{aside.pk}/change/").content.decode()

    assert 'name="_save"' not in page
    assert editor.post(f"{LIST}{aside.pk}/change/", {"title": "Another"}).status_code == 403


def test_it_is_set_aside_and_taken_up_from_the_list(signed_in: SignedIn, person: Callable[[str], Person]):
    editor = signed_in("editor")
    draft = apply(pact(title="Supplies treaty"), by=person("editor"), at=NOON)

    def act(action: str, comment: str = "", place: str = "") -> str:
        sent = {"action": action, "_selected_action": [draft.pk], "comment": comment}
        return editor.post(f"{LIST}{place}", sent, follow=True).content.decode()

    assert "Say why it is set aside." in act("set_drafts_aside")
    assert "is set aside" in act("set_drafts_aside", "Entered twice.")
    assert state_of(draft) is State.SET_ASIDE
    assert "is on the desk again" in act("take_up_again", place="?merged=aside")
    assert state_of(draft) is State.DRAFT
