"""A plan as rows, and the same plan out of them: what was shown is what is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from intake.claims import Coverage
from intake.models import Delivery, PlannedRecord
from intake.planning.plan import Item, Likely, Plan
from intake.reading.refusing import Refusal
from intake.vocabulary import DeliveryState, Fault, Outcome

TOGETHER = 500
PLAIN = ("outcome", "key", "title", "group", "reason", "reference", "version", "said", "document")
LISTS = ("rows", "sentences")
FAULTS = ("refused", "remarks")
WITHOUT_DOCUMENTS = (*(name for name in PLAIN if name != "document"), *LISTS, *FAULTS, "candidates", "agreement_id")


@dataclass(frozen=True)
class KeptFile:
    """A file as its delivery has it: the name, the hash, and what its reader found out about it."""

    name: str
    sha256: str
    told: str

    def __str__(self) -> str:
        return self.told


@transaction.atomic
def keep_plan(delivery: Delivery, plan: Plan) -> Delivery:
    """Put the plan in place of the one that was kept before."""
    delivery.planned.all().delete()
    rows = (row_of(item, delivery, position) for position, item in enumerate(plan.items))
    PlannedRecord.objects.bulk_create(rows, batch_size=TOGETHER)
    delivery.title, delivery.about, delivery.coverage = plan.title[:1000], str(plan.about)[:2000], str(plan.coverage)[:2000]
    delivery.window = asdict(plan.coverage)
    counts = {outcome.value: times for outcome, times in plan.counts().items()}
    delivery.counts = counts | {"suspicious": plan.suspicious(), "found": dict(plan.found())}
    delivery.state, delivery.fault = DeliveryState.PLANNED, {}
    delivery.save(update_fields=["title", "about", "coverage", "window", "counts", "state", "fault"])
    return delivery


def kept_plan(delivery: Delivery) -> Plan:
    """The plan as it was kept. One query."""
    items = [item_of(row) for row in delivery.planned.all()]
    return Plan(delivery.data_set, delivery.title, _file(delivery), Coverage.kept(delivery.window), items)


@dataclass(frozen=True)
class PlanOnPaper:
    """A kept plan for whom tells it in lines: its records are read as they are told, and what they would write is left out."""

    delivery: Delivery

    @property
    def data_set(self) -> str:
        return self.delivery.data_set

    @property
    def about(self) -> KeptFile:
        return _file(self.delivery)

    @property
    def items(self) -> Iterator[Item]:
        rows = self.delivery.planned.values(*WITHOUT_DOCUMENTS)
        return (item_of(PlannedRecord(**row)) for row in rows.iterator(chunk_size=TOGETHER))

    def counts(self) -> Counter[Outcome]:
        return Counter({outcome: self.delivery.counts.get(outcome.value, 0) for outcome in Outcome})

    def suspicious(self) -> int:
        return int(self.delivery.counts.get("suspicious", 0))


def _file(delivery: Delivery) -> KeptFile:
    return KeptFile(delivery.file_name, delivery.file_sha256, delivery.about)


def row_of(item: Item, delivery: Delivery, position: int) -> PlannedRecord:
    """One record of a plan as a row."""
    lists: dict[str, Any] = {name: list(getattr(item, name)) for name in LISTS}
    lists["candidates"] = [asdict(one) for one in item.candidates]
    faults: dict[str, Any] = {name: [fault.said() for fault in getattr(item, name)] for name in FAULTS}
    plain = {name: getattr(item, name) for name in PLAIN}
    return PlannedRecord(
        delivery=delivery, position=position, suspicious=item.is_suspicious, agreement_id=item.agreement, **plain, **lists, **faults
    )


def item_of(row: PlannedRecord) -> Item:
    """The record of the plan that the row keeps."""
    lists: dict[str, Any] = {name: tuple(getattr(row, name)) for name in LISTS}
    lists["candidates"] = tuple(Likely(**{**one, "reasons": tuple(one["reasons"])}) for one in row.candidates)
    plain = {name: getattr(row, name) for name in PLAIN}
    faults: dict[str, Any] = {name: _faults(getattr(row, name)) for name in FAULTS}
    return Item(agreement=row.agreement_id, **plain, **lists, **faults)


def _faults(said: Iterable[dict[str, Any]]) -> tuple[Refusal, ...]:
    return tuple(fault_of(one) for one in said)


def fault_of(said: dict[str, Any]) -> Refusal:
    """The fault that was kept as plain values."""
    return Refusal(Fault(said["code"]), said["sentence"], said["row"], said["column"], said["value"], said["right"])
