"""What a rule is: one sentence that an editor reads, and a check that finds where a document breaks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from inspect import cleandoc
from typing import ClassVar, Protocol

from treaty.document.days import PartialDay
from treaty.document.document import Document


class Level(StrEnum):
    """An error keeps a document from being published; a warning asks the editor to look again."""

    ERROR = "error"
    WARNING = "warning"


class PartyBook(Protocol):
    """What the rules ask about parties; `parties.book` answers from the register's own table."""

    def knows(self, code: str) -> bool: ...

    def name(self, code: str) -> str: ...

    def existed_on(self, code: str, day: PartialDay) -> bool | None:
        """None where nobody knows."""
        ...


@dataclass(frozen=True)
class Circumstances:
    """What a rule may know beside the document: the parties of the world, and the day of the check."""

    parties: PartyBook
    on: date


@dataclass(frozen=True)
class Finding:
    """A place where a document breaks a rule. `path` leads to it; `detail` says what stands there."""

    rule: str
    level: Level
    path: str
    sentence: str
    detail: str


class Rule:
    """The docstring of each rule is the sentence that editors read."""

    level: ClassVar[Level] = Level.ERROR

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        """Path and detail of each place where the document breaks the rule."""
        raise NotImplementedError

    def check(self, document: Document, given: Circumstances) -> Iterator[Finding]:
        """The faults as findings."""
        for path, detail in self.faults(document, given):
            yield Finding(self.id(), self.level, path, self.sentence(), detail)

    @classmethod
    def id(cls) -> str:
        """ "TwoPartiesAtLeast" is "two-parties-at-least"."""
        return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).lstrip("-")

    @classmethod
    def sentence(cls) -> str:
        return " ".join(cleandoc(cls.__doc__ or "").split())
