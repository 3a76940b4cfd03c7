"""Which records of a plan a page shows: all of them, those of one outcome, of one heading, with one finding, or those to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet

from catalogue.auditing import BOOK
from intake.models import Delivery
from intake.vocabulary import Fault, Outcome

PARAMETERS = ("outcome", "suspicious", "found", "group", "page")


class NotAQuestion(ValueError):
    """An address that asks what the page cannot answer; the message names the parameter and what would be right."""


@dataclass(frozen=True)
class Narrowing:
    """What of a plan is shown. A group may be the empty one, of records under no heading."""

    outcome: Outcome | None = None
    suspicious: bool = False
    group: str | None = None
    found: str = ""

    def of(self, delivery: Delivery) -> QuerySet[Any]:
        """The records of the file's plan, in its order. What would be written is left where it lies: it can be large."""
        rows = delivery.planned.defer("document")
        if self.outcome is not None:
            rows = rows.filter(outcome=self.outcome)
        if self.suspicious:
            rows = rows.filter(suspicious=True)
        if self.found:
            rows = rows.finding(self.found)
        return rows if self.group is None else rows.filter(group=self.group)

    def query(self, page: int | str = "") -> str:
        """As the end of an address."""
        outcome = self.outcome and self.outcome.value
        said = {"outcome": outcome, "suspicious": "yes" if self.suspicious else "", "found": self.found, "page": page}
        asked = {name: value for name, value in said.items() if value} | ({} if self.group is None else {"group": self.group})
        return f"?{urlencode(asked)}" if asked else "?"


def narrowing_of(asked: Mapping[str, str]) -> Narrowing:
    """What an address asks. Raises NotAQuestion: a mistyped filter would show another plan than the one that is meant."""
    for name in asked:
        if name not in PARAMETERS:
            raise NotAQuestion(f"A plan has no parameter “{name[:60]}”; it has {', '.join(PARAMETERS)}.")
    outcome, suspicious = asked.get("outcome", ""), asked.get("suspicious", "")
    if outcome and outcome not in list(Outcome):
        raise NotAQuestion(f"“{outcome[:60]}” is no outcome; an outcome is {', '.join(Outcome)}.")
    if suspicious not in ("", "yes"):
        raise NotAQuestion(f"“suspicious” is yes or left out, not “{suspicious[:60]}”.")
    if (found := asked.get("found", "")) and not words_of(found):
        raise NotAQuestion(f"“{found[:60]}” is nothing that can be found: it is the code of a fault, or the id of a rule.")
    if not asked.get("group", "").isprintable():
        raise NotAQuestion("“group” is a heading of the data set; this one holds what no heading can.")
    return Narrowing(Outcome(outcome) if outcome else None, bool(suspicious), asked.get("group"), found)


def words_of(found: str) -> str:
    """A fault by its code, or a rule of the book by its id, in words; nothing where there is no such."""
    if found in BOOK:
        return BOOK[found].sentence()
    return Fault(found).label if found in list(Fault) else ""


@dataclass(frozen=True)
class Tile:
    """A number that leads to its records."""

    label: str
    number: int
    query: str
    about: str = ""
    look: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Group:
    """The records under one heading of the data set: all of them, then those of each outcome."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Counts:
    """How many records of a plan have each outcome, in all and under each heading, and how many should be looked at."""

    by: Mapping[tuple[str, Outcome, bool], int]

    def number(self, *, outcome: Outcome | None = None, group: str | None = None, suspicious: bool = False) -> int:
        return sum(
            times
            for (heading, came_to, marked), times in self.by.items()
            if outcome in (None, came_to) and group in (None, heading) and (marked or not suspicious)
        )

    def tiles(self, now: Narrowing) -> list[Tile]:
        """All, each outcome, and what should be looked at; the heading that is chosen stays chosen."""
        whole = Narrowing(group=now.group)
        found = [_tile("All", whole, now, self._of(whole), "Every record of the file.")]
        for outcome in Outcome:
            found.append(
                _tile(outcome.label, replace(whole, outcome=outcome), now, self._of(replace(whole, outcome=outcome)), outcome.definition)
            )
        odd = replace(whole, suspicious=True)
        return [*found, _tile("Suspicious", odd, now, self._of(odd), "Somebody should look at them; they are counted among the others.")]

    def groups(self, now: Narrowing) -> list[Group]:
        """A row for each heading, where the data set has any."""
        headings = sorted({heading for heading, _, _ in self.by})
        if headings in ([], [""]):
            return []
        return [self._group(heading, now) for heading in headings]

    def _group(self, heading: str, now: Narrowing) -> Group:
        whole = Narrowing(group=heading)
        each = [replace(whole, outcome=outcome) for outcome in Outcome]
        return Group(tuple(_tile(heading or "Under no heading", one, now, self._of(one)) for one in (whole, *each)))

    def _of(self, narrowing: Narrowing) -> int:
        return self.number(outcome=narrowing.outcome, group=narrowing.group, suspicious=narrowing.suspicious)


def _tile(label: str, leads_to: Narrowing, now: Narrowing, number: int, about: str = "") -> Tile:
    look = f"of-{leads_to.outcome.value}" if leads_to.outcome else "of-suspicious" if leads_to.suspicious else ""
    return Tile(label, number, leads_to.query(), about, look, leads_to == now)


def counts_of(delivery: Delivery) -> Counts:
    """One query, whatever the plan holds."""
    counted = delivery.planned.order_by().values_list("group", "outcome", "suspicious").annotate(times=Count("pk"))
    return Counts({(group, Outcome(outcome), suspicious): times for group, outcome, suspicious, times in counted})


def findings_of(delivery: Delivery, now: Narrowing) -> list[Tile]:
    """What is wrong with records of the plan, or remarked upon them; the most frequent first."""
    found = sorted(delivery.counts.get("found", {}).items(), key=lambda one: (-one[1], one[0]))
    return [_tile(words_of(name), Narrowing(found=name), now, times) for name, times in found if words_of(name)]
