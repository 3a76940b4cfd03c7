"""A stored text as the page shows it: a sheet of it at a time, in blocks, with what is searched and cited marked in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from records.models import ExtractedText

SHEET = 60_000  # characters: as much as a browser lays out at once
BLOCK = 3_000
CONTEXT = 60


@dataclass(frozen=True)
class Mark:
    """A span that stands out: `kind` is "found" or "cited"."""

    begin: int
    end: int
    kind: str


@dataclass(frozen=True)
class Piece:
    words: str
    kind: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, or as much of a long one as is shown together. `page` is set where a page begins; `here` where one was sent to."""

    begin: int
    end: int
    pieces: Sequence[Piece]
    page: int | None = None
    here: bool = False


@dataclass(frozen=True)
class Sheet:
    number: int
    count: int
    blocks: Sequence[Block]

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.count else None


@dataclass(frozen=True)
class Hit:
    """A place where the words that were searched stand, with what stands around them."""

    begin: int
    page: int | None
    before: str
    words: str
    after: str


def sheet(text: ExtractedText, *, number: int = 1, at: int | None = None, marks: Sequence[Mark] = ()) -> Sheet:
    """The sheet of that number, or the one that holds the character `at`."""
    spans = list(_spans(text.words, text.paragraphs))
    sheets = _sheets(spans)
    if at is not None:
        number = next((n for n, rows in enumerate(sheets, 1) if rows[-1][1] > at), len(sheets))
    number = min(max(number, 1), len(sheets))
    rows = sheets[number - 1]
    apart = _apart(marks)
    shown, before = [], None
    for begin, end in rows:
        page = page_at(text.pages, begin)
        here = at is not None and begin <= at < end
        shown.append(Block(begin, end, list(_pieces(text.words, begin, end, apart)), page if page != before else None, here))
        before = page
    return Sheet(number, len(sheets), shown)


def hits(text: ExtractedText, spans: Sequence[tuple[int, int]]) -> list[Hit]:
    words = text.words
    return [
        Hit(
            begin,
            page_at(text.pages, begin),
            words[max(0, begin - CONTEXT) : begin],
            words[begin:end],
            words[end : end + CONTEXT],
        )
        for begin, end in spans
    ]


def page_at(pages: Sequence[int], at: int) -> int | None:
    """The number of the page on which a character stands; None for a text without pages."""
    return bisect_right(pages, at) if pages else None


def _spans(words: str, paragraphs: Sequence[int]) -> Iterator[tuple[int, int]]:
    for begin, following in zip(paragraphs, [*paragraphs[1:], len(words)], strict=True):
        end = begin + len(words[begin:following].rstrip("\n"))
        while end - begin > BLOCK:
            cut = max(words.rfind("\n", begin, begin + BLOCK), words.rfind(" ", begin, begin + BLOCK)) + 1
            cut = cut if cut > begin else begin + BLOCK
            yield begin, cut
            begin = cut
        yield begin, end


def _sheets(spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    sheets: list[list[tuple[int, int]]] = [[]]
    for span in spans:
        if sheets[-1] and span[1] - sheets[-1][0][0] > SHEET:
            sheets.append([])
        sheets[-1].append(span)
    return sheets


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """In order, and none upon another: what is searched goes before what is cited."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.kind != "found", mark.begin)):
        if all(mark.end <= other.begin or mark.begin >= other.end for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.begin)


def _pieces(words: str, begin: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    at = begin
    for mark in marks:
        first, last = max(mark.begin, at), min(mark.end, end)
        if first < last:
            if at < first:
                yield Piece(words[at:first])
            yield Piece(words[first:last], mark.kind)
            at = last
    if at < end:
        yield Piece(words[at:end])
