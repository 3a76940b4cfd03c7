"""An agreement as a list shows it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.asking import standing_then
from catalogue.models import Entry
from treaty.document.wording import day_in_words
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.roles import PARTY_ROLES
from web.showing.badge import Badge, badge
from web.showing.days import Days
from web.showing.links import page
from web.showing.words import counted, joined

NAMED = 4  # a row names so many parties; where there are one or two more, it names them too


@dataclass(frozen=True)
class Row:
    """One agreement of a list, in ready words."""

    reference: str
    href: str
    title: str
    badge: Badge
    facts: tuple[str, ...]
    hints: tuple[str, ...]


def rows(entries: Iterable[Entry], days: Days) -> tuple[Row, ...]:
    """The rows of a page that `ask` found."""
    return tuple(_row(entry, days) for entry in entries)


def _row(entry: Entry, days: Days) -> Row:
    period = standing_then(entry)
    said = json.loads(entry.row)
    return Row(
        reference=entry.reference,
        href=page("agreement", entry.reference, **days.carried),
        title=entry.title,
        badge=badge(period.standing, period.since) if period else badge(None),
        facts=tuple(fact for fact in _facts(entry) if fact),
        hints=tuple(_hints(said, inferred=period is not None and period.basis is Basis.INFERRED)),
    )


def _facts(entry: Entry) -> Iterable[str]:
    """Kind, parties, day of signature, reference; what is not known is left out."""
    yield entry.kind.label if entry.kind else ""
    yield few(list(dict.fromkeys(part.party.name for part in entry.participants.all() if part.role in PARTY_ROLES)))
    yield f"signed {day_in_words(entry.signed)}" if entry.signed else ""
    yield entry.reference


def _hints(said: dict[str, object], *, inferred: bool) -> Iterable[str]:
    if said.get("title_is_generated"):
        yield "title made by the register"
    if inferred:
        yield "standing inferred"


def few(names: list[str]) -> str:
    """Many names in few words: "Belgium, Canada, Denmark, France and 28 others"."""
    if len(names) <= NAMED + 2:
        return joined(names)
    return f"{', '.join(names[:NAMED])} and {counted(len(names) - NAMED, 'other')}"
