from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.composing import compose
from editorial.duplicates import LikelyDuplicates, dismiss, duplicates_of, profiles, require_told_apart
from editorial.mergers import NotDuplicate
from editorial.merging import merge
from editorial.rules import RuleBroken
from tests.factories import NOON, event, pact
from tests.strategies import documents
from treaty.document.document import Document
from treaty.document.likeness import Profile, profile_of

Draft = Callable[..., Agreement]
ACSA = "Agreement on Reciprocal Provision of Supplies"
TREATY = {"scheme": "unts_registration", "value": "1234"}
ALL = Agreement.objects.all


def found(document: Document | Profile, **said: Any) -> list[str]:
    return [one.agreement.title for one in duplicates_of(document, among=ALL(), **said)]


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(documents())
def test_a_desk_copy_is_told_from_others_by_what_its_document_says(editor: Person, document: Document) -> None:
    agreement = apply(document.model_copy(update={"reference": None}), by=editor, at=NOON)

    assert profiles([agreement]) == {agreement.pk: profile_of(compose(agreement))}


def test_each_of_its_keys_leads_to_a_duplicate(draft: Draft) -> None:
    draft(title=ACSA, signed="1996-04-15", identifiers=[TREATY])

    by_number = pact(title="Something else", parties=(), signed=None, identifiers=[TREATY])
    by_day = pact(title="A treaty that the register named", title_is_generated=True, signed="1996-04-15", in_force=None)
    by_words = pact(title=f"The {ACSA}", signed=None)

    for document in (by_number, by_day, by_words):
        assert found(document) == [ACSA], document.title
    assert found(pact(title="Fishing Treaty", parties=("FRA", "GBR"), signed="1996-04-16")) == []


def test_days_that_are_known_less_exactly_are_near_too(draft: Draft) -> None:
    draft(title=ACSA, signed="1996-04-15")

    for day in ("1996", "1996-04", "1996-04~", "1996-04-15?"):
        assert found(pact(title=f"{ACSA} of them", signed=day)) == [ACSA], day


def test_another_title_leads_to_it_as_well(draft: Draft) -> None:
    draft(title="Verdrag", other_titles=[{"title": ACSA}], signed=None)

    assert found(pact(title=ACSA, signed=None)) == ["Verdrag"]


def test_a_later_agreement_of_the_same_parties_is_no_duplicate(draft: Draft) -> None:
    for title, day in ((f"Second {ACSA}", "2004-02-27"), (f"Agreement amending the {ACSA}", "1998-04-28")):
        draft(title=title, signed=day)

    assert found(pact(title=ACSA, signed="1996-04-15")) == []


def test_only_what_a_person_may_see_is_told(draft: Draft) -> None:
    mine, hidden = draft(title=ACSA), draft(title=ACSA)

    duplicates = duplicates_of(pact(title=ACSA), among=Agreement.objects.exclude(pk=hidden.pk))

    assert [one.agreement for one in duplicates] == [mine]


def test_the_record_itself_and_what_was_merged_away_are_no_duplicates(draft: Draft, editor: Person) -> None:
    one, other, third = draft(title=ACSA), draft(title=ACSA), draft(title=ACSA)
    merge(one, other, by=editor, at=NOON, reason="The same text.")

    assert [dup.agreement for dup in duplicates_of(compose(one), among=ALL(), but=one)] == [third]


def test_a_dismissal_is_remembered_for_both_and_says_who_and_why(draft: Draft, editor: Person) -> None:
    one, other = draft(title=ACSA), draft(title=ACSA)
    with pytest.raises(RuleBroken, match="Say how you can tell"):
        dismiss(other, one, by=editor, at=NOON, reason="")
    with pytest.raises(RuleBroken, match="one and the same"):
        dismiss(one, one, by=editor, at=NOON, reason="No.")

    dismiss(other, one, by=editor, at=NOON, reason="Two notes of one day.")
    dismiss(one, other, by=editor, at=NOON + timedelta(days=1), reason="Two notes of one day, numbered.")

    assert NotDuplicate.objects.count() == 1
    for this, that in ((one, other), (other, one)):
        (duplicate,) = duplicates_of(compose(this), among=ALL(), but=this)
        assert duplicate.agreement == that
        assert duplicate.dismissal is not None
        assert (duplicate.dismissal.by, duplicate.dismissal.reason) == (editor, "Two notes of one day, numbered.")


def test_a_submission_with_likely_duplicates_has_to_be_confirmed(draft: Draft, editor: Person) -> None:
    one, other = draft(title=ACSA), draft(title=ACSA)

    with pytest.raises(LikelyDuplicates, match="confirm that it is another") as warning:
        require_told_apart(one, compose(one), among=ALL(), confirmed=False)
    assert [duplicate.agreement for duplicate in warning.value.duplicates] == [other]
    require_told_apart(one, compose(one), among=ALL(), confirmed=True)
    dismiss(one, other, by=editor, at=NOON, reason="Two notes of one day.")
    require_told_apart(one, compose(one), among=ALL(), confirmed=False)


def test_a_look_up_costs_the_same_for_three_and_for_thirty(draft: Draft, django_assert_max_num_queries: Any) -> None:
    for count in (3, 27):
        for number in range(count):
            draft(
                title=f"{ACSA} {number}",
                identifiers=[{"scheme": "ukto", "value": str(1000 + number)}],
                events=[event("e9", "extension", "1999")],
            )
        first = Agreement.objects.first()
        with django_assert_max_num_queries(11):
            duplicates_of(pact(title=ACSA, identifiers=[TREATY]), among=ALL(), but=first)
