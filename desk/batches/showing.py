"""A batch as its page shows it: what became of its records, which steps somebody may take, and what has to be read before."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Person
from catalogue.auditing import BOOK
from desk.batches.sample import Sample, sample_for
from desk.batches.sound import Soundness, soundness_of
from desk.batches.words import BECAME, counted, in_words, written
from desk.home.lists import Line
from desk.intake.records import rows_in_words
from desk.intake.sets import label_of
from editorial.rules import RuleBroken
from intake.allowing import BRING_IN, require_allowed
from intake.models import Batch, BatchLine, Delivery, Errand
from intake.vocabulary import BatchState, ErrandKind, Outcome
from records.vocabulary import UNDER_WAY, JobState
from treaty.document.rules import Rule
from treaty.document.wording import day_in_words

ON_A_PAGE = 50
AT_MOST = 8  # sentences of one record
SUSPICIOUS = "suspicious"
SHOWS = {"": "All", **{outcome.value: word.capitalize() for outcome, word in BECAME.items()}, SUSPICIOUS: "Suspicious"}
"""Which records a page shows; beside these, those that break a rule, by its id."""
LOOKS = {BatchState.APPLIED: "edited", BatchState.SUBMITTED: "waiting", BatchState.PUBLISHED: "published", BatchState.UNDONE: "retracted"}
OUTCOME_LOOKS = {
    Outcome.CREATE: "published",
    Outcome.CHANGE: "edited",
    Outcome.SAME: "",
    Outcome.ASKED: "waiting",
    Outcome.REFUSED: "error",
}
SOMETHING = {"reason": "…", "comment": "…"}  # whether a step may be taken does not depend on what is said with it


@dataclass(frozen=True)
class BatchRow:
    """One batch of the list."""

    batch: Batch
    data_set: str
    look: str
    counts: str


@dataclass(frozen=True)
class Filter:
    """One way to narrow the records."""

    key: str
    label: str
    count: str
    chosen: bool


@dataclass(frozen=True)
class BatchPage:
    """`last` is the last work on it, `submitted` the one that submitted it; `own` whether the person brought it in or submitted it.

    `records` is how many it wrote, `file` the key of its file.
    """

    row: BatchRow
    records: int
    last: Errand | None
    submitted: Errand | None
    file: int | None
    filters: tuple[Filter, ...]
    show: str
    pages: Page
    lines: tuple[Line, ...]
    soundness: Soundness
    sample: Sample | None
    own: bool
    may: frozenset[str]
    one_editor: bool

    @property
    def under_way(self) -> Errand | None:
        return self.last if self.last and self.last.job.state in UNDER_WAY else None

    @property
    def failed(self) -> Errand | None:
        return self.last if self.last and self.last.job.state is JobState.FAILED else None

    @property
    def returned(self) -> Errand | None:
        """The return that brought it back, with its comment, as long as nothing else was done with it."""
        last = self.last
        return last if last and last.kind is ErrandKind.RETURN and last.job.state is JobState.DONE else None

    @property
    def asked(self) -> str:
        """What the addresses of the other pages begin with."""
        return f"show={self.show}&" if self.show else ""

    @property
    def rule(self) -> type[Rule] | None:
        """The rule that the records shown break."""
        return BOOK.get(self.show)

    @property
    def to_read(self) -> tuple[Line, ...]:
        """The sample as lines that lead to its pages."""
        return tuple(to_read(line) for line in self.sample.lines) if self.sample else ()


def row_of(batch: Batch) -> BatchRow:
    return BatchRow(batch, label_of(batch.data_set), LOOKS[BatchState(batch.state)], in_words(batch.counts))


def batch_page(batch: Batch, person: Person, *, show: str, number: str | None) -> BatchPage:
    """`show` is one of SHOWS. As many queries for thirty records as for three."""
    last, submitted = last_work_on(batch), submission_of(batch)
    own = person.pk in (batch.by_id, submitted.by_id if submitted else None)
    others = {ErrandKind.PUBLISH.value} if own and settings.ENTENTE_FOUR_EYES else set()
    pages = Paginator(lines_of(batch, show), ON_A_PAGE).get_page(number)
    soundness = soundness_of(batch)
    return BatchPage(
        row=row_of(batch),
        records=written(batch.counts),
        last=last,
        submitted=submitted,
        file=Delivery.objects.filter(batch=batch).values_list("pk", flat=True).first() if person.has_perm(BRING_IN) else None,
        filters=filters_of(batch, soundness, show),
        show=show,
        pages=pages,
        lines=tuple(line_of(line) for line in pages),
        soundness=soundness,
        sample=sample_for(batch) if batch.state is BatchState.SUBMITTED else None,
        own=own,
        may=steps_of(batch, person, last) - others,
        one_editor=not settings.ENTENTE_FOUR_EYES,
    )


def last_work_on(batch: Batch) -> Errand | None:
    return Errand.objects.filter(batch=batch).select_related("job", "by").first()


def submission_of(batch: Batch) -> Errand | None:
    """The work that submitted it for the review in which it is, or that published it."""
    if batch.state not in (BatchState.SUBMITTED, BatchState.PUBLISHED):
        return None
    return Errand.objects.filter(batch=batch, kind=ErrandKind.SUBMIT, job__state=JobState.DONE).select_related("job", "by").first()


def steps_of(batch: Batch, person: Person, last: Errand | None) -> frozenset[str]:
    """The work on it for which the person may ask, by its names: one after the other."""
    if last and last.job.state in UNDER_WAY:
        return frozenset()
    return frozenset(kind.value for kind in ErrandKind if kind not in (ErrandKind.PLAN, ErrandKind.APPLY) and _may(kind, batch, person))


def _may(kind: ErrandKind, batch: Batch, person: Person) -> bool:
    try:
        require_allowed(kind, batch, by=person, told=SOMETHING)
    except RuleBroken:
        return False
    return True


def lines_of(batch: Batch, show: str) -> QuerySet[Any]:
    """Its records, or those of them that are asked for, in the order of the file."""
    lines = BatchLine.objects.filter(batch=batch).select_related("agreement__record").defer("before").order_by("pk")
    if show == SUSPICIOUS:
        return lines.suspicious()
    if show in BOOK:
        return lines.breaking(show)
    return lines.filter(outcome=show) if show else lines


def filters_of(batch: Batch, soundness: Soundness, show: str) -> tuple[Filter, ...]:
    """Each that would find something, with the number of what it finds."""
    numbers = {"": sum(batch.counts.values()), **batch.counts, SUSPICIOUS: soundness.suspicious}
    return tuple(Filter(key, label, f"{numbers[key]:,}", key == show) for key, label in SHOWS.items() if not key or numbers.get(key))


def line_of(line: BatchLine) -> Line:
    """One record: what became of it, where it stands in the file, and what was wrong with it or remarked upon."""
    reference = line.agreement.record.reference if line.agreement and line.agreement.record else ""
    href = reverse("admin:agreements_agreement_change", args=[line.agreement_id]) if line.agreement_id else ""
    outcome = Outcome(line.outcome)
    note = ", ".join(part for part in (reference, rows_in_words(line.rows).lower()) if part)
    said = [f"{one['place']} {one['right']}" if one in line.faults else one["place"] for one in (*line.faults, *line.remarks)]
    return Line(line.title or line.key, href, note, BECAME[outcome].capitalize(), OUTCOME_LOOKS[outcome], more=tuple(said[:AT_MOST]))


def to_read(line: BatchLine) -> Line:
    """One of the sample: who read it, or that nobody has, and how much was remarked upon it."""
    href = reverse("admin:batch_read", args=[line.batch_id, line.pk])
    remarked = counted(len(line.remarks), "remark") if line.remarks else ""
    note = ", ".join(part for part in (BECAME[Outcome(line.outcome)].capitalize(), rows_in_words(line.rows).lower(), remarked) if part)
    read = ("Read", "published") if line.read_at else ("Not read yet", "waiting")
    by = f", by {line.read_by}, {day_in_words(line.read_at.date())}" if line.read_at else ""
    return Line(line.title or line.key, href, note + by, *read)
