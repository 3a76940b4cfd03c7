"""Pages of words: the glossary, what the register is, and what is in it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.pictures import signed_picture
from web.reading import DAYS, has_blanks, read_days, read_some
from web.showing.about import about_page
from web.showing.about import about_said as said_of_register
from web.showing.covering import data_page, data_said
from web.showing.days import Days
from web.showing.glossary import glossary_page, glossary_said
from web.showing.links import page
from web.showing.soundness import audit_said, soundness
from web.taking_away import picture


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    question = read_some(request.GET, ("q", *DAYS), today=today)
    if has_blanks(request.GET):
        return redirect(page("glossary", q=question.words, **Days(question.on, question.as_known, today).two_days))
    return render(request, "web/glossary.html", {"page": glossary_page(question.words, Days(question.on, question.as_known, today))})


@require_safe
def glossary_data(request: HttpRequest) -> HttpResponse:
    question = read_some(request.GET, ["q"], today=timezone.now().date())
    return JsonResponse(glossary_said(question.words), json_dumps_params={"ensure_ascii": False})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about.html", {"page": about_page(read_days(request.GET, today=timezone.now().date()))})


@require_safe
def about_said(request: HttpRequest) -> HttpResponse:
    said = said_of_register(read_days(request.GET, today=timezone.now().date()))
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


@require_safe
def about_data(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    question = read_some(request.GET, DAYS, today=today)
    shown = {"page": data_page(question, Days(question.on, question.as_known, today)), "soundness": soundness(question.as_known)}
    return render(request, "web/data.html", shown)


@require_safe
def about_data_drawn(request: HttpRequest, form: str) -> HttpResponse:
    today = timezone.now().date()
    question = read_some(request.GET, DAYS, today=today)
    days = Days(question.on, question.as_known, today)
    return picture(signed_picture(question, days, request.build_absolute_uri("/")), form, f"entente-years.{form}")


@require_safe
def about_data_said(request: HttpRequest) -> HttpResponse:
    question = read_some(request.GET, DAYS, today=timezone.now().date())
    said = {**data_said(question), "audit": audit_said(question.as_known)}
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})
