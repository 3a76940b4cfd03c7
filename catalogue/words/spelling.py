"""What was probably meant by words that stand nowhere in the register."""

from collections.abc import Iterable
from difflib import get_close_matches

from catalogue.words.query import TOKEN
from catalogue.words.stems import stem, words

CLOSE = 0.75


def meant(typed: str, known: Iterable[str]) -> str:
    """The words as typed, each that stands in no known text replaced by the one most like it; "" where that changes nothing.

    `known` are texts of the register: its titles, the names of its parties.
    """
    spelt = {word for text in known for word in words(text) if len(word) > 2}
    stems = {stem(word) for word in spelt}
    changed = typed
    for token in TOKEN.finditer(typed):
        for word in words(token["phrase"] or token["word"] or ""):
            if stem(word) not in stems and len(word) > 2 and (near := get_close_matches(word, spelt, n=1, cutoff=CLOSE)):
                changed = _replaced(changed, word, near[0])
    return changed if changed != typed else ""


def _replaced(text: str, word: str, by: str) -> str:
    """The text with the word replaced, in whatever case it was typed."""
    place = text.casefold().find(word)
    return text if place < 0 else f"{text[:place]}{by}{text[place + len(word) :]}"
