"""Terms: how long an agreement lasts by its own clauses, what extended or renewed it, and what nobody has coded."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from treaty.document.document import Document
from treaty.document.duration import Renewal, Term
from treaty.document.life import Event
from treaty.law.entering import entries_into_force
from treaty.law.inference import Inference, Inferred, chosen
from treaty.law.moments import Because, accepted, counted
from treaty.law.reckoning import DayRange
from treaty.law.rules import Rule
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.terms_of_life import RenewalKind, TermKind

INITIAL = Rule(
    "initial-term",
    "The first term runs from the event that the agreement names, and from entry into force where it names none.",
    ("VCLT art. 54(a)",),
    "Thirty years from entry into force on 11 April 1950: the term ends on 11 April 1980, the first day on which it no longer runs.",
)
LAST_DAY = Rule(
    "until-its-last-day",
    "A term until a day that the agreement names includes that day.",
    ("VCLT art. 54(a)",),
    "Until 31 December 2075: it no longer runs from 1 January 2076.",
)
TACIT = Rule(
    "tacit-renewal",
    "A term that is renewed tacitly begins anew when it ends, as long as nobody has given notice and as often as the agreement allows.",
    ("ATOP 5.1 codebook, PROREN", "VCLT art. 54(a)"),
    "One year from 23 November 2016, renewed yearly: the term that covers May 2019 ends on 23 November 2019.",
)
PROLONGED = Rule(
    "term-prolonged",
    "An extension or express renewal moves the end to the day it names, else by the length of a renewal; where neither is known, "
    "the new end is not known.",
    ("VCLT art. 39", "VCLT art. 54(b)"),
    "A term that ends on 12 May 1968, renewed through 11 May 1973: it ends on 12 May 1973.",
)
RESET = Rule(
    "term-counted-anew",
    "When the parties restart the term, it runs its full length again from that day.",
    ("VCLT art. 39",),
    "Ten years, restarted on 14 October 2021: the term ends on 14 October 2031.",
)
TERM_RULES = (INITIAL, LAST_DAY, TACIT, PROLONGED, RESET)
PROLONGING = frozenset({EventKind.EXTENSION, EventKind.RENEWAL_EXPRESS, EventKind.RENEWAL_TACIT})
MOST_TERMS = 12_000  # a daily term would otherwise be counted for ever


@dataclass(frozen=True)
class TermSpan:
    """One term: from the day it begins up to, but not including, the day it ends; None where that is not known.

    `number` is 0 for the first term and counts what followed it.
    """

    number: int
    begins: DayRange
    ends: DayRange | None
    because: Because


def terms(document: Document, *, until: date, inferred: Inferred = True) -> tuple[TermSpan, ...]:
    """The terms from the first to the one that covers `until`, or the last there is; empty where the first cannot be counted.

    Terms say what the clauses provide. Whether the agreement still lives then is for `periods` to say.
    """
    return tuple(terms_under(document, until, chosen(inferred)))


def term_on(day: date, document: Document, inference: Inference) -> TermSpan | None:
    """The last term begun by the day."""
    found: TermSpan | None = None
    for span in terms_under(document, day, inference, leaping=True):
        if span.begins.first <= day:
            found = span
    return found


def prolongations(document: Document, inference: Inference) -> list[tuple[DayRange, Event]]:
    """The dated events by which the parties together moved the end of the term, in order of time.

    A tacit renewal that the agreement's own clause already counts moves nothing.
    """
    renewal = document.duration.renewal if document.duration else None
    counts_itself = renewal is not None and renewal.kind is RenewalKind.TACIT and renewal.months
    moving = PROLONGING | {EventKind.TERM_RESET}
    found = [
        (day, event)
        for event in accepted(document, inference)
        if event.kind in moving and not event.party and (day := counted(event))
        if event.until or not (counts_itself and event.kind is EventKind.RENEWAL_TACIT)
    ]
    return sorted(found, key=lambda pair: (pair[0].first, pair[0].last, pair[1].id))


def is_renewed_tacitly(document: Document) -> bool:
    renewal = document.duration.renewal if document.duration else None
    return renewal is not None and renewal.kind is RenewalKind.TACIT


def terms_under(document: Document, until: date, inference: Inference, *, leaping: bool = False) -> Iterator[TermSpan]:
    """The same under a choice of rules already made. Leaping, it passes over renewals in the midst of a row of them."""
    span = _initial(document, inference)
    if span is None or document.duration is None or document.duration.term is None:
        return
    term, renewal = document.duration.term, document.duration.renewal
    for day, event in prolongations(document, inference):
        reached = list(_rolled(span, renewal, until=min(until, day.first), leaping=leaping))
        yield from reached
        if day.first > until:
            return
        span = _moved(reached[-1], day, event, term, renewal)
    yield from _rolled(span, renewal, until=until, leaping=leaping)


def _rolled(span: TermSpan, renewal: Renewal | None, *, until: date, leaping: bool) -> Iterator[TermSpan]:
    """The term and its tacit renewals, up to the one that covers the day."""
    yield span
    if renewal is None or renewal.kind is not RenewalKind.TACIT or not renewal.months or span.ends is None:
        return
    ends, because = span.ends, Because(TACIT.id, span.because.events, TACIT.articles, Basis.INFERRED)
    most = min(renewal.times or MOST_TERMS, MOST_TERMS)
    for times in range(min(most, _terms_between(ends, until, renewal.months)) if leaping else 1, most + 1):
        begins = ends.plus(months=(times - 1) * renewal.months)
        if begins.first > until:
            return
        yield TermSpan(span.number + times, begins, ends.plus(months=times * renewal.months), because)


def _terms_between(ends: DayRange, until: date, months: int) -> int:
    """How many terms have surely begun when so many months have passed since the first one ended; one at least."""
    passed = (until.year - ends.first.year) * 12 + until.month - ends.first.month - 1
    return max(1, passed // months)


def _initial(document: Document, inference: Inference) -> TermSpan | None:
    term = document.duration.term if document.duration else None
    start = _start(document, term, inference) if term else None
    if term is None or start is None:
        return None
    begins, key = start
    if term.kind is TermKind.UNTIL_DATE and term.until:
        return TermSpan(0, begins, DayRange.of(term.until).plus(days=1), Because(LAST_DAY.id, (key,), LAST_DAY.articles, Basis.DECLARED))
    ends = begins.plus(months=term.months) if term.kind is TermKind.FIXED and term.months else None
    return TermSpan(0, begins, ends, Because(INITIAL.id, (key,), INITIAL.articles, Basis.DECLARED))


def _start(document: Document, term: Term, inference: Inference) -> tuple[DayRange, str] | None:
    """The day from which the term counts, and the event: the agreement's own, else the last of the parties' own."""
    kind = term.counted_from or EventKind.ENTRY_INTO_FORCE
    if kind is EventKind.ENTRY_INTO_FORCE:
        return next(((one.days, one.events[0] if one.events else "") for one in entries_into_force(document, inference)), None)
    dated = [(day, event) for event in accepted(document, inference) if event.kind is kind and (day := counted(event))]
    whole = [(day, event.id) for day, event in dated if event.party is None]
    own = [(day, event.id) for day, event in dated]
    return min(whole, key=_first, default=None) or max(own, key=_first, default=None)


def _moved(span: TermSpan, day: DayRange, event: Event, term: Term, renewal: Renewal | None) -> TermSpan:
    rule = RESET if event.kind is EventKind.TERM_RESET else PROLONGED
    because = Because(rule.id, (event.id,), rule.articles, event.basis)
    moved = replace(span, number=span.number + 1, begins=day, because=because)
    if event.until:
        return replace(moved, ends=DayRange.of(event.until).plus(days=1))
    if rule is RESET:
        return replace(moved, ends=day.plus(months=term.months) if term.months else None)
    months = renewal.months if renewal else None
    return replace(moved, ends=span.ends.plus(months=months) if span.ends and months else None)


def _first(found: tuple[DayRange, str]) -> date:
    return found[0].first
