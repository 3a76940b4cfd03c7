"""The rule book's word on a desk copy, kept beside it, so that a list of drafts need not compose them all."""

from datetime import date

from pydantic import ValidationError

from agreements.models import Agreement
from editorial.composing import compose
from editorial.models import CheckUp
from parties.book import PartyBook, party_book
from treaty.document.document import Document
from treaty.document.rules import Circumstances, Finding, Level, findings

KEPT = 5


def check_up(agreement: Agreement, *, on: date, parties: PartyBook | None = None) -> CheckUp:
    """Ask the rule book about the desk copy as it is now, and keep what it says. To be called after a save at the desk.

    Some two dozen queries, for the whole document is composed.
    """
    try:
        found = findings(compose(agreement), Circumstances(parties or party_book(), on))
    except ValidationError as fault:
        return _keep(agreement, [f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in fault.errors()], [])
    return keep_findings(agreement, found)


def keep_findings(agreement: Agreement, found: list[Finding]) -> CheckUp:
    """Keep findings that are known already, of the agreement's present version."""
    said = [(finding.level, f"{finding.sentence} {finding.detail}") for finding in found]
    return _keep(
        agreement, [text for level, text in said if level is Level.ERROR], [text for level, text in said if level is not Level.ERROR]
    )


def _keep(agreement: Agreement, errors: list[str], warnings: list[str]) -> CheckUp:
    kept, _ = CheckUp.objects.update_or_create(
        agreement=agreement,
        defaults={
            "version": agreement.version,
            "errors": len(errors),
            "warnings": len(warnings),
            "sentences": [*errors, *warnings][:KEPT],
        },
    )
    return kept


def all_findings(document: Document, *, on: date) -> list[Finding]:
    """Everything the rule book says of a document, errors first. Three queries."""
    return findings(document, Circumstances(party_book(), on))
