"""A text of a published document, read in place: searched, with what the record cites of it marked and linked to the facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.refusing import NotFound
from records.models import ExtractedText
from records.recognising import NAMES
from records.vocabulary import ReadingState
from treaty.document.document import Document
from treaty.document.evidence import Evidence, Text
from treaty.document.quotes import find, occurrences
from treaty.document.wording import Names, event_in_words, participation_in_words, provision_in_words, relation_in_words
from web.showing.days import DayControl, day_control
from web.showing.links import Link, known_alike, page, place_in
from web.showing.record import RecordAsked
from web.showing.sheets import Cite, Hit, Sheet, Words
from web.showing.texts import language_name
from web.showing.words import counted, first_up

MOST_HITS = 200
EXCERPT = 80  # characters of a cited passage in the list of facts
WITHOUT_WORDS = "The register keeps the file of this text; its words could not be read by a program."
WAITING = "The register keeps the file of this text; its words are still being read."


@dataclass(frozen=True)
class Asked:
    """What of the text is asked for: words to look for, a sheet by its number, or the one with a character."""

    words: str = ""
    sheet: int = 0
    at: int | None = None


@dataclass(frozen=True)
class ShownHit:
    begin: int
    href: str
    page: int | None
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class TextPage:
    room = "agreements"
    reference: str
    href: str
    title: str
    agreement: Link
    about: str
    sha256: str
    days: DayControl
    words: str
    kept: tuple[tuple[str, str], ...]
    count: str
    hits: tuple[ShownHit, ...]
    facts: tuple[Link, ...]
    cites: tuple[Cite, ...]
    sheet: Sheet | None
    sheets: tuple[Link, ...]
    silence: str
    json: str


def text_of(document: Document, key: str) -> Text:
    """The text of that id. Raises NotFound where the published document has none, or the register keeps no copy of it."""
    text = next((text for text in document.texts if text.id == key), None)
    if text is None:
        raise NotFound(f"{document.reference} has no text “{key[:40]}”.", "text", key)
    if text.sha256 is None:
        raise NotFound(f"The register keeps no copy of the text “{text.title or key}” of {document.reference}.", "text", key)
    return text


def words_kept(text: Text) -> ExtractedText | None:
    """The words of a text that a published document names; None where none were ever asked for. One query."""
    return ExtractedText.objects.filter(stored__sha256=text.sha256).first()


def text_page(document: Document, names: Names, text: Text, asked: Asked, record: RecordAsked) -> TextPage:
    """The page of one text of a published document. One query."""
    kept = words_kept(text)
    reference = document.reference or ""
    carried, days = record.carried, record.days
    own = page("text", reference, text.id)
    back = (
        page("revision", reference, record.number, **known_alike(carried))
        if record.number
        else page("agreement", reference, **days.carried)
    )
    words = Words(kept.words, kept.pages, kept.paragraphs) if kept and kept.state is ReadingState.DONE else None
    found = occurrences(asked.words, words.words, most=MOST_HITS) if words and asked.words else []
    cites = cites_of(document, names, text, words, back) if words else []
    sheet = _sheet(words, asked, found, cites) if words else None
    turn = {**carried, "q": asked.words}
    return TextPage(
        reference=reference,
        href=own,
        title=text.title or "Text",
        agreement=Link(document.title, back),
        about=_about(text, words),
        sha256=text.sha256 or "",
        days=day_control(own, record.days, knows=record.number is None, kept=turn),
        words=asked.words,
        kept=tuple((name, value) for name, value in carried.items() if value),
        count=_count(found) if words and asked.words else "",
        hits=tuple(_hit(hit, reference, text.id, turn) for hit in words.hits(found)) if words else (),
        facts=tuple(_cited(words, cite, reference, text.id, turn) for cite in cites) if words else (),
        cites=tuple(cites),
        sheet=sheet,
        sheets=tuple(Link(str(n), page("text", reference, text.id, **turn, sheet=str(n))) for n in range(1, sheet.count + 1))
        if sheet and sheet.count > 1
        else (),
        silence="" if words else WAITING if kept and kept.state is ReadingState.WAITING else WITHOUT_WORDS,
        json=page("text_data", reference, text.id, **turn),
    )


def _sheet(words: Words, asked: Asked, found: list[tuple[int, int]], cites: list[Cite]) -> Sheet:
    at = asked.at if asked.at is not None else found[0][0] if found and not asked.sheet else None
    number = words.sheet_of(at) if at is not None else asked.sheet or 1
    return words.sheet(number, at=at, found=found, cites=cites)


def _about(text: Text, words: Words | None) -> str:
    authentic = {True: "authentic", False: "not authentic", None: "not known whether authentic"}
    parts = [
        language_name(text.language) if text.language else "",
        authentic[text.authentic],
        NAMES.get(text.media_type, text.media_type),
        counted(len(words.pages), "page") if words and words.pages else "",
        f"{len(words.words):,} characters" if words else "",
    ]
    return first_up(", ".join(part for part in parts if part))


def _count(found: list[tuple[int, int]]) -> str:
    if len(found) == MOST_HITS:
        return f"More than {MOST_HITS} places; these are the first"
    return counted(len(found), "place") if found else "It does not stand in this text"


def _hit(hit: Hit, reference: str, key: str, turn: Mapping[str, str]) -> ShownHit:
    return ShownHit(hit.begin, place_in(reference, key, hit.begin, turn), hit.page, hit.before, hit.words, hit.after)


def _cited(words: Words, cite: Cite, reference: str, key: str, turn: Mapping[str, str]) -> Link:
    number = words.page_at(cite.begin)
    said = " ".join(words.words[cite.begin : min(cite.end, cite.begin + EXCERPT)].split())
    quoted = f"“{said}{'…' if cite.end - cite.begin > EXCERPT else ''}”"
    return Link(cite.label, place_in(reference, key, cite.begin, {**turn, "q": ""}), f"p. {number}, {quoted}" if number else quoted)


def cites_of(document: Document, names: Names, text: Text, words: Words, back: str) -> list[Cite]:
    """Every passage of the text that a fact of the record rests on, in the order of the text."""
    found = []
    for label, anchor, evidence in _facts(document, names):
        if evidence.source == text.source and (span := _span(evidence, words)):
            found.append(Cite(*span, f"{back}#{anchor}", label))
    for said in document.provisions:
        place = find(said.quote, words.words) if said.quote else None
        if place and all((one.begin, one.end) != (place.begin, place.end) for one in found):
            found.append(Cite(place.begin, place.end, f"{back}#provision-{said.id}", provision_in_words(said)))
    return sorted(found, key=lambda one: (one.begin, one.end))


def _span(evidence: Evidence, words: Words) -> tuple[int, int] | None:
    """The span that evidence names, if it lies in the text; else the place where its quotation stands."""
    begin, end = evidence.locator.begin, evidence.locator.end
    if begin is not None and end is not None and end <= len(words.words):
        return begin, end
    place = find(evidence.quote, words.words) if evidence.quote else None
    return (place.begin, place.end) if place else None


def _facts(document: Document, names: Names) -> Iterable[tuple[str, str, Evidence]]:
    """Each piece of evidence with the fact it speaks for, in words, and where on the agreement's page that fact stands."""
    for one in document.evidence:
        yield "The record as a whole", "sources", one
    for part in document.participations:
        yield from ((participation_in_words(part, names), "parties", one) for one in part.evidence)
    for event in document.events:
        yield from ((event_in_words(event, names), f"event-{event.id}", one) for one in event.evidence)
    for said in document.provisions:
        yield from ((provision_in_words(said), f"provision-{said.id}", one) for one in said.evidence)
    for relation in document.relations:
        yield from ((relation_in_words(relation), f"relation-{relation.id}", one) for one in relation.evidence)
    if document.duration:
        yield from (("Its own terms", "duration", one) for one in document.duration.evidence)


def text_said(page: TextPage) -> Mapping[str, Any]:
    """The same as data: the sheet asked for, and where in the whole text the words stand that were searched."""
    blocks = page.sheet.blocks if page.sheet else ()
    return {
        "reference": page.reference,
        "title": page.title,
        "sha256": page.sha256,
        "sheet": page.sheet.number if page.sheet else None,
        "sheets": page.sheet.count if page.sheet else 0,
        "paragraphs": [{"page": block.page, "words": "".join(piece.words for piece in block.pieces)} for block in blocks],
        "q": page.words,
        "hits": [{"begin": hit.begin, "page": hit.page, "before": hit.before, "words": hit.words, "after": hit.after} for hit in page.hits],
        "cited": [{"begin": cite.begin, "end": cite.end, "fact": cite.label} for cite in page.cites],
        "silence": page.silence,
    }
