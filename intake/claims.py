"""What a file says of one agreement: a document, or the reasons why it cannot be one, and what somebody should look at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

from pydantic import ValidationError

from intake.cells.column import Circumstances
from intake.draft import Draft
from intake.reading.refusing import Refusal, refuse
from intake.reading.table import About
from intake.vocabulary import Fault
from treaty.document import rules
from treaty.document.document import Document
from treaty.document.rules import Level

LONGEST = 300  # of a sentence on what no document may hold


@dataclass(frozen=True)
class Claim:
    """One record of a file. `key` names it within its data set; `group` is the heading under which it is counted."""

    key: str
    rows: tuple[int, ...]
    title: str
    group: str = ""
    document: Document | None = None
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """What a data set can know: where nothing is found outside of it, that says nothing.

    `countries` says it in words; `parties` are the codes of those whose agreements it lists, none where it lists all states'.
    """

    first: int | None
    last: int | None
    countries: str
    parties: tuple[str, ...] = ()

    @classmethod
    def kept(cls, said: Mapping[str, Any]) -> Self:
        """As it was kept: what `asdict` made of it, read from JSON."""
        return cls(**{**said, "parties": tuple(said["parties"])})

    def __str__(self) -> str:
        return f"It covers {self.first} to {self.last}: {self.countries}" if self.first else self.countries


class DataSet(Protocol):
    """A set of the field that can be read: its name, its window, and its records as claims, as they come."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def coverage(self) -> Coverage: ...

    @property
    def about(self) -> About: ...

    def claims(self, given: Circumstances) -> Iterator[Claim]: ...


def claim_of(
    draft: Draft,
    *,
    rows: tuple[int, ...],
    given: Circumstances,
    group: str = "",
    faults: Iterable[Refusal] = (),
    remarks: Iterable[Refusal] = (),
) -> Claim:
    """The draft as a claim: refused where a cell is at fault, or the document, or the rule book finds an error in it."""
    said = Claim(draft.key, rows, draft.title, group, refused=tuple(faults), remarks=tuple(remarks))
    if said.refused:
        return said
    try:
        document = draft.document()
    except ValidationError as fault:
        return replace(said, refused=tuple(faults_of(fault, only_row(rows))))
    return judged(replace(said, document=document), given)


def judged(claim: Claim, given: Circumstances) -> Claim:
    """The claim with what the rule book says of its document: errors refuse it, warnings are remarked upon."""
    if claim.document is None:
        return claim
    errors: list[Refusal] = []
    warnings: list[Refusal] = []
    for found in rules.findings(claim.document, rules.Circumstances(given.people.book, given.on)):
        code, where = (Fault.RULE_BROKEN, errors) if found.level is Level.ERROR else (Fault.RULE_WARNING, warnings)
        where.append(refuse(code, found.detail, row=only_row(claim.rows), column=found.path, value=found.rule, right=found.sentence))
    if errors:
        return replace(claim, document=None, refused=tuple(errors), remarks=(*claim.remarks, *warnings))
    return replace(claim, remarks=(*claim.remarks, *warnings))


def unread(row: Refusal) -> Claim:
    """A row that could not be read as one: a record by itself, which is refused."""
    return Claim(f"row {row.row}", (row.row or 0,), "", refused=(row,))


def only_row(rows: tuple[int, ...]) -> int | None:
    """The row of a record that has one: what is wrong with a record of several is not wrong in the first of them."""
    return rows[0] if len(rows) == 1 else None


def faults_of(fault: ValidationError, row: int | None) -> Iterator[Refusal]:
    """Why a document is none, each with the path at which it is at fault."""
    for error in fault.errors():
        path = ".".join(str(part) for part in error["loc"])
        value = error.get("input")
        shown = value if isinstance(value, str) else ""
        said = error["msg"].removeprefix("Value error, ")
        said = said if len(said) <= LONGEST else f"{said[: LONGEST - 2]} …"
        yield refuse(Fault.NOT_A_DOCUMENT, f"{said}.", row=row, column=path, value=shown)
