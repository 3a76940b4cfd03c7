"""The plan of a file: read record by record, decided, made anew, carried out or set aside."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from desk.admin.base import at_the_desk
from desk.intake.deciding import DecisionForm
from desk.intake.forms import ApplyForm
from desk.intake.narrowing import Narrowing, NotAQuestion, counts_of, findings_of, narrowing_of
from desk.intake.pages import file_at_hand, may_bring_in, page
from desk.intake.records import shown
from desk.intake.standing import standing_of
from editorial.rules import RuleBroken
from intake.deliveries import decide, set_aside
from intake.errands import ask_for
from intake.models import Delivery
from intake.table.adapter import AnyTable
from intake.vocabulary import DeliveryState, ErrandKind, Outcome

ON_A_PAGE = 50


@require_safe
@may_bring_in
def read_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The file, and what its plan says; a table whose columns nobody has explained leads to them."""
    delivery = file_at_hand(pk)
    if delivery.data_set == AnyTable.name and not delivery.profile and delivery.state == DeliveryState.BROUGHT:
        return redirect("admin:intake_columns", pk)
    return _plan(request, delivery)


def _plan(request: HttpRequest, delivery: Delivery, *, bound: DecisionForm | None = None) -> HttpResponse:
    """The page that the address asks for. As many queries for a record as for fifty."""
    fault = ""
    try:
        now = narrowing_of(request.GET.dict())
    except NotAQuestion as refusal:
        now, fault = Narrowing(), str(refusal)
    counts = counts_of(delivery)
    records = Paginator(now.of(delivery), ON_A_PAGE).get_page(request.GET.get("page"))
    said: dict[str, Any] = {
        "file": delivery,
        "standing": standing_of(delivery, counts),
        "tiles": counts.tiles(now),
        "groups": counts.groups(now),
        "findings": findings_of(delivery, now),
        "outcomes": list(Outcome),
        "now": now,
        "here": now.query(records.number),
        "before": now.query(records.previous_page_number()) if records.has_previous() else "",
        "after": now.query(records.next_page_number()) if records.has_next() else "",
        "records": [shown(record, delivery, bound) for record in records],
        "page": records,
        "fault": fault,
    }
    return page(request, "plan", delivery.file_name, status=400 if fault else 422 if bound else 200, **said)


@require_POST
@may_bring_in
def decide_on(request: HttpRequest, pk: int, record: int) -> HttpResponse:
    """Say whether a record is one that is there. The plan that follows from it is made anew later, for all decisions at once."""
    delivery = file_at_hand(pk)
    asked = delivery.planned.defer("document").filter(pk=record).first()
    if asked is None:
        messages.error(request, "The plan was made anew since; decide on what it says now.")
        return redirect("admin:intake_file", pk)
    form = DecisionForm(request.POST, record=asked, answers=delivery.answers)
    if not form.is_valid():
        return _plan(request, delivery, bound=form)
    try:
        decide(delivery, asked.key, form.reference(), form.cleaned_data["reason"], by=at_the_desk(request))
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse('admin:intake_file', args=[pk])}?{request.GET.urlencode()}#{shown(asked, delivery).anchor}")


@require_POST
@may_bring_in
def plan_anew(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the file and compare it with the register once more."""
    return _errand(request, file_at_hand(pk), ErrandKind.PLAN)


@require_POST
@may_bring_in
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Write onto the desk what the plan says."""
    delivery, form = file_at_hand(pk), ApplyForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(sentence) for errors in form.errors.values() for sentence in errors))
        return redirect("admin:intake_file", pk)
    return _errand(request, delivery, ErrandKind.APPLY, {"only_good": form.only_good()})


def _errand(request: HttpRequest, delivery: Delivery, kind: ErrandKind, told: dict[str, Any] | None = None) -> HttpResponse:
    try:
        errand = ask_for(kind, by=at_the_desk(request), at=timezone.now(), delivery=delivery, told=told)
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:intake_file", delivery.pk)
    return redirect("admin:errand", errand.pk)


@require_POST
@may_bring_in
def set_it_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the file go: nothing of it is written."""
    delivery = file_at_hand(pk)
    try:
        set_aside(delivery, by=at_the_desk(request))
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:intake_file", pk)
    messages.success(request, f"“{delivery.file_name}” is set aside; nothing of it was written.")
    return redirect("admin:intake")
