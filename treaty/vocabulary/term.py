"""A word of the subject: what is stored, what people read, what it means, and who says so."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """One member of a closed family of words.

    Forms, the API's enumerations, tooltips and the glossary read all four parts from here, so a
    new word is one line in its family's file and needs no migration.
    """

    label: str
    definition: str
    source: str

    def __new__(cls, value: str, label: str = "", definition: str = "", source: str = "") -> Self:
        """`definition` is one sentence; `source` names the codebook, statute or article it comes from.

        The defaults are for looking up, `Standing("signed")`; a test holds that no term lacks a part.
        """
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.definition = definition
        term.source = source
        return term

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Value and label of each term, in the family's own order."""
        return [(term.value, term.label) for term in cls]
