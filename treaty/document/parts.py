"""What every part of a document has in common: it is frozen, refuses unknown fields, and holds clean text."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # Unicode's Cc and Cs, but for the tab and the end of a line


class Part(BaseModel):
    """A piece of a document. Once made it does not change; a field that nobody defined is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)


def clean(text: str) -> str:
    """Refuse what PostgreSQL cannot store and no reader can see: control characters, lone surrogates."""
    if unseen := UNSEEN.search(text):
        raise ValueError(f"the character U+{ord(unseen[0]):04X} cannot be stored; remove it")
    return text


def one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise ValueError("write it on one line, without tabs")
    return text


Title = Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(clean), AfterValidator(one_line)]
Line = Annotated[str, StringConstraints(max_length=500), AfterValidator(clean), AfterValidator(one_line)]
Prose = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(clean)]
Note = Annotated[Prose, Field(description="What else there is to say of it, in words.")]
Condition = Annotated[Prose, Field(description="What else it depends on, in words.")]
Articles = Annotated[tuple[Line, ...], Field(description="The articles of the agreement that say so.")]
Url = Annotated[str, StringConstraints(max_length=2000, pattern=r"^(https?://[^\s]+)?$"), AfterValidator(clean)]
Language = Annotated[
    str,
    StringConstraints(max_length=35, pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"),
    Field(description="Its language, by BCP 47; empty where nobody has coded it."),
]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
OwnKey = Annotated[Key, Field(description="Names it within this document.")]
PartyCode = Annotated[str, StringConstraints(max_length=24, pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$")]
Reference = Annotated[str, StringConstraints(pattern=r"^E[0-9]{4,9}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
