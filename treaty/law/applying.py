"""Times that are not the time in force: spans of application, obligations that outlive the end, territories."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.inference import Inferred, chosen
from treaty.law.members import original_parties
from treaty.law.moments import Because, accepted, counted
from treaty.law.reckoning import DayRange
from treaty.law.rules import Rule
from treaty.law.standing import Period, periods_under
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import Role
from treaty.vocabulary.standing import Standing

APPLICATION = Rule(
    "application-apart-from-force",
    "An agreement applies or pays for the span that it names, which need not be the time for which it is in force.",
    ("VCLT art. 28",),
    "In force from November 2024, payments from 2026 up to 2031: it does not pay in 2025.",
)
SURVIVAL = Rule(
    "survival",
    "What an agreement says is owed after its end stays owed, until a source says that this too is over.",
    ("VCLT art. 70(1)",),
    "Ended on 23 November 2020 with a clause that keeps information protected: protected from that day on, with no known end.",
)
TERRITORY = Rule(
    "territory",
    "An agreement applies to a territory listed with it while it is in force, and to a later one from its extension to its exclusion.",
    ("VCLT art. 29",),
    "Extended to a territory on 1 May 1962, excluded on 1 May 1980: it applies there in between.",
)
APPLYING_RULES = (APPLICATION, SURVIVAL, TERRITORY)


@dataclass(frozen=True)
class Span:
    """A time for which `what` applies: from the first day it may begin up to, but not including, the first it may end.

    `begins` and `ends` are None where nobody knows them; with no known beginning it covers no day.
    """

    what: str
    begins: DayRange | None
    ends: DayRange | None
    because: Because

    def covers(self, day: date) -> bool:
        return self.begins is not None and self.begins.first <= day and (self.ends is None or day < self.ends.first)


def applications(document: Document) -> tuple[Span, ...]:
    """The spans for which it applies or pays by its own terms, apart from being in force."""
    said = document.duration.applications if document.duration else ()
    because = Because(APPLICATION.id, (), APPLICATION.articles, Basis.DECLARED)
    return tuple(Span(one.what, _range(one.begins), _range(one.ends), because) for one in said)


def survival(document: Document, *, inferred: Inferred = True) -> Span | None:
    """What stays owed after the end, and until when; None where it says nothing of it or has not ended."""
    inference = chosen(inferred)
    said = document.duration.survival if document.duration else ""
    end = _end(periods_under(document, inference))
    if not said or end is None:
        return None
    over = [(day, event) for event in accepted(document, inference) if event.kind is EventKind.SURVIVAL_END and (day := counted(event))]
    last = min(over, key=lambda found: found[0].first, default=None)
    events = (*end.because.events, *((last[1].id,) if last else ()))
    because = Because(SURVIVAL.id, events, SURVIVAL.articles, end.because.basis)
    return Span(said, DayRange(end.begins, end.begins, end.since), last[0] if last else None, because)


def territories(document: Document, *, inferred: Inferred = True) -> tuple[Span, ...]:
    """The territories to which it applies beside its parties' own, each with its time; `what` is a code or a place's name.

    A territory of an event is its party where that is no original party, and otherwise the place that the event names.
    """
    inference = chosen(inferred)
    life = periods_under(document, inference)
    begun = next((period for period in life if period.standing is Standing.IN_FORCE), None)
    ended = _end(life)
    last = DayRange(ended.begins, ended.begins, ended.since) if ended else None
    return tuple(_territories(document, accepted(document, inference), begun, last))


def _territories(document: Document, events: list[Event], begun: Period | None, last: DayRange | None) -> Iterator[Span]:
    acts = sorted(
        ((day, event) for event in events if event.kind in TERRITORIAL and (day := counted(event))),
        key=lambda act: (act[0].first, act[1].id),
    )
    listed = [part.party for part in document.participations if part.role is Role.TERRITORY_OF_APPLICATION]
    named = [name for _, event in acts if (name := _territory(event, document))]
    for name in dict.fromkeys([*listed, *named]):
        own = [(day, event) for day, event in acts if _territory(event, document) == name]
        since: DayRange | None = None
        keys: tuple[str, ...] = ()
        if begun and name in listed and not any(event.kind is EventKind.TERRITORIAL_EXTENSION for _, event in own):
            since, keys = DayRange(begun.begins, begun.begins, begun.since), begun.because.events
        for day, event in own:
            if event.kind is EventKind.TERRITORIAL_EXTENSION:
                since, keys = since or day, (*keys, event.id)
            elif since:
                yield _applied(name, since, day, (*keys, event.id))
                since, keys = None, ()
        if since:
            yield _applied(name, since, last, keys)


TERRITORIAL = frozenset({EventKind.TERRITORIAL_EXTENSION, EventKind.TERRITORIAL_EXCLUSION})


def _applied(name: str, since: DayRange, until: DayRange | None, events: tuple[str, ...]) -> Span:
    return Span(name, since, until, Because(TERRITORY.id, events, TERRITORY.articles, Basis.DECLARED))


def _territory(event: Event, document: Document) -> str:
    return event.party if event.party and event.party not in original_parties(document) else event.place


def _range(day: PartialDay | None) -> DayRange | None:
    return DayRange.of(day) if day else None


def _end(life: tuple[Period, ...]) -> Period | None:
    return next((period for period in life if period.standing is Standing.ENDED), None)
