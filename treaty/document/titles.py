"""What a title tells: its telling words, and the marks by which one of a series is known from the next."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
HYPHEN = re.compile(r"\b(co|non|north|south|re|pre)-(?=[a-z])")
# Words that so many titles have in common that they tell no agreement from another.
COMMON = frozenset(
    WORD.findall(
        "a about accordance also america an and as at between britain british by certain concerning constituting "
        "cooperation defence de du et exchange exchanges federal federation for force from government governments great her his in "
        "into ireland its kingdom la le letter letters majesty matter memorandum note notes northern of on or other other party "
        "people peoples president queen king regarding related relating relation relative republic respect respecting signed "
        "socialist soviet state states that the their to treaty convention agreement agreements arrangement arrangements "
        "understanding uk under union united upon us usa which with within"
    )
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
NUMBERS = {word: str(number) for number, word in enumerate(ORDINALS, 1)}
ROMAN = {text: str(number) for number, text in enumerate(WORD.findall("ii iii iv v vi vii viii ix x xi xii"), 2)}
NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
# What hangs on to a treaty and does not set it apart: "with annexes", "and protocol of signature".
APPENDED = frozenset({"annex", "protocol", "declaration"})
# An instrument about another instrument: an amendment is not the thing amended. Each by how the words for it begin.
STEPS = {
    "amend": "amendment", "modif": "amendment", "revis": "amendment", "protocol": "protocol", "annex": "annex", "appendi": "annex",
    "exten": "extension", "prolong": "extension", "renew": "renewal", "supplement": "supplement", "addition": "supplement",
    "addend": "supplement", "implement": "implementation", "terminat": "termination", "correct": "correction", "rectif": "correction",
    "interim": "interim", "provisional": "interim", "technical": "technical", "administrative": "administrative",
    "accession": "accession", "interpret": "interpretation", "declar": "declaration", "scop": "", "abrogat": "termination",
}  # fmt: skip


@dataclass(frozen=True)
class TitleWords:
    """The words of one title. `telling` are those that set it apart; `marks` number it or say what it does to another."""

    words: frozenset[str]
    telling: frozenset[str]
    marks: frozenset[str]


@lru_cache(maxsize=50_000)
def title_words(title: str) -> TitleWords:
    """Case, accents and plurals do not count, nor whether "defence" is written with an s."""
    told = [_plain(word) for word in WORD.findall(_folded(title))]
    marks = frozenset(mark for index, word in enumerate(told) for mark in _marks(word, told[max(0, index - 3) : index]))
    words = frozenset(told)
    return TitleWords(words, frozenset(word for word in words if word not in COMMON and not word.isdigit()), marks)


def most_telling(titles: Iterable[str], *, most: int = 6) -> tuple[str, ...]:
    """The words by which to look for titles like these, as they were written but folded: long ones first."""
    words = {word for title in titles for word in WORD.findall(_folded(title)) if _plain(word) not in COMMON and not word.isdigit()}
    return tuple(sorted((word for word in words if len(word) > 2), key=lambda word: (-len(word), word))[:most])


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return HYPHEN.sub(r"\1", "".join(letter for letter in apart if not unicodedata.combining(letter)))


def _plain(word: str) -> str:
    word = word.replace("defense", "defence").replace("isation", "ization")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _marks(word: str, before: list[str]) -> Iterable[str]:
    """The marks that a word is, in view of the three words before it."""
    if word.isdigit():
        yield word.lstrip("0")
    elif match := NTH.fullmatch(word):
        yield match[1]
    elif word in NUMBERS:
        yield NUMBERS[word]
    elif word in ROMAN and before and (len(word) > 1 or before[-1] in ("no", "number", "protocol", "phase", "part", "annex")):
        yield ROMAN[word]
    else:
        steps = {step for start, step in STEPS.items() if step and word.startswith(start)}
        yield from steps - APPENDED if {"with", "and"} & set(before) else steps
