"""Spellings of names brought to one form, so that two ways of writing a name meet."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
APOSTROPHES = re.compile(r"['’‘ʻʼ`´]")
SPELT_OUT = {"st": "saint", "ste": "sainte"}
FORM = r"(?:(?:democratic|federal|federative|islamic|arab|peoples|socialist|united|co|operative|hashemite|grand) )*"
KINDS = r"(?:republic|rep|kingdom|state|states|commonwealth|principality|duchy|union|bailiwick|colony)"
INVERTED = re.compile(rf"(?P<name>.+?) (?P<form>{FORM}{KINDS} of)")
FEDERAL = re.compile(r"(?P<name>.+?) (?P<form>(?:federal|democratic|peoples) republic)")


def plain(text: str) -> str:
    """Small letters without accents, full-width ones narrowed: "Ｄéfense" is "defense", "Łódź" is "lodz"."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(LETTERS)


def fold(text: str) -> str:
    """The form under which spellings are compared: no case, accents, punctuation, or article.

    "The Côte d'Ivoire" and "COTE D’IVOIRE" fold alike; so do "St. Lucia" and "Saint Lucia",
    "B & H" and "B and H", "U.S.A." and "U S A". Letters of every script are kept.
    """
    words = re.sub(r"[\W_]+", " ", plain(APOSTROPHES.sub("", text)).replace("&", " and ")).split()
    return " ".join(_initials_joined(SPELT_OUT.get(word, word) for word in words if word != "the"))


def readings(spelling: str) -> Iterator[str]:
    """Folded forms that a spelling may stand for, the most literal first.

    Lists write "Ireland, Republic of", "Korea (Republic of)" and "KOREA REPUBLIC OF" for what is called
    the Republic of Ireland or of Korea. A reading counts only if it is wholly a known name, so turning
    words round cannot find a wrong party by likeness.
    """
    yield fold(spelling)
    if parts := re.fullmatch(r"\s*([^,()]+?)\s*(?:,\s*([^,()]+)|\(([^()]+)\))\s*", spelling):
        yield fold(f"{parts[2] or parts[3]} {parts[1]}")
    folded = fold(spelling)
    if turned := INVERTED.fullmatch(folded):
        yield f"{turned['form']} {turned['name']}"
    if turned := FEDERAL.fullmatch(folded):
        yield f"{turned['form']} of {turned['name']}"
    if folded.startswith("government of "):
        yield from readings(folded.removeprefix("government of "))


def _initials_joined(words: Iterator[str]) -> Iterator[str]:
    for single, run in groupby(words, key=lambda word: len(word) == 1 and word.isascii() and word.isalpha()):
        if single:
            yield "".join(run)
        else:
            yield from run
