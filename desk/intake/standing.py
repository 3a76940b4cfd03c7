"""How a file stands: what waits to be done with it, by whom it is being worked on, and what carrying out its plan would mean."""

from dataclasses import dataclass

from desk.intake.lines import look_of
from desk.intake.narrowing import Counts
from desk.intake.records import Trouble, trouble_of
from desk.intake.sets import label_of
from intake.models import Delivery, Errand
from intake.table.adapter import AnyTable
from intake.vocabulary import DeliveryState, Outcome
from records.vocabulary import UNDER_WAY, JobState

OPEN = (DeliveryState.BROUGHT, DeliveryState.PLANNED, DeliveryState.REFUSED)
ENDED_BADLY = (JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True)
class Standing:
    """A file as its page tells of it. `errand` is under way; `failed` is the last one, where it ended badly."""

    data_set: str
    offered: str
    is_table: bool
    look: str
    refused_as: Trouble | None
    errand: Errand | None
    failed: Errand | None
    is_open: bool
    is_planned: bool
    records: int
    good: int
    same: int
    refused: int
    asked: int
    decided: int

    @property
    def left_out(self) -> int:
        """The records that cannot come in as the plan stands."""
        return self.refused + self.asked

    @property
    def is_outdated(self) -> bool:
        """Whether something was said since the plan was made, so that it has to be made anew."""
        return self.records > 0 and self.is_open and not self.is_planned


def standing_of(delivery: Delivery, counts: Counts) -> Standing:
    """Two queries: the last errand, and how many of the questions are answered."""
    last = Errand.objects.filter(delivery=delivery).select_related("job", "by").first()
    state = DeliveryState(delivery.state)
    answered = delivery.planned.filter(outcome=Outcome.ASKED, key__in=list(delivery.answers)).count()
    return Standing(
        data_set=label_of(delivery.data_set, delivery.only),
        offered=f"{delivery.data_set}:{delivery.only}" if delivery.only else delivery.data_set,
        is_table=delivery.data_set == AnyTable.name,
        look=look_of(delivery),
        refused_as=trouble_of(delivery.fault) if delivery.fault else None,
        errand=last if last and last.job.state in UNDER_WAY else None,
        failed=last if last and last.job.state in ENDED_BADLY else None,
        is_open=state in OPEN,
        is_planned=state is DeliveryState.PLANNED,
        records=counts.number(),
        good=counts.number(outcome=Outcome.CREATE) + counts.number(outcome=Outcome.CHANGE),
        same=counts.number(outcome=Outcome.SAME),
        refused=counts.number(outcome=Outcome.REFUSED),
        asked=counts.number(outcome=Outcome.ASKED),
        decided=answered,
    )
