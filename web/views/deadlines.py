"""What is still to come, as a page, as a calendar file and as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.looking_ahead import read_deadlines
from web.calendars import deadlines_calendar
from web.reading import has_blanks, party_names
from web.showing.calendar import calendar, calendar_page, calendar_said, parameters
from web.showing.links import page


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_deadlines(request.GET, today=today, known_parties=party_names)
    if has_blanks(request.GET):
        return redirect(page("deadlines", **parameters(asked, today=today)))
    return render(request, "web/deadlines.html", {"page": calendar_page(asked, party_names(), today=today)})


@require_safe
def deadlines_file(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    found = calendar(read_deadlines(request.GET, today=today, known_parties=party_names), party_names(), today=today)
    written = deadlines_calendar(found.lines, name=f"Entente: {found.sentence}", site=request.build_absolute_uri("/"))
    answer = HttpResponse(written, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="deadlines.ics"'
    return answer


@require_safe
def deadlines_data(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    asked = read_deadlines(request.GET, today=today, known_parties=party_names)
    said = calendar_said(asked, party_names(), today=today, site=request.build_absolute_uri("/"))
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})
