"""A draft is set aside and taken up again; a publication gives way to the one before it."""

from collections.abc import Callable

import pytest

from accounts.models import Person
from agreements.models import Agreement, Deed
from agreements.vocabulary import DeedKind
from catalogue.models import STILL, Entry
from editorial.applying import apply
from editorial.composing import compose
from editorial.duplicates import duplicates_of
from editorial.operations import publish, submit
from editorial.querysets import state_of
from editorial.rules import RuleBroken
from editorial.taking_back import set_aside, take_back_publication, take_up
from editorial.vocabulary import State
from records.models import Revision
from records.verifying import faults
from records.vocabulary import Action
from tests.factories import NOON

Draft = Callable[..., Agreement]


def published(agreement: Agreement, by: Person, reviewer: Person) -> Revision:
    return publish(submit(agreement, by=by, at=NOON), by=reviewer, at=NOON)


def test_a_draft_is_set_aside_and_taken_up_again_with_its_audit(draft: Draft, editor: Person):
    agreement = draft()
    before = compose(agreement)
    set_aside(agreement, by=editor, at=NOON, reason="Entered twice.")
    aside = Agreement.objects.get()

    assert (state_of(aside), compose(aside), list(Agreement.objects.on_the_desk())) == (State.SET_ASIDE, before, [])
    assert duplicates_of(before, among=Agreement.objects.all()) == []
    with pytest.raises(RuleBroken, match="It was set aside, and is kept as it was"):
        submit(aside, by=editor, at=NOON)
    take_up(aside, by=editor, at=NOON)
    assert state_of(aside) is State.DRAFT
    said = [(deed.what, deed.version) for deed in Deed.objects.order_by("pk")]
    assert said == [(DeedKind.ENTERED, 1), (DeedKind.SET_ASIDE, 1), (DeedKind.TAKEN_UP, 1)]
    assert Deed.objects.get(what=DeedKind.SET_ASIDE).details == ["Entered twice."]


def test_what_is_not_a_draft_is_not_set_aside(draft: Draft, editor: Person, reviewer: Person):
    waiting, public, aside = draft(), draft(), set_aside(draft(), by=editor, at=NOON, reason="Entered twice.")
    submit(waiting, by=editor, at=NOON)
    published(public, editor, reviewer)

    for agreement, said in ((waiting, "It waits for review"), (public, "a reviewer retracts it"), (aside, "It was set aside")):
        with pytest.raises(RuleBroken, match=said):
            set_aside(agreement, by=editor, at=NOON, reason="Entered twice.")
    with pytest.raises(RuleBroken, match="Say why"):
        set_aside(draft(), by=editor, at=NOON, reason=" ")
    with pytest.raises(RuleBroken, match="It was not set aside"):
        take_up(public, by=editor, at=NOON)


def test_the_register_says_again_what_it_said_before(draft: Draft, editor: Person, reviewer: Person):
    agreement = draft()
    first = published(agreement, editor, reviewer)
    changed = compose(Agreement.objects.get()).model_copy(update={"title": "Another title"})
    published(apply(changed, by=editor, at=NOON, to=agreement), editor, reviewer)
    last = take_back_publication(agreement, by=reviewer, at=NOON, reason="It was of another treaty.")

    assert (last.number, last.document, last.action) == (3, first.document, Action.PUBLISHED)
    assert (last.note, last.submitted_by_id, last.published_by_id) == ("It was of another treaty.", None, reviewer.pk)
    assert Entry.objects.get(known_until=STILL).title == "Security Treaty"
    assert state_of(Agreement.objects.get()) is State.EDITED  # the desk copy has the other title yet
    assert Deed.objects.latest("pk").what is DeedKind.TAKEN_BACK
    assert list(faults()) == []


def test_what_was_not_public_before_is_retracted(draft: Draft, editor: Person, reviewer: Person):
    agreement = draft()
    with pytest.raises(RuleBroken, match="It is not public"):
        take_back_publication(agreement, by=reviewer, at=NOON, reason="It was of another treaty.")
    published(agreement, editor, reviewer)

    assert take_back_publication(agreement, by=reviewer, at=NOON, reason="It never was.").action is Action.RETRACTED
    with pytest.raises(RuleBroken, match="It is not public"):
        take_back_publication(agreement, by=reviewer, at=NOON, reason="Again.")
