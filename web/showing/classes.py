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
    """At most five classes with about as many of the numbers in each; what is nought belongs to none."""
    sizes = sorted(value for value in values if value > 0)
    if not sizes:
        return ()
    ends = sorted({sizes[min(len(sizes) - 1, len(sizes) * (place + 1) // MOST)] for place in range(MOST)} | {sizes[-1]})
    ends = ends[-MOST:]
    starts = [sizes[0], *(end + 1 for end in ends[:-1])]
    return tuple(Range(low, high) for low, high in zip(starts, ends, strict=True))


def class_of(value: int, ranges: tuple[Range, ...]) -> int:
    """The number of the class that holds the value, from 1; 0 where none does."""
    return next((place for place, one in enumerate(ranges, start=1) if one.low <= value <= one.high), 0)
