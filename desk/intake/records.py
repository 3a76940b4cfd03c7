"""One record of a plan, or one fault of a file, in the words of a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from desk.intake.deciding import DecisionForm
from intake.models import Delivery, PlannedRecord
from intake.vocabulary import FOUND_BY_RULES, Fault, Outcome

RUNS = 6


@dataclass(frozen=True)
class Trouble:
    """What is wrong, or what somebody should look at: where it stands, why, and what would be right."""

    code: str
    place: str
    sentence: str
    value: str = ""
    right: str = ""
    look: str = ""


def trouble_of(said: Mapping[str, Any]) -> Trouble:
    """A refusal that was kept as plain values. A rule of the book has a name of its own, which says what would be right."""
    fault, row, column = Fault(said["code"]), said["row"], said["column"]
    of_rule = fault in FOUND_BY_RULES
    place = ", ".join(filter(None, (f"row {row}" if row is not None else "", f"column “{column}”" if column and not of_rule else "")))
    place = place[:1].upper() + place[1:]
    right = "" if fault in (Fault.ESTIMATE, Fault.RULE_WARNING) else said["right"]
    look = "small" if fault is Fault.ESTIMATE else ""
    if of_rule:
        return Trouble(said["value"], place, said["sentence"], right=right)
    return Trouble(fault.value, place, said["sentence"], said["value"], right, look)


@dataclass(frozen=True)
class Shown:
    """A record as the plan's page shows it."""

    record: PlannedRecord
    rows: str
    refused: Sequence[Trouble]
    remarks: Sequence[Trouble]
    form: DecisionForm | None
    answer: Mapping[str, str] | None

    @property
    def anchor(self) -> str:
        return f"record-{self.record.position}"


def shown(record: PlannedRecord, delivery: Delivery, bound: DecisionForm | None = None) -> Shown:
    """`bound` is a decision that was sent and cannot be taken; it stands at its own record."""
    form = None
    if record.outcome == Outcome.ASKED:
        form = bound if bound and bound.record.pk == record.pk else DecisionForm(record=record, answers=delivery.answers)
    rows = rows_in_words(record.rows)
    return Shown(
        record,
        "" if rows.lower() == record.key else rows,
        _troubles(record.refused),
        _troubles(record.remarks),
        form,
        delivery.answers.get(record.key),
    )


def _troubles(said: Iterable[Mapping[str, Any]]) -> tuple[Trouble, ...]:
    return tuple(trouble_of(one) for one in said)


def rows_in_words(rows: Sequence[int]) -> str:
    """“Row 7”, “Rows 2–197, 201”; many scattered ones are counted."""
    if not rows:
        return ""
    runs: list[list[int]] = [[rows[0], rows[0]]]
    for before, row in pairwise(rows):
        if row == before + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    told = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs[:RUNS])
    more = f" and {sum(last - first + 1 for first, last in runs[RUNS:])} more" if len(runs) > RUNS else ""
    return f"{'Row' if len(rows) == 1 else 'Rows'} {told}{more}"
