"""What waits for somebody at the desk: each list with its question, its words and its next step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Window

from accounts.models import Person


@dataclass(frozen=True)
class Asking:
    """Who asks, on which day, and the agreements that this person may see."""

    person: Person
    on: date
    agreements: QuerySet[Any]


@dataclass(frozen=True)
class Line:
    """One row: what it is, where it leads, and a few words. `look` colours the state, which stands in words beside it."""

    title: str
    href: str
    note: str = ""
    state: str = ""
    look: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Worklist:
    """A question to the desk. `rows` is one query, whatever it finds; `line` makes words of a row."""

    slug: str
    heading: str
    about: str
    empty: str
    rows: Callable[[Asking], QuerySet[Any]]
    line: Callable[[Any, Asking], Line]
    permission: str = "agreements.change_agreement"
    next_step: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Shown:
    """A list as the home page shows it: its first lines, and how many there are in all."""

    slug: str
    heading: str
    about: str
    empty: str
    next_step: tuple[str, str]
    lines: tuple[Line, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def first(worklist: Worklist, asking: Asking, *, limit: int) -> Shown:
    """The first lines and the number of all, in one query."""
    rows = list(worklist.rows(asking).annotate(in_all=Window(Count("*")))[:limit])
    lines = tuple(worklist.line(row, asking) for row in rows)
    count = rows[0].in_all if rows else 0
    return Shown(worklist.slug, worklist.heading, worklist.about, worklist.empty, worklist.next_step, lines, count)


def open_to(person: Person, worklists: Mapping[str, Worklist]) -> list[Worklist]:
    return [one for one in worklists.values() if person.has_perm(one.permission)]
