"""The articles of a treaty's text, found by their headings, and set beside those of another."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

HEADING = re.compile(
    r"^[ \t]*(?:ARTICLE|Article|Art\.|SECTION|Section)[ \t]+(?P<number>[IVXLC]{1,8}|\d{1,3}|[A-Z])"
    r"(?:[ \t]*[.:\-–—])?[ \t]*(?P<title>[^\n]{0,120})$",
    re.MULTILINE,
)
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ALIKE, ALIKE_WITH_NUMBER = 0.4, 0.12  # the least share of common words: of any two articles, of two with one number
LONGEST = 3_000  # words of an article that are compared one by one
WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Article:
    """One article: its heading as written, its number ("" for what stands before the first), and its words."""

    number: str
    heading: str
    text: str


@dataclass(frozen=True)
class Pair:
    """Two articles that answer one another; None where one has no answer."""

    one: Article | None
    two: Article | None


@dataclass(frozen=True)
class Piece:
    """A stretch of words that both have (`same`), or only the first (`gone`), or only the second (`new`)."""

    kind: str
    text: str


def articles_of(text: str) -> tuple[Article, ...]:
    """The text cut at its headings. A text without any is one piece without a number."""
    headings = list(HEADING.finditer(text))
    starts = [0, *(one.end() for one in headings)]
    ends = [*(one.start() for one in headings), len(text)]
    found = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        body = text[start:end].strip()
        heading = headings[place - 1] if place else None
        if heading is not None:
            found.append(Article(_number(heading["number"]), " ".join(heading[0].split()), body))
        elif body:
            found.append(Article("", "Before the first article" if headings else "", body))
    return tuple(found)


def _number(written: str) -> str:
    """Roman numbers as ours: IV and 4 are one."""
    if written.isdigit() or any(letter not in ROMAN for letter in written):
        return written.lstrip("0") or written
    values = [ROMAN[letter] for letter in written]
    return str(sum(-value if value < max(values[place:]) else value for place, value in enumerate(values)))


def aligned(one: Sequence[Article], two: Sequence[Article]) -> tuple[Pair, ...]:
    """Each article of the first with the one of the second that is most like it, and all that have no answer in their place.

    Likeness is the share of words that both have; articles of one number need less of it.
    """
    bags = [[Counter(article.text.casefold().split()) for article in side] for side in (one, two)]
    scores = sorted(
        ((_likeness(bags[0][i], bags[1][j]), i, j) for i in range(len(one)) for j in range(len(two))),
        key=lambda found: (-found[0] - 0.05 * (one[found[1]].number == two[found[2]].number), found[1], found[2]),
    )
    answers: dict[int, int] = {}
    for score, i, j in scores:
        same_number = one[i].number == two[j].number
        if score >= (ALIKE_WITH_NUMBER if same_number else ALIKE) and i not in answers and j not in answers.values():
            answers[i] = j
    return tuple(_in_order(one, two, answers))


def _likeness(one: Counter[str], two: Counter[str]) -> float:
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 1.0


def _in_order(one: Sequence[Article], two: Sequence[Article], answers: dict[int, int]) -> list[Pair]:
    """The first text's order; what only the second has follows the article that it stands behind there."""
    owners = {j: i for i, j in answers.items()}
    behind: dict[int, list[Article]] = {}
    last = -1
    for j, article in enumerate(two):
        if j in owners:
            last = owners[j]
        else:
            behind.setdefault(last, []).append(article)
    pairs = [Pair(None, article) for article in behind.get(-1, [])]
    for i, article in enumerate(one):
        pairs.append(Pair(article, two[answers[i]] if i in answers else None))
        pairs += [Pair(None, other) for other in behind.get(i, [])]
    return pairs


def word_difference(one: str, two: str) -> tuple[Piece, ...] | None:
    """What the second text says otherwise than the first, word by word; None where they are too long for that."""
    first, second = WORD.findall(one), WORD.findall(two)
    if max(len(first), len(second)) > LONGEST:
        return None
    pieces = []
    for action, i, i_end, j, j_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if action == "equal":
            pieces.append(Piece("same", " ".join(first[i:i_end])))
            continue
        if i_end > i:
            pieces.append(Piece("gone", " ".join(first[i:i_end])))
        if j_end > j:
            pieces.append(Piece("new", " ".join(second[j:j_end])))
    return tuple(pieces)
