"""How one agreement stands to another."""

from typing import Self

from pydantic import Field, model_validator

from treaty.document.days import PartialDay
from treaty.document.evidence import AllEvidence
from treaty.document.parts import Line, Note, OwnKey, Part, Reference
from treaty.vocabulary.relations import RelationKind


class Relation(Part):
    """This agreement amends, implements, supersedes … another, in the register or not."""

    id: OwnKey
    kind: RelationKind
    inverse: bool = Field(False, description="Whether it reads backwards: “supersedes” as “superseded by”.")
    target: Reference | None = Field(None, description="The other agreement's reference, when the register holds it.")
    target_title: Line = Field("", description="Its plain title, when the register does not.")
    effective_date: PartialDay | None = Field(None, description="Since when it is so.")
    note: Note = ""
    evidence: AllEvidence = ()

    @model_validator(mode="after")
    def names_its_target(self) -> Self:
        if self.target is None and not self.target_title:
            raise ValueError("a relation names the other agreement by reference or by title")
        return self
