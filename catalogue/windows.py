"""What the data sets in the register can know: outside its window, that a data set has nothing says nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from catalogue.models import STILL, DataSetWindow
from parties.models import Party


@dataclass(frozen=True)
class Covering:
    """The data sets that list agreements of somebody, and those that do not."""

    these: tuple[DataSetWindow, ...]
    others: tuple[DataSetWindow, ...]


def windows(*, as_known: date | None) -> tuple[DataSetWindow, ...]:
    """The windows of all data sets of which something was public on a day of the register, the earliest first. One query.

    Of a data set that was brought in several times, or in parts, only those windows that do not lie within another.
    """
    kept: list[DataSetWindow] = []
    for one in sorted(DataSetWindow.objects.known(on=as_known), key=lambda one: one.first - one.last):
        if not any(one.lies_within(wider) for wider in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.first, one.last, one.title)))


def covering(codes: Collection[str], *, as_known: date | None) -> Covering:
    """Which data sets list agreements between these parties: those of one of them, and, if they are states, those of all states.

    Two queries.
    """
    known = windows(as_known=as_known)
    are_states = Party.objects.states().filter(code__in=codes).count() == len(codes)
    these = tuple(one for one in known if not set(one.parties).isdisjoint(codes) or (are_states and not one.parties))
    return Covering(these, tuple(one for one in known if one not in these))


@transaction.atomic
def open_window(key: str, *, title: str, first: int, last: int, parties: Iterable[str] = (), about: str = "", at: datetime) -> None:
    """Declare what a data set covers that is public now. `key` says what brought it in, and opens one window only."""
    said = {"title": title, "first": first, "last": last, "parties": sorted(parties), "about": about}
    DataSetWindow.objects.get_or_create(key=key, known_until=STILL, defaults={**said, "known_from": at})


@transaction.atomic
def close_window(key: str, *, at: datetime) -> None:
    """What was brought in under the key is not public any more."""
    DataSetWindow.objects.filter(key=key, known_until=STILL).update(known_until=at)
