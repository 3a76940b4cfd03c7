"""The life of a record: submitted, returned, published, retracted. Each step is one transaction and leaves its line in the audit."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from accounts.models import Person
from agreements.models import Agreement
from agreements.operations import note_change, note_steps
from agreements.vocabulary import DeedKind
from catalogue.shelving import shelve, shelve_all
from editorial.applying import apply
from editorial.composing import compose_all
from editorial.merging import endings, finish_merger, require_on_the_desk
from editorial.models import Submission
from editorial.rules import NotByThisPerson, RuleBroken, one_of, require_as_read, require_four_eyes, require_sound
from editorial.vocabulary import SubmissionState
from parties.book import PartyBook, party_book
from records.models import Record, Revision
from records.operations import append_revision, append_revisions, mint_record, mint_records
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
        raise RuleBroken(f"{one_of(agreements, waiting.agreement)} is waiting for review already.")
    require_on_the_desk(*agreements)
    parties = parties or party_book()
    submissions = []
    for agreement, document in zip(agreements, compose_all(agreements), strict=True):
        _require_ready(agreements, agreement, document, on=at.date(), parties=parties)
        text = canonical_json(document)
        submissions.append(
            Submission(agreement=agreement, document=text, sha256=sha256(text), version=agreement.version, submitted_by=by, submitted_at=at)
        )
    Submission.objects.bulk_create(submissions)
    frozen = ((one.agreement, [f"Version {one.version}, SHA-256 {one.sha256}."]) for one in submissions)
    note_steps(frozen, by=by, at=at, what=DeedKind.SUBMITTED)
    return submissions


@transaction.atomic
def withdraw(submission: Submission, *, by: Person, at: datetime) -> Submission:
    """Take one's own submission back before anybody decides on it. Raises RuleBroken for somebody else's."""
    (submission,) = _open([submission])
    if submission.submitted_by != by:
        raise NotByThisPerson("Only who submitted it may withdraw it; a reviewer returns it.")
    note_change(submission.agreement, by=by, at=at, what=DeedKind.WITHDRAWN)
    _decide([submission], SubmissionState.WITHDRAWN, by=by, at=at)
    return submission


@transaction.atomic
def return_submission(submission: Submission, *, by: Person, at: datetime, comment: str) -> Submission:
    """Give a submission back to its editor, with a comment. Raises RuleBroken without one, and if `by` submitted it."""
    (submission,) = _open([submission])
    if settings.ENTENTE_FOUR_EYES and submission.submitted_by == by:
        raise NotByThisPerson("You submitted it yourself: withdraw it instead.")
    if not comment.strip():
        raise RuleBroken("Say in a comment why you return it.")
    note_change(submission.agreement, by=by, at=at, what=DeedKind.RETURNED, details=[comment.strip()])
    _decide([submission], SubmissionState.RETURNED, by=by, at=at, comment=comment)
    return submission


@transaction.atomic
def publish(submission: Submission, *, by: Person, at: datetime, as_read: str | None = None, parties: PartyBook | None = None) -> Revision:
    """Make a submitted document the public one, as it was frozen. Raises RuleBroken if `by` submitted it.

    `as_read` is the SHA-256 of the document that the reviewer had before them; if the stored one has another, nothing
    is published. At first publication the document receives its reference; nothing else in it changes. Records that
    were merged into this one end with it. Whoever publishes many hands over the book of parties, read once.
    """
    read = {submission.pk: as_read} if as_read is not None else {}
    (revision,) = publish_all([submission], by=by, at=at, as_read=read, parties=parties)
    return revision


@transaction.atomic
def publish_all(
    submissions: Sequence[Submission], *, by: Person, at: datetime, as_read: Mapping[int, str], parties: PartyBook | None = None
) -> list[Revision]:
    """Publish several submissions, all of them or none, in their order. Raises RuleBroken as `publish` does, for the first at fault.

    `as_read` has the SHA-256 of what the reviewer had before them, by the id of the submission. What comes of it is what
    would come of them one by one: references, links of the chain and lines of the audits follow one another in their order.
    """
    submissions = _open(submissions)
    agreements = _locked([submission.agreement for submission in submissions])
    parties = parties or party_book()
    documents = [_sound(one, by=by, on=at.date(), as_read=as_read.get(one.pk), parties=parties) for one in submissions]
    _give_records(agreements)
    ending = endings(agreements, by=by)
    revisions = [_revision(*one, by=by) for one in zip(submissions, agreements, documents, strict=True)]
    chain = []
    for agreement, revision in zip(agreements, revisions, strict=True):
        chain += [revision, *ending.get(agreement.pk, {}).values()]
    append_revisions(chain, by=by, at=at)
    shelve_all(chain)
    steps: list[tuple[Agreement, list[str]]] = []
    for submission, agreement, revision in zip(submissions, agreements, revisions, strict=True):
        agreement.published_version, submission.revision = submission.version, revision
        steps.append((agreement, _published(revision)))
        for merger, last in ending.get(agreement.pk, {}).items():
            steps.append((merger.other, [finish_merger(merger, last, by=by, at=at)]))
    Agreement.objects.bulk_update(agreements, ["record", "published_version"])
    _decide(submissions, SubmissionState.PUBLISHED, by=by, at=at)
    note_steps(steps, by=by, at=at, what=DeedKind.PUBLISHED)
    return revisions


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


def _require_ready(agreements: Sequence[Agreement], one: Agreement, document: Document, *, on: date, parties: PartyBook) -> None:
    """Raises RuleBroken, which names the agreement where several are submitted."""
    try:
        require_sound(document, on=on, parties=parties)
    except RuleBroken as fault:
        if len(agreements) == 1:
            raise
        raise RuleBroken(f"{one_of(agreements, one)}: {fault}", fault.findings) from fault


def _published(revision: Revision) -> list[str]:
    said = [f"{revision.record.reference}, revision {revision.number}, SHA-256 {revision.sha256}."]
    return [*said, "By its one editor: the installation allows it."] if revision.by_one_editor else said


def _by_one_editor(submission: Submission, by: Person) -> bool:
    return not settings.ENTENTE_FOUR_EYES and submission.submitted_by == by


def _locked(agreements: Sequence[Agreement]) -> list[Agreement]:
    """The agreements as they are now, held until the transaction ends: what is frozen is one version of each."""
    keys = [agreement.pk for agreement in agreements]
    locked = {
        one.pk: one for one in Agreement.objects.select_for_update(of=("self",)).select_related("record").filter(pk__in=keys).order_by("pk")
    }
    return [locked[key] for key in keys]


def _open(submissions: Sequence[Submission]) -> list[Submission]:
    """The submissions as they are now, held until the transaction ends. Raises RuleBroken for one that was decided on."""
    keys = [submission.pk for submission in submissions]
    held = Submission.objects.select_for_update(of=("self",)).select_related("submitted_by", "agreement").filter(pk__in=keys)
    locked = {one.pk: one for one in held.order_by("pk")}
    for key in keys:
        if locked[key].state is not SubmissionState.OPEN:
            raise RuleBroken(f"It was {locked[key].state.label.lower()} already.")
    return [locked[key] for key in keys]


def _sound(submission: Submission, *, by: Person, on: date, as_read: str | None, parties: PartyBook) -> Document:
    """The document that was submitted. Raises RuleBroken where `by` may not publish it, read another, or it is at fault."""
    require_four_eyes(submitted_by=submission.submitted_by, by=by)
    require_as_read(submission, as_read)
    document = read_document(submission.document)
    require_sound(document, on=on, parties=parties)
    return document


def _give_records(agreements: Sequence[Agreement]) -> None:
    """A place in the register, in their order, for those that have none yet. Not saved."""
    fresh = [agreement for agreement in agreements if agreement.record is None]
    for agreement, record in zip(fresh, mint_records(len(fresh)), strict=True):
        agreement.record = record


def _revision(submission: Submission, agreement: Agreement, document: Document, *, by: Person) -> Revision:
    """What a publication adds to the chain: the document as it was frozen, under its reference."""
    reference = agreement.record.reference if agreement.record else None
    return Revision(
        record=agreement.record,
        document=canonical_json(document.model_copy(update={"reference": reference})),
        action=Action.PUBLISHED,
        submitted_by=submission.submitted_by,
        by_one_editor=_by_one_editor(submission, by),
    )


def _decide(submissions: Sequence[Submission], state: SubmissionState, *, by: Person, at: datetime, comment: str = "") -> None:
    for submission in submissions:
        submission.state = state
        submission.decided_by, submission.decided_at, submission.comment = by, at, comment
        submission.by_one_editor = _by_one_editor(submission, by) and state is not SubmissionState.WITHDRAWN
    Submission.objects.bulk_update(submissions, ["state", "decided_by", "decided_at", "comment", "revision", "by_one_editor"])
