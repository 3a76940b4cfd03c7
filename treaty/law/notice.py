"""Notice as the agreement has it: how early it must come, how long it runs, and what holds where nothing is said."""

from dataclasses import dataclass
from datetime import date

from treaty.document.document import Document
from treaty.document.duration import Notice
from treaty.document.life import Event
from treaty.law.entering import entries_into_force
from treaty.law.inference import NOTICE_AT_THE_END, NOTICE_RUNS_OUT, YEARS_NOTICE, Inference, InferenceRule
from treaty.law.reckoning import DayRange
from treaty.law.rules import Rule
from treaty.law.terms import TermSpan, is_renewed_tacitly, term_on
from treaty.vocabulary.terms_of_life import NoticeAnchor

LAST_DAY_FOR_NOTICE = Rule(
    "last-day-for-notice",
    "Notice against renewal must have run its whole length by the last day of the term; the day on which it is given does not count.",
    ("European Convention on the Calculation of Time-Limits 1972, art. 3(1)", "VCLT art. 54(a)"),
    "A term whose last day is 22 November 2019, notice of 90 days: the last day for it is 24 August 2019.",
)
AFTER_MINIMUM = Rule(
    "notice-after-a-minimum",
    "Where notice can be given only after a minimum time in force, one given earlier counts from the end of that time.",
    ("VCLT art. 54(a)",),
    "Notice of one year after twenty years in force from 24 August 1949: the earliest exit is 24 August 1970.",
)
NOTICE_RULES = (LAST_DAY_FOR_NOTICE, AFTER_MINIMUM)


@dataclass(frozen=True)
class Effect:
    """When a notice takes effect, left alone. `rule` is None where its author named the day."""

    days: DayRange
    rule: InferenceRule | None
    articles: tuple[str, ...]


def effect_of_notice(document: Document, notice: Event | None, given: DayRange, inference: Inference) -> Effect | None:
    """The day of effect of a notice given then, or, without an event, of one that might be given; None where nothing tells.

    A source's own day of effect is taken as it stands, and needs no rule.
    """
    if notice is not None and notice.effective_date is not None:
        return Effect(DayRange.of(notice.effective_date), None, ("VCLT art. 54(a)",))
    said = document.duration.notice if document.duration else None
    rule = NOTICE_AT_THE_END if said and said.anchor is NoticeAnchor.BEFORE_END_OF_TERM else NOTICE_RUNS_OUT if said else YEARS_NOTICE
    if not inference.allows(rule):
        return None
    if said is None:
        return Effect(given.plus(months=12), rule, rule.articles)
    if said.anchor is NoticeAnchor.BEFORE_END_OF_TERM:
        days = _end_after(document, said, given, inference)
    else:
        days = _after_delay(said, earliest_notice(document, inference, given))
    return Effect(days, rule, (*rule.articles, *cited(said.articles))) if days else None


def cited(articles: tuple[str, ...]) -> tuple[str, ...]:
    """The agreement's own articles as a citation."""
    return tuple(f"the agreement's art. {article}" for article in articles)


def earliest_notice(document: Document, inference: Inference, given: DayRange) -> DayRange:
    """The day from which a notice counts: the day given, or the end of the minimum where that is later."""
    said = document.duration.notice if document.duration else None
    if said is None or said.anchor is not NoticeAnchor.AFTER_MINIMUM or not said.minimum_months:
        return given
    for entry in entries_into_force(document, inference)[:1]:
        minimum = entry.days.plus(months=said.minimum_months)
        if minimum.first > given.first:
            return minimum
    return given


def last_day_for_notice(ends: DayRange, said: Notice) -> DayRange:
    """The last day on which notice is in time for a term that ends (exclusively) then."""
    return ends.plus(days=-1).plus(months=-said.months, days=-said.days)


def term_for_notice(document: Document, day: date, inference: Inference) -> tuple[TermSpan, DayRange] | None:
    """The first term that a notice given on the day can still end, and the last day for it."""
    said = document.duration.notice if document.duration else None
    running = term_on(day, document, inference)
    if said is None or running is None or running.ends is None:
        return None
    last = last_day_for_notice(running.ends, said)
    if day <= last.first:
        return running, last
    if not is_renewed_tacitly(document):
        return None
    following = term_on(running.ends.last, document, inference)
    if following is None or following.ends is None or following.number == running.number:
        return None
    last = last_day_for_notice(following.ends, said)
    return (following, last) if day <= last.first else None


def _end_after(document: Document, said: Notice, given: DayRange, inference: Inference) -> DayRange | None:
    """The end of the term that the notice can still end; where its day is not known, from the earliest to the latest of them."""
    early, late = term_for_notice(document, given.first, inference), term_for_notice(document, given.last, inference)
    if early is None or late is None or early[0].ends is None or late[0].ends is None:
        return None
    if early[0].ends == late[0].ends:
        return early[0].ends
    return DayRange.between(early[0].ends.first, late[0].ends.last)


def _after_delay(said: Notice, given: DayRange) -> DayRange | None:
    """The day after the delay; a clause that codes only a length of notice means that length."""
    if said.effect_months or said.effect_days:
        return given.plus(months=said.effect_months, days=said.effect_days)
    if said.months or said.days:
        return given.plus(months=said.months, days=said.days)
    return None
