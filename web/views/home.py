"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import read_some
from web.showing.days import Days
from web.showing.home import home_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    question = read_some(request.GET, ["as_of"], today=today)
    return render(request, "web/home.html", {"page": home_page(Days(question.on, None, today))})
