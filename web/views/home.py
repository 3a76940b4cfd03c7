"""The first page, and what it says as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import DAYS, read_some
from web.showing.days import Days
from web.showing.home import home_page, home_said


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/home.html", {"page": home_page(_days(request))})


@require_safe
def home_data(request: HttpRequest) -> HttpResponse:
    return JsonResponse(home_said(_days(request)), json_dumps_params={"ensure_ascii": False})


def _days(request: HttpRequest) -> Days:
    today = timezone.now().date()
    question = read_some(request.GET, DAYS, today=today)
    return Days(question.on, question.as_known, today)
