"""Long work is a row: asked for, done once, stopped on a wish, and begun again when its worker died."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.db import DatabaseError
from django.test import override_settings

from accounts.models import Person
from accounts.roles import Role
from agreements.models import Agreement
from editorial.applying import apply
from editorial.composing import compose
from editorial.rules import NotByThisPerson, RuleBroken
from intake import errands
from intake.deliveries import decide, receive, say_profile
from intake.errands import ask_for, ask_to_stop, progress_of, run_errand, waiting
from intake.models import Delivery, Errand
from intake.vocabulary import DeliveryState, ErrandKind, Outcome
from intake.working import Work
from records.models import Job
from records.operations import begin_waiting_job
from records.progress import Reporter, wish_to_stop
from records.vocabulary import JobState
from tests.digest import digest
from tests.factories import NOON
from tests.intake.people import somebody
from tests.intake.tables import PROFILE, table

Brought = Callable[..., Delivery]
UNSAID = ("records_job",)


@pytest.fixture
def brought(manager: Person) -> Brought:
    """A table of so many pacts that lies at the desk, with its profile."""

    def brought(rows: int = 3, **said: Any) -> Delivery:
        delivery = receive(table(rows, **said), name="pacts.csv", data_set="table", by=manager, at=NOON)
        return say_profile(delivery, PROFILE, by=manager, at=NOON)

    return brought


def done(kind: ErrandKind, *, by: Person, **said: Any) -> Job:
    """The job of an errand that was asked for and run."""
    errand = ask_for(kind, by=by, at=NOON, **said)
    run_errand(errand.pk, at=NOON)
    return Job.objects.get(pk=errand.job_id)


def done_with(delivery: Delivery, *, by: Person) -> None:
    """The file was planned and brought in."""
    for kind in (ErrandKind.PLAN, ErrandKind.APPLY):
        job = done(kind, by=by, delivery=delivery)
        assert job.state is JobState.DONE, job.report


def job_of(errand: Errand) -> Job:
    return Job.objects.get(pk=errand.job_id)


def test_a_plan_is_made_and_carried_out(brought: Brought, manager: Person):
    delivery = brought(3)
    planned = done(ErrandKind.PLAN, by=manager, delivery=delivery)
    assert (planned.state, planned.report, planned.done) == (JobState.DONE, "The plan is made: 3 create.", 3)
    assert Agreement.objects.count() == 0

    applied = done(ErrandKind.APPLY, by=manager, delivery=delivery)
    delivery.refresh_from_db()
    assert applied.report == f"Brought in as batch {delivery.batch_id}: 3 create."
    assert (delivery.state, bytes(delivery.content), Agreement.objects.count()) == (DeliveryState.APPLIED, b"", 3)
    assert set(delivery.planned.values_list("document", flat=True)) == {""}


def test_a_plan_with_faults_is_carried_out_only_on_request(brought: Brought, manager: Person):
    delivery = brought(3, faults=1)
    done(ErrandKind.PLAN, by=manager, delivery=delivery)
    refused = done(ErrandKind.APPLY, by=manager, delivery=delivery)

    assert (refused.state, Agreement.objects.count()) == (JobState.FAILED, 0)
    assert refused.report.startswith("Of 3 records 1 is refused.")
    assert done(ErrandKind.APPLY, by=manager, delivery=delivery, told={"only_good": True}).state is JobState.DONE
    assert Agreement.objects.count() == 2


def test_a_file_that_turns_out_unreadable_is_refused_with_its_fault(brought: Brought, manager: Person):
    delivery = receive(table(3) + b'\nP9,"Pact', name="pacts.csv", data_set="table", by=manager, at=NOON)
    say_profile(delivery, PROFILE, by=manager, at=NOON)
    job = done(ErrandKind.PLAN, by=manager, delivery=delivery)
    delivery.refresh_from_db()

    assert job.state is JobState.FAILED
    assert (delivery.state, delivery.fault["code"], delivery.fault["row"]) == (DeliveryState.REFUSED, "damaged", 5)
    assert delivery.fault["sentence"] in job.report
    assert delivery.planned.count() == 0


def test_what_was_shown_is_what_is_written_or_nothing_is(brought: Brought, manager: Person):
    """The second table says more of the same pacts; before its plan is carried out, somebody saves one of them."""
    done_with(brought(3), by=manager)
    more = brought(3, in_force="2025-01-31")
    done(ErrandKind.PLAN, by=manager, delivery=more)
    for asked in more.planned.all():
        decide(more, asked.key, f"draft {Agreement.objects.get(title=asked.title).pk}", "The same list.", by=manager)
    done(ErrandKind.PLAN, by=manager, delivery=more)
    there = Agreement.objects.get(pk=more.planned.filter(outcome=Outcome.CHANGE).values("agreement")[:1])
    apply(compose(there).model_copy(update={"note": "Looked at."}), by=manager, at=NOON, to=there)
    errand = ask_for(ErrandKind.APPLY, by=manager, at=NOON, delivery=more)
    before = digest(UNSAID)
    run_errand(errand.pk, at=NOON)

    assert job_of(errand).report == f"“{there}” was saved after the plan was made. Make the plan anew."
    assert digest(UNSAID) == before
    done_with(more, by=manager)
    assert sorted(one.version for one in Agreement.objects.all()) == [2, 2, 3]


def test_the_same_file_again_changes_nothing(brought: Brought, manager: Person):
    done_with(brought(3), by=manager)
    before = [(one.pk, one.version) for one in Agreement.objects.order_by("pk")]
    done_with(brought(3), by=manager)

    assert [(one.pk, one.version) for one in Agreement.objects.order_by("pk")] == before


def test_one_piece_of_work_at_a_time_is_done_on_a_file(brought: Brought, manager: Person):
    delivery = brought()
    ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=delivery)

    with pytest.raises(RuleBroken, match="Work on it is under way"):
        ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=delivery)
    with pytest.raises(RuleBroken, match="Work on it is under way"):
        say_profile(delivery, PROFILE, by=manager, at=NOON)


def test_what_is_not_possible_or_not_allowed_is_no_row(brought: Brought, manager: Person):
    delivery = brought()

    with pytest.raises(RuleBroken, match="Its plan has to be made first"):
        ask_for(ErrandKind.APPLY, by=manager, at=NOON, delivery=delivery)
    with pytest.raises(NotByThisPerson, match="a data manager may"):
        ask_for(ErrandKind.PLAN, by=somebody("eve", Role.EDITOR), at=NOON, delivery=delivery)
    assert (Errand.objects.count(), Job.objects.count()) == (0, 0)


def test_what_waits_can_be_stopped(brought: Brought, manager: Person):
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
    with pytest.raises(NotByThisPerson):
        ask_to_stop(errand, by=somebody("eve", Role.EDITOR))
    ask_to_stop(errand, by=manager)
    assert progress_of(errand).is_stopping
    run_errand(errand.pk, at=NOON)

    assert (job_of(errand).state, waiting()) == (JobState.CANCELLED, [])
    with pytest.raises(RuleBroken, match="ended already"):
        ask_to_stop(errand, by=manager)


@pytest.fixture
def every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work asks at every step whether it is to stop, and not twice a second."""
    monkeypatch.setattr("records.progress.EVERY", 0)


@pytest.mark.usefixtures("every_step")
def test_work_that_is_stopped_in_its_midst_leaves_nothing(brought: Brought, manager: Person, monkeypatch: pytest.MonkeyPatch):
    delivery = brought(5)
    done(ErrandKind.PLAN, by=manager, delivery=delivery)
    errand = ask_for(ErrandKind.APPLY, by=manager, at=NOON, delivery=delivery)
    before, told = digest(UNSAID), []

    class Impatient(Reporter):
        def __call__(self, done: int, total: int | None = None) -> None:
            if done == 3:
                ask_to_stop(errand, by=manager)
            super().__call__(done, total)
            told.append(progress_of(errand))

    with monkeypatch.context() as patched:
        patched.setattr(errands, "Reporter", Impatient)
        run_errand(errand.pk, at=NOON)

    assert [(said.done, said.total, said.state) for said in told] == [(1, 5, JobState.RUNNING), (2, 5, JobState.RUNNING)]
    assert (job_of(errand).state, job_of(errand).report) == (JobState.CANCELLED, "It was stopped, and nothing of it was written.")
    assert digest(UNSAID) == before
    assert done(ErrandKind.APPLY, by=manager, delivery=delivery).state is JobState.DONE


def test_the_work_goes_on_while_the_cache_of_progress_is_away(brought: Brought, manager: Person, caplog: pytest.LogCaptureFixture):
    away = {**caches.settings, "progress": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}}
    with override_settings(CACHES=away), caplog.at_level(logging.WARNING, "records.progress"):
        errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
        with pytest.raises(RuleBroken, match="cannot be reached"):
            ask_to_stop(errand, by=manager)
        run_errand(errand.pk, at=NOON)
        assert (progress_of(errand).state, progress_of(errand).done) == (JobState.DONE, 3)
    assert "The cache of progress is away" in caplog.text


def test_what_a_dead_worker_left_is_begun_again_from_the_start(brought: Brought, manager: Person):
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
    begin_waiting_job(errand.job, at=NOON)

    assert waiting() == [errand.pk]
    run_errand(errand.pk, at=NOON)
    assert (job_of(errand).state, job_of(errand).begun, waiting()) == (JobState.DONE, 2, [])


def test_work_that_kills_its_workers_is_given_up(brought: Brought, manager: Person):
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
    for _ in range(3):
        begin_waiting_job(errand.job, at=NOON)
    run_errand(errand.pk, at=NOON)

    assert job_of(errand).state is JobState.FAILED
    assert job_of(errand).report.startswith("It was begun 3 times, and its worker died each time.")


def test_what_has_ended_is_not_done_again(brought: Brought, manager: Person):
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
    run_errand(errand.pk, at=NOON)
    before = digest()
    run_errand(errand.pk, at=NOON)

    assert digest() == before


def test_a_fault_of_the_program_ends_the_work_and_is_told(
    brought: Brought, manager: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())

    def faulty(found: Any, progress: Any) -> Any:
        return 1 / 0

    monkeypatch.setattr(errands, "work_of", lambda errand, at: Work(faulty))
    run_errand(errand.pk, at=NOON)

    assert job_of(errand).report == "It ended by a fault of the program (ZeroDivisionError), and nothing of it was written."
    assert "division by zero" in caplog.text


def test_a_database_that_goes_away_leaves_the_row_to_the_next_worker(brought: Brought, manager: Person, monkeypatch: pytest.MonkeyPatch):
    from django.db import OperationalError

    def away(found: Any, progress: Any) -> Any:
        raise OperationalError("server closed the connection")

    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
    monkeypatch.setattr(errands, "work_of", lambda errand, at: Work(away))
    with pytest.raises(DatabaseError):
        run_errand(errand.pk, at=NOON)

    assert (job_of(errand).state, waiting()) == (JobState.RUNNING, [errand.pk])


def test_a_wish_that_was_left_before_the_work_began_is_found(brought: Brought, manager: Person):
    errand = ask_for(ErrandKind.PLAN, by=manager, at=NOON, delivery=brought())
    wish_to_stop(errand.job)
    run_errand(errand.pk, at=NOON)

    assert job_of(errand).state is JobState.CANCELLED
