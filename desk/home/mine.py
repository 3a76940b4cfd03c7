"""The lists of a person's own work, and of what waits for others' eyes."""

from typing import Any

from django.conf import settings
from django.db.models import BooleanField, Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from catalogue.models import Entry
from desk.batches.waiting import one_for_each_batch
from desk.batches.words import written
from desk.home.lists import Asking, Line, Worklist
from editorial.models import Submission
from editorial.querysets import with_state
from editorial.vocabulary import State
from records.models import Revision
from records.vocabulary import Action
from treaty.document.wording import day_in_words

AT_WORK = [State.DRAFT.value, State.EDITED.value, State.RETURNED.value]


def drafts(asking: Asking) -> QuerySet[Any]:
    """What the person began or last changed, and the public has not seen."""
    mine = asking.agreements.filter(Q(created_by=asking.person) | Q(changed_by=asking.person))
    at_work = with_state(mine).filter(state__in=AT_WORK)
    return at_work.select_related("record", "check_up").order_by("-changed_at", "-pk")


def _draft(agreement: Any, asking: Asking) -> Line:
    state = State(agreement.state)
    reference = f"{agreement.record}, " if agreement.record else ""
    note = f"{reference}changed {day_in_words(agreement.changed_at.date())}"
    return Line(agreement.title, _form(agreement.pk), note, state.label, state.value)


def found(asking: Asking) -> QuerySet[Any]:
    """Those of them in which the rule book found something at their last check."""
    return drafts(asking).filter(Q(check_up__errors__gt=0) | Q(check_up__warnings__gt=0))


def _found(agreement: Any, asking: Asking) -> Line:
    check = agreement.check_up
    counted = [_counted(check.errors, "error"), _counted(check.warnings, "warning")]
    stale = "" if check.version == agreement.version else "; saved again since"
    note = f"{' and '.join(part for part in counted if part)} at version {check.version}{stale}"
    state = ("Cannot be submitted", "error") if check.errors else ("", "")
    return Line(agreement.title, _form(agreement.pk), note, *state, more=tuple(check.sentences[:2]))


def returned(asking: Asking) -> QuerySet[Any]:
    back = Submission.objects.returned_to(asking.person).filter(agreement__in=asking.agreements)
    return back.select_related("agreement", "decided_by").defer("document")


def _returned(submission: Any, asking: Asking) -> Line:
    note = f"{submission.decided_by}, {day_in_words(submission.decided_at.date())}"
    return Line(submission.agreement.title, _form(submission.agreement_id), note, more=(f"“{submission.comment}”",))


def waiting(asking: Asking) -> QuerySet[Any]:
    """Others' first, the oldest first; who may not publish sees what they submitted themselves."""
    own = Case(When(submitted_by=asking.person, then=Value(True)), default=Value(False), output_field=BooleanField())
    found = Submission.objects.waiting().filter(agreement__in=asking.agreements.order_by().values("pk")).annotate(own=own)
    if not asking.person.has_perm("editorial.publish_agreement"):
        found = found.filter(submitted_by=asking.person)
    found = one_for_each_batch(found, asking.person)
    return found.select_related("agreement__record", "submitted_by").defer("document").order_by("own", "submitted_at", "pk")


def _waiting(submission: Any, asking: Asking) -> Line:
    if submission.batch:
        sort = f"a file with {_counted(written(submission.batch_counts), 'record')}"
        title, href = submission.batch_name, reverse("admin:batch", args=[submission.batch])
    else:
        sort = "new" if submission.agreement.record is None else f"a change of {submission.agreement.record}"
        title, href = submission.agreement.title, reverse("admin:editorial_submission_change", args=[submission.pk])
    note = f"{sort}, submitted by {submission.submitted_by}, {day_in_words(submission.submitted_at.date())}"
    others = submission.own and settings.ENTENTE_FOUR_EYES
    state = ("Yours: somebody else must publish it", "own") if others else ("", "")
    return Line(title, href, note, *state)


def publications(asking: Asking) -> QuerySet[Any]:
    """The title is the public one: who reads only learns nothing of drafts here."""
    title = Entry.objects.filter(record=OuterRef("record")).order_by("-pk").values("title")[:1]
    return Revision.objects.annotate(title=Subquery(title)).select_related("record", "published_by").defer("document").order_by("-serial")


def _publication(revision: Any, asking: Asking) -> Line:
    who = f" by {revision.published_by}" if revision.published_by else ""
    alone = "; by its one editor" if revision.by_one_editor else ""
    note = (
        f"{revision.record}, revision {revision.number}, {revision.action.label.lower()}{who}, {day_in_words(revision.published_at.date())}"
    )
    state = (revision.action.label, "retracted") if revision.action is Action.RETRACTED else ("", "")
    return Line(revision.title or str(revision.record), f"/agreements/{revision.record}/", note + alone, *state)


def _form(pk: int) -> str:
    return reverse("admin:agreements_agreement_change", args=[pk])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


ENTER = ("Enter an agreement", "admin:agreements_agreement_add")

MINE: tuple[Worklist, ...] = (
    Worklist(
        "returned", "Returned to you", "A reviewer asks for something before it can be published.",
        "Nothing has come back to you.", returned, _returned,
    ),
    Worklist(
        "waiting", "Waiting for review", "The oldest first; whoever submitted a record does not decide on it.",
        "Nothing waits for review.", waiting, _waiting, permission="editorial.view_submission",
    ),
    Worklist(
        "drafts", "Your drafts", "What you began or last changed, and the public has not seen.",
        "You have no drafts. With a treaty or a press release in hand, begin one.", drafts, _draft, next_step=ENTER,
    ),
    Worklist(
        "findings", "The rule book on your drafts", "Errors keep a draft from being submitted; warnings ask you to look again.",
        "The rule book has nothing to say about your drafts.", found, _found,
    ),
    Worklist(
        "publications", "Recent publications", "The last revisions of the public register.",
        "Nothing has been published yet.", publications, _publication, permission="records.view_revision",
    ),
)  # fmt: skip
