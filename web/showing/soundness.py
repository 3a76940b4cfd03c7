"""How sound the register is: what the last reading of it by the rule book found, and how that has changed."""

from dataclasses import dataclass
from datetime import date

from catalogue.auditing import BOOK, Verdict, last_audits, verdicts
from catalogue.models import Audit
from treaty.document.rules import Level
from treaty.document.wording import day_in_words
from web.showing.covering import Share
from web.showing.words import counted, number, percent

TREND = 12  # so many audits are shown
WEIGHTS = {Level.ERROR: "An error, which keeps a draft from being published.", Level.WARNING: "A warning: worth another look."}


@dataclass(frozen=True)
class Kept:
    """A rule in which the last audit found nothing wanting."""

    sentence: str
    weight: str


@dataclass(frozen=True)
class Soundness:
    """What the last audit found, in words and shares of the records that it read."""

    sentence: str
    share: str
    broken: tuple[Share, ...]
    kept: tuple[Kept, ...]
    trend: tuple[Share, ...]
    book: str


def soundness(as_known: date | None) -> Soundness | None:
    """None before the first audit. Two queries."""
    audits = last_audits(TREND, as_known=as_known)
    if not audits:
        return None
    last, broken = audits[0], verdicts(audits[0])
    kept = [rule for name, rule in BOOK.items() if name not in {one.rule.id() for one in broken}]
    day = day_in_words(last.at.date())
    return Soundness(
        sentence=f"In {number(last.sound)} of {counted(last.records, 'record')} the rule book found nothing on {day}",
        share=percent(last.sound, last.records),
        broken=tuple(_broken(one, last) for one in broken),
        kept=tuple(Kept(rule.sentence(), rule.level.value) for rule in kept),
        trend=tuple(_past(one) for one in audits),
        book=counted(len(BOOK), "rule"),
    )


def _broken(one: Verdict, last: Audit) -> Share:
    places = f" In {counted(one.places, 'place')}." if one.places != one.records else ""
    return _share(one.rule.sentence(), f"{WEIGHTS[one.rule.level]}{places}", one.records, last.records)


def _past(one: Audit) -> Share:
    return _share(day_in_words(one.at.date()), f"Of {counted(one.records, 'record')}.", one.sound, one.records)


def _share(label: str, note: str, count: int, whole: int) -> Share:
    return Share(label, note, number(count), percent(count, whole), f"{100 * count / whole:.1f}" if whole else "0")


def audit_said(as_known: date | None) -> dict[str, object] | None:
    """The same as data; null before the first audit."""
    audits = last_audits(TREND, as_known=as_known)
    if not audits:
        return None
    found = {one.rule.id(): one for one in verdicts(audits[0])}
    return {
        **_counted(audits[0]),
        "rules": [
            {
                "rule": name,
                "level": rule.level.value,
                "sentence": rule.sentence(),
                "records": found[name].records if name in found else 0,
                "places": found[name].places if name in found else 0,
            }
            for name, rule in BOOK.items()
        ],
        "before": [_counted(one) for one in audits[1:]],
    }


def _counted(one: Audit) -> dict[str, object]:
    return {"at": one.at.isoformat().replace("+00:00", "Z"), "records": one.records, "sound": one.sound}
