"""Standings as sentences: what holds, since when, by which event, on whose word."""

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, day_in_words, event_in_words, when
from treaty.law.standing import Period
from treaty.law.transitions import UNBORN
from treaty.vocabulary.assertions import Basis


def explain(period: Period | None, document: Document, names: Names) -> str:
    """ "In force since 28 April 1952: entry into force on 28 April 1952, as “Treaties in Force” says (not verified)."

    None reads as an unknown standing, with the reason.
    """
    if period is None:
        dated = any(event.date or event.effective_date for event in document.events)
        reason = "no dated event had happened by then" if dated else "no event of its life has a known date"
        return f"Standing not known: {reason}."
    grounds = [_ground(event, document, names) for event in document.events if event.id in period.because.events]
    until = f" until {day_in_words(period.ends)}" if period.ends else ""
    said = (
        f"{period.standing.label} since {day_in_words(period.since)}{until}: {'; '.join(grounds)} ({', '.join(period.because.articles)})."
    )
    unborn = period.standing in UNBORN and period.ends is None
    return f"{said} No entry into force is recorded." if unborn else said


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
