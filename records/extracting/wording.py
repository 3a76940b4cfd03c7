"""One form for the words of every format, so that a span of characters means one thing.

Unicode is composed (NFC). Every line ends with a line feed. Tabs stay; other control characters and what no database
can hold are taken out. Hyphens at the end of a line are left as they stand: whoever looks for a quotation folds them.
"""

import re
import unicodedata
from collections.abc import Iterator

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
LINE_HYPHEN = re.compile("[\x02\ufffe]")  # how PDFium writes a hyphen that divides a word
UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\uffff\ufeff]")
TRAILING = re.compile(r"[ \t\u00a0]+(?=\n)")
MANY_LINES = re.compile(r"\n{3,}")
BETWEEN_PAGES = "\n\n"
PARAGRAPH = re.compile(r"[^\n].*?(?=\n{2,}|\Z)", re.DOTALL)


def settled(piece: str) -> str:
    """A piece in the one form, without blank lines at its ends."""
    piece = LINE_HYPHEN.sub("-", LINE_ENDS.sub("\n", piece))
    piece = unicodedata.normalize("NFC", UNSTORABLE.sub("", piece))
    return MANY_LINES.sub("\n\n", TRAILING.sub("", piece)).strip("\n")


def joined(pieces: list[str]) -> tuple[str, list[int]]:
    """The settled pieces as one text, and the character at which each of them begins."""
    begins, at = [], 0
    for piece in pieces:
        begins.append(at)
        at += len(piece) + len(BETWEEN_PAGES)
    return BETWEEN_PAGES.join(pieces), begins


def paragraphs(words: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends: what stands between empty lines."""
    yield from (match.span() for match in PARAGRAPH.finditer(words))
