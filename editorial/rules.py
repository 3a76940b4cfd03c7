"""Rules on who may do what with a record, and the check of a document against the rule book."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser

from parties.book import party_book
from treaty.document.document import Document
from treaty.document.rules import Circumstances, Finding, findings
from treaty.document.rules.rule import Level


class RuleBroken(ValueError):
    """A rule refuses the step, and nothing was written. `findings` name the places, where the document is at fault."""

    def __init__(self, sentence: str, found: Iterable[Finding] = ()) -> None:
        super().__init__(sentence)
        self.findings = tuple(found)


def findings_on(document: Document, *, on: date) -> list[Finding]:
    """What the rule book says of a document, with the register's own table of parties."""
    return findings(document, Circumstances(party_book(), on))


def require_sound(document: Document, *, on: date) -> None:
    """Raises RuleBroken where the rule book finds an error; warnings pass."""
    found = [finding for finding in findings_on(document, on=on) if finding.level is Level.ERROR]
    if found:
        raise RuleBroken(" ".join(f"{finding.sentence} {finding.detail}" for finding in found), found)


def require_four_eyes(*, submitted_by: AbstractBaseUser, by: AbstractBaseUser) -> None:
    """Nobody publishes what they submitted, unless the installation allows a single editor. Raises RuleBroken."""
    if settings.ENTENTE_FOUR_EYES and submitted_by == by:
        raise RuleBroken("Somebody else must publish what you submitted.")
