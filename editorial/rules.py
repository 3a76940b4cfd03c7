"""Rules on who may do what with a record, and the check of a document against the rule book."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings

from accounts.models import Person
from agreements.models import Agreement
from editorial.models import Submission
from parties.book import PartyBook, party_book
from treaty.document.canonical import sha256
from treaty.document.document import Document
from treaty.document.rules import Circumstances, Finding, errors


class RuleBroken(ValueError):
    """A rule refuses the step, and nothing was written. `findings` name the places, where the document is at fault."""

    def __init__(self, sentence: str, found: Iterable[Finding] = ()) -> None:
        super().__init__(sentence)
        self.findings = tuple(found)


class NotByThisPerson(RuleBroken):
    """The step is right, and somebody else has to take it."""


def one_of(agreements: Sequence[Agreement], one: Agreement) -> str:
    """How a refusal speaks of one agreement: by its title where several are asked for together."""
    return "It" if len(agreements) == 1 else f"“{one}”"


def require_sound(document: Document, *, on: date, parties: PartyBook | None = None) -> None:
    """Raises RuleBroken where the rule book finds an error; warnings pass. The book of parties is read if none is given."""
    found = errors(document, Circumstances(parties or party_book(), on))
    if found:
        raise RuleBroken(" ".join(f"{finding.sentence} {finding.detail}" for finding in found), found)


def require_four_eyes(*, submitted_by: Person, by: Person) -> None:
    """Nobody publishes what they submitted, unless the installation allows a single editor. Raises NotByThisPerson."""
    if settings.ENTENTE_FOUR_EYES and submitted_by == by:
        raise NotByThisPerson("Somebody else must publish what you submitted.")


def require_as_read(submission: Submission, as_read: str | None) -> None:
    """What is published is what was read: the stored bytes have the hash that the reviewer's page showed. Raises RuleBroken."""
    stored = sha256(submission.document)
    if stored != submission.sha256 or as_read not in (None, stored):
        raise RuleBroken("The document is not the one you read. Nothing was published; read it again.")
