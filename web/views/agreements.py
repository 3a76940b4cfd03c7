"""The list of agreements, and each of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.question import PARAMETERS, read_question
from catalogue.reading import entry_of
from web.reading import DAYS, has_blanks, party_names, read_look, read_some
from web.showing.agreement import agreement_page
from web.showing.asked import address_of
from web.showing.days import Days
from web.showing.listing import listing


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    names = party_names()
    question = read_question(request.GET, today=today, known_parties=lambda: names, allowed=(*PARAMETERS, "rows"))
    is_dense = read_look(request.GET)
    if has_blanks(request.GET):  # a form sends all its fields; the address that people cite holds what was asked
        return redirect(address_of(question, today=today, cursor=question.cursor))
    return render(request, "web/agreements.html", {"page": listing(question, names, today=today, is_dense=is_dense)})


@require_safe
def agreement(request: HttpRequest, reference: str) -> HttpResponse:
    today = timezone.now().date()
    asked = read_some(request.GET, DAYS, today=today)
    entry = entry_of(reference, as_known=asked.as_known)
    days = Days(asked.on, asked.as_known, today)
    shown = agreement_page(entry.revision, reference, days, site=request.build_absolute_uri("/"), href=request.path)
    return render(request, "web/agreement.html", {"page": shown})
