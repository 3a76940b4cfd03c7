"""The texts of a published document, read and searched in place."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.judging import names_in
from catalogue.parameters import Reading
from treaty.document.canonical import read_document
from web.record import PARAMETERS, read_record, whole
from web.showing.reading_text import Asked, TextPage, text_of, text_page, text_said

READING = ("q", "sheet", "at")


@require_safe
def text(request: HttpRequest, reference: str, key: str) -> HttpResponse:
    return render(request, "web/text.html", {"page": _text(request, reference, key)})


@require_safe
def text_data(request: HttpRequest, reference: str, key: str) -> HttpResponse:
    return JsonResponse(text_said(_text(request, reference, key)), json_dumps_params={"ensure_ascii": False})


def _text(request: HttpRequest, reference: str, key: str) -> TextPage:
    reading = Reading(request.GET, (*PARAMETERS, *READING))
    wanted = Asked(" ".join(reading.one("q").split()), whole(reading, "sheet") or 0, whole(reading, "at", least=0))
    asked = read_record(request, reference, reading=reading)
    document = read_document(asked.revision.document)
    return text_page(document, names_in(document), text_of(document, key), wanted, asked)
