"""The life of a record: submitted, returned, published, retracted. Each step is one transaction and leaves its line in the audit."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement
from agreements.operations import note_change
from agreements.vocabulary import DeedKind
from catalogue.shelving import shelve
from editorial.applying import apply
from editorial.composing import compose_all
from editorial.merging import finish_mergers, require_on_the_desk
from editorial.models import Submission
from editorial.rules import NotByThisPerson, RuleBroken, require_as_read, require_four_eyes, require_sound
from editorial.vocabulary import SubmissionState
from parties.book import PartyBook
from records.models import Record, Revision
from records.operations import append_revision, mint_record
from records.vocabulary import Action
from treaty.document.canonical import canonical_json, read_document, sha256
from treaty.document.document import Document


@transaction.atomic
def submit(agreement: Agreement, *, by: Person, at: datetime) -> Submission:
    """Freeze the desk copy for review. Raises RuleBroken when the rule book finds an error, or one is waiting already."""
    (submission,) = submit_all([agreement], by=by, at=at)
    return submission


@transaction.atomic
def submit_all(agreements: Sequence[Agreement], *, by: Person, at: datetime, parties: PartyBook | None = None) -> list[Submission]:
    """Freeze several desk copies, all of them or none, in their order. Raises RuleBroken as `submit` does, for the first at fault."""
    agreements = _locked(agreements)
    waiting = Submission.objects.filter(agreement__in=agreements, state=SubmissionState.OPEN).select_related("agreement").first()
    if waiting is not None:
        raise RuleBroken(f"{'It' if len(agreements) == 1 else f'“{waiting.agreement}”'} is waiting for review already.")
    submissions = []
    for agreement, document in zip(agreements, compose_all(agreements), strict=True):
        _require_ready(agreement, document, on=at.date(), parties=parties, one_of=len(agreements))
        text = canonical_json(document)
        submission = Submission.objects.create(
            agreement=agreement, document=text, sha256=sha256(text), version=agreement.version, submitted_by=by, submitted_at=at
        )
        frozen = f"Version {agreement.version}, SHA-256 {submission.sha256}."
        note_change(agreement, by=by, at=at, what=DeedKind.SUBMITTED, details=[frozen])
        submissions.append(submission)
    return submissions


@transaction.atomic
def withdraw(submission: Submission, *, by: Person, at: datetime) -> Submission:
    """Take one's own submission back before anybody decides on it. Raises RuleBroken for somebody else's."""
    submission = _open(submission)
    if submission.submitted_by != by:
        raise NotByThisPerson("Only who submitted it may withdraw it; a reviewer returns it.")
    note_change(submission.agreement, by=by, at=at, what=DeedKind.WITHDRAWN)
    return _decide(submission, SubmissionState.WITHDRAWN, by=by, at=at)


@transaction.atomic
def return_submission(submission: Submission, *, by: Person, at: datetime, comment: str) -> Submission:
    """Give a submission back to its editor, with a comment. Raises RuleBroken without one, and if `by` submitted it."""
    submission = _open(submission)
    if settings.ENTENTE_FOUR_EYES and submission.submitted_by == by:
        raise NotByThisPerson("You submitted it yourself: withdraw it instead.")
    if not comment.strip():
        raise RuleBroken("Say in a comment why you return it.")
    note_change(submission.agreement, by=by, at=at, what=DeedKind.RETURNED, details=[comment.strip()])
    return _decide(submission, SubmissionState.RETURNED, by=by, at=at, comment=comment)


@transaction.atomic
def publish(submission: Submission, *, by: Person, at: datetime, as_read: str | None = None, parties: PartyBook | None = None) -> Revision:
    """Make a submitted document the public one, as it was frozen. Raises RuleBroken if `by` submitted it.

    `as_read` is the SHA-256 of the document that the reviewer had before them; if the stored one has another, nothing
    is published. At first publication the document receives its reference; nothing else in it changes. Records that
    were merged into this one end with it. Whoever publishes many hands over the book of parties, read once.
    """
    submission = _open(submission)
    require_four_eyes(submitted_by=submission.submitted_by, by=by)
    require_as_read(submission, as_read)
    agreement = Agreement.objects.select_for_update(of=("self",)).select_related("record").get(pk=submission.agreement_id)
    document = read_document(submission.document)
    require_sound(document, on=at.date(), parties=parties)
    if agreement.record is None:
        agreement.record = mint_record()
    agreement.published_version = submission.version
    agreement.save(update_fields=["record", "published_version"])
    text = canonical_json(document.model_copy(update={"reference": agreement.record.reference}))
    revision = append_revision(
        agreement.record,
        document=text,
        submitted_by=submission.submitted_by,
        by=by,
        at=at,
        by_one_editor=_by_one_editor(submission, by),
    )
    shelve(revision)
    note_change(agreement, by=by, at=at, what=DeedKind.PUBLISHED, details=_published(revision))
    finish_mergers(agreement, by=by, at=at)
    submission.revision = revision
    _decide(submission, SubmissionState.PUBLISHED, by=by, at=at)
    return revision


@transaction.atomic
def retract(record: Record, *, by: Person, at: datetime, reason: str) -> Revision:
    """Take a record out of the public register; its address answers 410 with the reason. Raises RuleBroken without one."""
    last = record.revisions.order_by("-number").first()
    if last is None or last.action is not Action.PUBLISHED:
        raise RuleBroken("It is not public.")
    if not reason.strip():
        raise RuleBroken("Say why it is retracted; the public page will show the reason.")
    revision = append_revision(record, document=last.document, action=Action.RETRACTED, by=by, at=at, note=reason)
    shelve(revision)
    agreement = Agreement.objects.filter(record=record).first()
    if agreement is not None:
        note_change(agreement, by=by, at=at, what=DeedKind.RETRACTED, details=[reason.strip(), *_published(revision)])
    return revision


@transaction.atomic
def admit(document: Document, *, at: datetime, note: str, parties: PartyBook | None = None) -> Revision:
    """Publish a document that was reviewed before it came here, under its own reference: the starting register.

    It has no submitter and no reviewer among this installation's people. Whoever admits many hands over the book of
    parties, read once. Raises RuleBroken for a document at fault or without a reference, ValueError for a reference
    that is taken.
    """
    require_sound(document, on=at.date(), parties=parties)
    if document.reference is None:
        raise RuleBroken("A document that is admitted as it is brings its reference.")
    agreement = apply(document, by=None, at=at, what=DeedKind.ADMITTED, details=[f"{note}, as {document.reference}."])
    agreement.record = mint_record(document.reference)
    agreement.published_version = agreement.version
    agreement.save(update_fields=["record", "published_version"])
    revision = append_revision(agreement.record, document=canonical_json(document), by=None, at=at, note=note)
    shelve(revision)
    return revision


def _require_ready(agreement: Agreement, document: Document, *, on: date, parties: PartyBook | None, one_of: int) -> None:
    """Raises RuleBroken, which names the agreement where several are submitted."""
    try:
        require_on_the_desk(agreement)
        require_sound(document, on=on, parties=parties)
    except RuleBroken as fault:
        if one_of == 1:
            raise
        raise RuleBroken(f"“{agreement}”: {fault}", fault.findings) from fault


def _published(revision: Revision) -> list[str]:
    said = [f"{revision.record.reference}, revision {revision.number}, SHA-256 {revision.sha256}."]
    return [*said, "By its one editor: the installation allows it."] if revision.by_one_editor else said


def _by_one_editor(submission: Submission, by: Person) -> bool:
    return not settings.ENTENTE_FOUR_EYES and submission.submitted_by == by


def _locked(agreements: Sequence[Agreement]) -> list[Agreement]:
    """The agreements as they are now, held until the transaction ends: what is frozen is one version of each."""
    keys = [agreement.pk for agreement in agreements]
    locked = {one.pk: one for one in Agreement.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")}
    return [locked[key] for key in keys]


def _open(submission: Submission) -> Submission:
    locked: Submission = (
        Submission.objects.select_for_update(of=("self",)).select_related("submitted_by", "agreement").get(pk=submission.pk)
    )
    if locked.state is not SubmissionState.OPEN:
        raise RuleBroken(f"It was {locked.state.label.lower()} already.")
    return locked


def _decide(submission: Submission, state: SubmissionState, *, by: Person, at: datetime, comment: str = "") -> Submission:
    submission.state = state
    submission.decided_by, submission.decided_at, submission.comment = by, at, comment
    submission.by_one_editor = _by_one_editor(submission, by) and state is not SubmissionState.WITHDRAWN
    submission.save(update_fields=["state", "decided_by", "decided_at", "comment", "revision", "by_one_editor"])
    return submission
