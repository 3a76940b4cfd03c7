"""How we know: the sources of a record, and the word of each for a fact."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.evidence import Evidence, Locator, Source
from treaty.document.wording import day_in_words
from web.showing.links import ShownTerm, place_in, shown_term
from web.showing.words import counted


@dataclass(frozen=True)
class Citation:
    """One source's word for one fact. `mark` says in words whether somebody has read it there; `reading` is where in a kept text."""

    source: str
    href: str
    locator: str
    verified: bool
    mark: str
    quote: str
    note: str
    reading: str = ""


@dataclass(frozen=True)
class ShownSource:
    """A row of the table of sources."""

    id: str
    kind: ShownTerm | None
    rank: int
    title: str
    publisher: str
    url: str
    language: str
    dates: str
    licence: str
    vouches: str


def citations(document: Document, evidence: Iterable[Evidence], carried: Mapping[str, str]) -> tuple[Citation, ...]:
    """`carried` are the parameters under which a text of this very document is read."""
    titles = {source.id: source.title for source in document.sources}
    kept = {text.source: text.id for text in document.texts if text.source and text.sha256}
    return tuple(
        Citation(
            source=titles[one.source],
            href=f"#source-{one.source}",
            locator=_locator(one.locator),
            verified=one.verified,
            mark="verified" if one.verified else "not verified",
            quote=one.quote,
            note=one.note,
            reading=_reading(document, kept.get(one.source), one.locator, carried),
        )
        for one in evidence
    )


def _reading(document: Document, text: str | None, locator: Locator, carried: Mapping[str, str]) -> str:
    return place_in(document.reference, text, locator.begin, carried) if document.reference and text and locator.begin is not None else ""


def _locator(locator: Locator) -> str:
    parts = [
        f"art. {locator.article}" if locator.article and not locator.article.lower().startswith("art") else locator.article,
        f"p. {locator.page}" if locator.page and not locator.page.lower().startswith("p") else locator.page,
        f"characters {locator.begin} to {locator.end}" if locator.begin is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def sources(document: Document, carried: Mapping[str, str]) -> tuple[ShownSource, ...]:
    """The sources, the most authoritative first, each with how many facts it vouches for."""
    times = Counter(evidence.source for _, evidence in document.all_evidence())
    verified = Counter(evidence.source for _, evidence in document.all_evidence() if evidence.verified)
    ranked = sorted(document.sources, key=lambda source: source.kind.rank)
    return tuple(_source(source, times[source.id], verified[source.id], carried) for source in ranked)


def _source(source: Source, times: int, verified: int, carried: Mapping[str, str]) -> ShownSource:
    dates = [
        f"published {day_in_words(source.published)}" if source.published else "",
        f"read {day_in_words(source.accessed)}" if source.accessed else "",
    ]
    return ShownSource(
        id=source.id,
        kind=shown_term(source.kind, carried),
        rank=source.kind.rank,
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        language=source.language,
        dates=", ".join(part for part in dates if part),
        licence=source.licence,
        vouches=f"{counted(times, 'fact')}, {verified if verified < times else 'all'} verified" if times else "not cited for a single fact",
    )


def verification(document: Document) -> str:
    """How much of the record somebody has read in a source, in one sentence."""
    pieces = [evidence.verified for _, evidence in document.all_evidence()]
    if not pieces:
        return "No source is cited."
    if all(pieces):
        return "Every fact cited here has been read in its source."
    if not any(pieces):
        return "None of it has been verified: it is reported, and nobody of this register has yet read it in the source cited."
    return f"{sum(pieces)} of {len(pieces)} pieces of evidence have been read in their source; the others are marked “not verified”."
