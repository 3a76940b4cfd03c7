"""What binds each party: its standing on the day asked for, the way there, and the days that follow from it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, day_in_words, when
from treaty.law.bindings import Binding, bindings
from treaty.law.explaining import explain_binding
from treaty.law.standing import standing_on
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.consent import EXPRESSED_BY, ConsentMode
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.standing import PartyStanding
from web.showing.badge import UNKNOWN, Badge
from web.showing.days import Days
from web.showing.words import first_down

GONE = {PartyStanding.WITHDRAWN, PartyStanding.ENDED, PartyStanding.PREDECESSOR}


@dataclass(frozen=True)
class Cell:
    """What stands in a field of the table. `concluded` where the law says so and no act of the party itself is recorded."""

    text: str
    concluded: bool = False


@dataclass(frozen=True)
class Account:
    """One sentence on a party's standing for a time. `now` where it covers the day asked for."""

    sentence: str
    now: bool


@dataclass(frozen=True)
class BoundParty:
    """One party as the law reads the document. `accounts` is its whole way, in order of time."""

    code: str
    badge: Badge
    accounts: tuple[Account, ...]
    signed: Cell
    consent: Cell
    bound: Cell
    left: Cell


@dataclass(frozen=True)
class BoundParties:
    """All of them by code. `heading` says of which day the standings are."""

    heading: str
    by_code: Mapping[str, BoundParty]

    def summary(self, listed: Iterable[BoundParty]) -> str:
        """As in "Standing today: party 31, withdrawn 1": a long table at a glance."""
        labels = Counter(first_down(party.badge.label) for party in listed)
        return f"{self.heading}: {', '.join(f'{label} {times}' for label, times in labels.most_common())}."


def bound_parties(document: Document, names: Names, days: Days) -> BoundParties:
    """What the law makes of the document for each party."""
    events = {event.id: event for event in document.events}
    judged = "today" if days.on == days.today else f"on {day_in_words(days.on)}"
    found = {}
    for code, lived in bindings(document, inferred=days.inferring).items():
        path = _Path(lived, events)
        found[code] = BoundParty(
            code=code,
            badge=_badge(lived, days),
            accounts=_accounts(code, lived, document, names, days),
            signed=path.signed(),
            consent=path.consent(),
            bound=path.bound(),
            left=path.left(),
        )
    return BoundParties(f"Standing {judged}", found)


def _badge(lived: tuple[Binding, ...], days: Days) -> Badge:
    present = standing_on(days.on, lived)
    if present:
        ended = present.standing is PartyStanding.ENDED
        since = when(present.since) if ended else f"since {day_in_words(present.since)}"
        return Badge(_look(present.standing), present.standing.label, since)
    if lived:
        return Badge(_look(PartyStanding.NONE), PartyStanding.NONE.label, f"before {day_in_words(lived[0].since)}")
    return Badge(UNKNOWN, "Not known")


def _look(standing: PartyStanding) -> str:
    return standing.value.replace("_", "-")


def _accounts(code: str, lived: tuple[Binding, ...], document: Document, names: Names, days: Days) -> tuple[Account, ...]:
    name = names.get(code, code)
    if not lived:
        return (Account(f"{name}: standing not known: no dated event or entry in the list of parties says when it was bound.", now=True),)
    present = standing_on(days.on, lived)
    said = tuple(Account(explain_binding(one, document, names), now=one is present) for one in lived)
    if present:
        return said
    nothing = (
        f"{name}: none on {day_in_words(days.on)}: nothing is known that relates it to the agreement before {day_in_words(lived[0].since)}."
    )
    return (Account(nothing, now=True), *said)


@dataclass(frozen=True)
class _Path:
    """Reads the days of a party's way in and out off its standings."""

    lived: tuple[Binding, ...]
    events: Mapping[str, Event]

    def signed(self) -> Cell:
        return self._acts(_signature)

    def consent(self) -> Cell:
        return self._acts(_consent)

    def bound(self) -> Cell:
        """The first day of each time for which it was bound without a break."""
        before = (None, *self.lived)
        return self._days([one for last, one in zip(before, self.lived, strict=False) if one.is_bound and not (last and last.is_bound)])

    def left(self) -> Cell:
        return self._days([one for one in self.lived if one.standing in GONE])

    def _acts(self, words: Callable[[Event], str]) -> Cell:
        """What the agreement as a whole did for it."""
        said = list(dict.fromkeys(word for event in self._shared() if (word := words(event))))
        return Cell("; ".join(said), concluded=bool(said))

    def _shared(self) -> list[Event]:
        """The events of the agreement on which its standings rest, and those that came on the day of the first of them."""
        keys = {key for one in self.lived for key in one.because.events}
        shared = [event for event in self.events.values() if event.party is None]
        first = self.lived[0] if self.lived and any(event.id in self.lived[0].because.events for event in shared) else None
        return [event for event in shared if event.id in keys or (first and _is_accepted(event) and _day(event) == first.since)]

    def _days(self, turns: list[Binding]) -> Cell:
        return Cell("; ".join(day_in_words(one.since) for one in turns), concluded=any(map(self._is_concluded, turns)))

    def _is_concluded(self, turn: Binding) -> bool:
        events = [event for key in turn.because.events if (event := self.events.get(key))]
        return turn.because.basis is Basis.INFERRED or any(event.party is None for event in events)


def mode_of(event: Event) -> ConsentMode | None:
    """How the event expresses consent to be bound; None for one that does not."""
    return next((mode for mode, kinds in EXPRESSED_BY.items() if event.kind in kinds), None)


def _consent(event: Event) -> str:
    mode = mode_of(event)
    return f"{mode.label}, {day_in_words(_day(event))}" if mode else ""


def _signature(event: Event) -> str:
    return day_in_words(_day(event)) if event.kind in SIGNATURES else ""


def _day(event: Event) -> PartialDay | None:
    return event.date or event.effective_date


def _is_accepted(event: Event) -> bool:
    return event.weight is Weight.ACCEPTED and event.occurrence is Occurrence.HAPPENED
