"""The parties in memory, for those who ask many questions and may not query: the rule book, importers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from parties.models import Life, Name, Party
from parties.querysets import STATES
from treaty.document.days import PartialDay
from treaty.vocabulary.names import NameKind

Period = tuple[PartialDay | None, PartialDay | None]


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the book holds on one party."""

    name: str
    is_state: bool
    lives: tuple[Period, ...]
    former_names: tuple[tuple[Period, str], ...]


class PartyBook:
    """Plain answers about parties, by code. It never queries."""

    def __init__(self, leaves: Mapping[str, Leaf]) -> None:
        self._leaves = leaves

    def knows(self, code: str) -> bool:
        """Whether a party has this code."""
        return code in self._leaves

    def is_state(self, code: str) -> bool:
        """Whether the party is a state, or was one."""
        return code in self._leaves and self._leaves[code].is_state

    def existed_on(self, code: str, day: PartialDay) -> bool | None:
        """Whether the party can have existed on that day; None if the party or its life is unknown.

        A day known to the year is answered for any day of the year: Kazakhstan existed "in 1991".
        """
        leaf = self._leaves.get(code)
        if leaf is None or not leaf.lives:
            return None
        return any(_touches(life, day.first, day.last) for life in leaf.lives)

    def name(self, code: str, on: date | None = None) -> str:
        """The English name of the party: today's, or the former name it bore on a day. An unknown code is its own name."""
        leaf = self._leaves.get(code)
        if leaf is None:
            return code
        borne = [(period, text) for period, text in leaf.former_names if on is not None and _touches(period, on, on)]
        return max(borne, key=lambda each: each[0][0].first if each[0][0] else date.min)[1] if borne else leaf.name


def party_book() -> PartyBook:
    """The book of all parties as the database holds them now, written with three queries."""
    lives: defaultdict[int, list[Period]] = defaultdict(list)
    lived: Iterable[Any] = Life.objects.values_list("party", "begins", "ends")
    for party, begins, ends in lived:
        lives[party].append((begins, ends))
    formers: defaultdict[int, list[tuple[Period, str]]] = defaultdict(list)
    former = Name.objects.filter(kind=NameKind.FORMER, language="en")
    borne: Iterable[Any] = former.values_list("party", "begins", "ends", "text")
    for party, begins, ends, text in borne:
        if begins or ends:
            formers[party].append(((begins, ends), text))
    parties = Party.objects.values_list("pk", "code", "type", "name")
    return PartyBook({code: Leaf(name, kind in STATES, tuple(lives[pk]), tuple(formers[pk])) for pk, code, kind, name in parties})


def _touches(period: Period, first: date, last: date) -> bool:
    """Whether a day from `first` to `last` lies in the period; its days count from their first possible day."""
    begins, ends = period
    return (begins is None or begins.first <= last) and (ends is None or first < ends.first)
