"""What the register learnt and what happened, as a page, a feed and data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.changes import read_changes
from web.feeds import changes_feed
from web.reading import has_blanks, party_names
from web.showing.changes import changes_page, changes_said, parameters
from web.showing.links import page


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_changes(request.GET, today=today)
    if has_blanks(request.GET):
        return redirect(page("changes", **parameters(asked, today=today)))
    return render(request, "web/changes.html", {"page": changes_page(asked, party_names(), today=today)})


@require_safe
def changes_atom(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_changes(request.GET, today=today)
    feed = changes_feed(asked, party_names(), site=request.build_absolute_uri("/"), today=today)
    return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")


@require_safe
def changes_data(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_changes(request.GET, today=today)
    said = changes_said(asked, party_names(), today=today, site=request.build_absolute_uri("/"))
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})
