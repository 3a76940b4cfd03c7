from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Person
from agreements.models import Agreement
from catalogue.asking import ask
from catalogue.models import Entry
from catalogue.question import Question
from catalogue.reading import entry_of, places_of, present_references, revision_of
from catalogue.refusing import Moved
from catalogue.restating import restate
from editorial.applying import apply
from editorial.composing import compose
from editorial.mergers import Merger, MergerState
from editorial.merging import merge, merger_of, plan_merger, take_back
from editorial.operations import publish, retract, submit
from editorial.rules import RuleBroken
from records.models import Record
from records.operations import append_revision
from records.verifying import faults
from records.vocabulary import Action
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json

Draft = Callable[..., Agreement]
SAME = "The same day, the same parties, the same text."


@pytest.fixture
def public(draft: Draft, editor: Person, reviewer: Person) -> Draft:
    """A published pact; each is a day later than the one before."""
    at = iter(NOON + timedelta(days=n) for n in range(100))

    def make(**said: Any) -> Agreement:
        agreement = draft(**said)
        publish(submit(agreement, by=editor, at=(moment := next(at))), by=reviewer, at=moment)
        agreement.refresh_from_db()
        return agreement

    return make


def merged(survivor: Agreement, other: Agreement, by: Person, *, days: int = 10, **said: Any) -> Merger:
    return merge(survivor, other, by=by, at=NOON + timedelta(days=days), reason=SAME, **said)


def published(agreement: Agreement, editor: Person, reviewer: Person, *, days: int = 11) -> Any:
    at = NOON + timedelta(days=days)
    return publish(submit(agreement, by=editor, at=at), by=reviewer, at=at)


def record_of(agreement: Agreement) -> Record:
    assert agreement.record is not None
    return agreement.record


def last_of(reference: str) -> Any:
    return Record.objects.get(reference=reference).revisions.last()


def listed() -> list[str]:
    return sorted(entry.reference for entry in ask(Question(on=NOON.date())).entries)


def test_nothing_is_public_before_a_reviewer_publishes_the_survivor(public: Draft, editor: Person, reviewer: Person) -> None:
    one, other = public(), public(title="Pact of Security", form="treaty")

    merger = merged(one, other, editor)

    assert merger.state is MergerState.OPEN
    assert [title.title for title in compose(one).other_titles] == ["Pact of Security"]
    assert listed() == ["E0001", "E0002"]
    assert entry_of("E0001").form is None

    published(one, editor, reviewer)

    assert Merger.objects.get().state is MergerState.DONE
    assert listed() == ["E0001"]
    assert entry_of("E0001").form == "treaty"
    with pytest.raises(Moved) as moved:
        entry_of("E0002")
    assert moved.value.new == "E0001"


def test_the_old_record_ends_with_a_revision_that_says_where_it_goes_on(public: Draft, editor: Person, reviewer: Person) -> None:
    one, other = public(), public(title="Pact of Security")
    merged(one, other, editor)
    published(one, editor, reviewer)

    last = last_of("E0002")

    assert (last.number, last.action, last.merged_into.reference, last.note) == (2, Action.MERGED, "E0001", SAME)
    assert (last.submitted_by, last.published_by) == (editor, reviewer)
    assert last.document == revision_of("E0002", 1).document
    assert list(faults()) == []
    assert list(restate(check=True)) == []


def test_the_register_remembers_the_two_as_it_knew_them_before(public: Draft, editor: Person, reviewer: Person) -> None:
    one, other = public(), public(title="Pact of Security")
    merged(one, other, editor)
    published(one, editor, reviewer)

    before, after = ((NOON + timedelta(days=days)).date() for days in (5, 12))

    assert entry_of("E0002", as_known=before).title == "Pact of Security"
    with pytest.raises(Moved):
        entry_of("E0002", as_known=after)
    assert Entry.objects.filter(reference="E0002").count() == 1


def test_a_chain_of_mergers_is_followed_to_its_end(public: Draft, editor: Person, reviewer: Person) -> None:
    first, second, third = public(), public(title="Second"), public(title="Third")
    merged(second, third, editor)
    published(second, editor, reviewer)
    merged(first, second, editor, days=12)
    published(first, editor, reviewer, days=13)

    assert present_references({"E0001", "E0002", "E0003", "E0009"}) == {
        "E0001": "E0001", "E0002": "E0001", "E0003": "E0001", "E0009": "E0009",
    }  # fmt: skip
    with pytest.raises(Moved) as moved:
        entry_of("E0003", as_known=(NOON + timedelta(days=11)).date())
    assert moved.value.new == "E0002"


def test_relations_to_a_merged_record_lead_to_the_one_that_stayed(
    public: Draft, editor: Person, reviewer: Person, django_assert_num_queries: Any
) -> None:
    one, other = public(title="The survivor"), public(title="Pact of Security")
    with django_assert_num_queries(1):
        assert {name: place.title for name, place in places_of({"E0001", "E0002"}).items()} == {
            "E0001": "The survivor",
            "E0002": "Pact of Security",
        }
    merged(one, other, editor)
    published(one, editor, reviewer)

    assert {name: (place.reference, place.title) for name, place in places_of({"E0002", "E0009"}).items()} == {
        "E0002": ("E0001", "The survivor")
    }


def test_four_eyes_hold_for_the_merger_too(public: Draft, editor: Person, reviewer: Person) -> None:
    one, other = public(), public(title="Pact of Security")
    merged(one, other, reviewer)

    with pytest.raises(RuleBroken, match="Somebody else must publish"):
        published(one, editor, reviewer)

    assert listed() == ["E0001", "E0002"]


def test_a_draft_is_merged_at_once_and_is_kept(draft: Draft, editor: Person) -> None:
    one, other = draft(), draft(title="Pact of Security", identifiers=[{"scheme": "dcad", "value": "DCADv1.0-0001"}])

    merger = merged(one, other, editor)

    assert merger.state is MergerState.DONE
    assert [number.value for number in compose(one).identifiers] == ["DCADv1.0-0001"]
    assert compose(other).title == "Pact of Security"
    assert merger_of(other) == merger
    assert merger_of(one) is None


def test_a_draft_is_merged_into_a_public_record_and_not_the_other_way_round(public: Draft, draft: Draft, editor: Person) -> None:
    one, other = public(), draft(title="Pact of Security")

    with pytest.raises(RuleBroken, match="E0001 is public and the other is a draft"):
        merged(other, one, editor)

    assert merged(one, other, editor).state is MergerState.DONE


def test_what_was_merged_is_not_submitted_nor_merged_again(public: Draft, draft: Draft, editor: Person) -> None:
    one, other, third = public(), public(title="Pact of Security"), draft(title="Third")
    merged(one, other, editor)

    for step in (lambda: submit(other, by=editor, at=NOON), lambda: merged(third, other, editor), lambda: merged(other, third, editor)):
        with pytest.raises(RuleBroken, match="was merged into “Security Treaty”, and is kept as it was"):
            step()
    with pytest.raises(RuleBroken, match="waits to be merged into"):
        plan_merger(public(title="Fourth"), one)
    with pytest.raises(RuleBroken, match="one and the same"):
        merged(one, one, editor)


def test_what_waits_for_review_is_not_merged(public: Draft, draft: Draft, editor: Person) -> None:
    one, other = public(), draft(title="Pact of Security")
    submit(other, by=editor, at=NOON)

    with pytest.raises(RuleBroken, match="“Pact of Security” is waiting for review"):
        merged(one, other, editor)


def test_a_merger_says_why_and_was_looked_at_in_these_versions(draft: Draft, editor: Person) -> None:
    one, other = draft(), draft(title="Pact of Security")

    with pytest.raises(RuleBroken, match="Say how you know"):
        merge(one, other, by=editor, at=NOON, reason=" ")
    with pytest.raises(RuleBroken, match="Somebody saved one of them after you opened this page"):
        merge(one, other, by=editor, at=NOON, reason=SAME, seen={one.pk: 1, other.pk: 7})
    assert not Merger.objects.exists()


def test_records_that_name_each_other_are_not_merged(public: Draft, draft: Draft, editor: Person) -> None:
    one = public()
    other = draft(relations=[{"id": "r1", "kind": "supersedes", "target": "E0001"}])

    with pytest.raises(RuleBroken, match="it supersedes the other: they are two"):
        merged(one, other, editor)


def test_a_retracted_record_is_not_merged_into_another(public: Draft, editor: Person, reviewer: Person) -> None:
    one, other = public(), public(title="Pact of Security")
    retract(record_of(other), by=reviewer, at=NOON + timedelta(days=9), reason="A hoax.")

    with pytest.raises(RuleBroken, match="not public any more"):
        merged(one, other, editor)


def test_a_merger_that_nobody_published_is_taken_back_whole(public: Draft, editor: Person) -> None:
    one, other = public(), public(title="Pact of Security")
    before = canonical_json(compose(one))
    merger = merged(one, other, editor)

    assert take_back(merger, by=editor, at=NOON + timedelta(days=11))

    assert canonical_json(compose(one)) == before
    assert merger_of(other) is None
    with pytest.raises(RuleBroken, match="already"):
        take_back(merger, by=editor, at=NOON)


def test_taking_back_loses_nothing_that_was_typed_since(draft: Draft, editor: Person) -> None:
    one, other = draft(), draft(title="Pact of Security")
    merger = merged(one, other, editor)
    apply(pact(title="Typed since"), by=editor, at=NOON, to=one)

    assert not take_back(merger, by=editor, at=NOON)
    assert compose(one).title == "Typed since"


def test_a_published_merger_is_undone_by_publishing_the_old_record_anew(public: Draft, editor: Person, reviewer: Person) -> None:
    one, other = public(), public(title="Pact of Security")
    merger = merged(one, other, editor)
    published(one, editor, reviewer)
    merger.refresh_from_db()
    with pytest.raises(RuleBroken, match="not public"):
        retract(record_of(other), by=reviewer, at=NOON + timedelta(days=12), reason="No.")

    assert not take_back(merger, by=editor, at=NOON + timedelta(days=12))
    with pytest.raises(Moved):
        entry_of("E0002")
    published(other, editor, reviewer, days=13)

    assert entry_of("E0002").revision.number == 3
    assert listed() == ["E0001", "E0002"]
    assert list(faults()) == []


def test_the_database_refuses_a_merger_that_leads_nowhere_or_to_itself(public: Draft) -> None:
    record = record_of(public())
    for action, into in ((Action.MERGED, None), (Action.PUBLISHED, Record.objects.create(reference="E0777")), (Action.MERGED, record)):
        with pytest.raises(IntegrityError), transaction.atomic():
            append_revision(record, document="{}", by=None, at=NOON, action=action, merged_into=into)


def test_a_merger_is_proved_with_where_it_leads(public: Draft, editor: Person, reviewer: Person) -> None:
    from records.operations import link

    one, other = public(), public(title="Pact of Security")
    merged(one, other, editor)
    published(one, editor, reviewer)
    last = last_of("E0002")
    previous = last_of("E0001").chain

    assert link(previous, last) == last.chain
    last.merged_into = Record.objects.create(reference="E0777")
    assert link(previous, last) != last.chain
