"""What has happened: who takes part, and the events of an agreement's life."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from treaty.document.days import PartialDay
from treaty.document.evidence import AllEvidence
from treaty.document.parts import Key, Line, Note, OwnKey, Part, PartyCode
from treaty.vocabulary.assertions import Basis, Missing, Occurrence, Weight
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import Role


class Participation(Part):
    """A party in one role."""

    party: PartyCode = Field(description="The code of the party.")
    role: Role = Role.PARTY
    name_as_written: Line = Field("", description="The party's name as the agreement or the source writes it.")
    begins: PartialDay | None = Field(None, description="Since when it has the role, where that is not the agreement's own beginning.")
    ends: PartialDay | None = Field(None, description="From when on it no longer has the role.")
    note: Note = ""
    evidence: AllEvidence = ()


class Event(Part):
    """Something that happened to an agreement, or to one party's place in it."""

    id: OwnKey
    kind: EventKind
    party: PartyCode | None = Field(None, description="The party it concerns; null for an event of the agreement as a whole.")
    other_party: PartyCode | None = Field(None, description="The second party of an event between two, such as an objection.")
    date: PartialDay | None = Field(None, description="When it happened, as exactly as a source tells.")
    effective_date: PartialDay | None = Field(None, description="When it took effect, where that is another day.")
    date_missing: Missing | None = Field(None, description="Why there is no date; null when there is one.")
    until: PartialDay | None = Field(None, description="The new last day, for an extension or a suspension for a time.")
    place: Line = Field("", description="Where it happened.")
    concerns: tuple[Key, ...] = Field((), description="The events it answers: the notice it revokes, the reservation it objects to.")
    occurrence: Occurrence = Field(Occurrence.HAPPENED, description="Whether it happened, or a source says that it still has to.")
    basis: Basis = Field(Basis.DECLARED, description="Declared by a source, or inferred by the rule named in `rule`.")
    rule: Line = Field("", description="The id of the rule that inferred it.")
    weight: Weight = Field(Weight.ACCEPTED, description="Whether the register accepts it, or keeps it as a rival value.")
    note: Note = ""
    evidence: AllEvidence = ()

    @model_validator(mode="before")
    @classmethod
    def a_missing_date_is_unknown_unless_said_otherwise(cls, data: object) -> object:
        if isinstance(data, dict) and not data.get("date") and data.get("date_missing") is None:
            return {**data, "date_missing": Missing.UNKNOWN}
        return data

    @model_validator(mode="after")
    def parts_agree(self) -> Self:
        if self.date is not None and self.date_missing is not None:
            raise ValueError("a date that is there is not missing: leave date_missing empty")
        if self.other_party is not None and (self.party is None or self.other_party == self.party):
            raise ValueError("an event between two names two different parties")
        if (self.basis is Basis.INFERRED) != bool(self.rule):
            raise ValueError("an inferred event names its rule, and only an inferred one does")
        return self


Months = Annotated[int, Field(ge=0, le=12_000)]
Days = Annotated[int, Field(ge=0, le=366_000)]
