"""A question in plain English."""

from collections.abc import Iterable, Mapping
from datetime import date

from catalogue.question import Question
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.wording import day_in_words, joined, the
from treaty.vocabulary.standing import Standing
from web.showing.words import echo, first_down, first_up

AS_IT_READS = {
    Standing.NEGOTIATING: "under negotiation",
    Standing.SIGNED: "signed and not known to be in force",
    Standing.PROVISIONAL: "provisionally applied",
    Standing.LAPSED: "lapsed before entry into force",
}


def sentence(question: Question, names: Mapping[str, str], *, today: date) -> str:
    """The question in words: "Agreements in force on 1 January 1955 to which Japan and the United States are parties"."""
    day = "today" if question.on == today else f"on {day_in_words(question.on)}"
    standing = _standing(question)
    head = [_noun(question), *_of_kinds(question), *([f"{standing} {day}"] if standing else []), *_parties(question, names)]
    tail = [
        *_with_parties_of(question, names, day),
        *_signed(question),
        *_saying(question),
        *_eventful(question),
        *_ahead(question),
        *_known_from(question),
        *([] if standing else [_as_they_stood(question, day, today)]),
        *([] if question.inferring else ["counting only what sources declare"]),
        *([f"as the register knew them at the end of {day_in_words(question.as_known)}"] if question.as_known else []),
    ]
    return ", ".join([(", " if question.kinds else " ").join(head).replace("greements, of", "greements of"), *tail])


def _noun(question: Question) -> str:
    sides = [term.label.lower() for term in question.lateralities]
    return first_up(f"{joined(sides, 'or')} agreements".strip())


def _of_kinds(question: Question) -> Iterable[str]:
    if question.kinds:
        kinds = joined([f"“{kind.label}”" for kind in question.kinds], "or")
        yield f"of the kind {kinds}"


def _standing(question: Question) -> str:
    said = [AS_IT_READS.get(term, term.label.lower()) for term in question.standings]
    return joined([*said, *(["of unknown standing"] if question.standing_unknown else [])], "or")


def _parties(question: Question, names: Mapping[str, str]) -> Iterable[str]:
    if question.parties:
        named = [the(names.get(code, code)) for code in question.parties]
        yield f"to which {joined(named, 'or')} is a party"
    if question.between:
        named = [the(names.get(code, code)) for code in question.between]
        yield f"{'and ' if question.parties else ''}to which {joined(named)} are parties"


def _with_parties_of(question: Question, names: Mapping[str, str], day: str) -> Iterable[str]:
    if question.regions:
        regions = [(REGIONS | SUBREGIONS)[code] for code in question.regions]
        yield f"with a party in {joined(regions, 'or')}"
    if question.organisations:
        named = [the(names.get(code, code)) for code in question.organisations]
        yield f"with a party that is a member of {joined(named, 'or')} {day}"


def _signed(question: Question) -> Iterable[str]:
    if question.decades:
        yield f"first signed in {joined([f'the {year}s' for year in question.decades], 'or')}"


def _saying(question: Question) -> Iterable[str]:
    if question.words.strip():
        yield f"that match “{echo(question.words.strip())}”"
    if question.provisions:
        labels = [first_down(kind.label) for kind in question.provisions]
        yield f"with provisions on {joined(labels, 'or')}"
    if question.characters:
        yield f"of the character {joined([f'“{term.label}”' for term in question.characters], 'or')}"


def _eventful(question: Question) -> Iterable[str]:
    if question.events or question.event_from or question.event_before:
        what = f"with the event {joined([f'“{kind.label}”' for kind in question.events], 'or')}" if question.events else "with any event"
        begins = f" on or after {day_in_words(question.event_from)}" if question.event_from else ""
        ends = f"{' and' if begins else ''} before {day_in_words(question.event_before)}" if question.event_before else ""
        yield f"{what}{begins}{ends}"


def _ahead(question: Question) -> Iterable[str]:
    if question.deadline_before:
        yield f"with a deadline before {day_in_words(question.deadline_before)}"
    if question.notice_before:
        yield f"with a last day for notice before {day_in_words(question.notice_before)}"


def _known_from(question: Question) -> Iterable[str]:
    if question.sources:
        yield f"whose best source is of the kind {joined([f'“{kind.label}”' for kind in question.sources], 'or')}"
    if question.checked:
        yield joined([term.label.lower() for term in question.checked], "or")


def _as_they_stood(question: Question, day: str, today: date) -> str:
    return f"as they {'stand' if question.on == today else 'stood' if question.on < today else 'will stand'} {day}"
