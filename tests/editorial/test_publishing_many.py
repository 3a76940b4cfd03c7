"""What is published together is what would have been published one by one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement, Deed
from catalogue.models import Binding, Bond, Clause, Entry, Happening, Participant, Period, Prospect, Tie
from editorial.applying import apply
from editorial.merging import merge
from editorial.models import Merger, Submission
from editorial.operations import publish, publish_all, submit, submit_all
from editorial.rules import NotByThisPerson, RuleBroken
from records.models import Ledger, Record, Revision
from records.verifying import faults
from tests.factories import NOON, event, pact

pytestmark = pytest.mark.django_db

Draft = Callable[..., Agreement]
LATER = NOON + timedelta(hours=1)
TABLES = (
    Ledger, Record, Revision, Agreement, Deed, Submission, Merger,
    Entry, Participant, Period, Binding, Tie, Prospect, Happening, Clause, Bond,
)  # fmt: skip


@pytest.fixture
def several(draft: Draft, editor: Person, reviewer: Person) -> list[Agreement]:
    """Drafts, a public one that was changed since, and one into which another public one was merged."""
    public, survivor, other = (draft(title=title) for title in ("Changed since", "Goes on", "Goes into it"))
    for one in (public, survivor, other):
        publish(submit(one, by=editor, at=NOON), by=reviewer, at=NOON)
        one.refresh_from_db()
    apply(pact(title="Changed since", ended="1960"), by=editor, at=NOON, to=public)
    merge(survivor, other, by=editor, at=NOON, reason="The same text.")
    many = draft(
        title="Of four",
        parties=("FRA", "GBR", "JPN", "USA"),
        in_force="1952",
        events=[event("e9", "withdrawal_effective", "1999-01-01", party="GBR")],
        duration={"term": {"kind": "fixed", "months": 1200}},
        relations=[{"id": "r1", "kind": "amends", "target": "E0001"}],
        provisions=[{"id": "p1", "kind": "consultation"}],
    )
    return [draft(title="First"), public, many, survivor, draft(title="Last", in_force="1953-02-01")]


def one_by_one(agreements: list[Agreement], editor: Person, reviewer: Person) -> None:
    submissions = [submit(one, by=editor, at=LATER) for one in agreements]
    for submission in submissions:
        publish(submission, by=reviewer, at=LATER, as_read=submission.sha256)


def together(agreements: list[Agreement], editor: Person, reviewer: Person) -> None:
    submissions = submit_all(agreements, by=editor, at=LATER)
    publish_all(submissions, by=reviewer, at=LATER, as_read={one.pk: one.sha256 for one in submissions})


def kept() -> dict[str, list[tuple[Any, ...]]]:
    """Every row that a publication writes, but for its own id, in the order in which the rows came; and the words."""
    rows = {model.__name__: list(model._default_manager.order_by("pk").values_list(*_columns(model))) for model in TABLES}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM catalogue_words ORDER BY 1")
        return rows | {"words": [row[1:] for row in cursor.fetchall()]}


def _columns(model: type[Model]) -> list[str]:
    """Its columns; a row of another table is named by its reference, for ids may leave gaps."""
    said = {"record": "record__reference", "merged_into": "merged_into__reference", "revision": "revision__serial", "entry": "entry__title"}
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    return [said.get(name, name) for name in fields]


def test_many_published_together_leave_the_rows_that_they_leave_one_by_one(
    several: list[Agreement], editor: Person, reviewer: Person
) -> None:
    left = []
    for how in (one_by_one, together):
        with transaction.atomic():
            how(several, editor, reviewer)
            left.append(kept())
            assert list(faults()) == []
            transaction.set_rollback(True)

    assert left[0].keys() == left[1].keys()
    for table, rows in left[0].items():
        assert left[1][table] == rows, table
        assert rows, table


def test_nothing_is_published_where_one_of_them_is_at_fault(several: list[Agreement], editor: Person, reviewer: Person) -> None:
    submissions = submit_all(several, by=editor, at=LATER)
    read = {one.pk: one.sha256 for one in submissions}
    before = kept()

    with pytest.raises(RuleBroken, match="not the one you read"):
        publish_all(submissions, by=reviewer, at=LATER, as_read=read | {submissions[-1].pk: "0" * 64})
    with pytest.raises(NotByThisPerson):
        publish_all(submissions, by=editor, at=LATER, as_read=read)
    assert kept() == before

    publish(submissions[2], by=reviewer, at=LATER)
    with pytest.raises(RuleBroken, match="was published already"):
        publish_all(submissions, by=reviewer, at=LATER, as_read=read)


def test_who_merged_two_records_does_not_publish_the_end_of_one(several: list[Agreement], editor: Person, reviewer: Person) -> None:
    submissions = submit_all(several, by=reviewer, at=LATER)

    with pytest.raises(NotByThisPerson):  # the editor had merged them
        publish_all(submissions, by=editor, at=LATER, as_read={})
    assert Revision.objects.count() == 3


def test_none_is_submitted_where_one_was_merged_into_another(several: list[Agreement], editor: Person) -> None:
    merged = Merger.objects.get().other

    with pytest.raises(RuleBroken, match="merged into “Goes on”"):
        submit_all([*several, merged], by=editor, at=LATER)
    assert not Submission.objects.filter(submitted_at=LATER).exists()


def test_thirty_are_published_for_the_queries_of_three(draft: Draft, editor: Person, reviewer: Person) -> None:
    asked = []
    for number in (3, 30):
        drafts = [draft(title=f"Pact {place} of {number}") for place in range(number)]
        with CaptureQueriesContext(connection) as captured:
            together(drafts, editor, reviewer)
        asked.append(len(captured))

    assert asked[1] <= asked[0] + 2  # where SQLite takes so many values in one statement, and no more
