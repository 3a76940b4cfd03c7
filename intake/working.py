"""What each kind of errand does: it reads, which may take its time, and then writes all of it in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intake.applying import apply_plan
from intake.batches import publish_batch, return_batch, submit_batch
from intake.cells.column import Circumstances
from intake.deliveries import answers_of, mark_applied, opened, refuse_delivery
from intake.models import Delivery, Errand
from intake.people import people_of_the_register
from intake.planning.keeping import keep_plan, kept_plan
from intake.planning.making import Progress, make_plan
from intake.planning.plan import Plan
from intake.reading.refusing import FileRefused
from intake.undoing import undo_batch
from intake.vocabulary import ErrandKind, Outcome
from records.vocabulary import JobState


@dataclass(frozen=True)
class Ended:
    """How an errand ended, in a sentence, and with how many records."""

    state: JobState
    report: str
    done: int = 0


@dataclass(frozen=True)
class Work:
    """`read` writes nothing, and what it finds is what `write` is given, inside the transaction."""

    write: Callable[[Any, Progress], Ended]
    read: Callable[[Progress], Any] = lambda progress: None


def work_of(errand: Errand, *, at: datetime) -> Work:
    """What has to be done for an errand."""
    if errand.kind is ErrandKind.PLAN:
        return _planning(_delivery(errand), at)
    if errand.kind is ErrandKind.APPLY:
        return Work(lambda _, progress: _apply(errand, at, progress))
    return Work(lambda _, progress: _on_batch(errand, at, progress))


def _planning(delivery: Delivery, at: datetime) -> Work:
    def read(progress: Progress) -> Plan | FileRefused:
        try:
            with opened(delivery) as data_set:
                given = Circumstances(people_of_the_register(), at.date())
                return make_plan(data_set, given, answers=answers_of(delivery), progress=progress)
        except FileRefused as fault:
            return fault

    def write(found: Plan | FileRefused, progress: Progress) -> Ended:
        if isinstance(found, FileRefused):
            refuse_delivery(delivery, found.refusal)
            return Ended(JobState.FAILED, f"The file is refused. {found}")
        keep_plan(delivery, found)
        return Ended(JobState.DONE, f"The plan is made: {told(found)}.", len(found.items))

    return Work(write, read)


def _apply(errand: Errand, at: datetime, progress: Progress) -> Ended:
    delivery = _delivery(errand)
    plan = kept_plan(delivery)
    batch = apply_plan(plan, by=errand.by, at=at, only_good=bool(errand.told.get("only_good")), progress=progress)
    mark_applied(delivery, batch)
    return Ended(JobState.DONE, f"Brought in as batch {batch.pk}: {told(plan)}.", len(plan.items))


def _on_batch(errand: Errand, at: datetime, progress: Progress) -> Ended:
    batch, by, said = errand.batch, errand.by, errand.told
    if batch is None:
        raise TypeError("A batch is wanted.")
    match errand.kind:
        case ErrandKind.SUBMIT:
            done, what = submit_batch(batch, by=by, at=at, progress=progress), "submitted for review"
        case ErrandKind.PUBLISH:
            done, what = publish_batch(batch, by=by, at=at, progress=progress), "published"
        case ErrandKind.RETURN:
            done, what = return_batch(batch, by=by, at=at, comment=str(said["comment"]), progress=progress), "returned"
        case _:
            done, what = undo_batch(batch, by=by, at=at, reason=str(said["reason"]), progress=progress), "taken back"
    return Ended(JobState.DONE, f"{done:,} records were {what}.", done)


def told(plan: Plan) -> str:
    """The outcomes of a plan in words."""
    counts = plan.counts()
    return ", ".join(f"{counts[outcome]:,} {outcome.label.lower()}" for outcome in Outcome if counts[outcome]) or "it has no records"


def _delivery(errand: Errand) -> Delivery:
    if errand.delivery is None:
        raise TypeError("A file is wanted.")
    return errand.delivery
