"""The first page, and what it says as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import read_days
from web.showing.home import home_page, home_said


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/home.html", {"page": home_page(read_days(request.GET, today=timezone.now().date()))})


@require_safe
def home_data(request: HttpRequest) -> HttpResponse:
    return JsonResponse(home_said(read_days(request.GET, today=timezone.now().date())), json_dumps_params={"ensure_ascii": False})
