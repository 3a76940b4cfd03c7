"""How the agreement begins, lasts, renews and ends by its own terms, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.duration import Duration, EntryIntoForceRule, Notice, Renewal, Term
from treaty.document.wording import day_in_words
from treaty.vocabulary.terms_of_life import EntryIntoForceKind, NoticeAnchor, RenewalKind, TermKind
from web.showing.evidence import Citation, citations
from web.showing.words import counted, first_up, months_in_words, span_in_words

NOT_CODED = "Not coded"


@dataclass(frozen=True)
class Clause:
    """One clause; `coded` is False where nobody has coded it, which is not to say that there is none."""

    label: str
    sentence: str
    coded: bool = True


@dataclass(frozen=True)
class TermsOfLife:
    clauses: tuple[Clause, ...]
    note: str
    citations: tuple[Citation, ...]


def terms_of_life(document: Document, reading: Mapping[str, str]) -> TermsOfLife | None:
    """None where nothing at all is coded."""
    duration = document.duration
    if duration is None:
        return None
    return TermsOfLife(
        (
            _clause("Entry into force", _entry(duration.entry_into_force) if duration.entry_into_force else ""),
            _clause("Term", _term(duration.term) if duration.term else ""),
            _clause("Renewal", _renewal(duration.renewal) if duration.renewal else ""),
            _clause("Leaving", _notice(duration.notice) if duration.notice else ""),
            *_applications(duration),
            *([Clause("What outlives it", duration.survival)] if duration.survival else []),
        ),
        duration.note,
        citations(document, duration.evidence, reading),
    )


def _clause(label: str, sentence: str) -> Clause:
    return Clause(label, sentence or NOT_CODED, coded=bool(sentence))


def _articles(articles: tuple[str, ...]) -> str:
    return f" (art. {', '.join(articles)})" if articles else ""


def _sentence(words: str, articles: tuple[str, ...], condition: str = "") -> str:
    return f"{first_up(words)}{_articles(articles)}.{f' {condition}' if condition else ''}"


def _entry(rule: EntryIntoForceRule) -> str:
    instruments = counted(rule.count, "instrument") if rule.count else "the instruments needed"
    deposit = f"the deposit by {rule.share} of the signatories" if rule.share else f"the deposit of {instruments}"
    event = {
        EntryIntoForceKind.ON_SIGNATURE: "signature",
        EntryIntoForceKind.ON_DATE: day_in_words(rule.date) if rule.date else "a day that it names",
        EntryIntoForceKind.LAST_NOTIFICATION: "the last notification that a party is ready",
        EntryIntoForceKind.NTH_DEPOSIT: deposit,
        EntryIntoForceKind.EXCHANGE_OF_INSTRUMENTS: "the exchange of instruments or notes",
        EntryIntoForceKind.ON_EVENT: "another event",
    }[rule.kind]
    delay = span_in_words(rule.delay_months, rule.delay_days)
    return _sentence(f"{delay} after {event}" if delay else f"on {event}", rule.articles, rule.condition)


def _term(term: Term) -> str:
    length = months_in_words(term.months) if term.months else "a fixed time that is not coded"
    counted_from = f" from this: {term.counted_from.label.lower()}" if term.counted_from else ""
    words = {
        TermKind.INDEFINITE: "without a set end",
        TermKind.FIXED: f"{length}{counted_from}",
        TermKind.UNTIL_DATE: f"until {day_in_words(term.until)}" if term.until else "until a day that it names",
        TermKind.UNTIL_CONDITION: "until something happens",
    }[term.kind]
    return _sentence(words, term.articles, term.condition)


def _renewal(renewal: Renewal) -> str:
    span = f" for {months_in_words(renewal.months)} at a time" if renewal.months else ""
    times = f", {counted(renewal.times, 'time')} at most" if renewal.times else ""
    words = {
        RenewalKind.NONE: "none: it ends unless the parties make a new agreement",
        RenewalKind.TACIT: f"by itself{span}{times}, unless a party gives notice",
        RenewalKind.EXPRESS: f"only if the parties act to renew it{span}{times}",
    }[renewal.kind]
    return _sentence(words, renewal.articles)


def _notice(notice: Notice) -> str:
    span = span_in_words(notice.months, notice.days)
    effect = span_in_words(notice.effect_months, notice.effect_days)
    least = f"once it has been in force for {months_in_words(notice.minimum_months)}" if notice.minimum_months else "after a minimum period"
    words = {
        NoticeAnchor.BEFORE_END_OF_TERM: f"by notice{f' of {span}' if span else ''} before the end of a term",
        NoticeAnchor.ANY_TIME: f"by notice{f' of {span}' if span else ''} at any time",
        NoticeAnchor.AFTER_MINIMUM: f"by notice{f' of {span}' if span else ''}, {least}",
    }[notice.anchor]
    return _sentence(words + (f"; the notice takes effect {effect} after receipt" if effect else ""), notice.articles)


def _applications(duration: Duration) -> list[Clause]:
    found = []
    for part in duration.applications:
        begins = f"from {day_in_words(part.begins)}" if part.begins else ""
        ends = f"up to, not including, {day_in_words(part.ends)}" if part.ends else ""
        found.append(Clause(part.what, _sentence(" ".join(word for word in (begins, ends) if word) or "days not coded", ())))
    return found
