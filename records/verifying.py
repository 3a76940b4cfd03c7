"""The proof that nothing published has changed: every hash and every link computed anew."""

import hashlib
from collections.abc import Iterator

from records.models import FIRST_LINK, Ledger, Revision, StoredText
from records.operations import link
from records.protection import unprotected
from treaty.document.canonical import sha256


def faults() -> Iterator[str]:
    """A sentence for everything that is not as it was published; nothing when all is well."""
    yield from (f"The trigger {name} is missing: published rows could be changed." for name in unprotected())
    yield from _chain_faults()
    yield from _text_faults()


def _chain_faults() -> Iterator[str]:
    previous, serial = FIRST_LINK, 0
    for revision in Revision.objects.in_order().select_related("record", "merged_into").iterator(chunk_size=500):
        name = f"{revision.record.reference}, revision {revision.number}"
        serial += 1
        if revision.serial != serial:
            yield f"{name}: its place in the chain is {revision.serial}, where {serial} is expected."
            serial = revision.serial
        if sha256(revision.document) != revision.sha256:
            yield f"{name}: the document's bytes are not those that were published."
        if link(previous, revision) != revision.chain:
            yield f"{name}: the chain is broken here."
        previous = revision.chain
    ledger = Ledger.objects.filter(pk=1).first()
    if (ledger.serial, ledger.chain) != (serial, previous) if ledger else serial:
        yield "The chain does not end where the ledger says: revisions are missing at its end."


def _text_faults() -> Iterator[str]:
    for text in StoredText.objects.order_by("pk").iterator(chunk_size=500):
        try:
            with text.content.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
        except FileNotFoundError:
            yield f"The stored text {text.sha256} is gone."
            continue
        if digest != text.sha256:
            yield f"The stored text {text.sha256} has other bytes than were stored."
