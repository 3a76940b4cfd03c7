"""The standing: the badge, its explanation, and how it was concluded, period by period."""

from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.wording import Names, day_in_words
from treaty.law.book import RULES
from treaty.law.explaining import account, explain
from treaty.law.inference import BY_ID
from treaty.law.standing import Period, periods, standing_on
from treaty.vocabulary.assertions import Basis
from web.showing.badge import Badge, badge, look
from web.showing.days import Days
from web.showing.law import rule_address


@dataclass(frozen=True)
class ShownPeriod:
    """A time with one standing. `now` where it covers the day asked for. `rule` is "" where the explanation itself tells the rule."""

    look: str
    label: str
    span: str
    explanation: str
    rule: str
    rule_href: str
    inferred: bool
    now: bool


@dataclass(frozen=True)
class Life:
    badge: Badge
    because: str
    judged: str
    periods: tuple[ShownPeriod, ...]


def life_of(document: Document, names: Names, days: Days) -> Life:
    """What the law makes of the document's events, on the day asked for."""
    life = periods(document, inferred=days.inferring)
    present = standing_on(days.on, life)
    return Life(
        badge=badge(present.standing, present.since) if present else badge(None),
        because=account(document, names, on=days.on, inferred=days.inferring),
        judged="today" if days.on == days.today else f"on {day_in_words(days.on)}",
        periods=tuple(_period(period, document, names, days, now=period is present) for period in life),
    )


def _period(period: Period, document: Document, names: Names, days: Days, *, now: bool) -> ShownPeriod:
    until = f"until {day_in_words(period.until)}" if period.until else "with no known end"
    return ShownPeriod(
        look=look(period.standing),
        label=period.standing.label,
        span=f"from {day_in_words(period.since)} {until}",
        explanation=explain(period, document, names),
        rule=RULES[period.because.rule].sentence if period.because.rule not in BY_ID else "",
        rule_href=rule_address(period.because.rule, days.carried),
        inferred=period.because.basis is Basis.INFERRED,
        now=now,
    )
