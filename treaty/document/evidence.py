"""How we know: the sources a document lists, and where in them each fact stands."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from treaty.document.days import PartialDay
from treaty.document.parts import Key, Language, Line, Note, OwnKey, Part, Prose, Sha256, Title, Url
from treaty.vocabulary.sources import SourceKind


class Source(Part):
    """Something that was read: a treaty's own text, a gazette, a data set, a press report."""

    id: Key = Field(description="Names the source within this document.")
    kind: SourceKind
    title: Title = Field(description="What it is called.")
    publisher: Line = Field("", description="Who published it.")
    url: Url = Field("", description="Where it can be read.")
    published: PartialDay | None = Field(None, description="When it was published, as far as known.")
    accessed: date | None = Field(None, description="The day on which it was read for this register.")
    language: Language = ""
    licence: Line = Field("", description="The terms under which its content may be reused, as the source states them.")


class Locator(Part):
    """The place in a source: an article, a page, a span of characters of a stored text.

    A span counts Unicode characters of the words that the register read from the stored text of the source: the text of
    this document whose `source` it is. Those words are NFC, with line feeds; pages are divided by two of them.
    """

    article: Line = Field("", description="The article, as the source numbers it.")
    page: Line = Field("", description="The page, as the source numbers it.")
    begin: Annotated[int, Field(ge=0, le=100_000_000)] | None = Field(None, description="First character of the span, from 0.")
    end: Annotated[int, Field(ge=0, le=100_000_000)] | None = Field(None, description="The character after the last of the span.")

    @model_validator(mode="after")
    def span_is_whole(self) -> Self:
        if (self.begin is None) != (self.end is None) or (self.begin is not None and self.end is not None and self.end <= self.begin):
            raise ValueError("a span has a begin and an end after it, or neither")
        return self


class Evidence(Part):
    """One source's word for one fact."""

    source: Key = Field(description="The id of a source that this document lists.")
    locator: Locator = Field(default_factory=Locator)
    quote: Prose = Field("", description="The source's own words.")
    verified: bool = Field(False, description="Whether somebody of this register has read it there.")
    note: Note = ""


AllEvidence = Annotated[tuple[Evidence, ...], Field(description="What vouches for it; empty where nothing does.")]


class Text(Part):
    """A text of the agreement in one language."""

    id: OwnKey
    language: Language = ""
    title: Line = Field("", description="What it is called.")
    authentic: bool | None = Field(
        None, description="Whether the parties made this text authentic (VCLT art. 10, 33); null where nobody knows."
    )
    source: Key | None = Field(None, description="The id of the source under which facts cite this text; null where none does.")
    sha256: Sha256 | None = Field(None, description="The stored text's SHA-256; null where no text is stored.")
    media_type: Annotated[str, Field(max_length=100, pattern=r"^([a-z]+/[a-z0-9.+-]+)?$")] = Field(
        "", description="The form of the stored file; empty where none is stored."
    )
    url: Url = Field("", description="Where it can be read outside the register.")
