"""The shapes of what programs send to the desk, and of what it answers; the document itself is `treaty.document`."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from editorial.vocabulary import State, SubmissionState
from treaty.document.parts import Key, Language, Line, Reference, Sha256, clean
from treaty.vocabulary.kinds import AgreementKind


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("write at least a word")
    return text


Sentences = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000),
    AfterValidator(clean),
    AfterValidator(_not_blank),
    Field(json_schema_extra={"pattern": r"\S"}),  # for who reads the schema; the refusal is in our words
]
Count = Annotated[int, Field(ge=0)]


class Answer(BaseModel):
    """A shape of which every field is always there."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Sending(BaseModel):
    """A small body. A field that nobody defined is refused."""

    model_config = ConfigDict(extra="forbid")


class DraftRow(Answer):
    """One agreement at the desk, in a list."""

    id: int = Field(ge=1, description="Its number at the desk, which never changes.")
    reference: Reference | None = Field(description="Its public id; null before its first publication.")
    title: str = Field(description="Its title at the desk.")
    kind: AgreementKind | None
    state: State = Field(description="How far it has come on its way to the public.")
    version: int = Field(ge=1, description="Counts the times it was saved.")
    changed_at: datetime = Field(description="When it was last saved.")
    changed_by: str | None = Field(description="Who saved it; null where nobody of the desk did.")
    url: str = Field(description="The document as it stands at the desk.")


class DraftPage(Answer):
    """A stretch of the agreements at the desk, the last begun first."""

    results: list[DraftRow] = Field(description="The rows.")
    next: str | None = Field(description="The page that follows; null on the last.")


MOST_FINDINGS = 200


class DraftFinding(Answer):
    """What the rule book says of one place. Errors keep a document from being submitted, warnings do not."""

    rule: str = Field(description="The id of the rule.")
    level: Literal["error", "warning"] = Field(description="Whether it keeps the document from being submitted.")
    pointer: str = Field(description="The place in the document, as a JSON Pointer (RFC 6901); empty for the whole.")
    sentence: str = Field(description="The rule.")
    detail: str = Field(description="What stands there.")


class SubmissionSaid(Answer):
    """What became of the last submission."""

    state: SubmissionState
    sha256: Sha256 = Field(description="Of the frozen document; whoever publishes names it.")
    version: int = Field(ge=1, description="The version of the draft that was frozen.")
    submitted_by: str = Field(description="Who submitted it.")
    submitted_at: datetime = Field(description="When.")
    decided_by: str | None = Field(description="Who decided on it; null while it waits.")
    decided_at: datetime | None = Field(description="When; null while it waits.")
    comment: str = Field(description="What was said to its editor.")


class DraftState(DraftRow):
    """One agreement at the desk: how far it has come, and what the rule book says of it."""

    public_url: str | None = Field(description="Its public record; null before its first publication.")
    errors: Count = Field(description="How many findings are errors.")
    warnings: Count = Field(description="How many findings are warnings.")
    findings: list[DraftFinding] = Field(description=f"Errors first; the first {MOST_FINDINGS} of them.")
    submission: SubmissionSaid | None = Field(description="The last one; null where it was never submitted.")


class Verdict(Answer):
    """What would be said of a document, had it been written. Nothing was."""

    sound: bool = Field(description="Whether it could be submitted: no finding is an error.")
    errors: Count = Field(description="How many findings are errors.")
    warnings: Count = Field(description="How many findings are warnings.")
    findings: list[DraftFinding] = Field(description=f"Errors first; the first {MOST_FINDINGS} of them.")
    changes: list[str] | None = Field(description="What it would change in the draft, in sentences; null for a new one.")


class Submit(Sending):
    """Gives a draft to review."""

    another: bool = Field(False, description="That it is another agreement than those it seems to be the same as.")


class Return(Sending):
    """Gives a submission back."""

    comment: Sentences = Field(description="Why; its editor reads it.")


class Publish(Sending):
    """Makes the submission that was read the public record."""

    sha256: Sha256 = Field(description="Of the frozen document that was read.")


class Retract(Sending):
    """Takes a record out of the public register."""

    reason: Sentences = Field(description="Why; the public reads it.")


class TextKept(Answer):
    """A text of the agreement whose file is kept now."""

    id: Key = Field(description="Names the text within the document.")
    title: Line = Field(description="What it is called.")
    language: Language = Field(description="Its language, by BCP 47.")
    authentic: bool | None = Field(description="Whether the parties made it authentic; null where nobody knows.")
    sha256: Sha256 = Field(description="Of the file.")
    media_type: str = Field(description="The form of the file.")
    remark: str = Field(description="Where the file is not what its name says; empty else.")


class Nothing(Sending):
    """An empty object, for a step that asks for nothing more."""
