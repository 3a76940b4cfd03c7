"""Moments: dated turns in a life, declared by an event or concluded by a rule, and the order in which they count."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.inference import Inference
from treaty.law.reckoning import DayRange
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind

WITHDRAWALS = frozenset({EventKind.WITHDRAWAL_EFFECTIVE, EventKind.DENUNCIATION_EFFECTIVE})
EFFECT_COUNTS = ENDINGS | WITHDRAWALS | {EventKind.SUSPENSION, EventKind.RESUMPTION, EventKind.SUCCESSION}
"""Kinds that count from the day on which they take effect, where a source gives one; the others count from their own date."""


@dataclass(frozen=True)
class Because:
    """Why something holds: the rule applied, the events it used, the treaty law, declared or inferred."""

    rule: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True)
class Moment:
    """A turn of the kind `kind`. `rule` names the inference that concluded it, and is empty for what a source declares.

    `party` and `other_party` are those of the event; a moment of the agreement as a whole has neither.
    """

    kind: EventKind
    days: DayRange
    events: tuple[str, ...]
    basis: Basis = Basis.DECLARED
    rule: str = ""
    articles: tuple[str, ...] = ()
    party: str | None = None
    other_party: str | None = None


Turning = TypeVar("Turning", bound=Moment)


def accepted(document: Document, inference: Inference) -> list[Event]:
    """The events that the register accepts as having happened, in the order written. Rivals and what is awaited are not."""
    return [
        event
        for event in document.events
        if event.weight is Weight.ACCEPTED and event.occurrence is Occurrence.HAPPENED and inference.admits(event)
    ]


def counted(event: Event) -> DayRange | None:
    """The day from which an event counts; None where no source dates it."""
    given = (event.effective_date or event.date) if event.kind in EFFECT_COUNTS else (event.date or event.effective_date)
    return DayRange.of(given) if given else None


def moment(event: Event) -> Moment | None:
    """The event as a moment; None where it has no date."""
    days = counted(event)
    if days is None:
        return None
    return Moment(event.kind, days, (event.id,), event.basis, party=event.party, other_party=event.other_party)


def in_order(moments: Iterable[Turning], rank: Callable[[Turning], int]) -> list[tuple[date, Turning]]:
    """The moments with the day from which each counts, in order of time; on one day the lower rank comes first.

    A date known to the month or year counts from its first possible day, though never before a moment of lower
    rank that may share it: signed on 8 September 1951 and in force "1951" is in force from 8 September.
    """
    ranked = [(rank(one), one) for one in moments]
    days = [(_counts_from(place, one, ranked), place, one.kind, one.events, one) for place, one in ranked]
    return [(found[0], found[-1]) for found in sorted(days, key=lambda found: found[:4])]


def _counts_from(place: int, one: Moment, ranked: Sequence[tuple[int, Moment]]) -> date:
    if one.days.is_a_day:
        return one.days.first
    earlier = (other.days.first for lower, other in ranked if lower < place and other.days.first <= one.days.last)
    return max([one.days.first, *earlier])
