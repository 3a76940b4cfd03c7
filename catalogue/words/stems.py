"""Words as both databases see them: folded and stemmed once, here, so that both find the same.

SQLite's and PostgreSQL's own stemmers and accent rules differ; neither is used.
"""

import re
from functools import lru_cache

import snowballstemmer

from parties.folding import plain

WORD = re.compile(r"[^\W_]+")
LONGEST = 60  # a longer run of letters is not a word anybody looks for
_english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word, with "defence" and "defense" made one."""
    word = word.replace("defense", "defence")
    return str(_english.stemWord(word)) if word.isascii() and word.isalpha() else word


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for word in WORD.findall(plain(text)) if len(word) <= LONGEST]


def stems(text: str) -> str:
    """The stems of a text, in order, with a space between."""
    return " ".join(stem(word) for word in words(text))
