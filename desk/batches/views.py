"""The pages of batches: the list of them, one with its records, and the deeds on it, each of which is long work."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.roles import EVERY_DRAFT
from catalogue.auditing import BOOK
from desk.admin.base import at_the_desk
from desk.batches.showing import SHOWS, batch_page, last_work_on, row_of, steps_of
from desk.batches.words import counted, what_becomes, written
from desk.site import desk
from editorial.rules import RuleBroken
from intake.allowing import BRING_IN, PUBLISH, RETRACT, SUBMIT
from intake.errands import ask_for
from intake.models import Batch
from intake.vocabulary import ErrandKind

ON_A_PAGE = 25

may_see = permission_required(EVERY_DRAFT, raise_exception=True)


def at_hand(pk: int) -> Batch:
    """The batch with its people. Raises Http404."""
    people = ("by", "published_by", "undone_by")
    found: Batch = get_object_or_404(Batch.objects.select_related(*people), pk=pk)
    return found


def page(request: HttpRequest, name: str, title: str, status: int = 200, **said: Any) -> HttpResponse:
    return render(request, f"desk/batches/{name}.html", {**desk.each_context(request), "title": title, **said}, status=status)


@require_safe
@may_see
def batches(request: HttpRequest) -> HttpResponse:
    """All of them, the newest first. Two queries a page."""
    found = Paginator(Batch.objects.select_related("by"), ON_A_PAGE).get_page(request.GET.get("page"))
    return page(request, "list", "Batches", page=found, rows=[row_of(one) for one in found])


@require_safe
@may_see
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is, the step that comes next, and its records, all of them or those with one outcome."""
    show = request.GET.get("show", "")
    if show not in SHOWS and show not in BOOK:
        raise Http404
    found = at_hand(pk)
    shown = batch_page(found, at_the_desk(request), show=show, number=request.GET.get("page"))
    return page(request, "batch", found.file_name, page=shown, batch=found, show=show)


@require_POST
@permission_required((EVERY_DRAFT, SUBMIT), raise_exception=True)
def submit_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze every record of it for one review."""
    return _ask(request, at_hand(pk), ErrandKind.SUBMIT)


@require_POST
@permission_required((EVERY_DRAFT, PUBLISH), raise_exception=True)
def publish_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish every record of it as it was submitted."""
    return _ask(request, at_hand(pk), ErrandKind.PUBLISH)


@require_POST
@permission_required((EVERY_DRAFT, SUBMIT), raise_exception=True)
def return_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Give all of it back, with a comment; who brought it in takes it back from review so."""
    return _ask(request, at_hand(pk), ErrandKind.RETURN, comment=request.POST.get("comment", ""))


@require_http_methods(["GET", "HEAD", "POST"])
@may_see
def undo_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what will become of the records and asks for the reason; then all of it is taken back."""
    if not any(at_the_desk(request).has_perm(power) for power in (BRING_IN, RETRACT)):
        raise PermissionDenied
    person, found = at_the_desk(request), at_hand(pk)
    if request.method == "POST":
        return _ask(request, found, ErrandKind.UNDO, reason=request.POST.get("reason", ""))
    may = ErrandKind.UNDO.value in steps_of(found, person, last_work_on(found))
    records = counted(written(found.counts), "record")
    return page(request, "undo", f"Take back {found.file_name}", batch=found, may=may, records=records, sentences=what_becomes(found))


def _ask(request: HttpRequest, found: Batch, kind: ErrandKind, **told: str) -> HttpResponse:
    """Ask for the work and lead to the page that follows it; where a rule refuses it, say why and stay."""
    try:
        errand = ask_for(kind, by=at_the_desk(request), at=timezone.now(), batch=found, told=told)
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:batch", found.pk)
    return redirect("admin:errand", errand.pk)
