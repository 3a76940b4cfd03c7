"""Parties that a list names without a day, and that cannot have been there from the start."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from intake.draft import Draft
from intake.people import People
from treaty.document.days import PartialDay
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.roles import Role

NO_STATE = "It was no state when the agreement began, so it joined later; its source does not say on which day or how."
NO_MEMBER = (
    "The agreement is one of the members of {organisation}, and this party was not among them when it began, so it joined later; "
    "its source does not say on which day or how."
)
A_WHILE = timedelta(days=365)  # who joined the organisation with the agreement, or soon after, may have been there


def mark_latecomers(draft: Draft, people: People) -> None:
    """Give every party that cannot have been there when the agreement began an accession of an unknown day.

    Without it the law would take the party for one of the first, and bind Latvia from 1953.
    """
    began = _beginning(draft)
    if began is None or draft.said.get("laterality") is not Laterality.MULTILATERAL:
        return
    told = {event.party for event in draft.events}
    evidence = {part.party: part.evidence for part in draft.participations if part.role is Role.PARTY and part.party not in told}
    for party, note in _latecomers(draft, people, began):
        if party in evidence:
            draft.happened(kind=EventKind.ACCESSION, date=None, party=party, note=note, evidence=evidence[party])


def _latecomers(draft: Draft, people: People, began: PartialDay) -> Iterator[tuple[str, str]]:
    sides = [part.party for part in draft.participations if part.role is Role.PARTY and people.book.is_state(part.party)]
    circle = _circle(sides, people, began.last)
    for party in sides:
        if people.book.existed_on(party, began) is False:
            yield party, NO_STATE
        elif circle and people.circles[circle][party].first > began.last + A_WHILE:
            yield party, NO_MEMBER.format(organisation=people.book.name(circle))


def _circle(sides: Sequence[str], people: People, day: date) -> str | None:
    """The organisation to which all sides have belonged, most of them on that day: what founds an organisation has no such circle."""
    for organisation, joined in people.circles.items():
        if joined.keys() >= set(sides) and 2 * sum(joined[party].first <= day for party in sides) > len(sides):
            return organisation
    return None


def _beginning(draft: Draft) -> PartialDay | None:
    """The day from which the law would take a listed party for bound."""
    entered = draft.accepted(lambda event: event.kind is EventKind.ENTRY_INTO_FORCE)
    return (entered.effective_date or entered.date) if entered else None
