"""Numbers in a few classes, from few to many, with a legend in words."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST = 5


@dataclass(frozen=True)
class Range:
    """The numbers from `low` to `high`, both included."""

    low: int
    high: int

    @property
    def words(self) -> str:
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


def classes(values: Iterable[int]) -> tuple[Range, ...]:
    """At most five classes, each of them wider than the one before by the same ratio: most parties have few and a few have many.

    What is nought belongs to none.
    """
    found = {value for value in values if value > 0}
    if len(found) <= MOST:
        return tuple(Range(value, value) for value in sorted(found))
    low, high = min(found), max(found)
    ends = sorted({round(low * (high / low) ** (place / MOST)) for place in range(1, MOST + 1)})
    return tuple(Range(begins, end) for begins, end in zip([low, *(end + 1 for end in ends[:-1])], ends, strict=True))


def class_of(value: int, ranges: tuple[Range, ...]) -> int:
    """The number of the class that holds the value, from 1; 0 where none does."""
    return next((place for place, one in enumerate(ranges, start=1) if one.low <= value <= one.high), 0)
