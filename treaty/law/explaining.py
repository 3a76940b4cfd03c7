"""Standings as sentences: what holds, since when, by which event, on whose word, and what the clauses say of what follows."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.relation import Relation
from treaty.document.wording import Names, called, day_in_words, event_in_words, joined, relation_in_words, when
from treaty.law.applying import survival
from treaty.law.bindings import Binding
from treaty.law.deadlines import ALIVE, OVER, Deadline, as_seen_on
from treaty.law.doubts import doubts
from treaty.law.entering import entries_into_force
from treaty.law.inference import ATOP_CONTRADICTED, BY_ID, SUCCESSOR_IN_FORCE, Inference, Inferred, chosen
from treaty.law.members import is_bilateral
from treaty.law.moments import Because, accepted, counted
from treaty.law.pairs import Tie
from treaty.law.party_transitions import LISTED_SPAN
from treaty.law.reckoning import DayRange
from treaty.law.standing import Period, periods_under, standing_on
from treaty.law.terms import PROLONGING, is_renewed_tacitly, terms_under
from treaty.law.transitions import UNBORN
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.characters import Character
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing
from treaty.vocabulary.terms_of_life import NoticeAnchor, RenewalKind, TermKind

JOINING = frozenset({PartyStanding.SIGNATORY, PartyStanding.CONTRACTING, PartyStanding.ACCEDING, PartyStanding.PROVISIONAL})
PARTY_WORDS = {
    PartyStanding.NONE: "nothing to do with it",
    PartyStanding.PROVISIONAL: "applying it provisionally",
    PartyStanding.ENDED: "bound no longer",
    PartyStanding.PREDECESSOR: "replaced by a successor",
}
"""What a standing is called where its label, read after a party's name, would say something else."""
BY_RELATION = {
    SUCCESSOR_IN_FORCE.id: (RelationKind.SUPERSEDES, RelationKind.TERMINATES),
    ATOP_CONTRADICTED.id: (RelationKind.CONFLICTS_WITH,),
}
NO_LAW = {
    Character.NON_BINDING: "It does not bind in law: what is in force is an undertaking and not a duty of law.",
    Character.UNCLEAR: "Whether it binds in law is contested or not shown.",
}


def explain(period: Period | None, document: Document, names: Names) -> str:
    """ "In force since 28 April 1952: entered into force on 28 April 1952, as “Treaties in Force” (not verified) says (VCLT art. 24)."

    None reads as an unknown standing, with the reason.
    """
    if period is None:
        dated = any(event.date or event.effective_date for event in document.events)
        reason = "no dated event had happened by then" if dated else "no event of its life has a known date"
        return f"Standing not known: {reason}."
    over = period.standing in OVER
    span = when(period.since) if over else _span(period)
    unborn = (period.standing in UNBORN and period.ends is None) or period.standing in (Standing.SIGNED, Standing.PROVISIONAL)
    return f"{period.standing.label} {span}: {_reasons(period.because, document, names)}.{_unborn(document) if unborn else ''}"


def explain_binding(binding: Binding, document: Document, names: Names) -> str:
    """ "Mexico: in notice from September 2002 until September 2004: notice of denunciation given by Mexico …"."""
    who = names.get(binding.party, binding.party)
    said = PARTY_WORDS.get(binding.standing, binding.standing.label.lower())
    unborn = _unborn(document) if binding.standing in JOINING else ""
    return f"{who}: {said} {_span(binding)}: {_reasons(binding.because, document, names)}.{unborn}"


def explain_tie(tie: Tie, document: Document, names: Names) -> str:
    """ "Between New Zealand and the United States: suspended between them since August 1986: …"."""
    one, two = (called(code, names) for code in tie.parties)
    bound = tie.standing is not PairStanding.NOT_BOUND
    said = f"{tie.standing.label.lower()} {_span(tie)}" if bound else f"not bound to each other {_span(tie, open_end='from {} on')}"
    unborn = "" if bound else _unborn(document)
    return f"Between {one} and {two}: {said}: {_reasons(tie.because, document, names, *tie.resting_on)}.{unborn}"


def explain_deadline(deadline: Deadline, document: Document, names: Names) -> str:
    """Its sentence, with the events it rests on, their sources, and the rule."""
    return f"{deadline.sentence} Reason: {_reasons(deadline.because, document, names)}."


def account(document: Document, names: Names, *, on: date, inferred: Inferred = True) -> str:
    """All that can be said of its standing on a day, in a few sentences: why, its term, how it can be left, doubts."""
    inference = chosen(inferred)
    life = periods_under(document, inference)
    present = standing_on(on, life)
    seen = as_seen_on(on, document)
    said = [explain(present, document, names)]
    if present and present.standing in ALIVE:
        since = unbroken_since(present, life)
        said += [f"It first entered into force {when(since.since)} and did not end in between."] if since is not present else []
        clauses = [*_term_in_words(seen, on, inference), *_leaving_in_words(seen)]
        said += [f"{_capital('; '.join(clauses))}."] if clauses else []
        said += [NO_LAW[document.character]] if document.character in NO_LAW else []
    outlives = survival(seen, inferred=inferred)
    if outlives and outlives.covers(on):
        said.append(f"Still owed after the end: {_stopped(outlives.what)}")
    said += [f"In doubt: {_stopped(doubt)}" for doubt in doubts(seen, on=on, names=names)]
    return " ".join(said)


def unbroken_since(period: Period, life: Sequence[Period]) -> Period:
    """The period with which the agreement entered into force, for one in which it still lives: notices and suspensions do not break it."""
    return next((earlier for earlier in life if earlier.standing in ALIVE), period)


def length(*, months: int = 0, days: int = 0) -> str:
    """ "10 years", "18 months", "90 days", "1 year and 30 days", "no time at all"."""
    whole = (months // 12, "year") if months % 12 == 0 else (months, "month")
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in (whole, (days, "day")) if number]
    return " and ".join(said) or "no time at all"


def _span(one: Period | Binding | Tie, open_end: str = "since {}") -> str:
    """ "since 28 April 1952", "from September 2002 until September 2004": neither day finer than it is known."""
    since = day_in_words(one.since)
    return f"from {since} until {day_in_words(one.until)}" if one.until else open_end.format(since)


def _unborn(document: Document) -> str:
    """What has to be said wherever a party is shown as not bound and the record may simply lack the day on which it was."""
    return "" if entries_into_force(document, chosen(inferred=True)) else " No entry into force is recorded."


def _reasons(because: Because, document: Document, names: Names, *further: str) -> str:
    """The events in order of time with their sources, the rules where any concluded it, and the law. `further`: rules it rests on, too."""
    rules = (because.rule, *further)
    grounds = [_as_said(*ground) for ground in _grounds(because, rules, document, names)]
    for rule in (BY_ID[key] for key in rules if key in BY_ID):
        sentence = rule.sentence.rstrip(".")
        grounds.append(f"concluded by the rule “{rule.id}”: {sentence[0].lower()}{sentence[1:]}")
    if LISTED_SPAN.id in rules:
        grounds.append("as the list of its parties has it")
    return f"{'; '.join(grounds) or 'by its own clauses'} ({'; '.join(because.articles)})"


def _grounds(because: Because, rules: tuple[str, ...], document: Document, names: Names) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """What happened, with who says so; acts in a row that the same sources tell stand together."""
    titles = {source.id: source.title for source in document.sources}
    events = [event for event in document.events if event.id in because.events]
    events.sort(key=lambda event: day.first if (day := counted(event)) else date.min)
    facts = [(_event_in_words(event, names), event.evidence) for event in events]
    facts += [(_relation_in_words(one), one.evidence) for one in _relations(rules, document)]
    told = [
        (words, tuple(f"“{titles[one.source]}” ({'verified' if one.verified else 'not verified'})" for one in evidence))
        for words, evidence in facts
    ]
    for sources, alike in groupby(told, key=lambda fact: fact[1]):
        yield [words for words, _ in alike], sources


def _as_said(facts: list[str], sources: tuple[str, ...]) -> str:
    said = joined(facts)
    if not sources:
        return f"{said}, for which no source is cited"
    return f"{said}, as {joined(tuple(dict.fromkeys(sources)))} say{'s' if len(set(sources)) == 1 else ''}"


def _event_in_words(event: Event, names: Names) -> str:
    words = event_in_words(event, names)
    words = words[0].lower() + words[1:]
    if event.effective_date and event.date:
        words += f", with effect {when(event.effective_date)}"
    if event.until:
        words += f", until {day_in_words(event.until)}"
    if event.basis is Basis.INFERRED:
        words += f", inferred by the rule “{event.rule}”"
    return words


def _relations(rules: tuple[str, ...], document: Document) -> list[Relation]:
    """The relation on which an end rests that no event tells of: of several, the first to take effect."""
    kinds = {kind for rule in rules for kind in BY_RELATION.get(rule, ())}
    backwards = [one for one in document.relations if one.kind in kinds and (one.inverse or one.kind is RelationKind.CONFLICTS_WITH)]
    found = [(one.effective_date.first, one.id, one) for one in backwards if one.effective_date]
    return [min(found)[-1]] if found else []


def _relation_in_words(relation: Relation) -> str:
    words = relation_in_words(relation)
    return f"{words[0].lower()}{words[1:]} {when(relation.effective_date)}"


def _term_in_words(document: Document, on: date, inference: Inference) -> Iterator[str]:
    """What the clauses say of its length, and where in it the day lies."""
    duration = document.duration
    if duration is None or duration.term is None:
        return
    term, cited = duration.term, _cited(duration.term.articles)
    spans = tuple(terms_under(document, on, inference, leaping=True))
    if term.kind is TermKind.FIXED and term.months:
        ends = spans[0].ends if spans else None
        yield f"initial term of {length(months=term.months)}{f' {_ends(on, ends)} {ends.words}' if ends else ''}{cited}"
    elif term.until:
        yield f"its term runs until {day_in_words(term.until)}{cited}"
    else:
        yield f"{TERMS[term.kind]}{cited}"
    if len(spans) > 1:
        ends = spans[-1].ends
        yield f"the term now running ends {ends.words}" if ends and ends.last > on else "the end of the term now running is not recorded"
    elif spans and spans[0].ends and spans[0].ends.last <= on and not is_renewed_tacitly(document):
        by_some = any(event.kind in PROLONGING for event in accepted(document, inference))
        yield "some of its parties have extended it" if by_some else "no renewal or extension is recorded"
    if duration.renewal:
        yield f"{RENEWALS[duration.renewal.kind]}{_cited(duration.renewal.articles)}"


def _ends(on: date, ends: DayRange) -> str:
    return "ended" if ends.last <= on else "ends"


def _leaving_in_words(document: Document) -> Iterator[str]:
    """How a party may leave it."""
    said = document.duration.notice if document.duration else None
    if said is None:
        return
    who = "either party" if is_bilateral(document) else "a party"
    if said.anchor is NoticeAnchor.BEFORE_END_OF_TERM:
        before = f"{length(months=said.months, days=said.days)} before" if said.months or said.days else "before"
        words = f"{who} may end it with a term by notice given {before} the term ends"
    else:
        words = f"{who} may leave it {_on_notice(said.effect_months or said.months, said.effect_days or said.days)}"
    if said.anchor is NoticeAnchor.AFTER_MINIMUM:
        least = length(months=said.minimum_months) if said.minimum_months else "a time that is not coded"
        words = f"after {least} in force {words}"
    yield f"{words}{_cited(said.articles)}"


def _on_notice(months: int, days: int) -> str:
    """ "on 1 year's notice", "on 180 days' notice", "by notice" where its length is not coded."""
    if not months and not days:
        return "by notice"
    span = length(months=months, days=days)
    return f"on {span}'{'' if span.endswith('s') else 's'} notice"


def _cited(articles: tuple[str, ...]) -> str:
    return f" (art{'s' if len(articles) > 1 else '.'} {joined(articles)})" if articles else ""


def _stopped(words: str) -> str:
    """The words with a full stop at their end, and never two."""
    return words if words.endswith((".", ".”")) else f"{words}."


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
