"""What puts a standing in doubt and decides nothing: disputes, changes of government, disuse; and clauses that facts contradict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, event_in_words
from treaty.law.clocks import clocks
from treaty.law.entering import fulfilment
from treaty.law.inference import DEFAULT, Inference
from treaty.law.moments import accepted, counted
from treaty.law.notice import effect_of_notice
from treaty.law.reckoning import DayRange
from treaty.law.rules import Rule
from treaty.law.terms import term_on
from treaty.vocabulary.events import EventKind

DOUBTFUL = frozenset(
    {
        EventKind.STATUS_DISPUTED,
        EventKind.RECOGNITION_OF_GOVERNMENT_CHANGE,
        EventKind.DESUETUDE_CLAIMED,
        EventKind.RELATIONS_SEVERED,
    }
)
IN_DOUBT = Rule(
    "in-doubt",
    "A dispute, a change of government, disuse or the severance of relations is shown beside the standing and does not change it.",
    ("VCLT art. 63", "VCLT art. 65", "VCLT art. 73"),
    "A source disputes the status from 2021: in force, status disputed.",
)
ENTRY_FITS = Rule(
    "entry-into-force-fits-its-rule",
    "The day of entry into force that a source declares is the day on which the agreement's own rule is satisfied.",
    ("VCLT art. 24(1)",),
    "Last notification on 5 May, in force by its rule 30 days later, declared in force on 1 May: a finding.",
)
EFFECT_FITS = Rule(
    "effect-of-notice-fits-its-length",
    "The day on which a notice is said to have taken effect is the day on which its length had run.",
    ("VCLT art. 54(a)", "VCLT art. 56(2)"),
    "One year's notice of 1 May 1960, declared effective on 1 June 1960: a finding.",
)
EXPIRY_FITS = Rule(
    "expiry-fits-the-term",
    "The day on which an agreement is said to have expired is the end of a term.",
    ("VCLT art. 54(a)",),
    "Five years from 1 April 2011, declared expired on 1 April 2014: a finding.",
)
DOUBT_RULES = (IN_DOUBT, ENTRY_FITS, EFFECT_FITS, EXPIRY_FITS)


@dataclass(frozen=True)
class Contradiction:
    """Where what sources declare and what the agreement's clauses say cannot both be right. `detail` is one sentence."""

    rule: Rule
    events: tuple[str, ...]
    detail: str


def doubts(document: Document, *, on: date, names: Names) -> tuple[str, ...]:
    """What, by the day, puts the standing in doubt, as sentences in the order written; an undated doubt counts on every day."""
    known = accepted(document, Inference(DEFAULT))
    return tuple(
        f"{event_in_words(event, names)}{f': {event.note}' if event.note else ''}"
        for event in known
        if event.kind in DOUBTFUL and ((day := counted(event)) is None or day.first <= on)
    )


def contradictions(document: Document) -> tuple[Contradiction, ...]:
    """Where declared days do not fit the agreement's own clauses. Days that may agree, being known to the year, do."""
    inference = Inference(DEFAULT)
    events = accepted(document, inference)
    return (*_entries(document, events, inference), *_effects(document, inference), *_expiries(document, events, inference))


def _entries(document: Document, events: list[Event], inference: Inference) -> Iterator[Contradiction]:
    done = fulfilment(document, inference)
    for event in events:
        day = counted(event) if event.kind is EventKind.ENTRY_INTO_FORCE else None
        if done and day and not day.overlaps(done.days):
            detail = f"Declared in force {day.words}, while its own rule is satisfied {done.days.words}: {done.rule.sentence}"
            yield Contradiction(ENTRY_FITS, (event.id, *done.events), detail)


def _effects(document: Document, inference: Inference) -> Iterator[Contradiction]:
    for clock in clocks(document, inference):
        reckoned = effect_of_notice(document, clock.notice, clock.given, inference)
        if clock.declared and clock.effect and reckoned and not clock.stops and not reckoned.days.overlaps(clock.effect):
            detail = f"Said to have taken effect {clock.effect.words}, while its time runs out {reckoned.days.words}."
            yield Contradiction(EFFECT_FITS, (clock.notice.id, clock.declared), detail)


def _expiries(document: Document, events: list[Event], inference: Inference) -> Iterator[Contradiction]:
    for event in events:
        day = counted(event) if event.kind is EventKind.EXPIRY and event.party is None else None
        if day and (ends := _ends_about(document, day, inference)) and not day.overlaps(ends):
            yield Contradiction(EXPIRY_FITS, (event.id,), f"Said to have expired {day.words}, while the term ends {ends.words}.")


def _ends_about(document: Document, day: DayRange, inference: Inference) -> DayRange | None:
    """The end of the term that runs the day before, which the last day of that term agrees with too."""
    before = day.plus(days=-1)
    running = term_on(before.first, document, inference)
    if running is None or running.ends is None:
        return None
    return DayRange.between(running.ends.plus(days=-1).first, running.ends.last)
