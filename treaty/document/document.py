"""The record of one agreement as a typed document: the currency of the house."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from treaty.document.duration import Duration
from treaty.document.evidence import Evidence, Source, Text
from treaty.document.life import Event, Participation
from treaty.document.parts import Language, Line, Note, Part, Prose, Reference, Title
from treaty.document.provision import Provision
from treaty.document.relation import Relation
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.forms import Form
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality


class OtherTitle(Part):
    """Another title it is known by, in some language."""

    language: Language = ""
    title: Title = Field(description="The title in that language.")


class Identifier(Part):
    """The number another register or data set gives it."""

    scheme: IdentifierScheme
    value: Annotated[Line, Field(min_length=1)] = Field(description="The number, as that register or data set writes it.")


class Document(Part):
    """Who agreed what with whom, what has happened to it since, what it says, and how we know.

    Null means "nobody has coded it", never "no". Kind, form and character are three axes: a
    memorandum may bind, and an agreement may not.
    """

    version: Literal[1] = Field(1, description="The version of this schema.")
    reference: Reference | None = Field(None, description="The public id, minted at first publication and never reused.")
    title: Title = Field(description="Its full title.")
    title_is_generated: bool = Field(False, description="Whether the register made the title, for want of one in the sources.")
    short_title: Line = Field("", description="What it is called for short.")
    other_titles: tuple[OtherTitle, ...] = Field((), description="Other titles, and those in other languages.")
    kind: AgreementKind | None = Field(None, description="What it is for.")
    form: Form | None = Field(None, description="What it is called: treaty, exchange of notes, memorandum …")
    character: Character | None = Field(None, description="Whether and how it binds in law.")
    laterality: Laterality | None = None
    summary: Prose = Field("", description="What it is about, in a few sentences.")
    note: Note = ""
    identifiers: tuple[Identifier, ...] = Field((), description="The numbers that other registers and data sets give it.")
    subjects: tuple[Line, ...] = Field((), description="What it is about, as key words.")
    participations: tuple[Participation, ...] = Field((), description="Who takes part, and as what.")
    events: tuple[Event, ...] = Field((), description="What has happened to it; its standing follows from them.")
    duration: Duration | None = None
    provisions: tuple[Provision, ...] = Field((), description="What it says, provision by provision, each with the terms of its kind.")
    relations: tuple[Relation, ...] = Field((), description="How it stands to other agreements.")
    texts: tuple[Text, ...] = Field((), description="Its texts, one for each language or version.")
    sources: tuple[Source, ...] = Field((), description="What was read; evidence cites it by `id`.")
    evidence: tuple[Evidence, ...] = Field((), description="What vouches for the record as a whole: its title, kind and form.")

    def all_evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every piece of evidence with the path of the fact it speaks for."""
        yield from (("", evidence) for evidence in self.evidence)
        for path, fact in self.facts():
            yield from ((path, evidence) for evidence in fact.evidence)

    def facts(self) -> Iterator[tuple[str, Participation | Event | Provision | Relation | Duration]]:
        """Every fact that evidence can speak for, with its path."""
        lists: tuple[tuple[str, tuple[Participation | Event | Provision | Relation, ...]], ...] = (
            ("participations", self.participations),
            ("events", self.events),
            ("provisions", self.provisions),
            ("relations", self.relations),
        )
        yield from ((f"{name}.{index}", fact) for name, facts in lists for index, fact in enumerate(facts))
        if self.duration is not None:
            yield "duration", self.duration

    @property
    def checked(self) -> Checked:
        """How many of its facts have been read in a source. A record without a fact has nothing that was."""
        read = [any(evidence.verified for evidence in fact.evidence) for _, fact in self.facts()]
        return Checked.ALL if read and all(read) else Checked.SOME if any(read) else Checked.NONE

    @model_validator(mode="after")
    def ids_are_unique(self) -> Self:
        lists: tuple[tuple[str, Iterable[str]], ...] = (
            ("events", (event.id for event in self.events)),
            ("provisions", (provision.id for provision in self.provisions)),
            ("relations", (relation.id for relation in self.relations)),
            ("texts", (text.id for text in self.texts)),
            ("sources", (source.id for source in self.sources)),
            ("identifiers", (f"{identifier.scheme} {identifier.value}" for identifier in self.identifiers)),
        )
        for name, ids in lists:
            twice = [key for key, times in Counter(ids).items() if times > 1]
            if twice:
                raise ValueError(f"{name}: “{twice[0]}” stands twice")
        return self

    @model_validator(mode="after")
    def what_is_named_is_there(self) -> Self:
        sources = {source.id for source in self.sources}
        for path, evidence in self.all_evidence():
            if evidence.source not in sources:
                raise ValueError(f"{path or 'evidence'}: cites the source “{evidence.source}”, which the document does not list")
        for text in self.texts:
            if text.source is not None and text.source not in sources:
                raise ValueError(f"texts: “{text.id}” is cited as “{text.source}”, which the document does not list")
        cited = [text.source for text in self.texts if text.source is not None]
        if len(set(cited)) < len(cited):
            raise ValueError("texts: two of them are cited as one source, so a span could mean either")
        events = {event.id for event in self.events}
        for event in self.events:
            if missing := set(event.concerns) - events:
                raise ValueError(f"events: “{event.id}” concerns “{min(missing)}”, which is not an event of this document")
        return self
