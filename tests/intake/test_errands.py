"""Long work is a row: asked for, done once, stopped on a wish, and begun again when its worker died."""

from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import Person
from accounts.roles import Role
from agreements.models import Agreement
from intake.deliveries import receive, say_profile
from intake.errands import ask_for, run_errand
from intake.models import Delivery, Errand
from intake.vocabulary import DeliveryState, ErrandKind
from records.vocabulary import JobState
from tests.factories import NOON
from tests.intake.people import somebody
from tests.intake.tables import PROFILE, table


@pytest.fixture
def manager(loaded: None) -> Person:
    return somebody("dana", Role.DATA_MANAGER)


@pytest.fixture
def reviewer(loaded: None) -> Person:
    return somebody("rex", Role.REVIEWER)


Brought = Callable[..., Delivery]


@pytest.fixture
def brought(manager: Person) -> Brought:
    def brought(content: bytes) -> Delivery:
        delivery = receive(content, name="pacts.csv", data_set="table", by=manager, at=NOON)
        return say_profile(delivery, PROFILE, by=manager, at=NOON)

    return brought


def done(kind: ErrandKind, *, by: Person, **said: Any) -> Errand:
    """The errand, asked for and run."""
    errand = ask_for(kind, by=by, at=NOON, **said)
    run_errand(errand.pk, at=NOON)
    return Errand.objects.select_related("job", "delivery", "batch").get(pk=errand.pk)


def test_a_file_goes_from_plan_to_publication(brought: Brought, manager: Person, reviewer: Person):
    delivery = brought(table(10, faults=2))
    planned = done(ErrandKind.PLAN, by=manager, delivery=delivery)
    assert (planned.job.state, planned.job.report) == (JobState.DONE, "The plan is made: 8 create, 2 refused.")

    refused = done(ErrandKind.APPLY, by=manager, delivery=delivery)
    assert refused.job.state is JobState.FAILED
    assert refused.job.report.startswith("Of 10 records 2 are refused.")
    assert Agreement.objects.count() == 0

    done(ErrandKind.APPLY, by=manager, delivery=delivery, told={"only_good": True})
    delivery.refresh_from_db()
    batch = delivery.batch
    assert batch is not None
    assert (delivery.state, bytes(delivery.content), Agreement.objects.count()) == (DeliveryState.APPLIED, b"", 8)
    assert done(ErrandKind.SUBMIT, by=manager, batch=batch).job.report == "8 records were submitted for review."
