"""A party and its partners: how many agreements are in force between it and each, and among them."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.holdings import answered
from catalogue.question import Question
from catalogue.ties import Pair, ties_among


@dataclass(frozen=True)
class Network:
    """The partners of one party by code, the one with most agreements in force first; and what is in force among the first of them."""

    partners: Mapping[str, int]
    among: Mapping[Pair, int]


def network(question: Question, code: str, *, most: int) -> Network:
    """Around one party. `most`: among so many partners links are counted. Three queries."""
    answer = answered(question)
    numbers = {one if two == code else two: number for (one, two), number in ties_among(answer, of=code).items()}
    partners = dict(sorted(numbers.items(), key=lambda found: (-found[1], found[0])))
    return Network(partners, ties_among(answer, list(partners)[:most]))
