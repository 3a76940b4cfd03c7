"""What a reader typed, understood once for both databases: words, "phrases", -without, OR, prefix*."""

import re
from dataclasses import dataclass

from catalogue.words.stems import stem, words

LONGEST_QUERY = 300
TOKEN = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')


@dataclass(frozen=True)
class Wanted:
    """Stems that must stand in a row; or must not, when `without`; the last may be the beginning of a word."""

    stems: tuple[str, ...]
    without: bool = False
    prefix: bool = False


Query = tuple[tuple[Wanted, ...], ...]


def understand(typed: str) -> Query:
    """Alternatives, each a row of what is wanted together. Empty when nothing can be looked for.

    Only letters and digits pass, so nothing a reader types reaches the grammar of either database.
    """
    alternatives: list[list[Wanted]] = [[]]
    for token in TOKEN.finditer(typed):
        if token["word"] == "OR" and not token["minus"]:
            alternatives.append([])
            continue
        text = token["phrase"] if token["phrase"] is not None else token["word"]
        prefix = token["phrase"] is None and text.endswith("*")
        found = words(text)
        if found:
            stemmed = [stem(word) for word in found]
            if prefix:
                stemmed[-1] = found[-1]
            alternatives[-1].append(Wanted(tuple(stemmed), without=bool(token["minus"]), prefix=prefix))
    return tuple(tuple(wanted) for wanted in alternatives if any(not part.without for part in wanted))
