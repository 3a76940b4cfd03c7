"""The stored texts of two agreements beside one another: article by article, word by word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from records.texts import words_of_all
from treaty.document.articles import Pair, Piece, aligned, articles_of, word_difference
from treaty.document.document import Document
from treaty.document.evidence import Text
from web.showing.texts import language_name

MOST_ARTICLES, MOST_WORDS = 150, 40_000  # what a page compares; longer texts are read on their own pages


@dataclass(frozen=True)
class ShownPair:
    """Two articles that answer one another. `pieces` is empty where only one has it, or they are too long to compare."""

    heading: str
    verdict: str
    pieces: tuple[Piece, ...]
    alone: str


@dataclass(frozen=True)
class Beside:
    """The comparison of two texts, or why there is none."""

    one: str
    two: str
    languages: str
    pairs: tuple[ShownPair, ...]
    summary: str
    trouble: str = ""


Readable = tuple[str, Text, str]
"""The reference of an agreement, its text, and the words of it."""


def beside(documents: Mapping[str, Document]) -> Beside | None:
    """The first two agreements whose published document names a stored text that could be read. One query; None where there are none.

    Texts of one language are preferred.
    """
    hashes = {text.sha256 for document in documents.values() for text in document.texts if text.sha256}
    words = words_of_all(hashes) if hashes else {}
    readable = [
        [(reference, text, words[text.sha256]) for text in document.texts if text.sha256 and words.get(text.sha256)]
        for reference, document in documents.items()
    ]
    found = [texts for texts in readable if texts][:2]
    return _beside(*_of_one_language(*found)) if len(found) == 2 else None


def _of_one_language(one: Sequence[Readable], two: Sequence[Readable]) -> tuple[Readable, Readable]:
    pairs = ((left, right) for left in one for right in two if left[1].language == right[1].language)
    return next(pairs, (one[0], two[0]))


def _beside(one: Readable, two: Readable) -> Beside:
    names = [language_name(text.language) if text.language else "a language that is not recorded" for _, text, _ in (one, two)]
    languages = names[0] if names[0] == names[1] else f"{names[0]} and {names[1]}"
    sides = [articles_of(words) for _, _, words in (one, two)]
    total = sum(len(words.split()) for _, _, words in (one, two))
    if total > MOST_WORDS or max(map(len, sides)) > MOST_ARTICLES:
        return Beside(one[0], two[0], languages, (), "", "These texts are too long to be compared on a page.")
    pairs = tuple(_pairs(aligned(*sides), one[0], two[0]))
    same = sum(pair.verdict == "same words" for pair in pairs)
    alone = sum(bool(pair.alone) for pair in pairs)
    summary = f"{same} of {len(pairs)} parts have the same words, {len(pairs) - same - alone} differ, {alone} stand in one text only."
    return Beside(one[0], two[0], languages, pairs, summary)


def _pairs(pairs: Sequence[Pair], one: str, two: str) -> Iterator[ShownPair]:
    for pair in pairs:
        if pair.one is None or pair.two is None:
            article = pair.one or pair.two
            if article is not None:
                where = one if pair.one else two
                yield ShownPair(article.heading or "Text", f"only in {where}", (), article.text)
            continue
        heading = " / ".join(dict.fromkeys(part for part in (pair.one.heading, pair.two.heading) if part)) or "Text"
        pieces = word_difference(pair.one.text, pair.two.text)
        if pieces is None:
            yield ShownPair(heading, "too long to compare word by word", (), "")
        else:
            same = all(piece.kind == "same" for piece in pieces)
            yield ShownPair(heading, "same words" if same else "differs", pieces, "")
