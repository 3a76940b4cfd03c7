"""What the columns of a table mean, and how the file is read, where that was found out wrongly."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from desk.admin.base import at_the_desk
from desk.intake.columns import Proposal, proposal_for
from desk.intake.forms import MappingForm, ReadingForm, meanings
from desk.intake.glance import Glance, glance_at
from desk.intake.pages import file_at_hand, may_bring_in, page
from editorial.rules import RuleBroken
from intake.deliveries import say_profile, say_reading
from intake.errands import ask_for
from intake.models import Delivery, SavedProfile
from intake.reading.refusing import FileRefused
from intake.table.adapter import AnyTable
from intake.vocabulary import DeliveryState, ErrandKind

SETTLED = (DeliveryState.APPLIED, DeliveryState.SET_ASIDE)


@require_http_methods(["GET", "HEAD", "POST"])
@may_bring_in
def map_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """A field for each heading. On POST it is kept, and the plan is made."""
    delivery = _table(pk)
    if delivery.state in SETTLED:
        return redirect("admin:intake_file", pk)
    glance = glance_at(delivery)
    proposal = _taken(request) or proposal_for(delivery, [heading.name for heading in glance.headings])
    sent = request.POST if request.method == "POST" else None
    form = MappingForm(sent, headings=glance.headings, said=proposal.said if proposal else None)
    if request.method == "POST" and not glance.refused and form.is_valid() and (errand := _planned(request, delivery, form)):
        return redirect("admin:errand", errand)
    return _page(request, delivery, glance, form=form, proposal=proposal, status=422 if sent is not None else 200)


def _planned(request: HttpRequest, delivery: Delivery, form: MappingForm) -> int | None:
    by, at = at_the_desk(request), timezone.now()
    try:
        say_profile(delivery, form.profile, by=by, at=at, save_as=form.cleaned_data["save_as"])
        return ask_for(ErrandKind.PLAN, by=by, at=at, delivery=delivery).pk
    except (FileRefused, RuleBroken) as refusal:
        form.add_error(None, str(refusal))
        return None


@require_POST
@may_bring_in
def read_otherwise(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the table in another encoding, by another delimiter, or another sheet of it."""
    delivery = _table(pk)
    if delivery.state in SETTLED:
        return redirect("admin:intake_file", pk)
    glance = glance_at(delivery)
    form = ReadingForm(request.POST, sheets=glance.sheets)
    if not form.is_valid():
        mapping = MappingForm(headings=glance.headings)
        return _page(request, delivery, glance, form=mapping, reading=form, status=422)
    try:
        say_reading(delivery, form.reading(), by=at_the_desk(request))
    except (FileRefused, RuleBroken) as refusal:
        messages.error(request, f"It cannot be read so, and is read as before. {refusal}")
    return redirect("admin:intake_columns", pk)


def _table(pk: int) -> Delivery:
    delivery = file_at_hand(pk)
    if delivery.data_set != AnyTable.name:
        raise Http404
    return delivery


def _taken(request: HttpRequest) -> Proposal | None:
    """The saved profile that somebody chose to take."""
    named = request.GET.get("profile", "")
    if not named:
        return None
    saved = SavedProfile.objects.filter(pk=int(named)).first() if named.isascii() and named.isdecimal() and len(named) < 18 else None
    if saved is None:
        messages.error(request, "That saved profile is not there any more; choose another.")
        return None
    said: Mapping[str, Any] = saved.said
    return Proposal(said, f"the saved profile “{saved.name}”")


def _page(request: HttpRequest, delivery: Delivery, glance: Glance, *, status: int, **said: Any) -> HttpResponse:
    shown = {
        "reading": ReadingForm(initial=delivery.reading, sheets=glance.sheets),
        "profiles": SavedProfile.objects.all(),
        "meanings": meanings(),
        **said,
    }
    return page(request, "columns", f"What the columns of {delivery.file_name} mean", status=status, file=delivery, glance=glance, **shown)
