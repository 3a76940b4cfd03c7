"""The parties, and each of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import read_some
from web.showing.days import Days
from web.showing.parties import parties_page, party_page


@require_safe
def parties(request: HttpRequest) -> HttpResponse:
    question = read_some(request.GET, ["q"], today=timezone.now().date())
    return render(request, "web/parties.html", {"page": parties_page(question)})


@require_safe
def party(request: HttpRequest, code: str) -> HttpResponse:
    today = timezone.now().date()
    read_some(request.GET, (), today=today)
    return render(request, "web/party.html", {"page": party_page(code, Days(today, None, today))})
