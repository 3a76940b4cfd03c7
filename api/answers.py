"""The shapes of what is answered: they write the answers on parties, and describe all of them."""

from datetime import date, datetime
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from parties.terms import CodeScheme, SuccessionKind
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.parts import PartyCode, Reference
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.characters import Character
from treaty.vocabulary.forms import Form
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.names import NameKind
from treaty.vocabulary.party_types import PartyType
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing


def _required(schema: dict[str, Any], shape: type["Answer"]) -> None:
    """What stands there only where it is asked for is not required."""
    schema["required"] = [name for name in schema.get("required", ()) if name not in shape.expandable]


class Answer(BaseModel):
    """A shape of which every field is always there, but for those that `expand` adds."""

    model_config = ConfigDict(
        from_attributes=True, extra="forbid", json_schema_serialization_defaults_required=True, json_schema_extra=_required
    )
    expandable: ClassVar[tuple[str, ...]] = ()


class Links(Answer):
    """Where to go from here."""

    agreements: str = Field(description="The list of agreements, and under it each agreement.")
    parties: str = Field(description="States, organisations, territories.")
    provisions: str = Field(description="What agreements say, provision by provision.")
    events: str = Field(description="What has happened to agreements, event by event.")
    deadlines: str = Field(description="What is to come.")
    pairs: str = Field(description="Between which parties something holds.")
    facets: str = Field(description="How many agreements each filter would leave.")
    figures: str = Field(description="An answer in numbers.")
    changes: str = Field(description="What the register learnt, in order.")
    vocabulary: str = Field(description="Every word, with its meaning.")
    status: str = Field(description="How the service stands, and a cursor for changes.")
    documentation: str = Field(description="The same for people, with worked examples.")
    openapi: str = Field(description="The description of this API, OpenAPI 3.1.")
    document_schema: str = Field(description="JSON Schema of the document of an agreement.")


class StandingThen(Answer):
    """The standing of an agreement on the day asked for. It is concluded from its events, never typed in."""

    value: Standing | None = Field(description="Null where no standing is known on that day.")
    since: PartialDay | None = Field(description="Since when, as exactly as the sources tell.")
    until: date | None = Field(description="The first day on which it holds no longer; null where no end is known.")
    basis: Basis | None = Field(description="Whether a source declares it or a rule infers it.")


class AgreementRow(Answer):
    """One agreement in a list."""

    reference: Reference = Field(description="The public id: opaque, permanent, never reused.")
    revision: int = Field(ge=1, description="The number of the revision that says so.")
    title: str = Field(description="Its full title.")
    title_is_generated: bool = Field(description="Whether the register made the title, for want of one in the sources.")
    short_title: str = Field(description="What it is called for short; empty where there is nothing.")
    kind: AgreementKind | None = Field(description="Null where nobody has coded it.")
    form: Form | None = Field(description="What it is called: treaty, exchange of notes …; null where nobody has coded it.")
    character: Character | None = Field(description="Whether and how it binds in law; null where nobody has coded it.")
    laterality: Laterality | None = Field(description="How many sides it has; null where nobody has coded it.")
    parties: list[PartyCode] = Field(description="The codes of its parties; see /api/v1/parties/.")
    signed: PartialDay | None = Field(description="Its first signature; null where the day is unknown.")
    provisions: list[ProvisionKind] = Field(description="The kinds of provision it has.")
    published_at: datetime = Field(description="When this revision was published.")
    standing: StandingThen
    url: str = Field(description="The whole document.")
    document: Document | None = Field(None, description="The whole document, where `expand=document` asks for it.")

    expandable: ClassVar[tuple[str, ...]] = ("document",)


class Page(Answer):
    """A stretch of a list."""

    next: str | None = Field(description="The address of the page that follows; null on the last.")
    cursor: str | None = Field(description="The same as a `cursor`, for who writes addresses; null on the last.")
    total: int | None = Field(description="How many rows there are in all, where `count=yes` asks for it; else null.")


class SparsePage(Page):
    """A stretch of a list, of whose rows `fields` names what is wanted."""

    results: list[dict[str, Any]] = Field(description="The rows.")


class AgreementPage(Page):
    """A stretch of a list of agreements."""

    results: list[AgreementRow] = Field(description="The rows.")


class Region(Answer):
    """A region of the world (UN M49)."""

    code: str = Field(description="The M49 code, three digits: a text, not a number.")
    name: str = Field(description="Its name in English.")


class PartyName(Answer):
    """What a party is or was called."""

    text: str = Field(description="The name.")
    kind: NameKind
    language: str = Field(description="BCP 47.")
    begins: PartialDay | None = Field(description="The first day on which it was so; null where it is unknown.")
    ends: PartialDay | None = Field(description="The first day on which it was so no longer; null where it goes on or nobody knows.")
    source: str = Field(description="Where this comes from.")


class PartyCodeOf(Answer):
    """What a system of codes calls a party; without days, for its whole life."""

    scheme: CodeScheme
    value: str = Field(description="The code: a text, also where it has digits only.")
    begins: PartialDay | None = Field(description="The first day on which it was so; null where it is unknown.")
    ends: PartialDay | None = Field(description="The first day on which it was so no longer; null where it goes on or nobody knows.")
    note: str = Field(description="What else there is to say of it.")


class Life(Answer):
    """A time in which a party existed, up to the first day on which it no longer did."""

    begins: PartialDay | None = Field(description="Null where it is unknown or lies before the data begin.")
    ends: PartialDay | None = Field(description="Null where it goes on.")
    note: str = Field(description="What else there is to say of it.")
    source: str = Field(description="Where this comes from.")


class PartyLink(Answer):
    """Another party."""

    code: PartyCode = Field(description="Its code.")
    name: str = Field(description="Its English short name.")
    url: str = Field(description="All that the register knows of it.")


class Succession(Answer):
    """One party taking the place of another."""

    party: PartyLink
    kind: SuccessionKind
    day: PartialDay | None = Field(description="When; null where it is unknown.")
    note: str = Field(description="What else there is to say of it.")
    source: str = Field(description="Where this comes from.")


class Membership(Answer):
    """A time as a member of an organisation, up to the first day on which it was one no longer."""

    party: PartyLink = Field(description="The organisation, or in the list of an organisation its member.")
    begins: PartialDay | None = Field(description="The day on which it became a member; null where it is unknown.")
    ends: PartialDay | None = Field(description="The first day on which it was one no longer; null where it still is, or nobody knows.")
    source: str = Field(description="Where this comes from.")
    verified: bool = Field(description="Whether somebody compared it with the source named.")


class PartyRow(Answer):
    """One party in a list. A code identifies; it takes no position on anybody's status."""

    code: PartyCode = Field(description="Its code here: for states mostly that of ISO 3166-1 alpha-3.")
    name: str = Field(description="The English short name.")
    type: PartyType
    region: Region | None = Field(description="The region in which it lies; null where it lies in none.")
    subregion: Region | None = Field(description="The part of that region.")
    begins: PartialDay | None = Field(description="The first day of its first life; null where it is unknown or before the data begin.")
    ends: PartialDay | None = Field(description="The first day after its last life; null where it goes on or nobody has recorded it.")
    url: str = Field(description="All that the register knows of it.")


class PartyPage(Page):
    """A stretch of the list of parties, in the order of their codes."""

    results: list[PartyRow] = Field(description="The rows.")


class PartyInFull(PartyRow):
    """All that the register knows of one party."""

    note: str = Field(description="What else there is to say of it.")
    names: list[PartyName] = Field(description="What it is and was called, in several languages.")
    codes: list[PartyCodeOf] = Field(description="What other systems of codes call it.")
    lives: list[Life] = Field(description="The times in which it existed.")
    predecessors: list[Succession] = Field(description="Whose place it took.")
    successors: list[Succession] = Field(description="Who took its place.")
    memberships: list[Membership] = Field(description="Organisations of which it is or was a member.")
    members: list[Membership] = Field(description="Its own members, if it is an organisation.")
    agreements: str = Field(description="The agreements in which it takes part.")
