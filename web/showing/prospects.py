"""Deadlines as lines of a calendar: each under the month, or the year, to which its day is known, never under a false day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue.models import Prospect
from treaty.document.wording import MONTHS, the
from treaty.law.reckoning import DayRange
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.deadlines import DeadlineKind as Kind
from web.showing.days import Days
from web.showing.links import Link, ShownTerm, page, shown_term
from web.showing.words import first_up

SENTENCES = {
    Kind.END_OF_TERM: "Its term is over {when}, and nothing renews it by itself.",
    Kind.END: "It ends {when}, as a source has already declared.",
    Kind.TACIT_RENEWAL: "A new term begins {when} unless a party gives notice in time.",
    Kind.LAST_DAY_FOR_NOTICE: "The last day on which notice against the next term is in time lies {when}.",
    Kind.NOTICE_POSSIBLE: "Notice can be given from then on: {when}.",
    Kind.NOTICE_TAKES_EFFECT: "A notice{of} that has been given takes effect {when}.",
    Kind.CONSENT_OUTSTANDING: "The act{of} that is still needed is announced: {when}.",
    Kind.REVIEW: "The parties are to review it {when}.",
    Kind.END_OF_SUSPENSION: "A suspension for a time{of} ends with its last day, {when}.",
    Kind.BEGIN_OF_APPLICATION: "A span for which it pays or applies begins {when}.",
    Kind.END_OF_APPLICATION: "A span for which it pays or applies ends {when}.",
}
"""What each kind says of an agreement; kinds without a day of their own stand in no calendar."""


@dataclass(frozen=True)
class Line:
    """One deadline of one agreement. `first` and `last` are the days among which it lies; `day` is what is known of it (EDTF)."""

    kind: ShownTerm | None
    value: str
    when: str
    first: date
    last: date
    day: str
    sentence: str
    title: str
    reference: str
    href: str
    party: Link | None
    party_code: str
    inferred: bool
    learnt: str


@dataclass(frozen=True)
class Month:
    """The deadlines of a month; of a year, where the month is not known; of several years, where the year is not."""

    id: str
    label: str
    lines: tuple[Line, ...]


def lines_of(prospects: Iterable[Prospect], days: Days) -> tuple[Line, ...]:
    return tuple(_line(prospect, days) for prospect in prospects)


def _line(prospect: Prospect, days: Days) -> Line:
    lies = DayRange(prospect.first, prospect.last, prospect.shown)
    party = prospect.party
    of = f" of {the(party.name)}" if party else ""
    return Line(
        kind=shown_term(prospect.kind, days.carried),
        value=prospect.kind.value,
        when=first_up(lies.words.removeprefix("on ").removeprefix("in ")),
        first=prospect.first,
        last=prospect.last,
        day=str(prospect.shown),
        sentence=SENTENCES[prospect.kind].format(when=lies.words, of=of).replace("lies on", "is").replace("with its last day, on", "with"),
        title=prospect.entry.title,
        reference=prospect.entry.reference,
        href=page("agreement", prospect.entry.reference, **days.carried),
        party=Link(party.name, page("party", party.code, **days.carried)) if party else None,
        party_code=party.code if party else "",
        inferred=prospect.basis is Basis.INFERRED,
        learnt=prospect.entry.known_from.strftime("%Y%m%dT%H%M%SZ"),
    )


def by_month(lines: Sequence[Line]) -> tuple[Month, ...]:
    """In order of time; what is known less exactly stands before what is known to the month."""
    groups: dict[tuple[date, int, str, str], list[Line]] = {}
    for line in lines:
        groups.setdefault(_month(line), []).append(line)
    return tuple(Month(key[2], key[3], tuple(group)) for key, group in sorted(groups.items(), key=lambda found: found[0]))


def _month(line: Line) -> tuple[date, int, str, str]:
    """Where the group stands, how vague it is, its anchor and its heading."""
    first, last = line.first, line.last
    if (first.year, first.month) == (last.year, last.month):
        return date(first.year, first.month, 1), 2, f"month-{first:%Y-%m}", f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return date(first.year, 1, 1), 1, f"year-{first.year}", f"{first.year}, month not known"
    return date(first.year, 1, 1), 0, f"years-{first.year}-{last.year}", f"{first.year} to {last.year}, year not known"
