"""The rule book over the whole register: what it counts, what it keeps, and that it costs no query for each record."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.auditing import audit, verdicts
from catalogue.models import Audit, AuditFinding
from tests.catalogue.conftest import Publish
from tests.factories import NOON

UNCODED = {"kind": None}


def test_a_sound_register_has_no_findings(publish: Publish) -> None:
    publish()

    made = audit(at=NOON)

    assert (made.records, made.sound, verdicts(made)) == (1, 1, [])


def test_each_rule_counts_its_records_and_its_places(publish: Publish) -> None:
    publish()
    publish(**UNCODED)
    publish(**UNCODED)

    made = audit(at=NOON)

    assert (made.records, made.sound) == (3, 1)
    assert [(one.rule.id(), one.records, one.places) for one in verdicts(made)] == [("kind-is-coded", 2, 2)]
    assert [found.entry.reference for found in made.findings.all()] == ["E0002", "E0003"]


def test_the_findings_of_the_last_audit_take_the_place_of_the_others_and_the_trend_stays(publish: Publish) -> None:
    publish(**UNCODED)

    audit(at=NOON)
    last = audit(at=NOON + timedelta(days=1))

    assert Audit.objects.count() == 2
    assert {found.audit for found in AuditFinding.objects.all()} == {last}


def test_the_command_says_how_many_are_sound_and_why_the_others_are_not(publish: Publish) -> None:
    publish(**UNCODED)
    said = StringIO()

    call_command("audit", "--list", stdout=said)

    assert "0 of 1 records are sound." in said.getvalue()
    assert "E0001 kind: kind-is-coded" in said.getvalue()


@pytest.mark.parametrize("records", [3, 30])
def test_it_costs_the_same_queries_for_few_records_and_for_many(publish: Publish, records: int) -> None:
    for _ in range(records):
        publish(**UNCODED)

    with CaptureQueriesContext(
        connection,
    ) as said:
        audit(at=NOON)

    assert len(said) <= 13
