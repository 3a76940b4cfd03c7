"""The reference files of data/parties: read, cleaned by the columns they go to, and checked as a whole."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from parties.folding import fold
from parties.models import Code, Life, Membership, Name, Party, Succession

WORDS = {"yes": True, "no": False}


class ReferenceFault(ValueError):
    """A reference file that cannot be loaded; the message names file, line and column."""

    def __init__(self, file: str, line: int, column: str, message: str) -> None:
        super().__init__(f"{file}, line {line}, {column}: {message}")


@dataclass(frozen=True)
class Row:
    """One cleaned line of a file: its number, and a value for every column (parties as codes)."""

    line: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]


@dataclass(frozen=True)
class Sheet:
    """Which file fills which model: its columns, those that name a row, and what follows from them."""

    model: type[models.Model]
    file: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    derived: dict[str, Callable[[Row], Any]] = field(default_factory=dict)

    @property
    def party_columns(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if self.model._meta.get_field(column).is_relation)


SHEETS = (
    Sheet(
        Party,
        "parties.csv",
        ("code", "type", "name", "region", "subregion", "note"),
        ("code",),
        {"sort_name": lambda row: fold(row["name"])},
    ),
    Sheet(Code, "codes.csv", ("party", "scheme", "value", "begins", "ends", "note"), ("party", "scheme", "value", "begins")),
    Sheet(
        Name,
        "names.csv",
        ("party", "language", "kind", "text", "begins", "ends", "source"),
        ("party", "text", "kind", "language", "begins"),
        {"folded": lambda row: fold(row["text"])},
    ),
    Sheet(Life, "lives.csv", ("party", "begins", "ends", "note", "source"), ("party", "begins")),
    Sheet(
        Succession, "successions.csv", ("predecessor", "successor", "kind", "day", "note", "source"), ("predecessor", "successor", "kind")
    ),
    Sheet(
        Membership,
        "memberships.csv",
        ("organisation", "member", "begins", "ends", "source", "verified"),
        ("organisation", "member", "begins"),
    ),
)


def read_reference(folder: Path) -> dict[str, list[Row]]:
    """All sheets by file name. Raises ReferenceFault at the first thing that is wrong."""
    sheets = {sheet.file: list(_rows(sheet, folder / sheet.file)) for sheet in SHEETS}
    codes = {row["code"] for row in sheets["parties.csv"]}
    for sheet in SHEETS:
        _check_keys(sheet, sheets[sheet.file])
        _check_parties(sheet, sheets[sheet.file], codes)
        _check_days(sheet, sheets[sheet.file])
    _check_apart("lives.csv", sheets["lives.csv"], ("party",), "begins", "two lives of one party overlap")
    _check_apart("codes.csv", sheets["codes.csv"], ("scheme", "value"), "value", "two parties have this code at one time")
    _check_apart("memberships.csv", sheets["memberships.csv"], ("organisation", "member"), "begins", "two memberships overlap")
    return sheets


def _rows(sheet: Sheet, path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        heading = tuple(next(lines, []))
        if heading != sheet.columns:
            raise ReferenceFault(sheet.file, 1, "heading", f"write {','.join(sheet.columns)}")
        fields: list[Any] = [sheet.model._meta.get_field(column) for column in sheet.columns]
        for cells in lines:
            if len(cells) != len(fields):
                raise ReferenceFault(sheet.file, lines.line_num, "line", f"{len(cells)} cells instead of {len(fields)}")
            yield Row(
                lines.line_num,
                {field.name: _cleaned(sheet, lines.line_num, field, cell) for field, cell in zip(fields, cells, strict=True)},
            )


def _cleaned(sheet: Sheet, line: int, column: Any, cell: str) -> Any:
    """The cell as the column would store it; codes of parties stay as they are."""
    if column.is_relation:
        return cell
    try:
        return column.clean(WORDS.get(cell, cell) if isinstance(column, models.BooleanField) else cell, None)
    except ValidationError as error:
        raise ReferenceFault(sheet.file, line, column.name, " ".join(error.messages)) from None


def _check_keys(sheet: Sheet, rows: list[Row]) -> None:
    seen: set[tuple[Any, ...]] = set()
    for row in rows:
        key = tuple(row[column] for column in sheet.key)
        if key in seen:
            raise ReferenceFault(sheet.file, row.line, sheet.key[0], f"{' '.join(str(part) for part in key)} stands here twice")
        seen.add(key)


def _check_parties(sheet: Sheet, rows: list[Row], codes: set[str]) -> None:
    for column in sheet.party_columns:
        for row in rows:
            if row[column] not in codes:
                raise ReferenceFault(sheet.file, row.line, column, f"“{row[column]}” is not in parties.csv")


def _check_days(sheet: Sheet, rows: list[Row]) -> None:
    days = [column for column in ("begins", "ends", "day") if column in sheet.columns]
    for row in rows:
        for column in days:
            if row[column] is not None and row[column].doubt:
                raise ReferenceFault(sheet.file, row.line, column, "write the day without a sign of doubt; the note may say it")
        if "ends" in days and row["begins"] and row["ends"] and row["begins"].first >= row["ends"].last:
            raise ReferenceFault(sheet.file, row.line, "ends", "the end comes before the beginning")


def _check_apart(file: str, rows: list[Row], same: tuple[str, ...], column: str, message: str) -> None:
    """Rows that are alike in `same` follow one another in time."""
    groups: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in same)].append(row)
    for group in groups.values():
        ordered = sorted(group, key=lambda row: row["begins"].first.isoformat() if row["begins"] else "")
        for earlier, later in pairwise(ordered):
            if earlier["ends"] is None or later["begins"] is None or later["begins"].first < earlier["ends"].first:
                raise ReferenceFault(file, later.line, column, message)
