"""The list of files: for each what it is, how it stands, and what waits to be done with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.intake.sets import label_of
from intake.models import Delivery, Errand
from intake.vocabulary import DeliveryState, Outcome
from records.vocabulary import UNDER_WAY

LOOKS = {
    DeliveryState.BROUGHT: "waiting",
    DeliveryState.REFUSED: "error",
    DeliveryState.PLANNED: "edited",
    DeliveryState.APPLIED: "published",
}


@dataclass(frozen=True)
class FileLine:
    """One file of the list. `errand` is the work that is under way on it."""

    delivery: Delivery
    data_set: str
    look: str
    counts: tuple[tuple[str, int], ...]
    errand: Errand | None


def lines_of(deliveries: Iterable[Delivery]) -> list[FileLine]:
    """Two queries: the files, and the work that is under way on any of them."""
    files = list(deliveries)
    errands = Errand.objects.filter(delivery__in=[file.pk for file in files], job__state__in=UNDER_WAY).select_related("job")
    under_way = {errand.delivery_id: errand for errand in errands}
    return [FileLine(file, label_of(file.data_set, file.only), look_of(file), told(file.counts), under_way.get(file.pk)) for file in files]


def look_of(delivery: Delivery) -> str:
    """The colour of its state, which stands in words."""
    return LOOKS.get(DeliveryState(delivery.state), "")


def told(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The outcomes that occur."""
    return tuple((outcome.label.lower(), counts[outcome.value]) for outcome in Outcome if counts.get(outcome.value))
