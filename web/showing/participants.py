"""Who takes part: one row for each party and role, with what the events say of its way in and out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event, Participation
from treaty.document.wording import Names, day_in_words, joined
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import PARTY_ROLES, Role
from web.showing.badge import Badge
from web.showing.bound import Account, BoundParties, BoundParty, Cell, mode_of
from web.showing.evidence import Citation, citations
from web.showing.links import ShownTerm, days_in, page, shown_term
from web.showing.words import counted

MANY = 24  # more parties than that are given as a list of names first, and the table on demand
LEAVING = {
    EventKind.WITHDRAWAL_EFFECTIVE, EventKind.DENUNCIATION_EFFECTIVE, EventKind.TERMINATION, EventKind.EXPIRY, EventKind.STATE_EXTINCTION,
}  # fmt: skip
NOTHING = Cell("–")
COLUMNS = ("Signed", "Consent to be bound", "In force for it", "Left")


@dataclass(frozen=True)
class PartyRow:
    """Each cell comes with its column’s heading. `standing` is None for those whom the agreement does not bind, such as its depositary."""

    code: str
    name: str
    href: str
    role: ShownTerm | None
    as_written: str
    standing: Badge | None
    cells: tuple[tuple[str, Cell], ...]
    note: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class PartyTable:
    """Columns of which nothing is known are left out. `folded` where the table is long.

    `heading` is that of the column of standings; it and `accounts` are empty where nobody in the table has one.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[PartyRow, ...]
    folded: bool
    summary: str
    accounts: tuple[tuple[Account, ...], ...] = ()


def party_table(document: Document, names: Names, bound: BoundParties, carried: Mapping[str, str]) -> PartyTable:
    """The parties, and the others in their roles, without territories to which the agreement is extended."""
    parts = [part for part in document.participations if part.role is not Role.TERRITORY_OF_APPLICATION]
    return _table(document, names, parts, bound, carried)


def territories(document: Document, names: Names, carried: Mapping[str, str]) -> PartyTable:
    """The territories to which it is extended: they have days, and no standing of their own."""
    return _table(document, names, [part for part in document.participations if part.role is Role.TERRITORY_OF_APPLICATION], None, carried)


def _table(
    document: Document, names: Names, parts: list[Participation], bound: BoundParties | None, carried: Mapping[str, str]
) -> PartyTable:
    if len(parts) > MANY:
        parts = sorted(parts, key=lambda part: names.get(part.party, part.party))
    acts: dict[str, list[Event]] = {}
    for event in document.events:
        if event.party and event.weight is Weight.ACCEPTED:
            acts.setdefault(event.party, []).append(event)
    law = [bound.by_code.get(part.party) if bound and part.role in PARTY_ROLES else None for part in parts]
    cells = [_cells(part, acts.get(part.party, []), one) for part, one in zip(parts, law, strict=True)]
    kept = [place for place in range(len(COLUMNS)) if any(row[place].text for row in cells)]
    listed = {one.code: one for one in law if one}
    return PartyTable(
        heading=bound.heading if bound and listed else "",
        columns=tuple(COLUMNS[place] for place in kept),
        rows=tuple(
            _row(document, names, part, [(COLUMNS[place], row[place]) for place in kept], one, carried)
            for part, row, one in zip(parts, cells, law, strict=True)
        ),
        folded=len(parts) > MANY,
        summary=" ".join(said for said in (_summary(parts), bound.summary(listed.values()) if bound and listed else "") if said),
        accounts=tuple(one.accounts for one in listed.values()),
    )


def _row(
    document: Document,
    names: Names,
    part: Participation,
    cells: Iterable[tuple[str, Cell]],
    law: BoundParty | None,
    carried: Mapping[str, str],
) -> PartyRow:
    return PartyRow(
        code=part.party,
        name=names.get(part.party, part.party),
        href=page("party", part.party, **days_in(carried, "inferred")),
        role=shown_term(part.role, carried),
        as_written=part.name_as_written if part.name_as_written != names.get(part.party) else "",
        standing=law.badge if law else None,
        cells=tuple((column, cell if cell.text else NOTHING) for column, cell in cells),
        note=part.note,
        citations=citations(document, part.evidence, carried),
    )


def _summary(parts: list[Participation]) -> str:
    """As in "29 as party and 1 as depositary": the roles of a long table at a glance, where there are several."""
    roles = Counter(part.role for part in parts)
    return f"{joined([f'{times} as {role.label.lower()}' for role, times in roles.most_common()])}." if len(roles) > 1 else ""


def _cells(part: Participation, acts: list[Event], law: BoundParty | None) -> tuple[Cell, Cell, Cell, Cell]:
    """Signed, consent, in force for it, left: by its own acts, or the list of parties; where neither says so, by the law."""
    signed = [_done(event) for event in acts if event.kind in SIGNATURES]
    consents = [f"{mode.label}, {_done(event)}" for event in acts if (mode := mode_of(event))]
    consents = list(dict.fromkeys(consents))
    bound = [_done(event) for event in acts if event.kind is EventKind.ENTRY_INTO_FORCE_FOR_PARTY]
    left = [_done(event) for event in acts if event.kind in LEAVING]
    begins = [f"from {_day(part.begins)}"] if part.begins and part.role in PARTY_ROLES and not bound else []
    ends = [_day(part.ends)] if part.ends and not left else []
    return (
        _cell(signed, law.signed if law else None),
        _cell(consents[:2], law.consent if law else None),
        _cell([*bound, *begins], law.bound if law else None),
        _cell([*left, *ends], law.left if law else None),
    )


def _cell(said: list[str], law: Cell | None) -> Cell:
    return Cell("; ".join(said)) if said or law is None else law


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
