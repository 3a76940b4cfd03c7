"""The passage of a text in which the words that were looked for stand, cut out and marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalogue.words.query import Query
from catalogue.words.stems import WORD, stem, words

BEFORE, LENGTH = 60, 220


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage; `hit` where it is a word that was looked for."""

    text: str
    hit: bool = False


def passage(texts: Iterable[str], wanted: Query) -> tuple[Piece, ...]:
    """A passage of the first text that has one of the words, with an ellipsis where it was cut; nothing where none has."""
    stems = {one for alternative in wanted for part in alternative if not part.without for one in part.stems}
    beginnings = tuple(part.stems[-1] for alternative in wanted for part in alternative if part.prefix)
    for text in texts:
        hits = [word.span() for word in WORD.finditer(text) if _is_hit(word[0], stems, beginnings)]
        if hits:
            return tuple(_cut(text, hits))
    return ()


def _is_hit(word: str, stems: set[str], beginnings: tuple[str, ...]) -> bool:
    return any(stem(one) in stems or one.startswith(beginnings) for one in words(word))


def _cut(text: str, hits: list[tuple[int, int]]) -> Iterator[Piece]:
    begin = max(0, hits[0][0] - BEFORE)
    begin = text.find(" ", begin, hits[0][0]) + 1 if begin else 0
    end = min(len(text), begin + LENGTH)
    place = begin
    if begin:
        yield Piece("… ")
    for first, last in hits:
        if last > end:
            break
        if first > place:
            yield Piece(text[place:first])
        yield Piece(text[first:last], hit=True)
        place = last
    rest = text[place:end]
    yield Piece(rest if end == len(text) else f"{rest[: rest.rfind(' ')] if ' ' in rest else rest} …")
