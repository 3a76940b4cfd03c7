"""Taking back what was written: a draft is set aside, a publication gives way to the one before it. Nothing is deleted."""

from datetime import datetime

from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement
from agreements.operations import note_change
from agreements.vocabulary import DeedKind
from catalogue.shelving import shelve
from editorial.composing import compose
from editorial.merging import require_on_the_desk
from editorial.operations import retract
from editorial.rules import RuleBroken
from editorial.vocabulary import SubmissionState
from records.models import Revision
from records.operations import append_revision
from records.vocabulary import Action
from treaty.document.canonical import canonical_json


@transaction.atomic
def set_aside(agreement: Agreement, *, by: Person, at: datetime, reason: str) -> Agreement:
    """Take a desk copy that was never public off the desk's lists. It is kept as it is, with its audit, and can be taken up again.

    Raises RuleBroken for one that was published, waits for review, or is off the desk already; and without a reason.
    """
    agreement = _held(agreement)
    require_on_the_desk(agreement)
    if agreement.record_id is not None:
        raise RuleBroken("It was published: a reviewer retracts it.")
    if agreement.submissions.filter(state=SubmissionState.OPEN).exists():
        raise RuleBroken("It waits for review. It has to be returned or withdrawn first.")
    if not reason.strip():
        raise RuleBroken("Say why it is set aside.")
    agreement.set_aside_at = at
    agreement.save(update_fields=["set_aside_at"])
    note_change(agreement, by=by, at=at, what=DeedKind.SET_ASIDE, details=[reason.strip()])
    return agreement


@transaction.atomic
def take_up(agreement: Agreement, *, by: Person, at: datetime) -> Agreement:
    """Bring a desk copy that was set aside back onto the desk. Raises RuleBroken for any other."""
    agreement = _held(agreement)
    if agreement.set_aside_at is None:
        raise RuleBroken("It was not set aside.")
    agreement.set_aside_at = None
    agreement.save(update_fields=["set_aside_at"])
    note_change(agreement, by=by, at=at, what=DeedKind.TAKEN_UP)
    return agreement


@transaction.atomic
def take_back_publication(agreement: Agreement, *, by: Person, at: datetime, reason: str) -> Revision:
    """Make the public register say again what it said before its last revision; what it did not have then is retracted.

    What comes back was reviewed when it was first published, so this is one reviewer's act, as a retraction is. The desk
    copy stays as it is. Raises RuleBroken for what is not public, and without a reason.
    """
    agreement = _held(agreement)
    record = agreement.record
    last, before = _last_two(agreement)
    if record is None or last is None or last.action is not Action.PUBLISHED:
        raise RuleBroken("It is not public.")
    if before is None or before.action is not Action.PUBLISHED:
        return retract(record, by=by, at=at, reason=reason)
    if not reason.strip():
        raise RuleBroken("Say why its last publication is taken back; the public page will show the reason.")
    revision = append_revision(record, document=before.document, by=by, at=at, note=reason.strip())
    shelve(revision)
    as_public = canonical_json(compose(agreement)) == before.document
    agreement.published_version = agreement.version if as_public else agreement.version - 1  # else an earlier one: it is edited since
    agreement.save(update_fields=["published_version"])
    said = f"{record}, revision {revision.number} says again what revision {before.number} said. SHA-256 {revision.sha256}."
    note_change(agreement, by=by, at=at, what=DeedKind.TAKEN_BACK, details=[reason.strip(), said])
    return revision


def _last_two(agreement: Agreement) -> tuple[Revision | None, Revision | None]:
    found = list(Revision.objects.filter(record=agreement.record_id).order_by("-number")[:2])
    return (found[0] if found else None, found[1] if len(found) > 1 else None)


def _held(agreement: Agreement) -> Agreement:
    held: Agreement = Agreement.objects.select_for_update(of=("self",)).select_related("record").get(pk=agreement.pk)
    return held
