"""The rule book over one batch: how many of its records are sound, and what each rule finds in the others."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement, Participation
from intake.applying import apply_plan
from intake.auditing import audit_batch
from intake.cells.column import Circumstances
from intake.deliveries import opened, receive, say_profile
from intake.models import Batch
from intake.people import people_of_the_register
from intake.planning.making import make_plan
from tests.factories import NOON
from tests.intake.tables import PROFILE, table


def batch_of(rows: int, by: Person) -> Batch:
    delivery = receive(table(rows), name="pacts.csv", data_set="table", by=by, at=NOON)
    with opened(say_profile(delivery, PROFILE, by=by, at=NOON)) as data_set:
        return apply_plan(make_plan(data_set, Circumstances(people_of_the_register(), NOON.date())), by=by, at=NOON)


def test_what_is_unsound_is_counted_by_rule_and_named(manager: Person, capsys: pytest.CaptureFixture[str]):
    batch = batch_of(4, manager)
    before = audit_batch(batch, on=NOON.date())
    faulty = Agreement.objects.get(title="Pact number 2")
    Participation.objects.filter(agreement=faulty).last().delete()  # type: ignore[union-attr]
    after = audit_batch(batch, on=NOON.date())

    assert (before.records, after.records) == (4, 4)
    assert after.sound < 4
    assert {agreement for agreement, found in after.places if found not in [one for _, one in before.places]} == {faulty}
    assert after.score == after.sound / 4
    call_command("audit", "--batch", str(batch.pk), "--list")
    printed = capsys.readouterr().out
    assert printed.startswith(f"{after.sound} of 4 records of batch {batch.pk} are sound.\n")
    assert all(one.rule.sentence() in printed for one in after.verdicts)
    assert "“Pact number 2” " in printed
    with pytest.raises(CommandError, match="There is no batch 77"):
        call_command("audit", "--batch", "77")


def test_the_queries_do_not_grow_with_the_batch(manager: Person):
    batch = batch_of(30, manager)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            audit_batch(batch, on=NOON.date())
        return len(asked)

    many = queries()
    batch.lines.filter(pk__gt=batch.lines.order_by("pk")[2].pk).update(outcome="same")
    assert queries() == many
