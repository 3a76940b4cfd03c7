"""Standings as sentences: what holds, since when, by which event, on whose word, and what the clauses say of what follows."""

from collections.abc import Iterator, Sequence
from datetime import date

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, day_in_words, event_in_words, when
from treaty.law.applying import survival
from treaty.law.bindings import Binding
from treaty.law.deadlines import ALIVE, Deadline, as_seen_on
from treaty.law.doubts import doubts
from treaty.law.inference import BY_ID, Inference, Inferred, chosen
from treaty.law.moments import Because
from treaty.law.pairs import Tie
from treaty.law.standing import Period, periods_under, standing_on
from treaty.law.terms import terms_under
from treaty.law.transitions import UNBORN
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.characters import Character
from treaty.vocabulary.terms_of_life import NoticeAnchor, RenewalKind, TermKind

NO_LAW = {
    Character.NON_BINDING: "It does not bind in law: what is in force is an undertaking and not a duty of law.",
    Character.UNCLEAR: "Whether it binds in law is contested or not shown.",
}


def explain(period: Period | None, document: Document, names: Names) -> str:
    """ "In force since 28 April 1952: entry into force on 28 April 1952, as “Treaties in Force” says (not verified)."

    None reads as an unknown standing, with the reason.
    """
    if period is None:
        dated = any(event.date or event.effective_date for event in document.events)
        reason = "no dated event had happened by then" if dated else "no event of its life has a known date"
        return f"Standing not known: {reason}."
    until = f" until {day_in_words(period.ends)}" if period.ends else ""
    said = f"{period.standing.label} since {day_in_words(period.since)}{until}: {_reasons(period.because, document, names)}."
    unborn = period.standing in UNBORN and period.ends is None
    return f"{said} No entry into force is recorded." if unborn else said


def explain_binding(binding: Binding, document: Document, names: Names) -> str:
    """ "Mexico: in notice since September 2002 until 1 September 2004: notice of denunciation …"."""
    until = f" until {day_in_words(binding.ends)}" if binding.ends else ""
    who = names.get(binding.party, binding.party)
    label = binding.standing.label.lower()
    return f"{who}: {label} since {day_in_words(binding.since)}{until}: {_reasons(binding.because, document, names)}."


def explain_tie(tie: Tie, document: Document, names: Names) -> str:
    """ "Between New Zealand and the United States: suspended between them since August 1986: …"."""
    until = f" until {day_in_words(tie.ends)}" if tie.ends else ""
    one, two = (names.get(code, code) for code in tie.parties)
    label = tie.standing.label.lower()
    return f"Between {one} and {two}: {label} since {day_in_words(tie.since)}{until}: {_reasons(tie.because, document, names)}."


def explain_deadline(deadline: Deadline, document: Document, names: Names) -> str:
    """Its sentence, with the events it rests on, their sources, and the rule."""
    return f"{deadline.sentence[:-1]} ({_reasons(deadline.because, document, names)})."


def account(document: Document, names: Names, *, on: date, inferred: Inferred = True) -> str:
    """All that can be said of its standing on a day, in a few sentences: why, its term, how it can be left, doubts."""
    inference = chosen(inferred)
    life = periods_under(document, inference)
    present = standing_on(on, life)
    seen = as_seen_on(on, document)
    said = [explain(present, document, names)]
    if present and present.standing in ALIVE:
        since = unbroken_since(present, life)
        said += [f"First in force since {day_in_words(since.since)}, and not ended in between."] if since is not present else []
        clauses = [*_term_in_words(seen, on, inference), *_leaving_in_words(seen)]
        said += [f"{_capital('; '.join(clauses))}."] if clauses else []
        said += [NO_LAW[document.character]] if document.character in NO_LAW else []
    outlives = survival(seen, inferred=inferred)
    if outlives and outlives.covers(on):
        said.append(f"Still owed after the end: {outlives.what.rstrip('.')}.")
    said += [f"In doubt: {doubt.rstrip('.')}." for doubt in doubts(seen, on=on, names=names)]
    return " ".join(said)


def unbroken_since(period: Period, life: Sequence[Period]) -> Period:
    """The period with which the agreement entered into force, for one in which it still lives: notices and suspensions do not break it."""
    return next((earlier for earlier in life if earlier.standing in ALIVE), period)


def length(*, months: int = 0, days: int = 0) -> str:
    """ "10 years", "18 months", "90 days", "1 year and 30 days", "no time at all"."""
    whole = (months // 12, "year") if months % 12 == 0 else (months, "month")
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in (whole, (days, "day")) if number]
    return " and ".join(said) or "no time at all"


def _reasons(because: Because, document: Document, names: Names) -> str:
    """The events with their sources, the rule where one concluded it, and the law."""
    grounds = [_ground(event, document, names) for event in document.events if event.id in because.events]
    if because.rule in BY_ID:
        sentence = BY_ID[because.rule].sentence.rstrip(".")
        grounds.append(f"concluded by the rule “{because.rule}”: {sentence[0].lower()}{sentence[1:]}")
    return f"{'; '.join(grounds) or 'by its own clauses'} ({', '.join(because.articles)})"


def _ground(event: Event, document: Document, names: Names) -> str:
    titles = {source.id: source.title for source in document.sources}
    words = event_in_words(event, names)
    words = words[0].lower() + words[1:]
    if event.effective_date and event.date:
        words += f", with effect {when(event.effective_date)}"
    if event.basis is Basis.INFERRED:
        words += f", inferred by the rule “{event.rule}”"
    if not event.evidence:
        return f"{words}, for which no source is cited"
    said = ", ".join(f"“{titles[evidence.source]}” ({'verified' if evidence.verified else 'not verified'})" for evidence in event.evidence)
    return f"{words}, as {said} says" if len(event.evidence) == 1 else f"{words}, as these say: {said}"


def _term_in_words(document: Document, on: date, inference: Inference) -> Iterator[str]:
    """What the clauses say of its length, and where in it the day lies."""
    duration = document.duration
    if duration is None or duration.term is None:
        return
    term, cited = duration.term, _cited(duration.term.articles)
    if term.kind is TermKind.FIXED and term.months:
        spans = tuple(terms_under(document, on, inference, leaping=True))
        ends = spans[0].ends if spans else None
        verb = "ended" if ends and ends.last <= on else "ends"
        yield f"initial term of {length(months=term.months)}{f' {verb} {ends.words}' if ends else ''}{cited}"
        if len(spans) > 1 and spans[-1].ends:
            yield f"the term now running ends {spans[-1].ends.words}"
    elif term.until:
        yield f"its term runs until {day_in_words(term.until)}{cited}"
    else:
        yield f"{TERMS[term.kind]}{cited}"
    if duration.renewal:
        yield f"{RENEWALS[duration.renewal.kind]}{_cited(duration.renewal.articles)}"


def _leaving_in_words(document: Document) -> Iterator[str]:
    """How a party may leave it."""
    said = document.duration.notice if document.duration else None
    if said is None:
        return
    notice = length(months=said.effect_months or said.months, days=said.effect_days or said.days)
    if said.anchor is NoticeAnchor.BEFORE_END_OF_TERM:
        words = f"a party may end it with a term by notice {length(months=said.months, days=said.days)} before"
    elif said.anchor is NoticeAnchor.AFTER_MINIMUM:
        words = f"after {length(months=said.minimum_months or 0)} in force a party may leave it by notice of {notice}"
    else:
        words = f"a party may leave it by notice of {notice}"
    yield f"{words}{_cited(said.articles)}"


def _cited(articles: tuple[str, ...]) -> str:
    return f" (art. {', '.join(articles)})" if articles else ""


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


TERMS = {
    TermKind.INDEFINITE: "it sets no end",
    TermKind.FIXED: "it lasts for a time that is not coded",
    TermKind.UNTIL_DATE: "it lasts until a day that is not coded",
    TermKind.UNTIL_CONDITION: "it lasts until a condition is met",
}
RENEWALS = {
    RenewalKind.NONE: "nothing renews it",
    RenewalKind.TACIT: "it continues unless notice is given",
    RenewalKind.EXPRESS: "it continues only if the parties renew it",
}
