"""The matrix and the gap finder."""

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.matrix import COLUMNS, PARTIES
from exports.matrix import matrix_csv
from web.picturing import Asked, OwnReading, read_pictured
from web.reading import has_blanks, party_names
from web.showing import gaps as missing
from web.showing.gaps import gaps_data, gaps_page
from web.showing.links import page
from web.showing.matrix import MOST, OWN, matrix_page, read_matrix
from web.showing.matrix import matrix_data as said


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    asked = _asked(request)
    if has_blanks(request.GET):
        return redirect(page("matrix", **asked.parameters))
    return render(request, "web/matrix.html", {"page": matrix_page(asked)})


@require_safe
def matrix_table(request: HttpRequest) -> StreamingHttpResponse:
    asked = _asked(request)
    lines = matrix_csv(said(read_matrix(asked), asked, _site(request)))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="matrix.csv"'
    return answer


@require_safe
def matrix_data(request: HttpRequest) -> JsonResponse:
    asked = _asked(request)
    return JsonResponse(said(read_matrix(asked), asked, _site(request)))


@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    asked = _asked_of_gaps(request)
    if has_blanks(request.GET):
        return redirect(page("gaps", **asked.parameters))
    return render(request, "web/gaps.html", {"page": gaps_page(asked)})


@require_safe
def gaps_json(request: HttpRequest) -> JsonResponse:
    return JsonResponse(gaps_data(_asked_of_gaps(request), _site(request)))


def _asked(request: HttpRequest) -> Asked:
    """The question of the matrix. Raises Refused with every fault."""
    today, names = timezone.now().date(), party_names()
    question = read_pictured(request.GET, OWN, names, today=today)
    reading = OwnReading(request.GET, names)
    own = {"columns": reading.one_of("columns", COLUMNS), "show": reading.whole("show", 1, MOST)}
    reading.done()
    return Asked(question, {**own, "columns": PARTIES if own["columns"] == PARTIES else ""}, names, today)


def _asked_of_gaps(request: HttpRequest) -> Asked:
    """Whose gaps are asked for, and with whom. Raises Refused with every fault."""
    today, names = timezone.now().date(), party_names()
    question = read_pictured(request.GET, missing.OWN, names, today=today)
    reading = OwnReading(request.GET, names)
    reading.single(question)
    own = {name: reading.party(name) for name in missing.OWN}
    if bool(own["with"]) != bool(own["without"]):
        reading.fault("with", own["with"], "“with” and “without” go together, such as with=AUS and without=PHL.")
    reading.done()
    return Asked(question, own, names, today)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
