"""The law of standing: every rule, as a page and as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import read_days, read_some
from web.showing.law import law_page, law_said


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    return render(request, "web/law.html", {"page": law_page(read_days(request.GET, today=timezone.now().date()))})


@require_safe
def law_data(request: HttpRequest) -> HttpResponse:
    read_some(request.GET, (), today=timezone.now().date())
    return JsonResponse(law_said(), json_dumps_params={"ensure_ascii": False})
