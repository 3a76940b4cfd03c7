"""How an agreement begins, lasts, renews and ends by its own terms. Null means that nobody has coded it."""

from typing import Annotated

from pydantic import Field

from treaty.document.days import PartialDay
from treaty.document.evidence import AllEvidence
from treaty.document.life import Days, Months
from treaty.document.parts import Articles, Condition, Line, Note, Part, Prose
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.terms_of_life import EntryIntoForceKind, NoticeAnchor, RenewalKind, TermKind


class EntryIntoForceRule(Part):
    """What has to happen before the agreement is in force (VCLT art. 24)."""

    kind: EntryIntoForceKind
    date: PartialDay | None = Field(None, description="The day on which it enters into force, where the agreement names one.")
    count: Annotated[int, Field(ge=1, le=1000)] | None = Field(None, description="How many deposits or notifications are needed.")
    share: Annotated[str, Field(pattern=r"^[1-9][0-9]?/[1-9][0-9]?$")] | None = Field(
        None, description="Which share of the signatories, such as 2/3."
    )
    delay_days: Days = Field(0, description="Days from then until it is in force.")
    delay_months: Months = Field(0, description="Months from then until it is in force.")
    condition: Condition = ""
    articles: Articles = ()


class Term(Part):
    """How long it is to last."""

    kind: TermKind
    months: Months | None = Field(None, description="How long it lasts, where the term is fixed.")
    counted_from: EventKind | None = Field(None, description="The kind of event from which the months count.")
    until: PartialDay | None = Field(None, description="Its last day, where the agreement names one.")
    condition: Condition = ""
    articles: Articles = ()


class Renewal(Part):
    """What happens when the term ends."""

    kind: RenewalKind
    months: Months | None = Field(None, description="How long each renewal lasts; null where it is not coded.")
    times: Annotated[int, Field(ge=1, le=1000)] | None = Field(None, description="How often it may renew; null where there is no limit.")
    articles: Articles = ()


class Notice(Part):
    """How a party may leave or end it (VCLT art. 54, 56)."""

    anchor: NoticeAnchor
    months: Months = Field(0, description="How many months ahead notice is to be given.")
    days: Days = Field(0, description="How many days ahead notice is to be given, beside the months.")
    minimum_months: Months | None = Field(None, description="How long it must have been in force before notice may be given.")
    effect_months: Months = Field(0, description="Months from receipt of the notice until it takes effect.")
    effect_days: Days = Field(0, description="Days from receipt of the notice until it takes effect, beside the months.")
    articles: Articles = ()


class Application(Part):
    """A span for which it pays or applies, where that is not the time it is in force."""

    what: Line = Field(description="What is paid or applies.")
    begins: PartialDay | None = Field(None, description="The first day on which it applies.")
    ends: PartialDay | None = Field(None, description="The first day on which it no longer applies.")


class Duration(Part):
    """The agreement's own clauses on its life."""

    entry_into_force: EntryIntoForceRule | None = None
    term: Term | None = None
    renewal: Renewal | None = None
    notice: Notice | None = None
    applications: tuple[Application, ...] = Field((), description="The spans for which parts of it apply.")
    survival: Prose = Field("", description="What stays owed after the end (VCLT art. 70).")
    note: Note = ""
    evidence: AllEvidence = ()
