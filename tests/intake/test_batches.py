"""A batch goes through review as a whole: submitted by one, read by sample and published by another, or returned."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from accounts.roles import Role
from agreements.models import Agreement
from editorial.applying import apply
from editorial.composing import compose
from editorial.models import Submission
from editorial.operations import publish, return_submission, submit
from editorial.rules import NotByThisPerson, RuleBroken
from editorial.vocabulary import SubmissionState
from intake.batches import have_read, publish_batch, return_batch, sample_of, submit_batch
from intake.deliveries import receive, say_profile
from intake.errands import ask_for, run_errand
from intake.models import Batch, BatchLine, Errand
from intake.vocabulary import BatchState, ErrandKind
from records.models import Revision
from records.verifying import faults
from tests.digest import digest
from tests.factories import NOON
from tests.intake.people import somebody
from tests.intake.tables import PROFILE, table

Applied = Callable[..., Batch]


@pytest.fixture
def applied(manager: Person) -> Applied:
    """A batch of so many drafts."""

    def applied(rows: int = 10) -> Batch:
        delivery = receive(table(rows), name="pacts.csv", data_set="table", by=manager, at=NOON)
        say_profile(delivery, PROFILE, by=manager, at=NOON)
        for kind in (ErrandKind.PLAN, ErrandKind.APPLY):
            run_errand(ask_for(kind, by=manager, at=NOON, delivery=delivery).pk, at=NOON)
        return Batch.objects.get()

    return applied


def report(kind: ErrandKind, batch: Batch, *, by: Person, **told: str) -> str:
    """What the job of an errand on the batch says in the end."""
    errand = ask_for(kind, by=by, at=NOON, batch=batch, told=told)
    run_errand(errand.pk, at=NOON)
    return Errand.objects.select_related("job").get(pk=errand.pk).job.report


def read_sample(batch: Batch, *, by: Person) -> int:
    lines = sample_of(batch)
    for line in lines:
        have_read(line, by=by, at=NOON)
    return len(lines)


def state_of(batch: Batch) -> BatchState:
    return Batch.objects.get(pk=batch.pk).state


def test_a_batch_is_submitted_read_by_sample_and_published(applied: Applied, manager: Person, reviewer: Person):
    batch = applied(10)
    assert report(ErrandKind.SUBMIT, batch, by=manager) == "10 records were submitted for review."
    assert report(ErrandKind.PUBLISH, batch, by=reviewer) == "5 records of the sample have not been read."
    assert (state_of(batch), Revision.objects.count()) == (BatchState.SUBMITTED, 0)

    assert read_sample(batch, by=reviewer) == 5
    assert report(ErrandKind.PUBLISH, batch, by=reviewer) == "10 records were published."
    kept = Batch.objects.get()
    assert (kept.state, kept.published_by, kept.published_at is not None) == (BatchState.PUBLISHED, reviewer, True)
    assert set(Revision.objects.values_list("submitted_by", "published_by")) == {(manager.pk, reviewer.pk)}
    assert list(faults()) == []
    assert report(ErrandKind.UNDO, batch, by=reviewer, reason="The wrong file.") == "10 records were taken back."


def test_who_brought_it_in_does_not_publish_it(applied: Applied, manager: Person, reviewer: Person, settings: object):
    batch = applied(3)
    submit_batch(batch, by=manager, at=NOON)
    both = somebody("bo", Role.REVIEWER)
    Batch.objects.update(by=both)

    with pytest.raises(NotByThisPerson, match="a reviewer may"):
        ask_for(ErrandKind.PUBLISH, by=manager, at=NOON, batch=batch)
    with pytest.raises(NotByThisPerson, match="Somebody else must publish what you brought in"):
        ask_for(ErrandKind.PUBLISH, by=both, at=NOON, batch=batch)
    with pytest.raises(NotByThisPerson, match="Somebody else must publish what you brought in"):
        have_read(sample_of(batch)[0], by=both, at=NOON)


def test_a_batch_with_one_unsound_record_is_not_submitted_at_all(applied: Applied, manager: Person):
    batch = applied(3)
    there = Agreement.objects.get(title="Pact number 2")
    one_party = compose(there).participations[:1]
    apply(compose(there).model_copy(update={"participations": one_party}), by=manager, at=NOON, to=there)

    said = report(ErrandKind.SUBMIT, batch, by=manager)
    assert said.startswith("“Pact number 2”: ")
    assert (state_of(batch), Submission.objects.count()) == (BatchState.APPLIED, 0)


def test_what_is_public_as_it_is_needs_no_review_again(applied: Applied, manager: Person, reviewer: Person):
    batch = applied(3)
    publish(submit(Agreement.objects.get(title="Pact number 2"), by=manager, at=NOON), by=reviewer, at=NOON)

    assert submit_batch(batch, by=manager, at=NOON) == 2
    read_sample(batch, by=reviewer)
    assert publish_batch(batch, by=reviewer, at=NOON) == 2


def test_a_returned_batch_is_submitted_again_and_its_sample_read_again(applied: Applied, manager: Person, reviewer: Person):
    batch = applied(3)
    submit_batch(batch, by=manager, at=NOON)
    read_sample(batch, by=reviewer)
    with pytest.raises(RuleBroken, match="Say in a comment"):
        return_batch(batch, by=reviewer, at=NOON, comment=" ")
    assert report(ErrandKind.RETURN, batch, by=reviewer, comment="Which list is it?") == "3 records were returned."

    assert set(Submission.objects.values_list("state", "comment")) == {(SubmissionState.RETURNED, "Which list is it?")}
    assert state_of(batch) is BatchState.APPLIED
    assert BatchLine.objects.filter(read_by=None).count() == 3
    assert report(ErrandKind.SUBMIT, batch, by=manager) == "3 records were submitted for review."


def test_who_submitted_a_batch_withdraws_it(applied: Applied, manager: Person):
    batch = applied(3)
    submit_batch(batch, by=manager, at=NOON)
    return_batch(batch, by=manager, at=NOON, comment="A mistake.")

    assert set(Submission.objects.values_list("state", flat=True)) == {SubmissionState.WITHDRAWN}


def test_a_batch_of_which_one_was_returned_by_itself_is_not_published(applied: Applied, manager: Person, reviewer: Person):
    batch = applied(3)
    submit_batch(batch, by=manager, at=NOON)
    read_sample(batch, by=reviewer)
    return_submission(Submission.objects.get(agreement__title="Pact number 2"), by=reviewer, at=NOON, comment="Which list is it?")
    before = digest()

    with pytest.raises(RuleBroken, match="“Pact number 2” was returned or withdrawn by itself"):
        publish_batch(batch, by=reviewer, at=NOON)
    assert digest() == before


def test_what_waits_for_review_is_not_undone(applied: Applied, manager: Person):
    batch = applied(3)
    submit_batch(batch, by=manager, at=NOON)

    with pytest.raises(RuleBroken, match="It waits for review"):
        ask_for(ErrandKind.UNDO, by=manager, at=NOON, batch=batch, told={"reason": "The wrong file."})


def test_a_sample_is_the_same_for_everybody_and_holds_what_is_to_be_looked_at(applied: Applied):
    batch = applied(60)
    remarked = BatchLine.objects.order_by("pk").first()
    assert remarked is not None
    BatchLine.objects.filter(pk=remarked.pk).update(remarks=[{"sentence": "Look."}])
    sample = sample_of(batch)

    assert len(sample) == 8
    assert sample == sample_of(Batch.objects.get())
    assert remarked in sample


def test_submitting_costs_as_many_readings_for_few_as_for_many(applied: Applied, manager: Person):
    batch = applied(30)

    def queries(rows: int) -> int:
        BatchLine.objects.filter(batch=batch).exclude(pk__in=BatchLine.objects.order_by("pk").values("pk")[:rows]).update(outcome="same")
        with CaptureQueriesContext(connection) as asked:
            submit_batch(batch, by=manager, at=NOON)
        return sum(query["sql"].startswith("SELECT") and "merger" not in query["sql"] for query in asked)

    assert queries(30) < 60
