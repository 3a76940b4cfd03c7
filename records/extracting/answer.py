"""What a reader of one format finds, and how it says that it cannot read."""

from collections.abc import Sequence
from dataclasses import dataclass

from records.vocabulary import ReadingFault


@dataclass(frozen=True)
class Limits:
    """What one reading may cost: processor seconds, bytes of memory, pages, characters of words."""

    seconds: int = 20
    memory: int = 512 * 2**20
    pages: int = 3_000
    characters: int = 5_000_000


@dataclass(frozen=True)
class Found:
    """The words as the format gives them: its pages where it has any, else one piece. `note` says what was assumed."""

    pieces: Sequence[str]
    reader: str
    paged: bool = False
    note: str = ""


class CannotRead(Exception):
    """A text whose words cannot be had, with the reason for it."""

    def __init__(self, fault: ReadingFault, detail: str = "") -> None:
        super().__init__(detail)
        self.fault, self.detail = fault, detail
