"""A table of participation as the UN Treaty Collection has it: a row for each participant, and its acts as days with a letter."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from intake.reading.opening import open_table
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.reading.table import Row, Table
from intake.vocabulary import Fault

PARTICIPANT = "Participant"
MARKS = {
    "a": "accession", "A": "acceptance", "AA": "approval", "d": "succession", "P": "consent_to_be_bound", "n": "provisional_application",
}  # fmt: skip
MARKED = re.compile(r"(?P<day>.*?)(?:\s+(?P<mark>[A-Za-z]{1,2}))?")
FILED_AS = re.compile(r"(?:26|XXVI)-(?P<number>\d+(?:-[a-z])?)", re.IGNORECASE)
INDEXES = ("untreaties_index.csv", "index.csv")
CHAPTER = "26"


def is_by_participant(table: Table) -> bool:
    return table.heading[0] == PARTICIPANT


def acts_in(table: Table, path: Path) -> Iterator[Row | Refusal]:
    """Each act as a row of its own, with the heading (`column`) and the cell (`raw`) in which it stands.

    Raises FileRefused where the name of the file does not give the number of the treaty, which the table does not have.
    """
    filed = FILED_AS.fullmatch(path.stem)
    if filed is None:
        right = "It is called after the number of the treaty: 26-2-a.csv or XXVI-2-a.csv."
        raise FileRefused(refuse(Fault.REQUIRED, "Such a table does not say of which treaty it is, nor does its name.", right=right))
    number = filed["number"].lower()
    treaty = {"treaty_no": number, "treaty_name": _name_beside(path, number)}
    return _acts(table, treaty)


def in_its_cell(fault: Refusal, act: Row) -> Refusal:
    """What is wrong with an act, at the heading under which its cell stands."""
    written = {"participant": PARTICIPANT, "event": act.cells["column"], "date": act.cells["column"]}
    column = written.get(fault.column, fault.column)
    return replace(fault, column=column, value=act["raw"] if column == act["column"] else fault.value)


def _acts(table: Table, treaty: dict[str, str]) -> Iterator[Row | Refusal]:
    for row in table.rows:
        if isinstance(row, Refusal):
            yield row
            continue
        for column in table.heading[1:]:
            if raw := row[column]:
                said = MARKED.fullmatch(raw)
                day, mark = (said["day"], said["mark"]) if said else (raw, None)
                act = {"participant": row[PARTICIPANT], "event": _event(column, mark or ""), "date": day, "raw": raw, "column": column}
                yield Row(row.number, treaty | act)


def _event(column: str, mark: str) -> str:
    """The act that a letter stands for; without a letter it is the one that the heading names plainly."""
    named = column.lower()
    if named.startswith("signature"):
        return {"": "signature", "d": "succession_to_signature"}.get(mark, mark)
    if not mark:
        return "ratification" if "ratification" in named else "an act without a letter"
    return MARKS.get(mark, mark)


def _name_beside(path: Path, number: str) -> str:
    """The title in the collection's index, where that lies beside the table or above it; nothing where it does not."""
    for folder in (path.parent, path.parent.parent):
        for index in (folder / name for name in INDEXES if (folder / name).is_file()):
            rows = (row for row in open_table(index).rows if isinstance(row, Row))
            for row in rows:
                if row.cells.get("chapter_no") == CHAPTER and row.cells.get("treaty_no", "").replace(".", "-") == number:
                    return row.cells.get("treaty_name", "")
    return ""
