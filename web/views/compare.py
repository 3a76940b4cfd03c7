"""Agreements side by side, as a page and as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.comparing import read_comparison
from web.reading import has_blanks, party_names
from web.showing.comparing import compare_page, compare_said
from web.showing.days import Days
from web.showing.links import page


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_comparison(request.GET, today=today)
    days = Days(asked.question.on, asked.question.as_known, today, asked.question.inferring)
    if has_blanks(request.GET):
        chosen = {"with": ",".join(entry.reference for entry in asked.entries), "q": asked.question.words}
        return redirect(page("compare", **chosen, **days.carried))
    return render(request, "web/compare.html", {"page": compare_page(asked, party_names(), days)})


@require_safe
def compare_data(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_comparison(request.GET, today=today)
    days = Days(asked.question.on, asked.question.as_known, today, asked.question.inferring)
    said = compare_said(asked, party_names(), days, site=request.build_absolute_uri("/"))
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})
