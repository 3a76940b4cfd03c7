"""What a hostile file is: how it is made, and the fault that must be found in it, with its row and column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

HEADING = ("id", "title", "party 1", "party 2", "signed", "in force", "ended", "kind", "dcad")
GOOD = ("A1", "Security Treaty", "Japan", "United States", "8 September 1951", "28 April 1952", "", "Mutual defence", "")
FIELDS = {
    "id": "key", "title": "title", "party 1": "party", "party 2": "party", "signed": "signed", "in force": "in_force", "ended": "ended",
    "kind": "kind", "dcad": "number_dcad",
}  # fmt: skip
Write = Callable[[Path], object]


@dataclass(frozen=True)
class Case:
    """A file and what must be said of it: the code, the row and the column. `slow` is for the huge ones."""

    name: str
    ending: str
    write: Write
    code: str
    row: int | None = None
    column: str = ""
    data_set: str = "table"
    slow: bool = False

    def make(self, folder: Path) -> Path:
        path = folder / f"{self.name.replace(' ', '-')}.{self.ending}"
        self.write(path)
        return path


def row(**cells: str) -> tuple[str, ...]:
    """A good row but for some cells, named by their headings with _ for a space."""
    said = dict(zip(HEADING, GOOD, strict=True)) | {name.replace("_", " "): cell for name, cell in cells.items()}
    return tuple(said[name] for name in HEADING)


def table(*rows: Sequence[str], heading: Sequence[str] = HEADING, mark: str = ",") -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if any(one in text for one in (mark, '"', "\n", "\r")) else text

    return "".join(mark.join(map(cell, cells)) + "\n" for cells in (heading, *rows))


def text(content: str, encoding: str = "utf-8") -> Write:
    return lambda path: path.write_bytes(content.encode(encoding, "surrogatepass"))


def raw(content: bytes) -> Write:
    return lambda path: path.write_bytes(content)
