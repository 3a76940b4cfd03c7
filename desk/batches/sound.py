"""The rule book over one batch: how many of its records are sound, and which rules the others break."""

from collections import Counter
from dataclasses import dataclass

from catalogue.auditing import BOOK, Verdict, in_order
from intake.models import Batch, BatchLine
from intake.vocabulary import FOUND_BY_RULES, Fault, Outcome


@dataclass(frozen=True)
class Soundness:
    """Of so many `records` that could be read as agreements so many are `sound`; `suspicious` have a remark to look at."""

    records: int
    sound: int
    suspicious: int
    verdicts: tuple[Verdict, ...]


def soundness_of(batch: Batch) -> Soundness:
    """As the rule book found the records when the file was read. One query."""
    places: Counter[str] = Counter()
    records: Counter[str] = Counter()
    unsound = suspicious = 0
    for outcome, remarks in BatchLine.objects.filter(batch=batch).exclude(remarks=[]).values_list("outcome", "remarks"):
        suspicious += any(remark["code"] != Fault.ESTIMATE.value for remark in remarks)
        if outcome == Outcome.REFUSED:
            continue
        broken = [remark["value"] for remark in remarks if Fault(remark["code"]) in FOUND_BY_RULES and remark["value"] in BOOK]
        places += Counter(broken)
        records += Counter(set(broken))
        unsound += bool(broken)
    read = sum(times for outcome, times in batch.counts.items() if outcome != Outcome.REFUSED.value)
    verdicts = in_order(Verdict(BOOK[rule], records[rule], places[rule]) for rule in records)
    return Soundness(read, read - unsound, suspicious, tuple(verdicts))
