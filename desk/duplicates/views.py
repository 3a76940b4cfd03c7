"""Likely duplicates: while typing, on a page of their own, and the way to merge two or to say that they are two."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.models import Agreement
from desk.admin.base import at_the_desk
from desk.duplicates.asked import read_profile
from desk.duplicates.showing import shown, shown_plan, side_by_side
from desk.opening import at_hand, seen_by
from desk.site import desk
from editorial.composing import compose
from editorial.duplicates import dismiss, duplicates_of
from editorial.merging import merge, merger_of, plan_merger, take_back
from editorial.rules import RuleBroken

ADDRESS = "admin:agreements_agreement_change"
RECORD = ("record",)


def _to_change(request: HttpRequest, pk: int) -> Agreement:
    """One for whoever may change agreements; of one that was merged away the rules say why nothing is done with it."""
    if not desk.get_model_admin(Agreement).has_change_permission(request):
        raise PermissionDenied
    agreement: Agreement = at_hand(request, Agreement, pk, with_=RECORD)
    return agreement


def _page(request: HttpRequest, name: str, title: str, said: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"desk/duplicates/{name}.html", {**desk.each_context(request), "title": title, **said}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def typed(request: HttpRequest) -> HttpResponse:
    """What is likely the same as what is being typed: a fragment for htmx, a page for anybody else. It writes nothing."""
    among, said = seen_by(request).select_related(*RECORD), request.POST if request.method == "POST" else request.GET
    number = request.GET.get("but", "")  # in the address, also where the form itself is posted
    but = among.filter(pk=int(number)).first() if number.isascii() and number.isdigit() and len(number) < 18 else None
    found = shown(duplicates_of(read_profile(said), among=among, but=but), of=but)
    context = {"found": [one for one in found if not one.dismissed], "asked": bool(said), "typed": said}
    if request.headers.get("HX-Request"):
        return render(request, "desk/duplicates/found.html", context)
    return _page(request, "typed", "Is it in the register already?", context)


@require_safe
def likely(request: HttpRequest, pk: int) -> HttpResponse:
    """The likely duplicates of one agreement, each beside it."""
    agreement = at_hand(request, Agreement, pk, with_=RECORD)
    found = side_by_side(agreement, duplicates_of(compose(agreement), among=seen_by(request).select_related(*RECORD), but=agreement))
    said = {
        "agreement": agreement,
        "found": [one for one in found if not one.dismissed],
        "dismissed": [one for one in found if one.dismissed],
        "merger": merger_of(agreement),
    }
    return _page(request, "likely", f"Likely duplicates of “{agreement}”", said)


@require_POST
def not_one(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Remember that the two are two."""
    one, another = _to_change(request, pk), _to_change(request, other)
    try:
        dismiss(one, another, by=at_the_desk(request), at=timezone.now(), reason=request.POST.get("reason", ""))
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"“{another}” is not shown as a duplicate of “{one}” any more.")
    return redirect("duplicates:likely", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def merge_two(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Both records, where they differ, and what comes of them; on POST it is done. The first of the two stays."""
    survivor, another = _to_change(request, pk), _to_change(request, other)
    choices: Any = {name.removeprefix("keep."): side for name, side in request.POST.items() if name.startswith("keep.")}
    refusal = ""
    if request.method == "POST" and "look" not in request.POST:
        try:
            _merge(request, survivor, another, choices)
        except RuleBroken as fault:
            refusal = str(fault)
        else:
            return redirect(ADDRESS, survivor.pk)
    try:
        plan = shown_plan(plan_merger(survivor, another, choices), choices)
    except RuleBroken as fault:
        plan, refusal = None, refusal or str(fault)
    said = {"survivor": survivor, "other": another, "plan": plan, "refusal": refusal, "reason": request.POST.get("reason", "")}
    return _page(request, "merge", "Merge two records", said, status=409 if refusal and request.method == "POST" else 200)


def _merge(request: HttpRequest, survivor: Agreement, other: Agreement, choices: Any) -> None:
    seen = {one.pk: int(version) if (version := request.POST.get(f"version.{one.pk}", "")).isdigit() else 0 for one in (survivor, other)}
    at = timezone.now()
    merge(survivor, other, by=at_the_desk(request), at=at, reason=request.POST.get("reason", ""), choices=choices, seen=seen)
    if other.record:
        message = f"Both are one here now. Submit it: when a reviewer publishes it, {other.record} leads to {survivor.record}."
    else:
        message = f"The draft “{other}” is merged into this one, and kept among the merged ones."
    messages.success(request, message)


@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the merger of one back."""
    agreement = _to_change(request, pk)
    merger = merger_of(agreement)
    try:
        if merger is None:
            raise RuleBroken("It was not merged into another.")
        restored = take_back(merger, by=at_the_desk(request), at=timezone.now())
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
    else:
        rest = "holds again what it held before" if restored else "keeps what this one had added: take out by hand what is not its own"
        messages.success(request, f"It is on the desk by itself again; “{merger.survivor}” {rest}.")
    return redirect(reverse(ADDRESS, args=[pk]))
