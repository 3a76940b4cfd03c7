"""Pages of words: the glossary, and what the register is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import read_some
from web.showing.about import about_page
from web.showing.glossary import glossary_page


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    read_some(request.GET, (), today=timezone.now().date())
    return render(request, "web/glossary.html", {"page": glossary_page()})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    read_some(request.GET, (), today=today)
    return render(request, "web/about.html", {"page": about_page(on=today)})
