"""Drafts as programs see them: one of them and its version, found, read and written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from pydantic import ValidationError

from accounts.models import Person
from agreements.models import Agreement, Deed, ListedSource, Source
from catalogue.refusing import NotFound
from desk.opening import at_hand
from desk.rest.misfits import broken, unfit
from editorial.applying import apply
from editorial.checking import all_findings, keep_findings
from editorial.composing import compose
from parties.models import Party
from records.models import DOCUMENT_LIMIT
from rest.refusals import Misfit, Refusal
from treaty.document.canonical import canonical_json
from treaty.document.difference import difference
from treaty.document.document import Document
from treaty.document.rules import Finding
from treaty.document.rules.parties import NoPartyTwiceInARole, PartiesAreKnown

KEY = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
REFERENCE = re.compile(r"E[0-9]{4,9}", re.ASCII)
HELD_BY_THE_DESK = frozenset({NoPartyTwiceInARole.id(), PartiesAreKnown.id()})
"""Rules that a draft has to keep too: its rows could not be written otherwise."""


@dataclass(frozen=True)
class Version:
    """A desk copy at one moment: its document and its tag belong together."""

    document: Document
    etag: str


def draft_of(request: HttpRequest, key: str, *, to_change: bool = False) -> Agreement:
    """The agreement with this number at the desk, or with this public reference. Raises NotFound, also for somebody else's draft."""
    try:
        agreement: Agreement = at_hand(request, Agreement, _number(key), to_change=to_change, with_=("record", "changed_by"))
    except Http404:
        raise NotFound(f"The desk has no agreement “{key[:60]}” for you.", "key", key) from None
    return agreement


def _number(key: str) -> int:
    if KEY.fullmatch(key):
        return int(key)
    known = Agreement.objects.filter(record__reference=key) if REFERENCE.fullmatch(key) else Agreement.objects.none()
    return known.values_list("pk", flat=True).first() or 0


def etag_of(agreement: Agreement) -> str:
    """The strong tag of what the desk holds now. Each deed has its line in the audit, and so each makes another tag."""
    last = Deed.objects.filter(agreement=agreement).order_by("-pk").values_list("pk", "version").first() or (0, 0)
    return f'"{agreement.pk}.{last[1]}.{last[0]}"'


def hold(agreement: Agreement) -> None:
    """Keep everybody else from changing it until the transaction ends: its row, and the sources that it lists."""
    listed = ListedSource.objects.filter(agreement=agreement).values("source")
    list(Source.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=listed).order_by("pk").only("pk"))
    Agreement.objects.select_for_update(of=("self",)).only("pk").get(pk=agreement.pk)


def read_version(agreement: Agreement) -> Version:
    """The document with its tag. Raises Refusal: 409 where the rows make no document, 503 where it never stands still."""
    for _ in range(3):
        etag = etag_of(agreement)
        document = composed(agreement)
        if etag_of(agreement) == etag:
            return Version(document, etag)
    raise Refusal(503, "It is being changed this very moment. Ask again.", headers={"Retry-After": "1"})


def composed(agreement: Agreement) -> Document:
    try:
        return compose(agreement)
    except ValidationError as fault:
        refusal = unfit(fault, None, status=409)
        raise Refusal(409, "Its rows at the desk make no document. Mend them there, or replace the whole.", refusal.faults) from None


@dataclass(frozen=True)
class Written:
    """What became of a draft."""

    agreement: Agreement
    findings: list[Finding]


def write_draft(document: Document, *, by: Person, at: datetime, to: Agreement | None = None) -> Written:
    """Make a draft of the document, or put it in the place of all that a draft holds. Raises Refusal.

    What does not differ from what is there already is not written: no version, no line in the audit.
    """
    require_own_reference(document, to)
    found = all_findings(document, on=at.date())
    require_writable(document, found)
    if to is not None and _says_already(to, document):
        return Written(to, found)
    agreement = apply(document, by=by, at=at, to=to)
    keep_findings(agreement, found)
    return Written(agreement, found)


def require_writable(document: Document, found: list[Finding]) -> None:
    """Raises Refusal for what a draft, which may have any other fault, cannot hold."""
    if faults := [finding for finding in found if finding.rule in HELD_BY_THE_DESK]:
        raise Refusal(422, "The desk cannot hold this document.", broken(faults, as_json(document)))
    if len(canonical_json(document)) > DOCUMENT_LIMIT:
        raise Refusal(422, f"Written in full the document has more than {DOCUMENT_LIMIT:,} characters, the most that can be published.")


def require_own_reference(document: Document, agreement: Agreement | None) -> None:
    """A reference is minted at publication and never changes: a document has its own, or none."""
    own = agreement.record.reference if agreement and agreement.record else None
    if document.reference in (None, own):
        return
    where = f"This agreement is {own}." if own else "It has none before it is published; leave it out, or change the agreement that has it."
    fault = Misfit("/reference", document.reference or "", where, own or "")
    raise Refusal(422, f"The reference of a document is not chosen. {where}", [fault])


def changes(agreement: Agreement, document: Document) -> list[str]:
    """What the document would change, in sentences."""
    before = composed(agreement)
    codes = {part.party for said in (before, document) for part in said.participations}
    names: Mapping[str, str] = dict(Party.objects.filter(code__in=codes).order_by().values_list("code", "name"))
    return [change.sentence for change in difference(before, document.model_copy(update={"reference": before.reference}), names)]


def _says_already(agreement: Agreement, document: Document) -> bool:
    try:
        before = compose(agreement)
    except ValidationError:
        return False
    return before == document.model_copy(update={"reference": before.reference})


def as_json(value: Document) -> Any:
    """The document as plain JSON values, as a patch changes them."""
    return value.model_dump(mode="json")
