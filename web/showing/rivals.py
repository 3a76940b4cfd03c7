"""Where sources differ: what the register accepts beside what it keeps as a rival value, each with its sources and their rank."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, day_in_words
from treaty.vocabulary.assertions import Weight
from web.showing.evidence import Citation, citations
from web.showing.links import ShownTerm, shown_term


@dataclass(frozen=True)
class Ranked:
    """One source's word, with the rank of that source."""

    rank: int
    citation: Citation


@dataclass(frozen=True)
class Claim:
    """One value of a fact, and who says so."""

    value: str
    note: str
    sources: tuple[Ranked, ...]


@dataclass(frozen=True)
class Dispute:
    """One fact of which sources say different things. `accepted` is empty where the register accepts none of them."""

    kind: ShownTerm | None
    who: str
    accepted: tuple[Claim, ...]
    rivals: tuple[Claim, ...]


def disputes(document: Document, names: Names, carried: Mapping[str, str]) -> tuple[Dispute, ...]:
    """One for each kind of event and party of which a rival value is kept, in the order of the document."""
    rivals: dict[tuple[object, ...], list[Event]] = {}
    for event in document.events:
        if event.weight is Weight.RIVAL:
            rivals.setdefault(_fact(event), []).append(event)
    accepted = [event for event in document.events if event.weight is Weight.ACCEPTED]
    return tuple(
        _dispute(document, found, [event for event in accepted if _fact(event) == fact], names, carried) for fact, found in rivals.items()
    )


def _fact(event: Event) -> tuple[object, ...]:
    return event.kind, event.party, event.other_party


def _dispute(document: Document, rivals: list[Event], accepted: list[Event], names: Names, carried: Mapping[str, str]) -> Dispute:
    event = rivals[0]
    who = [names.get(code, code) for code in (event.party, event.other_party) if code]
    return Dispute(
        kind=shown_term(event.kind, carried),
        who=" towards ".join(who),
        accepted=tuple(_claim(document, one, carried) for one in accepted),
        rivals=tuple(_claim(document, one, carried) for one in rivals),
    )


def _claim(document: Document, event: Event, carried: Mapping[str, str]) -> Claim:
    ranks = {source.id: source.kind.rank for source in document.sources}
    said = zip(event.evidence, citations(document, event.evidence, carried), strict=True)
    sources = [Ranked(ranks[evidence.source], citation) for evidence, citation in said]
    return Claim("; ".join(_values(event)), event.note, tuple(sorted(sources, key=lambda one: one.rank)))


def _values(event: Event) -> Iterable[str]:
    day = event.date or event.effective_date
    missing = f"date {event.date_missing.label.lower()}" if event.date_missing else "no date"
    yield day_in_words(day) if day else missing
    if event.date and event.effective_date:
        yield f"with effect from {day_in_words(event.effective_date)}"
    if event.until:
        yield f"until {day_in_words(event.until)}"
    if event.place:
        yield event.place
