"""Choosing among rival values: the one that the register follows is accepted, the others are kept as rivals."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement, Event, Evidence
from agreements.operations import note_change
from treaty.document.rivals import preferred_by_rank, rival_groups
from treaty.vocabulary.assertions import Weight

BY_HAND = "Preferred to its rivals: "


class Undecided(ValueError):
    """Nothing was chosen; the message says why."""


def rivals_of(agreement: Agreement) -> list[list[Event]]:
    """The groups of its events that contradict each other."""
    events = Event.objects.filter(agreement=agreement).select_related("party", "other_party")
    return rival_groups(((event.party_id, event.other_party_id), event) for event in events)


@transaction.atomic
def prefer_event(event: Event, *, by: Person, at: datetime, reason: str) -> None:
    """Follow this value, by hand. The reason stands in the event's note, where the public reads it.

    Raises Undecided without a reason, or where the event has no rivals.
    """
    if not reason.strip():
        raise Undecided("Say why this value is preferred; the reason is published with it.")
    _follow(event, _group(event), by=by, at=at, note=f"{BY_HAND}{' '.join(reason.split())}")


@transaction.atomic
def prefer_by_rank(event: Event, *, by: Person, at: datetime) -> Event:
    """Of this event and its rivals, follow the one whose best source ranks highest. Raises Undecided at a tie."""
    group = _group(event)
    cited = Evidence.objects.filter(event__in=group).select_related("listed__source")
    kinds = {one.pk: [evidence.listed.source.kind for evidence in cited if evidence.event_id == one.pk] for one in group}
    chosen = preferred_by_rank(kinds)
    if chosen is None:
        raise Undecided(
            "Two values rest on sources of the same rank; choose by hand, with a reason."
            if any(kinds.values())
            else "None of the values has a source; cite one, or choose by hand."
        )
    (follow,) = (one for one in group if one.pk == chosen)
    _follow(follow, group, by=by, at=at, note="")
    return follow


def _group(event: Event) -> Sequence[Event]:
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=event.agreement_id)
    group = next((group for group in rivals_of(agreement) if any(one.pk == event.pk for one in group)), None)
    if group is None:
        raise Undecided("It has no rivals any more.")
    return group


def _follow(event: Event, group: Sequence[Event], *, by: Person, at: datetime, note: str) -> None:
    for one in group:
        mine = one.pk == event.pk
        Event.objects.filter(pk=one.pk).update(
            weight=Weight.ACCEPTED if mine else Weight.RIVAL, note=_with_reason(one.note, note if mine else "")
        )
    note_change(event.agreement, by=by, at=at, details=[f"“{event}” is preferred to its rivals.", *([note] if note else [])])


def _with_reason(note: str, reason: str) -> str:
    """The note with this reason in place of an older one."""
    kept = "\n".join(line for line in note.split("\n") if not line.startswith(BY_HAND))
    return "\n".join(part for part in (kept, reason) if part)
