"""A table as it was read: what was found out about the file, its heading, and its rows as they come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from intake.reading.limits import Limits
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.vocabulary import Fault


@dataclass(frozen=True)
class About:
    """What a reader found out about a file, and says: nothing of it is guessed silently."""

    name: str
    kind: str
    size: int
    sha256: str
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.kind}{''.join(f', {detail}' for detail in self.details)}, {self.size:,} bytes, SHA-256 {self.sha256}."


@dataclass(frozen=True)
class Row:
    """The cells of one row under their headings, trimmed; `number` counts as a spreadsheet does."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def is_blank(self) -> bool:
        return not any(self.cells.values())


@dataclass(frozen=True)
class Table:
    """A heading, and the rows, which are read as one goes through them, once. A row that is at fault comes as its refusal."""

    about: About
    heading: tuple[str, ...]
    rows: Iterator[Row | Refusal] = field(repr=False)

    def require(self, columns: tuple[str, ...]) -> None:
        """Raises FileRefused where a column of the data set is not there."""
        missing = [column for column in columns if column not in self.heading]
        if missing:
            named = ", ".join(f"“{column}”" for column in missing[:5]) + (" and others" if len(missing) > 5 else "")
            raise FileRefused(
                refuse(
                    Fault.MISSING_COLUMN,
                    f"It has no column {named}. Its first row reads {', '.join(self.heading)[:300]}.",
                    row=1,
                    column=missing[0],
                    right=f"The heading holds {', '.join(columns)}.",
                )
            )


def heading_of(cells: list[str], limits: Limits) -> tuple[str, ...]:
    """The names of the columns. Raises FileRefused where one is empty, stands twice, or there are too many."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > limits.columns:
        raise FileRefused(
            refuse(Fault.TOO_MANY_COLUMNS, f"It has {len(cells)} columns; {limits.columns} are taken in.", row=1, value=str(len(cells)))
        )
    names = [" ".join(cell.split()) for cell in cells]
    for position, name in enumerate(names):
        if not name:
            raise FileRefused(refuse(Fault.HEADING, "It has no name.", row=1, column=letters(position)))
        if name in names[:position]:
            raise FileRefused(refuse(Fault.HEADING, f"“{name}” names two columns.", row=1, column=name))
        if fault := cell_fault(name, limits):
            raise FileRefused(refuse(fault, row=1, column=letters(position), value=name))
    if not names:
        raise FileRefused(refuse(Fault.EMPTY, "It has no heading.", row=1))
    return tuple(names)


def row_of(number: int, heading: tuple[str, ...], cells: list[str], limits: Limits) -> Row | Refusal:
    """The row, or what is wrong with it. Cells that lack at its end are empty."""
    if len(cells) > len(heading) and any(cell.strip() for cell in cells[len(heading) :]):
        extra = next(cell for cell in cells[len(heading) :] if cell.strip())
        return refuse(Fault.RAGGED, f"It has {len(cells)} cells, and the heading {len(heading)}.", row=number, value=extra)
    for column, cell in zip(heading, cells, strict=False):
        if fault := cell_fault(cell, limits):
            return refuse(fault, row=number, column=column, value=cell)
    return Row(number, dict(zip(heading, (cell.strip() for cell in [*cells, *[""] * (len(heading) - len(cells))]), strict=False)))


def cell_fault(cell: str, limits: Limits) -> Fault | None:
    """Why a cell is not taken in as it is. The text of a formula is one that a spreadsheet would carry out."""
    if len(cell) > limits.cell:
        return Fault.CELL_TOO_LONG
    if cell.startswith(("=", "@")) and len(cell) > 1:
        return Fault.FORMULA
    if cell.isprintable():
        return None
    return Fault.CONTROL_CHARACTER if any(_is_control(character) for character in cell) else None


def _is_control(character: str) -> bool:
    code = ord(character)
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:  # they make a reader see other letters than are there
        return True
    return (code < 32 and character not in "\t\n\r") or 127 <= code < 160 or 0xD800 <= code < 0xE000


def letters(position: int) -> str:
    """A column as a spreadsheet letters it: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(65 + rest) + name
    return name
