"""The starting register brought into the database: only what is not there yet is admitted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from editorial.operations import admit
from editorial.rules import RuleBroken
from intake.windows import declare_register
from parties.book import PartyBook, party_book
from records.models import Record
from treaty.document.canonical import read_document

NOTE = "Starting register"
REFERENCE = re.compile(rb'"reference":"(E[0-9]+)"')


class RegisterFault(ValueError):
    """A line that cannot be admitted; the message names file and line."""


@dataclass(frozen=True)
class Line:
    """One line of a file: a document that is not parsed before it is needed."""

    file: str
    number: int
    reference: str
    document: bytes


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    admitted: int
    there_already: int

    def __str__(self) -> str:
        return f"Starting register: {self.admitted} agreements admitted, {self.there_already} were there already."


@transaction.atomic
def load_register(folder: Path, *, at: datetime) -> Loaded:
    """Admit every document of `folder` whose reference the register does not have, in the order of the references.

    A record that is there is left alone, whatever has become of it. Raises RegisterFault, and then changes nothing.
    """
    lines = sorted(_lines(folder), key=lambda line: int(line.reference[1:]))
    there = set(Record.objects.values_list("reference", flat=True))
    missing = [line for line in lines if line.reference not in there]
    if missing:
        parties = party_book()
        for line in missing:
            _admit(line, at, parties)
    declare_register(at=at)
    return Loaded(len(missing), len(lines) - len(missing))


def _lines(folder: Path) -> Iterator[Line]:
    """Every line of every file. Raises RegisterFault for one without a reference, and for a reference that stands twice."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise RegisterFault(f"There is no starting register in {folder}.")
    seen: dict[str, str] = {}
    for file in files:
        for number, text in enumerate(file.read_bytes().splitlines(), start=1):
            place = f"{file.name}, line {number}"
            references = REFERENCE.findall(text)
            if len(references) != 1:
                raise RegisterFault(f"{place}: it brings no reference such as E0412.")
            reference = references[0].decode()
            if reference in seen:
                raise RegisterFault(f"{place}: {reference} stands in {seen[reference]} too.")
            seen[reference] = place
            yield Line(file.name, number, reference, text)


def _admit(line: Line, at: datetime, parties: PartyBook) -> None:
    try:
        admit(read_document(line.document), at=at, note=NOTE, parties=parties)
    except (RuleBroken, ValueError) as fault:
        raise RegisterFault(f"{line.file}, line {line.number} ({line.reference}): {fault}") from fault
