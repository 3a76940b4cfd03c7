"""One number for each party, for a map: how many agreements it has in force, has signed, takes part in, and with how many partners."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.holdings import NONE, Answer, Holdings, answered, holdings
from catalogue.matrix import pairs
from catalogue.question import Question
from catalogue.ties import ties_among
from treaty.vocabulary.standing import Standing

IN_FORCE, SIGNED, ALL, PARTNERS = "in_force", "signed", "all", "partners"
MEASURES = (IN_FORCE, SIGNED, PARTNERS, ALL)
STANDINGS = {IN_FORCE: Standing.IN_FORCE.value, SIGNED: Standing.SIGNED.value}
"""The standing that a measure counts, for those that count one."""


@dataclass(frozen=True)
class Measured:
    """The number of each party, by code. Who takes part in no agreement of the answer has none."""

    values: Mapping[str, int]
    agreements: int


def measured(question: Question, measure: str) -> Measured:
    """The measure of every party; where the question names one, of the agreements between it and each other. At most six queries."""
    answer = answered(question)
    held = holdings(answer)
    agreements = len(NONE.union(*held.taking_part.values()))
    if question.parties:
        return Measured(_with(held, answer, measure), agreements)
    if measure == PARTNERS:
        numbers = Counter(code for two in ties_among(answer) for code in two)
        return Measured({code: numbers[code] for code in held.taking_part}, agreements)
    if measure == ALL:
        return Measured({code: len(entries) for code, entries in held.taking_part.items()}, agreements)
    return Measured({code: len(held.of(code, STANDINGS[measure])) for code in held.taking_part}, agreements)


def _with(held: Holdings, answer: Answer, measure: str) -> Mapping[str, int]:
    """The agreements between the party that is asked about and each of its partners."""
    asked = answer.question.parties
    cells = pairs(held, answer, asked, [code for code in held.taking_part if code not in asked])
    return {other: cell.all if measure == ALL else cell.counts.get(STANDINGS[measure], 0) for (_, other), cell in cells.items()}
