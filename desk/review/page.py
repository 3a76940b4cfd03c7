"""Everything that a reviewer sees of one submission."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from accounts.models import Person
from desk.batches.waiting import batch_of
from desk.review.comparing import Section, side_by_side
from desk.review.consequences import Effects, consequences
from desk.review.tallying import Tally, tally
from editorial.checking import all_findings
from editorial.models import Submission
from editorial.vocabulary import SubmissionState
from intake.models import Batch
from parties.models import Party
from records.models import Revision
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.difference import LISTS, difference, keyed
from treaty.document.document import Document
from treaty.document.rules import Finding, Level


@dataclass(frozen=True)
class Found:
    """A finding with the place on the page that it is about."""

    is_error: bool
    sentence: str
    detail: str
    anchor: str


@dataclass(frozen=True)
class ReviewPage:
    """`batch` is the one with which it waits, and is decided."""

    submission: Submission
    document: Document
    against: Revision | None
    changes: tuple[str, ...]
    sections: tuple[Section, ...]
    found: tuple[Found, ...]
    effects: tuple[Effects, ...]
    tallies: tuple[Tally, ...]
    earlier: tuple[Submission, ...]
    batch: Batch | None
    waits: bool
    own: bool
    may_decide: bool
    one_editor: bool

    @property
    def errors(self) -> int:
        return sum(1 for one in self.found if one.is_error)


def review_page(submission: Submission, person: Person, *, on: date) -> ReviewPage:
    """Seven queries, whatever the document holds."""
    document = read_document(submission.document)
    against = _against(submission)
    before = read_document(against.document) if against else None
    if before is not None:  # the reference is not among what was submitted
        document = document.model_copy(update={"reference": before.reference})
    names = _names(document, before)
    waits, batch = submission.state is SubmissionState.OPEN, batch_of(submission)
    own = submission.submitted_by_id == person.pk
    public = before if against and against.action is Action.PUBLISHED else None
    reference = submission.agreement.record.reference if submission.agreement.record else ""
    others = Submission.objects.filter(agreement=submission.agreement_id, pk__lt=submission.pk)
    return ReviewPage(
        submission=submission,
        document=document,
        against=against,
        changes=tuple(change.sentence for change in difference(before, document, names)) if before else (),
        sections=side_by_side(before, document, names),
        found=tuple(_found(finding, document) for finding in all_findings(document, on=on)),
        effects=consequences(public, document, on=on, names=names, reference=reference) if waits else (),
        tallies=tally(document),
        earlier=tuple(others.select_related("submitted_by", "decided_by").defer("document")),
        batch=batch,
        waits=waits,
        own=own,
        may_decide=waits and batch is None and person.has_perm("editorial.publish_agreement") and not (own and settings.ENTENTE_FOUR_EYES),
        one_editor=not settings.ENTENTE_FOUR_EYES,
    )


def _against(submission: Submission) -> Revision | None:
    """The last revision; for a submission that was published, the one before it."""
    record = submission.agreement.record
    if record is None:
        return None
    revisions = Revision.objects.filter(record=record)
    if submission.revision is not None:
        revisions = revisions.filter(number__lt=submission.revision.number)
    elif submission.decided_at is not None:
        revisions = revisions.filter(published_at__lte=submission.decided_at)
    return revisions.order_by("-number").first()


def _names(*documents: Document | None) -> dict[str, str]:
    codes = {part.party for document in documents if document for part in document.participations}
    codes |= {code for document in documents if document for event in document.events for code in (event.party, event.other_party) if code}
    return dict(Party.objects.filter(code__in=codes).order_by().values_list("code", "name"))


def _found(finding: Finding, document: Document) -> Found:
    return Found(finding.level is Level.ERROR, finding.sentence, finding.detail, _anchor(finding.path, document))


def _anchor(path: str, document: Document) -> str:
    """Where on the page the place stands that a finding names: "events.2.date" is "events-e3"."""
    section, _, rest = path.partition(".")
    place = rest.partition(".")[0]
    if section in LISTS and place.isdigit():
        key = list(keyed(LISTS[section], getattr(document, section)))[int(place)]
        return f"{section}-{''.join(letter if letter.isalnum() else '-' for letter in key)}"
    return section if section in type(document).model_fields and (section in LISTS or section in ("duration", "evidence")) else "agreement"
