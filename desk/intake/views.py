"""The files that were brought, and the way in for another."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from desk.admin.base import at_the_desk
from desk.intake.forms import BringForm
from desk.intake.guides import NAMES, read_guide
from desk.intake.lines import lines_of
from desk.intake.pages import may_bring_in, page
from desk.intake.records import trouble_of
from desk.intake.sets import BY_VALUE, OFFERS
from editorial.rules import RuleBroken
from intake.deliveries import receive
from intake.errands import ask_for
from intake.models import Delivery
from intake.reading.refusing import FileRefused
from intake.table.adapter import AnyTable
from intake.vocabulary import ErrandKind

ON_A_PAGE = 50


@require_safe
@may_bring_in
def files(request: HttpRequest) -> HttpResponse:
    """Every file that was brought, the newest first. Three queries a page."""
    brought = Delivery.objects.defer("content", "profile", "answers").select_related("by")
    shown = Paginator(brought, ON_A_PAGE).get_page(request.GET.get("page"))
    return page(request, "files", "Files that were brought", page=shown, lines=lines_of(shown.object_list))


@require_http_methods(["GET", "HEAD", "POST"])
@may_bring_in
def bring(request: HttpRequest) -> HttpResponse:
    """Take in a file. What is refused as a whole says why, and is not kept."""
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(*sent, request=request, initial={"data_set": _asked_for(request)})
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            return _received(request, form)
        except FileRefused as refusal:
            refused = trouble_of(refusal.refusal.said())
        except RuleBroken as refusal:
            form.add_error("file", str(refusal))
    status = 422 if refused or form.errors else 200
    return page(request, "bring", "Bring a file", status=status, form=form, offers=_offers(form), refused=refused)


def _received(request: HttpRequest, form: BringForm) -> HttpResponse:
    """A table goes on to its columns, everything else to its plan."""
    offer, file = form.offer(), form.cleaned_data["file"]
    by, at = at_the_desk(request), timezone.now()
    delivery = receive(file.read(), name=file.name, data_set=offer.data_set, only=offer.only, by=by, at=at)
    if offer.data_set == AnyTable.name:
        return redirect("admin:intake_columns", delivery.pk)
    return redirect("admin:errand", ask_for(ErrandKind.PLAN, by=by, at=at, delivery=delivery).pk)


def _asked_for(request: HttpRequest) -> str:
    """The data set that a link here names: that of the file which is brought again."""
    named = request.GET.get("data_set", "")
    return named if named in BY_VALUE else OFFERS[0].value


def _offers(form: BringForm) -> list[tuple[Any, Any]]:
    """Each data set with the button that chooses it."""
    return list(zip(form["data_set"], OFFERS, strict=True))


@require_safe
@may_bring_in
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """What a data set maps, and what it cannot."""
    if name not in NAMES:
        raise Http404
    read = read_guide(name)
    return page(request, "guide", read.title, guide=read)
