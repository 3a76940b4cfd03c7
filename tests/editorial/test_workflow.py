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
from catalogue.reading import entry_of
from catalogue.refusing import Gone
from editorial.applying import UnknownParties, apply
from editorial.composing import compose
from editorial.models import Submission
from editorial.operations import admit, publish, retract, return_submission, submit, withdraw
from editorial.querysets import state_of
from editorial.rules import RuleBroken
from editorial.vocabulary import State, SubmissionState
from records.models import Record, Revision
from records.operations import append_revision, mint_record
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json, read_document

Draft = Callable[..., Agreement]
LATER = NOON + timedelta(hours=1)


def test_what_the_reviewer_read_is_what_is_published(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    submission = submit(agreement, by=editor, at=NOON)
    apply(pact(title="Typed after submission"), by=editor, at=NOON, to=agreement)

    revision = publish(submission, by=reviewer, at=LATER)

    published = read_document(revision.document)
    assert published.reference == "E0001"
    assert canonical_json(published.model_copy(update={"reference": None})) == submission.document
    assert (revision.number, revision.submitted_by, revision.published_by) == (1, editor, reviewer)


def test_a_reference_is_minted_at_first_publication_and_kept(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    assert compose(agreement).reference is None
    publish(submit(agreement, by=editor, at=NOON), by=reviewer, at=NOON)
    agreement.refresh_from_db()
    apply(pact(title="Better title"), by=editor, at=LATER, to=agreement)

    second = publish(submit(agreement, by=editor, at=LATER), by=reviewer, at=LATER)

    assert compose(agreement).reference == "E0001"
    assert (second.record.reference, second.number) == ("E0001", 2)
    assert entry_of("E0001").title == "Better title"


def test_the_public_sees_the_old_revision_while_the_record_is_edited(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    publish(submit(agreement, by=editor, at=NOON), by=reviewer, at=NOON)

    apply(pact(title="Unpublished wording"), by=editor, at=LATER, to=agreement)
    submit(agreement, by=editor, at=LATER)

    assert entry_of("E0001").title == "Security Treaty"
    assert not Entry.objects.filter(title="Unpublished wording").exists()


def test_nobody_publishes_what_they_submitted(draft: Draft, editor: Person) -> None:
    submission = submit(draft(), by=editor, at=NOON)

    with pytest.raises(RuleBroken, match="Somebody else must publish"):
        publish(submission, by=editor, at=NOON)
    assert not Revision.objects.exists()
    assert not Record.objects.exists()


def test_the_database_too_refuses_a_reviewer_who_submitted(editor: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        append_revision(mint_record(), document="{}", by=editor, submitted_by=editor, at=NOON)


def test_an_installation_may_allow_a_single_editor_and_the_revision_says_so(draft: Draft, editor: Person, settings: Any) -> None:
    settings.ENTENTE_FOUR_EYES = False

    assert publish(submit(draft(), by=editor, at=NOON), by=editor, at=NOON).by_one_editor


def test_a_document_at_fault_is_not_submitted_and_the_faults_are_named(draft: Draft, editor: Person) -> None:
    with pytest.raises(RuleBroken, match="at least two parties") as refusal:
        submit(draft(parties=["JPN"]), by=editor, at=NOON)

    assert [finding.path for finding in refusal.value.findings] == ["participations"]


def test_a_returned_submission_carries_a_comment_and_can_come_again(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    submission = submit(agreement, by=editor, at=NOON)
    with pytest.raises(RuleBroken, match="comment"):
        return_submission(submission, by=reviewer, at=NOON, comment=" ")

    returned = return_submission(submission, by=reviewer, at=LATER, comment="Which article?")

    assert (returned.state, returned.comment) == (SubmissionState.RETURNED, "Which article?")
    with pytest.raises(RuleBroken, match="returned already"):
        publish(returned, by=reviewer, at=LATER)
    assert submit(agreement, by=editor, at=LATER).state is SubmissionState.OPEN


def test_one_submission_waits_at_a_time(draft: Draft, editor: Person) -> None:
    agreement = draft()
    submit(agreement, by=editor, at=NOON)

    with pytest.raises(RuleBroken, match="waiting for review"):
        submit(agreement, by=editor, at=NOON)


def test_a_retracted_record_is_gone_with_its_reason_and_keeps_its_history(draft: Draft, editor: Person, reviewer: Person) -> None:
    record = publish(submit(draft(), by=editor, at=NOON), by=reviewer, at=NOON).record
    with pytest.raises(RuleBroken, match="why"):
        retract(record, by=reviewer, at=LATER, reason="")

    retract(record, by=reviewer, at=LATER, reason="It was a hoax.")

    with pytest.raises(Gone, match="It was a hoax"):
        entry_of("E0001")
    assert ask(Question(on=NOON.date())).count() == 0
    assert record.revisions.count() == 2
    with pytest.raises(RuleBroken, match="not public"):
        retract(record, by=reviewer, at=LATER, reason="Again.")


def test_a_retracted_record_can_be_published_again_under_its_reference(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    record = publish(submit(agreement, by=editor, at=NOON), by=reviewer, at=NOON).record
    retract(record, by=reviewer, at=LATER, reason="Doubtful.")

    publish(submit(agreement, by=editor, at=LATER), by=reviewer, at=LATER + timedelta(hours=1))

    assert entry_of("E0001").revision.number == 3


def test_an_admitted_document_keeps_its_reference_and_the_next_one_is_higher(draft: Draft, editor: Person, reviewer: Person) -> None:
    admit(pact(reference="E0412"), at=NOON, note="Starting register")

    assert publish(submit(draft(), by=editor, at=NOON), by=reviewer, at=NOON).record.reference == "E0413"
    with pytest.raises(ValueError, match="E0412 is taken"):
        admit(pact(reference="E0412"), at=NOON, note="Again")
    with pytest.raises(RuleBroken, match="brings its reference"):
        admit(pact(), at=NOON, note="Without")


def test_a_document_with_an_unknown_party_is_refused_whole(editor: Person) -> None:
    with pytest.raises(UnknownParties, match="RURITANIA"):
        apply(pact(parties=["JPN", "RURITANIA"]), by=editor, at=NOON)
    assert not Agreement.objects.exists()


def test_applying_to_an_agreement_replaces_all_it_held(draft: Draft, editor: Person) -> None:
    agreement = draft(provisions=[{"id": "p1", "kind": "logistics", "obligors": ["USA"]}], in_force="1952")
    shorter = pact(title="Shorter", parties=["FRA", "GBR"])

    again = apply(shorter, by=editor, at=LATER, to=agreement)

    assert again.pk == agreement.pk
    assert again.version == 2
    assert compose(agreement) == shorter


def test_one_source_cited_by_two_agreements_is_entered_once(draft: Draft) -> None:
    one, other = draft(), draft(title="Another")

    assert one.listed_sources.get().source == other.listed_sources.get().source


def test_composing_costs_the_same_for_three_events_and_for_thirty(draft: Draft, django_assert_num_queries: Any) -> None:
    def long(count: int) -> Agreement:
        events = [
            {"id": f"x{n}", "kind": "announced", "date": "1951", "party": "JPN", "evidence": [{"source": "s1"}]} for n in range(count)
        ]
        provisions = [{"id": f"p{n}", "kind": "logistics", "obligors": ["JPN"], "evidence": [{"source": "s1"}]} for n in range(count)]
        return draft(events=events, provisions=provisions)

    for agreement in (long(3), long(30)):
        with django_assert_num_queries(17):
            compose(agreement)


def test_a_state_says_how_far_an_agreement_has_come(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    seen = [state_of(agreement)]
    withdraw(submit(agreement, by=editor, at=NOON), by=editor, at=NOON)
    seen.append(state_of(agreement))
    waiting = submit(agreement, by=editor, at=NOON)
    seen.append(state_of(agreement))
    return_submission(waiting, by=reviewer, at=NOON, comment="Why?")
    seen.append(state_of(agreement))
    record = publish(submit(agreement, by=editor, at=NOON), by=reviewer, at=NOON).record
    seen.append(state_of(agreement))
    apply(pact(title="Edited"), by=editor, at=LATER, to=agreement)
    seen.append(state_of(agreement))
    retract(record, by=reviewer, at=LATER, reason="A hoax.")
    seen.append(state_of(agreement))

    assert seen == [State.DRAFT, State.DRAFT, State.WAITING, State.RETURNED, State.PUBLISHED, State.EDITED, State.RETRACTED]


def test_what_is_typed_while_it_waits_leaves_it_edited_since_publication(draft: Draft, editor: Person, reviewer: Person) -> None:
    agreement = draft()
    waiting = submit(agreement, by=editor, at=NOON)
    apply(pact(title="Typed after submission"), by=editor, at=NOON, to=agreement)

    publish(waiting, by=reviewer, at=LATER)

    assert state_of(agreement) is State.EDITED


def test_an_admitted_record_is_published(loaded: None) -> None:
    revision = admit(pact(reference="E0412"), at=NOON, note="Starting register")

    assert state_of(Agreement.objects.get(record=revision.record)) is State.PUBLISHED


def test_only_who_submitted_withdraws_and_nobody_returns_their_own(draft: Draft, editor: Person, reviewer: Person) -> None:
    waiting = submit(draft(), by=editor, at=NOON)
    with pytest.raises(RuleBroken, match="Only who submitted"):
        withdraw(waiting, by=reviewer, at=NOON)
    with pytest.raises(RuleBroken, match="withdraw it instead"):
        return_submission(waiting, by=editor, at=NOON, comment="Mine.")

    assert withdraw(waiting, by=editor, at=NOON).state is SubmissionState.WITHDRAWN


def test_the_database_refuses_a_decision_by_who_submitted(draft: Draft, editor: Person) -> None:
    waiting = submit(draft(), by=editor, at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=waiting.pk).update(state=SubmissionState.PUBLISHED, decided_by=editor)


def test_a_single_editor_returns_and_publishes_and_each_row_says_so(draft: Draft, editor: Person, settings: Any) -> None:
    settings.ENTENTE_FOUR_EYES = False
    agreement = draft()
    returned = return_submission(submit(agreement, by=editor, at=NOON), by=editor, at=NOON, comment="On second thoughts.")
    published = submit(agreement, by=editor, at=NOON)
    publish(published, by=editor, at=NOON)

    assert [Submission.objects.get(pk=one.pk).by_one_editor for one in (returned, published)] == [True, True]


def test_nothing_is_published_but_what_was_read(draft: Draft, editor: Person, reviewer: Person) -> None:
    waiting = submit(draft(), by=editor, at=NOON)
    with pytest.raises(RuleBroken, match="not the one you read"):
        publish(waiting, by=reviewer, at=NOON, as_read="0" * 64)
    Submission.objects.filter(pk=waiting.pk).update(document=canonical_json(pact(title="Slipped in")))
    with pytest.raises(RuleBroken, match="not the one you read"):
        publish(waiting, by=reviewer, at=NOON, as_read=waiting.sha256)

    assert not Revision.objects.exists()
