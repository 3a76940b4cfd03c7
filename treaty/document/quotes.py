"""Whether a quotation stands in a text, and where.

A quotation is *exact* where its very characters stand there. It is *loose* where it stands there once the differences
that printing makes are folded away: white space and line ends, hyphens that divide a word, the shape of quotation marks
and dashes, capitals, width and ligatures, and what an ellipsis leaves out. All offsets count Unicode characters from 0.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

HYPHENS = "-\u00ad\u2010\u2011"
DASHES = "\u2012\u2013\u2014\u2015\u2212"
MARKS = "\"'`´‘’‚‛“”„‟«»‹›′″"
# What printing varies: hyphens within or at the end of a word, runs of quotation marks, dashes, white space.
VARIED = re.compile(
    rf"(?P<nothing>(?<=\w)[{HYPHENS}{DASHES}]\s*(?=\w)|\u00ad)|(?P<mark>[{MARKS}]+)|(?P<dash>[{HYPHENS}{DASHES}]+)|(?P<gap>\s+)"
)
STANDS_FOR = {"nothing": "", "mark": "'", "dash": "-", "gap": " "}
LEFT_OUT = re.compile(r"\s*(?:[\[(]\s*)?(?:…|\.\s?\.\s?\.)(?:\s*\.)?(?:\s*[\])])?\s*")
LEFT_OUT_AT_MOST = 20_000  # characters between two pieces of one quotation
PLACES = 500  # that are looked at, for a quotation that leaves something out
FEWEST = 3  # letters or digits: less than that stands in every text


@dataclass(frozen=True)
class Place:
    """Where a quotation stands: the first character, the one after the last, and whether it is there to the letter."""

    begin: int
    end: int
    exact: bool


def find(quote: str, text: str, *, near: int = 0) -> Place | None:
    """Where the quotation stands; None where it does not. Of several places, the one that begins closest to `near`."""
    quote = quote.strip()
    if quote and quote in text:
        begin = _closest([match.start() for match in re.finditer(re.escape(quote), text)], near)
        return Place(begin, begin + len(quote), exact=True)
    pieces = [piece for part in LEFT_OUT.split(quote) if (piece := fold(part).strip(" '"))]
    if sum(character.isalnum() for piece in pieces for character in piece) < FEWEST:
        return None
    spans = list(_in_order(pieces, text))
    if not spans:
        return None
    begin = _closest([begin for begin, _ in spans], near)
    return Place(begin, dict(spans)[begin], exact=False)


def occurrences(words: str, text: str, *, most: int = 200) -> list[tuple[int, int]]:
    """Every place where the words stand, loosely, in order; no more than `most`."""
    wanted = fold(words).strip()
    if not wanted:
        return []
    folded = _folded(text)
    return [folded.span(at, at + len(wanted)) for at, _ in zip(_starts(wanted, folded.words), range(most), strict=False)]


def as_quoted(words: str) -> str:
    """A passage as one quotes it: on one line, with no gap after a hyphen that ended a line."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w-)\n\s*(?=\w)", "", words)).strip()


def fold(words: str) -> str:
    """The words without the differences that printing makes."""
    return _fold(words).words


@dataclass(frozen=True)
class _Folded:
    """Folded words, and for each run of them where it began before and after. Within a run both count alike."""

    words: str
    at: list[int]
    origin: list[int]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        return self._back(begin), self._back(end - 1) + 1

    def _back(self, at: int) -> int:
        run = bisect_right(self.at, at) - 1
        return self.origin[run] + at - self.at[run]


@lru_cache(maxsize=4)
def _folded(text: str) -> _Folded:
    """The same text is asked for many quotations in turn."""
    return _fold(text)


def _fold(text: str) -> _Folded:
    words: list[str] = []
    at: list[int] = []
    origin: list[int] = []
    length = 0
    for piece, begin in _pieces(text):
        if piece:
            words.append(piece)
            at.append(length)
            origin.append(begin)
            length += len(piece)
    return _Folded("".join(words), at, origin)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Folded runs with the place where each began."""
    last = 0
    for varied in VARIED.finditer(text):
        yield from _plain(text[last : varied.start()], last)
        yield STANDS_FOR[varied.lastgroup or ""], varied.start()
        last = varied.end()
    yield from _plain(text[last:], last)


def _plain(run: str, begin: int) -> Iterator[tuple[str, int]]:
    folded = run.lower() if run.isascii() else unicodedata.normalize("NFKC", run).casefold()
    if len(folded) == len(run):
        yield folded, begin
    else:  # "ß" is two letters, "ﬁ" as well: each stands where its one character stood
        for offset, character in enumerate(run):
            for letter in unicodedata.normalize("NFKC", character).casefold():
                yield letter, begin + offset


def _in_order(pieces: list[str], text: str) -> Iterator[tuple[int, int]]:
    """Every place where the first piece stands and the others follow it, each as soon as it can."""
    folded = _folded(text)
    for start, _ in zip(_starts(pieces[0], folded.words), range(PLACES), strict=False):
        end = start + len(pieces[0])
        for piece in pieces[1:]:
            following = folded.words.find(piece, end, end + LEFT_OUT_AT_MOST)
            if following < 0:
                break
            end = following + len(piece)
        else:
            yield folded.span(start, end)


def _starts(wanted: str, words: str) -> Iterator[int]:
    at = words.find(wanted)
    while at >= 0:
        yield at
        at = words.find(wanted, at + len(wanted))


def _closest(begins: list[int], near: int) -> int:
    return min(begins, key=lambda begin: (abs(begin - near), begin))
