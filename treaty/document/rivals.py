"""Where sources give different days for one event: which statements are rivals, and which one their sources prefer."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Protocol, TypeVar

from treaty.document.days import PartialDay
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import ONCE
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.sources import SourceKind

Value = TypeVar("Value", bound=Hashable)


class Stated(Protocol):
    """What an event of a document and its row on the desk have in common."""

    @property
    def kind(self) -> EventKind: ...
    @property
    def date(self) -> PartialDay | None: ...
    @property
    def effective_date(self) -> PartialDay | None: ...
    @property
    def weight(self) -> Weight: ...
    @property
    def occurrence(self) -> Occurrence: ...


Event = TypeVar("Event", bound=Stated)


def rival_groups(events: Iterable[tuple[Hashable, Event]]) -> list[list[Event]]:
    """Events that contradict each other, each group in the order given.

    Each event comes with whom it concerns (one party, two, or nobody in particular). Rivals are of one kind, for the
    same party, and on different days. Of a kind that may come again, only those beside an event already marked as
    a rival are: an agreement is signed once, and may be extended often.
    """
    groups: dict[Hashable, list[Event]] = {}
    for concerned, event in events:
        if event.occurrence is Occurrence.HAPPENED:
            groups.setdefault((event.kind, concerned), []).append(event)
    return [group for group in groups.values() if _contradict(group)]


def _contradict(group: list[Event]) -> bool:
    days = {(event.date, event.effective_date) for event in group}
    in_doubt = group[0].kind in ONCE or any(event.weight is Weight.RIVAL for event in group)
    return len(days) > 1 and in_doubt


def preferred_by_rank(values: Mapping[Value, Iterable[SourceKind]]) -> Value | None:
    """The value whose best source ranks highest; None where two tie, or none has a source.

    A value without a source never wins over one that has one.
    """
    ranked = sorted(((min(kind.rank for kind in kinds), value) for value, kinds in _sourced(values)), key=lambda pair: pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _sourced(values: Mapping[Value, Iterable[SourceKind]]) -> Iterable[tuple[Value, list[SourceKind]]]:
    return ((value, kinds) for value, said in values.items() if (kinds := list(said)))
