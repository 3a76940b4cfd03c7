"""How sound the register is: what the last audit found, how that has changed, and where each rule is broken."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from catalogue.auditing import BOOK, verdicts
from catalogue.models import Audit, AuditFinding
from desk.admin.base import at_the_desk
from desk.home.lists import Line
from desk.site import desk

MAY_SEE = "agreements.change_agreement"
TREND, ON_A_PAGE = 14, 50


@require_safe
@permission_required(MAY_SEE, raise_exception=True)
def sound(request: HttpRequest) -> HttpResponse:
    """The last audit rule by rule, and the ones before it. Two queries."""
    audits = list(Audit.objects.all()[:TREND])
    last = audits[0] if audits else None
    shown = {"title": "How sound the register is", "last": last, "verdicts": verdicts(last) if last else [], "audits": audits}
    return render(request, "desk/register.html", {**desk.each_context(request), **shown})


@require_safe
@permission_required(MAY_SEE, raise_exception=True)
def broken(request: HttpRequest, rule: str) -> HttpResponse:
    """The records in which the last audit found one rule broken, each leading to its desk copy. Two queries a page."""
    if rule not in BOOK:
        raise Http404
    theirs = Agreement.objects.visible_to(at_the_desk(request)).filter(record=OuterRef("entry__record")).order_by().values("pk")[:1]
    found = AuditFinding.objects.filter(rule=rule).select_related("entry").defer("entry__row").annotate(agreement=Subquery(theirs))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [Line(one.entry.title, _address(one), f"{one.entry.reference}: {one.detail}") for one in page]
    shown = {"title": "Where a rule is broken", "rule": BOOK[rule], "page": page, "lines": lines}
    return render(request, "desk/register_rule.html", {**desk.each_context(request), **shown})


def _address(found: Any) -> str:
    """The desk copy, for those who see it; for others the public page."""
    if found.agreement:
        return reverse("admin:agreements_agreement_change", args=[found.agreement])
    return reverse("web:agreement", args=[found.entry.reference])
