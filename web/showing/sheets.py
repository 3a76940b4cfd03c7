"""The words of a stored text, cut into sheets and blocks, with what is searched and what is cited marked in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

SHEET = 60_000  # characters: as much as a browser lays out at once
BLOCK = 3_000
CONTEXT = 60


@dataclass(frozen=True)
class Cite:
    """A span that a fact of the record rests on; `href` leads to the fact."""

    begin: int
    end: int
    href: str
    label: str


@dataclass(frozen=True)
class Piece:
    """A run of words. `found` where the search found it; `href` leads to the fact that cites it, `label` names the fact."""

    words: str
    found: bool = False
    href: str = ""
    label: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, or as much of a long one as is shown together. `page` is set where a page begins; `here` where one is sent to."""

    page: int | None
    here: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Hit:
    """A place where the words stand that were searched, with what stands around them."""

    begin: int
    page: int | None
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Sheet:
    number: int
    count: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Words:
    """The words of a text, and the characters at which its pages and paragraphs begin."""

    words: str
    pages: Sequence[int]
    paragraphs: Sequence[int]

    def page_at(self, at: int) -> int | None:
        """The number of the page on which a character stands; None for a text without pages."""
        return bisect_right(self.pages, at) or 1 if self.pages else None

    def sheet_of(self, at: int) -> int:
        """The number of the sheet that holds a character; the last for one past the end."""
        sheets = self._sheets()
        return next((number for number, rows in enumerate(sheets, 1) if rows[-1][1] > at), len(sheets))

    def sheet(self, number: int, *, at: int | None = None, found: Sequence[tuple[int, int]] = (), cites: Sequence[Cite] = ()) -> Sheet:
        """The sheet of that number, or the nearest there is."""
        sheets = self._sheets()
        number = min(max(number, 1), len(sheets))
        blocks, before = [], None
        for begin, end in sheets[number - 1]:
            page = self.page_at(begin)
            pieces = tuple(_pieces(self.words, begin, end, found, cites))
            here = at is not None and begin <= at < max(end, begin + 1)
            blocks.append(Block(page if page != before else None, here, pieces))
            before = page
        return Sheet(number, len(sheets), tuple(blocks))

    def hits(self, found: Iterable[tuple[int, int]]) -> tuple[Hit, ...]:
        return tuple(
            Hit(
                begin,
                self.page_at(begin),
                self.words[max(0, begin - CONTEXT) : begin],
                self.words[begin:end],
                self.words[end : end + CONTEXT],
            )
            for begin, end in found
        )

    def _sheets(self) -> list[list[tuple[int, int]]]:
        sheets: list[list[tuple[int, int]]] = [[]]
        for span in self._spans():
            if sheets[-1] and span[1] - sheets[-1][0][0] > SHEET:
                sheets.append([])
            sheets[-1].append(span)
        return sheets

    def _spans(self) -> Iterator[tuple[int, int]]:
        paragraphs = self.paragraphs or [0]
        for begin, following in zip(paragraphs, [*paragraphs[1:], len(self.words)], strict=True):
            end = begin + len(self.words[begin:following].rstrip("\n"))
            while end - begin > BLOCK:
                cut = max(self.words.rfind("\n", begin, begin + BLOCK), self.words.rfind(" ", begin, begin + BLOCK)) + 1
                cut = cut if cut > begin else begin + BLOCK
                yield begin, cut
                begin = cut
            yield begin, end


def _pieces(words: str, begin: int, end: int, found: Sequence[tuple[int, int]], cites: Sequence[Cite]) -> Iterator[Piece]:
    """The block cut wherever something begins or ends, so that what is searched is marked within what is cited, too."""
    found = [span for span in found if span[0] < end and span[1] > begin]
    cites = [cite for cite in cites if cite.begin < end and cite.end > begin]
    edges = {begin, end, *(edge for span in found for edge in span), *(edge for cite in cites for edge in (cite.begin, cite.end))}
    within = sorted(edge for edge in edges if begin <= edge <= end)
    for first, last in pairwise(within):
        cite = next((one for one in cites if one.begin <= first < one.end), None)
        is_found = any(one <= first < other for one, other in found)
        yield Piece(words[first:last], is_found, cite.href if cite else "", cite.label if cite else "")
