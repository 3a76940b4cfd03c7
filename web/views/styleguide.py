"""The components page, for whoever changes the look: only where the program runs for development."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.reading import read_days
from web.showing.styleguide import style_page


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    return render(request, "web/styleguide.html", {"page": style_page(read_days(request.GET, today=timezone.now().date()))})
