"""The service itself: how it stands, and the words that it uses."""

from datetime import date, datetime
from functools import cache

from pydantic import Field

from api.answers import Answer
from api.schemas import Written, written_once
from catalogue.auditing import last_audits
from catalogue.changes import cursor_after
from catalogue.models import Entry
from records.models import Ledger, Revision
from treaty.document.parts import Sha256
from treaty.vocabulary.families import FAMILIES


class LastAudit(Answer):
    """The last reading of every public record by the rule book; what each rule found stands in /about/data.json."""

    at: datetime = Field(description="When it was done.")
    records: int = Field(description="How many it read.")
    sound: int = Field(description="In how many of them no rule found anything.")


class Status(Answer):
    """How the service stands. Whoever answers this can answer everything."""

    version: str = Field(description="Of this API.")
    as_of: date = Field(description="The day by which questions are judged that name none (UTC).")
    agreements: int = Field(description="How many are public.")
    revisions: int = Field(description="How many revisions the register has.")
    last_published_at: datetime | None = Field(description="When the last of them was published.")
    chain: Sha256 = Field(description="The last link of the chain of all revisions.")
    audit: LastAudit | None = Field(description="How sound the register is; null before the first audit.")
    cursor: str = Field(description="Give it to `since` of /changes/ to be told all that follows this moment.")


class Word(Answer):
    """A word of the register."""

    value: str = Field(description="As data have it.")
    label: str = Field(description="As people read it.")
    definition: str = Field(description="What it means.")
    source: str = Field(description="Where the definition comes from.")


class Family(Answer):
    """A closed family of words."""

    name: str = Field(description="As the schemas call it.")
    label: str = Field(description="What it is called.")
    words: list[Word] = Field(description="The words.")


class Vocabulary(Answer):
    """Every word of the register with its meaning."""

    families: list[Family] = Field(description="The families.")


def status_said(*, today: date) -> Status:
    """Four queries."""
    audited = last_audits(1)
    ledger = Ledger.objects.filter(pk=1).first() or Ledger()
    last = Revision.objects.filter(serial=ledger.serial).values_list("published_at", flat=True).first()
    return Status(
        version="1",
        as_of=today,
        agreements=Entry.objects.known(on=None).count(),
        revisions=ledger.serial,
        last_published_at=last,
        chain=ledger.chain,
        audit=LastAudit.model_validate(audited[0]) if audited else None,
        cursor=cursor_after(ledger.serial),
    )


@cache
def vocabulary() -> Written:
    """Put into order once: it does not change while the program runs."""
    families = [
        Family(
            name=family.__name__,
            label=label,
            words=[Word(value=one.value, label=one.label, definition=one.definition, source=one.source) for one in family],
        )
        for label, family in FAMILIES
    ]
    return written_once(Vocabulary(families=families).model_dump_json())
