"""Who takes part: one row for each party and role, with what the events say of its way in and out."""

from collections import Counter
from dataclasses import dataclass

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event, Participation
from treaty.document.wording import Names, day_in_words
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.consent import EXPRESSED_BY
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import PARTY_ROLES, Role
from web.showing.evidence import Citation, citations
from web.showing.links import ShownTerm, page, shown_term
from web.showing.words import counted, joined

MANY = 24  # more parties than that are given as a list of names first, and the table on demand
LEAVING = {
    EventKind.WITHDRAWAL_EFFECTIVE, EventKind.DENUNCIATION_EFFECTIVE, EventKind.TERMINATION, EventKind.EXPIRY, EventKind.STATE_EXTINCTION,
}  # fmt: skip
COLUMNS = ("Signed", "Consent to be bound", "In force for it", "Left")


@dataclass(frozen=True)
class PartyRow:
    code: str
    name: str
    href: str
    role: ShownTerm | None
    as_written: str
    cells: tuple[str, ...]
    note: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class PartyTable:
    """Columns of which nothing is known are left out. `folded` where the table is long."""

    columns: tuple[str, ...]
    rows: tuple[PartyRow, ...]
    folded: bool
    summary: str


def party_table(document: Document, names: Names) -> PartyTable:
    """The parties, and the others in their roles, without territories to which the agreement is extended."""
    return _table(document, names, [part for part in document.participations if part.role is not Role.TERRITORY_OF_APPLICATION])


def territories(document: Document, names: Names) -> PartyTable:
    return _table(document, names, [part for part in document.participations if part.role is Role.TERRITORY_OF_APPLICATION])


def _table(document: Document, names: Names, parts: list[Participation]) -> PartyTable:
    if len(parts) > MANY:
        parts = sorted(parts, key=lambda part: names.get(part.party, part.party))
    acts: dict[str, list[Event]] = {}
    for event in document.events:
        if event.party and event.weight is Weight.ACCEPTED:
            acts.setdefault(event.party, []).append(event)
    cells = [_cells(part, acts.get(part.party, [])) for part in parts]
    kept = [place for place in range(len(COLUMNS)) if any(row[place] for row in cells)]
    rows = tuple(
        PartyRow(
            code=part.party,
            name=names.get(part.party, part.party),
            href=page("party", part.party),
            role=shown_term(part.role),
            as_written=part.name_as_written if part.name_as_written != names.get(part.party) else "",
            cells=tuple(row[place] or "–" for place in kept),
            note=part.note,
            citations=citations(document, part.evidence),
        )
        for part, row in zip(parts, cells, strict=True)
    )
    return PartyTable(tuple(COLUMNS[place] for place in kept), rows, len(rows) > MANY, _summary(parts))


def _summary(parts: list[Participation]) -> str:
    """As in "29 as party and 1 as depositary": the roles of a long table at a glance, where there are several."""
    roles = Counter(part.role for part in parts)
    return joined([f"{times} as {role.label.lower()}" for role, times in roles.most_common()]) if len(roles) > 1 else ""


def _cells(part: Participation, acts: list[Event]) -> tuple[str, str, str, str]:
    signed = [_done(event) for event in acts if event.kind in SIGNATURES]
    consents = [f"{mode.label}, {_done(event)}" for event in acts for mode, kinds in EXPRESSED_BY.items() if event.kind in kinds]
    consents = list(dict.fromkeys(consents))
    bound = [_done(event) for event in acts if event.kind is EventKind.ENTRY_INTO_FORCE_FOR_PARTY]
    left = [_done(event) for event in acts if event.kind in LEAVING]
    begins = [f"from {_day(part.begins)}"] if part.begins and part.role in PARTY_ROLES and not bound else []
    ends = [_day(part.ends)] if part.ends and not left else []
    return "; ".join(signed), "; ".join(consents[:2]), "; ".join([*bound, *begins]), "; ".join([*left, *ends])


def _done(event: Event) -> str:
    if event.occurrence is Occurrence.AWAITED:
        return "still awaited"
    leaves = event.kind in LEAVING
    day = (event.effective_date or event.date) if leaves else (event.date or event.effective_date)
    if day is None:
        return "date not known"
    return _day(day)


def _day(day: PartialDay) -> str:
    return day_in_words(day)


def counted_parties(document: Document) -> str:
    """As in "2 parties"; those who only serve it or stand outside are not counted."""
    return counted(len({part.party for part in document.participations if part.role in PARTY_ROLES}), "party", "parties")
