"""What an agreement says: one provision of one kind, with the attributes of that kind."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, create_model, model_validator

from treaty.document.days import PartialDay
from treaty.document.evidence import AllEvidence
from treaty.document.parts import Articles, Condition, Note, OwnKey, Part, PartyCode, Prose
from treaty.vocabulary.assertions import Missing
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS
from treaty.vocabulary.provisions.terms import ProvisionTerms
from treaty.vocabulary.reciprocity import Reciprocity
from treaty.vocabulary.strength import Strength
from treaty.vocabulary.value_states import ValueState


def in_code_order(codes: tuple[str, ...]) -> tuple[str, ...]:
    """A set of parties is written in one order only, so that equal documents are equal bytes."""
    return tuple(sorted(set(codes)))


Parties = Annotated[tuple[PartyCode, ...], AfterValidator(in_code_order)]


class Gap(Part):
    """Why one attribute of the terms has no value, where more is known than that nobody coded it."""

    attribute: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60, description="The name of the attribute in `terms`.")]
    missing: Missing


class AnyProvision(Part):
    """What provisions of all kinds share. `terms` holds the attributes of the kind; null is "not coded"."""

    id: OwnKey
    kind: ProvisionKind
    state: ValueState = Field(ValueState.PRESENT, description="Whether the agreement has it, as far as anyone can tell.")
    articles: Articles = ()
    quote: Prose = Field("", description="The agreement's own words.")
    strength: Strength | None = Field(None, description="How strongly it obliges; null is not coded.")
    reciprocity: Reciprocity | None = None
    obligors: Parties = Field((), description="Who owes it; empty is not coded.")
    beneficiaries: Parties = Field((), description="To whom it is owed; empty is not coded.")
    condition: Condition = ""
    begins: PartialDay | None = Field(None, description="Since when it applies, where that is not the agreement's own life.")
    ends: PartialDay | None = Field(None, description="From when on it no longer applies, where that is not the agreement's own end.")
    terms: ProvisionTerms
    gaps: tuple[Gap, ...] = Field((), description="Why attributes have no value, where more is known than that nobody coded them.")
    note: Note = ""
    evidence: AllEvidence = ()

    @model_validator(mode="after")
    def gaps_are_gaps(self) -> Self:
        for gap in self.gaps:
            if gap.attribute not in type(self.terms).model_fields:
                raise ValueError(f"“{gap.attribute}” is not an attribute of {self.kind.label.lower()}")
            if getattr(self.terms, gap.attribute) is not None:
                raise ValueError(f"“{gap.attribute}” has a value, so it is not missing")
        return self


def _of_kind(kind: ProvisionKind) -> type[AnyProvision]:
    """The provision whose terms are those of one kind."""
    terms = TERMS[kind]
    name = "".join(word.title() for word in kind.value.split("_")) + "Provision"
    fields: dict[str, Any] = {
        "kind": (Literal[kind], Field(description=kind.definition)),
        "terms": (terms, Field(default_factory=terms)),
    }
    made: type[AnyProvision] = create_model(name, __base__=AnyProvision, __doc__=kind.definition, __module__=__name__, **fields)
    return made


OF_KIND: dict[ProvisionKind, type[AnyProvision]] = {kind: _of_kind(kind) for kind in ProvisionKind}

if TYPE_CHECKING:
    Provision = AnyProvision
else:
    Provision = Annotated[reduce(or_, OF_KIND.values()), Field(discriminator="kind")]
