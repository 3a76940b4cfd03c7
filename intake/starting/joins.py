"""Which records of the lists are one treaty: candidates are proposed, and a person's decision on each is committed."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

COLUMNS = ("kept", "other", "decision", "reason")
DAYS_APART = 7
LIKENESS = 0.6
EMPTY_WORDS = frozenset(
    re.findall(
        "[a-z]+",
        """a an the of and or for to in on at by with between their his her its majesty respect government governments
        united kingdom great britain northern ireland states america republic federal concerning regarding relating
        exchange exchanges notes letters agreement agreements treaty protocol parties signed constituting""",
    )
)


@dataclass(frozen=True)
class Candidate:
    """A record as far as the search for doubles looks at it.

    `outside` marks a record that is not of the register's subjects: it is compared with those that are and not of its list,
    whoever its parties are.
    """

    key: str
    title: str
    day: date | None
    sides: frozenset[str] = frozenset()
    outside: bool = False

    @property
    def origin(self) -> str:
        return self.key.partition(":")[0]

    @property
    def words(self) -> frozenset[str]:
        folded = re.sub(r"defense", "defence", self.title.lower().replace("co-operation", "cooperation"))
        return frozenset(re.findall(r"[a-z0-9]+", folded)) - EMPTY_WORDS


@dataclass(frozen=True)
class Join:
    """A decision: `other` is the same treaty as `kept` ("joined"), or it is not ("apart"), and why."""

    kept: str
    other: str
    decision: str
    reason: str

    @property
    def is_joined(self) -> bool:
        return self.decision == "joined"


class Undecided(ValueError):
    """Pairs that look like one treaty, on which nobody has decided; each stands on a line of its own."""


def read_joins(path: Path) -> list[Join]:
    """The decisions. Raises ValueError for a line that decides nothing or gives no reason."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    joins = [Join(*(line[column] for column in COLUMNS)) for line in lines]
    for number, join in enumerate(joins, start=2):
        if join.decision not in ("joined", "apart") or not join.reason:
            raise ValueError(f"{path.name}, line {number}: write joined or apart, and why")
    return joins


def require_decided(candidates: Sequence[Candidate], joins: Iterable[Join]) -> None:
    """Raises Undecided where two candidates look like one treaty and no line says whether they are."""
    joins = list(joins)
    kept = {join.other: join.kept for join in joins if join.is_joined}
    decided = {frozenset(kept.get(key, key) for key in (join.kept, join.other)) for join in joins if not join.is_joined}
    open_pairs = [
        pair
        for pair in _alike(candidates)
        if len(asked := frozenset(kept.get(one.key, one.key) for one in pair)) == 2 and asked not in decided
    ]
    if open_pairs:
        raise Undecided("\n".join(f"{one.key},{other.key}: {one.title} | {other.title}" for one, other in open_pairs))


def _alike(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs with near dates, common parties and similar titles."""
    dated = sorted((candidate for candidate in candidates if candidate.day), key=lambda each: (each.day or date.max, each.key))
    for one, other in _near(dated):
        if _may_be_compared(one, other) and _share_parties(one, other) and _share_words(one, other):
            yield one, other


def _near(dated: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs of candidates, in order of their days, that lie a few days apart."""
    for index, one in enumerate(dated):
        for other in dated[index + 1 :]:
            if one.day and other.day and (other.day - one.day).days > DAYS_APART:
                break
            yield one, other


def _may_be_compared(one: Candidate, other: Candidate) -> bool:
    return not (one.outside or other.outside) or (one.outside != other.outside and one.origin != other.origin)


def _share_parties(one: Candidate, other: Candidate) -> bool:
    """At least two parties in common, or all that one of them names."""
    return len(one.sides & other.sides) >= 2 or one.sides <= other.sides or other.sides <= one.sides


def _share_words(one: Candidate, other: Candidate) -> bool:
    fewer = min(len(one.words), len(other.words))
    return fewer == 0 or len(one.words & other.words) >= LIKENESS * fewer
