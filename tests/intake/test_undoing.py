"""A batch is taken back as a whole: what is public by new revisions, drafts by setting them aside."""

import pytest

from accounts.models import Person
from accounts.roles import Role
from agreements.models import Agreement, Deed
from agreements.vocabulary import DeedKind
from catalogue.models import STILL, Entry
from editorial.applying import apply
from editorial.composing import compose
from editorial.operations import publish, submit
from editorial.querysets import state_of
from editorial.rules import NotByThisPerson, RuleBroken
from editorial.vocabulary import State
from intake.applying import apply_plan
from intake.models import Batch
from intake.planning.matching import Answer
from intake.undoing import undo_batch
from intake.vocabulary import BatchState
from records.models import Record, Revision
from records.verifying import faults
from records.vocabulary import Action
from tests.digest import digest
from tests.factories import NOON
from tests.intake.dcad_files import Planned, outcomes
from tests.intake.people import somebody

ANOTHER = {"DCAid": "DCADv1.0-9002", "signYear": "1990"}


def acts() -> dict[str, list[Action]]:
    return {str(record): [revision.action for revision in record.revisions.order_by("number")] for record in Record.objects.order_by("pk")}


def test_the_public_register_says_again_what_it_said_before(planned: Planned, manager: Person, reviewer: Person):
    apply_plan(planned({}), by=manager, at=NOON, reviewer=reviewer)
    before, public = compose(Agreement.objects.get()), Revision.objects.get()
    batch = apply_plan(planned({"signDay": "9"}, ANOTHER), by=manager, at=NOON, reviewer=reviewer)

    assert undo_batch(batch, by=reviewer, at=NOON, reason="The wrong file.") == 2
    last = Revision.objects.filter(record=public.record).latest("number")
    assert compose(Agreement.objects.earliest("pk")) == before
    assert acts() == {"E0001": [Action.PUBLISHED] * 3, "E0002": [Action.PUBLISHED, Action.RETRACTED]}
    assert (last.document, last.note, last.published_by_id) == (public.document, "The wrong file.", reviewer.pk)
    assert [state_of(one) for one in Agreement.objects.order_by("pk")] == [State.PUBLISHED, State.RETRACTED]
    assert Entry.objects.get(known_until=STILL, revision=last).title == before.title
    assert list(faults()) == []


def test_the_desk_copy_gets_back_what_was_not_yet_public(planned: Planned, manager: Person, reviewer: Person):
    """The public register never sees the note that an editor had left on the desk before the batch came."""
    apply_plan(planned({}), by=manager, at=NOON, reviewer=reviewer)
    there = Agreement.objects.get()
    apply(compose(there).model_copy(update={"note": "To be looked at."}), by=manager, at=NOON, to=there)
    batch = apply_plan(planned({"signDay": "9"}), by=manager, at=NOON, reviewer=reviewer)
    undo_batch(batch, by=reviewer, at=NOON, reason="The wrong file.")
    first, _, last = Revision.objects.order_by("number")

    assert compose(Agreement.objects.get()).note == "To be looked at."
    assert last.document == first.document
    assert state_of(Agreement.objects.get()) is State.EDITED


def test_what_was_retracted_comes_back_under_its_reference_where_somebody_says_so(planned: Planned, manager: Person, reviewer: Person):
    batch = apply_plan(planned({}), by=manager, at=NOON, reviewer=reviewer)
    undo_batch(batch, by=reviewer, at=NOON, reason="The wrong file.")
    (item,) = planned({}).items
    again = planned({}, answers={item.key: Answer("E0001", "It was the right file.")})

    assert (item.outcome.value, item.reason) == ("asked", "It was retracted from the register.")
    assert again.items[0].sentences == ("It comes back into the register, from which it was retracted.",)
    apply_plan(again, by=manager, at=NOON, reviewer=reviewer)
    assert acts() == {"E0001": [Action.PUBLISHED, Action.RETRACTED, Action.PUBLISHED]}
    assert outcomes(planned({})) == ["same"]


def test_drafts_are_set_aside_and_what_was_changed_is_put_back(planned: Planned, manager: Person):
    apply_plan(planned({}), by=manager, at=NOON)
    before = compose(Agreement.objects.get())
    batch = apply_plan(planned({"signDay": "9"}, ANOTHER), by=manager, at=NOON)
    undo_batch(batch, by=manager, at=NOON, reason="The wrong file.")
    changed, created = Agreement.objects.order_by("pk")

    assert compose(changed) == before
    assert [state_of(changed), state_of(created)] == [State.DRAFT, State.SET_ASIDE]
    assert Deed.objects.filter(agreement=created).latest("pk").what is DeedKind.SET_ASIDE
    assert Revision.objects.count() == 0
    assert Batch.objects.latest("pk").state is BatchState.UNDONE


def test_after_an_undo_the_same_file_is_brought_in_anew(planned: Planned, manager: Person):
    batch = apply_plan(planned({}, ANOTHER), by=manager, at=NOON)
    assert outcomes(planned({}, ANOTHER)) == ["same", "same"]
    undo_batch(batch, by=manager, at=NOON, reason="The wrong file.")

    assert outcomes(planned({}, ANOTHER)) == ["create", "create"]
    apply_plan(planned({}, ANOTHER), by=manager, at=NOON)
    assert outcomes(planned({}, ANOTHER)) == ["same", "same"]


def test_a_batch_is_not_undone_where_somebody_saved_one_of_its_records_since(planned: Planned, manager: Person, reviewer: Person):
    batch = apply_plan(planned({}, ANOTHER), by=manager, at=NOON, reviewer=reviewer)
    there = Agreement.objects.earliest("pk")
    apply(compose(there).model_copy(update={"note": "Looked at."}), by=manager, at=NOON, to=there)
    before = digest()

    with pytest.raises(RuleBroken, match="Saved since it was brought in: “Defence agreement United States–Japan"):
        undo_batch(batch, by=reviewer, at=NOON, reason="The wrong file.")
    assert digest() == before


def test_drafts_of_which_one_was_published_by_itself_are_not_undone(planned: Planned, manager: Person, reviewer: Person):
    batch = apply_plan(planned({}, ANOTHER), by=manager, at=NOON)
    publish(submit(Agreement.objects.earliest("pk"), by=manager, at=NOON), by=reviewer, at=NOON)

    with pytest.raises(RuleBroken, match="Published by itself since: “Defence agreement United States–Japan"):
        undo_batch(batch, by=manager, at=NOON, reason="The wrong file.")


def test_who_may_undo_depends_on_what_the_public_has_seen(planned: Planned, manager: Person, reviewer: Person):
    drafts = apply_plan(planned({}), by=manager, at=NOON)
    published = apply_plan(planned(ANOTHER), by=manager, at=NOON, reviewer=reviewer)

    for batch, by in ((drafts, reviewer), (published, manager), (drafts, somebody("eve", Role.EDITOR))):
        with pytest.raises(NotByThisPerson):
            undo_batch(batch, by=by, at=NOON, reason="The wrong file.")
    with pytest.raises(RuleBroken, match="Say why"):
        undo_batch(drafts, by=manager, at=NOON, reason=" ")
    undo_batch(drafts, by=manager, at=NOON, reason="The wrong file.")
    with pytest.raises(RuleBroken, match="undone already"):
        undo_batch(drafts, by=manager, at=NOON, reason="Again.")
