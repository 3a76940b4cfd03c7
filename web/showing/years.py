"""The years of a picture: one back, one on, and a choice of any. All of it are links and forms, so that it works without script."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from web.picturing import moved
from web.showing.days import Days
from web.showing.links import Link, page

FIRST, LAST = 1, 9998


@dataclass(frozen=True)
class YearControl:
    """Which year is shown, what the slider spans, and the years beside it. `kept` are the page's other parameters."""

    action: str
    year: int
    first: int
    last: int
    before: Link | None
    after: Link | None
    kept: tuple[tuple[str, str], ...]


def year_control(name: str, days: Days, parameters: Mapping[str, str], years: tuple[int, int] | None) -> YearControl:
    """`parameters` are those of the page; `years` are those of the first and last signature."""
    first, last = years or (days.today.year - 1, days.today.year)
    return YearControl(
        action=page(name),
        year=days.on.year,
        first=min(first, days.on.year),
        last=max(last, days.on.year, days.today.year),
        before=_link(name, days, parameters, days.on.year - 1),
        after=_link(name, days, parameters, days.on.year + 1),
        kept=tuple(parameters.items()),
    )


def _link(name: str, days: Days, parameters: Mapping[str, str], year: int) -> Link | None:
    """The same page on the same day of another year."""
    if not FIRST <= year <= LAST:
        return None
    day = moved(days.on, year)
    return Link(str(year), page(name, **{**parameters, "as_of": _said(day, days.today)}))


def _said(day: date, today: date) -> str:
    return "" if day == today else day.isoformat()
