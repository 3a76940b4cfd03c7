"""What the data sets in the register cover, so that "no record" can be told from "not covered"."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogue.models import DataSetWindow
from catalogue.windows import covering, windows
from treaty.document.wording import joined
from web.showing.days import Days
from web.showing.links import page


@dataclass(frozen=True)
class ShownWindow:
    """A data set, the years in which what it lists was signed, and what it counts."""

    title: str
    years: str
    about: str


@dataclass(frozen=True)
class Covered:
    """Which data sets list agreements of somebody (`whom`: "between Japan and France"), and the names of those that do not."""

    whom: str
    these: tuple[ShownWindow, ...]
    others: str
    all: str


def shown_windows(as_known: date | None) -> tuple[ShownWindow, ...]:
    """Every data set. One query."""
    return tuple(_shown(one) for one in windows(as_known=as_known))


def covered(whom: str, codes: Collection[str], days: Days) -> Covered:
    """Those that would list what is not found, and the others. Two queries."""
    found = covering(codes, as_known=days.as_known)
    others = joined(list(dict.fromkeys(_named(one) for one in found.others)))
    return Covered(whom, tuple(_shown(one) for one in found.these), others, page("about_data", **days.two_days) + "#windows")


def windows_said(as_known: date | None) -> list[dict[str, Any]]:
    """The same as data; without parties, a data set is of all states."""
    return [
        {"title": one.title, "signed_from": one.first, "signed_until": one.last, "parties": one.parties, "about": one.about}
        for one in windows(as_known=as_known)
    ]


def _shown(one: DataSetWindow) -> ShownWindow:
    return ShownWindow(one.title, f"{one.first} to {one.last}", one.about)


def _named(one: DataSetWindow) -> str:
    return f"{one.title} ({one.first} to {one.last})"
