"""The steps of an agreement, each a POST: submitted, withdrawn, retracted, published, returned.

Whoever may take a step with no agreement is refused before any is looked for.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from agreements.models import Agreement
from desk.admin.base import at_the_desk
from desk.batches.waiting import require_alone
from desk.duplicates.showing import shown
from desk.opening import at_hand, seen_by
from desk.review.steps import steps_of
from desk.site import desk
from desk.texts.warning import warn_of_unfound_quotes
from editorial.composing import compose
from editorial.duplicates import LikelyDuplicates, require_told_apart
from editorial.models import Submission
from editorial.operations import publish, retract, return_submission, submit, withdraw
from editorial.rules import RuleBroken
from records.models import Revision


@require_POST
def submit_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze the desk copy for review."""
    _require(request, "editorial.submit_agreement")
    agreement = at_hand(request, Agreement, pk, to_change=True)
    try:
        taken = _take(request, agreement, lambda: _submit(request, agreement))
    except LikelyDuplicates as likely:
        found = {"agreement": agreement, "found": shown(likely.duplicates, of=agreement), "title": f"Submit “{agreement}”"}
        return render(request, "desk/submit.html", {**desk.each_context(request), **found})
    if taken:
        messages.success(request, f"“{agreement}” waits for review.")
        warn_of_unfound_quotes(request, agreement)
    return redirect("admin:agreements_agreement_change", pk)


@require_POST
def withdraw_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own submission back."""
    agreement = at_hand(request, Agreement, pk)
    waiting = Submission.objects.waiting().filter(agreement=agreement).first()
    if waiting is None:
        messages.error(request, f"“{agreement}”: nothing of it waits for review.")
    elif _take(request, agreement, lambda: withdraw(waiting, by=at_the_desk(request), at=timezone.now())):
        messages.success(request, f"“{agreement}” is withdrawn from review.")
    return redirect("admin:agreements_agreement_change", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def retract_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the reason, which the public will read, then retracts."""
    _require(request, "editorial.retract_agreement")
    agreement = at_hand(request, Agreement, pk, with_=("record",))
    reason = request.POST.get("reason", "")
    if request.method == "POST" and _take(request, agreement, lambda: _retract(request, agreement, reason)):
        messages.success(request, f"“{agreement}” is retracted; its public address gives the reason.")
        return redirect("admin:agreements_agreement_change", pk)
    shown = {
        **desk.each_context(request),
        "title": f"Retract “{agreement}”",
        "steps": steps_of(agreement, at_the_desk(request)),
        "agreement": agreement,
        "reason": reason,
    }
    return render(request, "desk/retract.html", shown)


@require_POST
def publish_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the frozen document that was read: the form brings its hash, and the revision it was compared with."""
    _require(request, "editorial.publish_agreement")
    submission = at_hand(request, Submission, pk, with_=("agreement__record",))
    revision = _take(request, submission.agreement, lambda: _publish(request, submission))
    if not revision:
        return redirect("admin:editorial_submission_change", pk)
    address = f"/agreements/{revision.record.reference}/"
    said = '“{}” is published as <a href="{}">{}, revision {}</a>.'
    messages.success(request, format_html(said, submission.agreement, address, revision.record.reference, revision.number))
    return redirect("admin:index")


@require_POST
def return_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the submission back, with a comment."""
    _require(request, "editorial.publish_agreement")
    submission = at_hand(request, Submission, pk, with_=("agreement",))
    comment = request.POST.get("comment", "")
    back = _take(request, submission.agreement, lambda: _return(request, submission, comment))
    if not back:
        return redirect("admin:editorial_submission_change", pk)
    messages.success(request, f"“{submission.agreement}” is returned to {submission.submitted_by}.")
    return redirect("admin:index")


def _submit(request: HttpRequest, agreement: Agreement) -> Submission:
    """What is likely in the register already is submitted once somebody has said that it is another."""
    confirmed = "another" in request.POST
    require_told_apart(agreement, compose(agreement), among=seen_by(request).select_related("record"), confirmed=confirmed)
    return submit(agreement, by=at_the_desk(request), at=timezone.now())


def _retract(request: HttpRequest, agreement: Agreement, reason: str) -> Revision:
    if agreement.record is None:
        raise RuleBroken("It is not public.")
    return retract(agreement.record, by=at_the_desk(request), at=timezone.now(), reason=reason)


def _return(request: HttpRequest, submission: Submission, comment: str) -> Submission:
    require_alone(submission)
    return return_submission(submission, by=at_the_desk(request), at=timezone.now(), comment=comment)


def _publish(request: HttpRequest, submission: Submission) -> Revision:
    require_alone(submission)
    record = submission.agreement.record
    last = record.revisions.order_by("-number").first() if record else None
    if request.POST.get("against", "") != (str(last.number) if last else ""):
        raise RuleBroken("The public record is not the one you compared it with. Nothing was published; read it again.")
    return publish(submission, by=at_the_desk(request), at=timezone.now(), as_read=request.POST.get("as_read", ""))


def _require(request: HttpRequest, permission: str) -> None:
    if not at_the_desk(request).has_perm(permission):
        raise PermissionDenied


def _take(request: HttpRequest, agreement: Agreement, step: Callable[[], Any]) -> Any:
    """What the step gives; None where a rule refuses it, and then the person is told why."""
    try:
        return step()
    except LikelyDuplicates:
        raise
    except ValueError as refusal:  # RuleBroken, and what no document may hold
        messages.error(request, f"“{agreement}”: {refusal}")
        return None
