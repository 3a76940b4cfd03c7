"""The parties, and each of them."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.question import Question
from treaty.vocabulary.party_types import PartyType
from web.pictures import party_years_picture
from web.reading import DAYS, has_blanks, read_some, read_terms
from web.showing.days import Days
from web.showing.links import page
from web.showing.parties import PartiesReading, parties_data, parties_page, read_parties
from web.showing.party import party_page, read_party
from web.showing.party_data import party_data
from web.taking_away import picture

ASKED = (*DAYS, "inferred")


@require_safe
def parties(request: HttpRequest) -> HttpResponseBase:
    if has_blanks(request.GET):  # a form sends all its fields; the address that people cite holds what was asked
        return redirect(page("parties", **{name: ",".join(filter(None, request.GET.getlist(name))) for name in request.GET}))
    read, days = _parties(request.GET)
    return render(request, "web/parties.html", {"page": parties_page(read, days)})


@require_safe
def parties_json(request: HttpRequest) -> HttpResponse:
    read, days = _parties(request.GET)
    return JsonResponse(parties_data(read, days), json_dumps_params={"ensure_ascii": False})


@require_safe
def party(request: HttpRequest, code: str) -> HttpResponse:
    days = _days(read_some(request.GET, ASKED, today=timezone.now().date()))
    return render(request, "web/party.html", {"page": party_page(read_party(code, days), days)})


@require_safe
def party_json(request: HttpRequest, code: str) -> HttpResponse:
    days = _days(read_some(request.GET, ASKED, today=timezone.now().date()))
    return JsonResponse(party_data(read_party(code, days), days), json_dumps_params={"ensure_ascii": False})


@require_safe
def party_years(request: HttpRequest, code: str, form: str) -> HttpResponse:
    days = _days(read_some(request.GET, ASKED, today=timezone.now().date()))
    drawn = party_years_picture(read_party(code, days), days, request.build_absolute_uri("/"))
    return picture(drawn, form, f"{code}-years.{form}")


def _parties(parameters: QueryDict) -> tuple[PartiesReading, Days]:
    question = read_some(parameters, ("q", "region", "type", *ASKED), today=timezone.now().date())
    return read_parties(question, read_terms(parameters, "type", PartyType)), _days(question)


def _days(asked: Question) -> Days:
    return Days(asked.on, asked.as_known, timezone.now().date(), asked.inferring)
