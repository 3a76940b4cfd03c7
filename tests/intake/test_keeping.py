"""A plan is kept as rows, and comes out of them as it went in."""

from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from editorial.applying import apply
from intake.adapters.dcad import Dcad
from intake.applying import apply_plan
from intake.cells.column import Circumstances
from intake.deliveries import opened, receive
from intake.models import Delivery
from intake.people import people_of_the_register
from intake.planning.keeping import keep_plan, kept_plan
from intake.planning.making import make_plan
from intake.planning.plan import Plan, csv_lines, json_lines
from intake.planning.telling import in_lines
from intake.vocabulary import DeliveryState, Outcome
from tests.factories import NOON, pact
from tests.intake.dcad_files import write


def brought(folder: Path, by: Person, *rows: dict[str, str]) -> tuple[Delivery, Plan]:
    """A file at the desk, and its plan."""
    path = write(folder / "dcad.csv", *rows)
    delivery = receive(path.read_bytes(), name="dcad.csv", data_set="dcad", by=by, at=NOON)
    return delivery, make_plan(Dcad(path), Circumstances(people_of_the_register(), NOON.date()))


def test_every_outcome_comes_back_as_it_was(manager: Person, tmp_path: Path):
    """One to create, one to change, the same, one to be asked about, one refused; one of them is suspicious."""
    same, changed = {"DCAid": "DCADv1.0-9004", "signYear": "1992"}, {"DCAid": "DCADv1.0-9005", "signYear": "1993"}
    apply_plan(brought(tmp_path, manager, same, changed)[1], by=manager, at=NOON)
    apply(pact(signed="1983-09-08"), by=manager, at=NOON)
    late = {**changed, "EIFYear": "1994", "EIFMonth": "2", "EIFDay": "1"}
    refused = {"DCAid": "DCADv1.0-9002", "ccode2": "2", "cowName2": "USA"}
    created = {"DCAid": "DCADv1.0-9003", "signYear": "1990", "EIFYear": "1989", "EIFMonth": "2", "EIFDay": "1"}
    delivery, plan = brought(tmp_path, manager, {}, refused, created, same, late)
    keep_plan(delivery, plan)
    again = kept_plan(Delivery.objects.get(pk=delivery.pk))

    assert {item.outcome for item in plan.items} == set(Outcome)
    assert again.items == plan.items
    for told in (in_lines, csv_lines, json_lines):
        assert list(told(again)) == list(told(plan))


def test_the_delivery_says_what_the_plan_holds(manager: Person, tmp_path: Path):
    delivery, plan = brought(tmp_path, manager, {}, {"DCAid": "DCADv1.0-9002", "ccode2": "2", "cowName2": "USA"})
    keep_plan(delivery, plan)
    keep_plan(delivery, plan)
    kept = Delivery.objects.get(pk=delivery.pk)

    assert (kept.state, kept.counts) == (
        DeliveryState.PLANNED,
        {"create": 1, "refused": 1, "suspicious": plan.suspicious(), "found": dict(plan.found())},
    )
    assert (kept.title, kept.about, kept.coverage) == (plan.title, str(plan.about), str(plan.coverage))
    assert [row.position for row in kept.planned.all()] == [0, 1]


def test_the_queries_of_keeping_do_not_grow_with_the_plan(manager: Person, tmp_path: Path):
    def queries(rows: int) -> int:
        made = [{"DCAid": f"DCADv1.0-{number:04d}", "signYear": "1990"} for number in range(1, rows + 1)]
        delivery, plan = brought(tmp_path, manager, *made)
        with CaptureQueriesContext(connection) as asked:
            keep_plan(delivery, plan)
            kept_plan(delivery)
        return len(asked)

    assert queries(3) == queries(30)


def test_what_no_database_can_store_does_not_stop_a_plan(manager: Person):
    """A document may name its title in characters that PostgreSQL refuses; it is refused as a record, and the others are planned."""
    content = b'{"title": "Pact\\u0000\\ud800", "reference": "E\\u0000"}\n{"title": "Other"}'
    delivery = receive(content, name="pacts.jsonl", data_set="documents", by=manager, at=NOON)
    with opened(delivery) as data_set:
        plan = make_plan(data_set, Circumstances(people_of_the_register(), NOON.date()))
    keep_plan(delivery, plan)

    assert [(row.outcome, row.title) for row in delivery.planned.all()] == [(Outcome.REFUSED, "Pact��"), (Outcome.REFUSED, "Other")]
    assert kept_plan(delivery).items == plan.items
