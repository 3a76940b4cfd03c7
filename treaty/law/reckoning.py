"""Counting days and months from dates that may be known only to the month or year. Nothing here invents a day."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from treaty.document.days import PartialDay
from treaty.document.wording import day_in_words, when


@dataclass(frozen=True)
class DayRange:
    """A day, or where it is not known to the day, the days from `first` to `last` among which it lies.

    `shown` is what may be printed for it: never finer than what is known.
    """

    first: date
    last: date
    shown: PartialDay

    @classmethod
    def of(cls, day: PartialDay | date) -> Self:
        """The range of a date as a source gives it."""
        given = PartialDay.of(day) if isinstance(day, date) else day
        return cls(given.first, given.last, given)

    @classmethod
    def between(cls, first: date, last: date, doubt: str = "") -> Self:
        """A range with the finest date that holds all of it; `doubt` is an EDTF mark, kept where there is one."""
        return cls(first, last, _enclosing(first, last, doubt))

    @property
    def is_a_day(self) -> bool:
        return self.first == self.last

    def plus(self, *, months: int = 0, days: int = 0) -> "DayRange":
        """So many months, then so many days, later (earlier when negative); the end of a month stays within its month."""
        if not months and not days:
            return self
        first, last = add_months(self.first, months), add_months(self.last, months)
        if not self.is_a_day and _ends_a_month(self.last):
            last = last.replace(day=monthrange(last.year, last.month)[1])
        doubt = self.shown.text[-1] if self.shown.doubt else ""
        return DayRange.between(add_days(first, days), add_days(last, days), doubt)

    def overlaps(self, other: "DayRange") -> bool:
        return self.first <= other.last and other.first <= self.last

    @property
    def words(self) -> str:
        """ "on 8 September 1951", "in 1951", "between 30 June 1961 and 29 June 1962"."""
        if self.is_a_day or (self.shown.first, self.shown.last) == (self.first, self.last):
            return when(self.shown)
        return f"between {day_in_words(self.first)} and {day_in_words(self.last)}"


def latest(ranges: Iterable[DayRange]) -> DayRange:
    """The last of several days, as far as they are known. Raises ValueError where there are none."""
    return nth(list(ranges), None)


def nth(ranges: list[DayRange], count: int | None) -> DayRange:
    """The day by which `count` of them have come; None means all. Raises ValueError where there are too few."""
    number = len(ranges) if count is None else count
    if not 0 < number <= len(ranges):
        raise ValueError(f"there are {len(ranges)} days, not {number}")
    first = sorted(day.first for day in ranges)[number - 1]
    last = sorted(day.last for day in ranges)[number - 1]
    same = next((day for day in ranges if (day.first, day.last) == (first, last)), None)
    return same or DayRange.between(first, last)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day where it has no such day.

    Beyond the calendar it is the calendar's first or last day.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _ends_a_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _enclosing(first: date, last: date, doubt: str) -> PartialDay:
    """The finest date that holds the whole range; one that no year holds is about its first year."""
    if first == last:
        return PartialDay(first.isoformat() + doubt)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDay(first.isoformat()[:7] + doubt)
    if first.year == last.year:
        return PartialDay(first.isoformat()[:4] + doubt)
    return PartialDay(first.isoformat()[:4] + ("%" if doubt == "?" else doubt or "~"))
