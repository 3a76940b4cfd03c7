"""A plan: what would become of each record of a file, with every reason. It can be read, counted and taken away as a file."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from intake.claims import Coverage
from intake.reading.refusing import Refusal
from intake.vocabulary import FOUND_BY_RULES, Fault, Outcome

SAID = ("column", "value", "sentence", "right")
COLUMNS = ("outcome", "key", "row", "column", "code", "value", "sentence", "right", "agreement", "title")


@dataclass(frozen=True)
class Likely:
    """An agreement that a record may be, by the name with which an answer names it. Without a score nothing was compared."""

    name: str
    title: str
    agreement: int
    score: float | None = None
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = "" if self.score is None else f" ({self.score:.2f}: {' '.join(self.reasons)})"
        return f"{self.name} “{self.title}”{said}"


@dataclass(frozen=True)
class Item:
    """One record of the file. `document` is what would be written, as canonical JSON; `said` the SHA-256 of what the file says."""

    outcome: Outcome
    key: str
    rows: tuple[int, ...]
    title: str
    group: str = ""
    reason: str = ""
    agreement: int | None = None
    reference: str = ""
    version: int | None = None
    said: str = ""
    document: str = field(default="", repr=False)
    sentences: tuple[str, ...] = ()
    candidates: tuple[Likely, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Refusal, ...] = ()

    @property
    def is_suspicious(self) -> bool:
        """Whether somebody should look at it. An estimate that is kept as a note is nothing to look at."""
        return any(remark.code is not Fault.ESTIMATE for remark in self.remarks)

    def said_plainly(self) -> dict[str, Any]:
        """As plain values, without the document."""
        return {
            "outcome": self.outcome.value,
            "key": self.key,
            "rows": list(self.rows),
            "title": self.title,
            "group": self.group,
            "reason": self.reason,
            "agreement": self.reference or None,
            "changes": list(self.sentences),
            "candidates": list(map(str, self.candidates)),
            "refused": [refusal.said() for refusal in self.refused],
            "suspicious": [remark.said() for remark in self.remarks],
        }


class File(Protocol):
    """The file of a plan; as text, all that its reader found out about it."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...


@dataclass
class Plan:
    """What bringing in a file would do. Nothing of it is written."""

    data_set: str
    title: str
    about: File
    coverage: Coverage
    items: list[Item] = field(default_factory=list)

    def counts(self) -> Counter[Outcome]:
        return Counter(item.outcome for item in self.items)

    def by_group(self) -> dict[str, Counter[Outcome]]:
        """The outcomes under each heading of the data set."""
        found: dict[str, Counter[Outcome]] = {}
        for item in self.items:
            found.setdefault(item.group, Counter())[item.outcome] += 1
        return dict(sorted(found.items()))

    def remarked(self) -> Counter[tuple[Fault, str]]:
        """How often each thing was remarked upon; findings of the rule book under the rule's id."""
        return Counter(
            (remark.code, remark.value if remark.code in FOUND_BY_RULES else "") for item in self.items for remark in item.remarks
        )

    def found(self) -> Counter[str]:
        """In how many records each thing is wrong or remarked upon, by its name."""
        return Counter(name for item in self.items for name in {one.name for one in (*item.refused, *item.remarks)})

    def suspicious(self) -> int:
        return sum(item.is_suspicious for item in self.items)

    def of(self, *outcomes: Outcome) -> Iterator[Item]:
        return (item for item in self.items if item.outcome in outcomes)


class Told(Protocol):
    """A plan as far as it is told in lines; its records may be read as they are told."""

    @property
    def data_set(self) -> str: ...

    @property
    def about(self) -> File: ...

    @property
    def items(self) -> Iterable[Item]: ...

    def counts(self) -> Counter[Outcome]: ...

    def suspicious(self) -> int: ...


def json_lines(plan: Told) -> Iterator[str]:
    """A line on the file, then one for each record."""
    head = {"data_set": plan.data_set, "file": plan.about.name, "sha256": plan.about.sha256, "about": str(plan.about)}
    counts = {outcome.value: plan.counts()[outcome] for outcome in Outcome}
    yield json.dumps(head | {"counts": counts, "suspicious": plan.suspicious()}, ensure_ascii=False)
    for item in plan.items:
        yield json.dumps(item.said_plainly(), ensure_ascii=False)


def csv_lines(plan: Told) -> Iterator[str]:
    """A line for each thing that the plan says: of a record what is refused, remarked upon, asked or changed, else that it is made."""
    yield _line(COLUMNS)
    for item in plan.items:
        for said in _said(item) or [{}]:
            cells = {"outcome": item.outcome.value, "key": item.key, "row": " ".join(map(str, item.rows)), "agreement": item.reference}
            yield _line((cells | {"title": item.title} | said).get(column, "") for column in COLUMNS)


def _said(item: Item) -> list[dict[str, str]]:
    faults = [
        {"row": str(said.row or ""), "code": said.code.value}
        | {name: getattr(said, name) for name in ("column", "value", "sentence", "right")}
        for said in (*item.refused, *item.remarks)
    ]
    return faults + [{"sentence": str(said)} for said in (*item.sentences, *item.candidates)]


def _line(cells: Iterable[str]) -> str:
    """A line of CSV. What a spreadsheet would take for a formula is marked as text."""
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in cells])
    return written.getvalue()
