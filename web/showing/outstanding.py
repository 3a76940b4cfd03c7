"""Who has signed and still has to act, agreement by agreement."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.asking import standing_then
from catalogue.models import Binding
from treaty.document.wording import day_in_words, joined, when
from treaty.vocabulary.standing import PartyStanding, Standing
from web.showing.badge import Badge, badge
from web.showing.days import Days
from web.showing.links import Link, page
from web.showing.words import counted

NAMED = 4  # so many are named at once; the others unfold


@dataclass(frozen=True)
class Waiting:
    """An agreement for which some who signed have not been bound. `in_brief` names a few where there are many."""

    reference: str
    title: str
    href: str
    badge: Badge
    in_brief: str
    parties: tuple[Link, ...]
    codes: tuple[str, ...]
    in_force: bool


def waiting(bindings: Iterable[Binding], days: Days) -> tuple[Waiting, ...]:
    """Agreements in force first: there the others are bound already. Each with its parties by name."""
    grouped: dict[int, list[Binding]] = {}
    for one in bindings:
        grouped.setdefault(one.entry_id, []).append(one)
    found = [_waiting(group, days) for group in grouped.values()]
    return tuple(sorted(found, key=lambda one: not one.in_force))


def _waiting(group: list[Binding], days: Days) -> Waiting:
    entry = group[0].entry
    period = standing_then(entry)
    names = [one.party.name for one in group]
    return Waiting(
        reference=entry.reference,
        title=entry.title,
        href=page("agreement", entry.reference, **days.carried),
        badge=badge(period.standing, period.since) if period else badge(None),
        in_brief=joined(names) if len(names) <= NAMED + 2 else _few(names),
        parties=tuple(Link(one.party.name, page("party", one.party.code, **days.carried), _since(one)) for one in group),
        codes=tuple(one.party.code for one in group),
        in_force=period is not None and period.standing not in (Standing.SIGNED, Standing.PROVISIONAL),
    )


def _few(names: list[str]) -> str:
    return f"{', '.join(names[:NAMED])} and {counted(len(names) - NAMED, 'other')}"


def _since(one: Binding) -> str:
    if one.standing is PartyStanding.PROVISIONAL:
        return f"has applied it provisionally since {day_in_words(one.since)}"
    return f"signed {when(one.since)}"
