"""The columns of a table as its mapping shows them: heading, first values, and the field that each most likely is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from intake.models import Delivery, SavedProfile
from intake.reading.table import Row, Table
from intake.table.profile import guessed

LOOKED_AT, SHOWN, LONGEST = 200, 4, 80
RECENT = 20


@dataclass(frozen=True)
class Heading:
    """A column: its heading, and the first values that differ. `guess` is the field that its heading names, or empty."""

    name: str
    samples: tuple[str, ...]
    guess: str


def headings_of(table: Table) -> list[Heading]:
    """What the first rows hold. Rows at fault are passed over: the plan names them."""
    samples: dict[str, dict[str, None]] = {name: {} for name in table.heading}
    for row in islice(table.rows, LOOKED_AT):
        if not isinstance(row, Row):
            continue
        for name, values in samples.items():
            if len(values) < SHOWN and (cell := row[name]):
                values[_short(cell)] = None
    guesses = guessed("", table.heading)
    return [Heading(name, tuple(values), guesses.get(name, "")) for name, values in samples.items()]


def _short(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


@dataclass(frozen=True)
class Proposal:
    """A profile that fits the headings, and where it comes from."""

    said: Mapping[str, Any]
    words: str


def proposal_for(delivery: Delivery, names: Sequence[str]) -> Proposal | None:
    """What was said of a table with these headings: of this one, else the saved profile, else the last file's, that fits best."""
    if delivery.profile:
        return Proposal(delivery.profile, "")
    saved = [Proposal(one.said, f"the saved profile “{one.name}”") for one in SavedProfile.objects.all()]
    others = Delivery.objects.filter(data_set=delivery.data_set).exclude(pk=delivery.pk).exclude(profile={}).order_by("-at", "-pk")
    last = [Proposal(said, f"the file “{name}”, brought last") for said, name in others.values_list("profile", "file_name")[:RECENT]]
    fitting = [one for one in (*saved, *last) if _fits(one.said, names)]
    return max(fitting, key=lambda one: len(one.said["fields"]), default=None)


def _fits(said: Mapping[str, Any], names: Iterable[str]) -> bool:
    fields = said.get("fields")
    return isinstance(fields, dict) and bool(fields) and set(fields) <= set(names)
