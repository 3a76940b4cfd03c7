"""Two parties: the page, its data and its drawing.

The two stand in the order of their codes: /between/PHL/JPN/ leads to /between/JPN/PHL/, so that there is one address to cite.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.figures import by_party
from catalogue.question import Question
from catalogue.refusing import Fault, NotFound, Refused
from exports.between import PairReading, between_said
from web.drawing import as_png
from web.reading import DAYS, read_some
from web.resolving import FIELDS, read_two
from web.showing.between import between_page, choice_page, read_pair, two_parties
from web.showing.between_drawing import INK, history
from web.showing.days import Days
from web.showing.links import page, with_query

ASKED = (*DAYS, "inferred")


@require_safe
def betweens(request: HttpRequest) -> HttpResponseBase:
    """The form; with both parties chosen, it leads to the page about them."""
    days = _days(request.GET)
    one, two = read_two(request.GET, days.on)
    if one and two:
        return redirect(page("between", *two_parties(one, two), **days.carried))
    return render(request, "web/betweens.html", {"page": choice_page(one, two, by_party(on=days.on), days)})


@require_safe
def betweens_json(request: HttpRequest) -> HttpResponseBase:
    """Two parties by what they are called: it leads to the data about them."""
    days = _days(request.GET)
    one, two = read_two(request.GET, days.on)
    missing = [name for name, code in zip(FIELDS, (one, two), strict=True) if not code]
    if missing:
        raise Refused(Fault(name, "", f"Name a party as “{name}”, such as {name}=JPN.") for name in missing)
    return redirect(page("between_data", *two_parties(one, two), **days.carried))


@require_safe
def between(request: HttpRequest, one: str, two: str) -> HttpResponseBase:
    days, codes = _days(request.GET, ASKED), two_parties(one, two)
    if codes != (one, two):
        return _in_order(request, "between", codes)
    return render(request, "web/between.html", {"page": between_page(read_pair(one, two, days), days)})


@require_safe
def between_json(request: HttpRequest, one: str, two: str) -> HttpResponseBase:
    days, codes = _days(request.GET, ASKED), two_parties(one, two)
    if codes != (one, two):
        return _in_order(request, "between_data", codes)
    question = Question(on=days.on, as_known=days.as_known, inferring=days.inferring)
    said = {**between_said(read_pair(one, two, days), question), "page": page("between", one, two, **days.carried)}
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


@require_safe
def between_svg(request: HttpRequest, one: str, two: str) -> HttpResponseBase:
    days, codes = _days(request.GET, ASKED), two_parties(one, two)
    if codes != (one, two):
        return _in_order(request, "between_svg", codes)
    answer = HttpResponse(_drawn(read_pair(one, two, days), days), content_type="image/svg+xml; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="between-{one}-{two}.svg"'
    return answer


@require_safe
def between_png(request: HttpRequest, one: str, two: str) -> HttpResponseBase:
    days, codes = _days(request.GET, ASKED), two_parties(one, two)
    if codes != (one, two):
        return _in_order(request, "between_png", codes)
    drawn = as_png(_drawn(read_pair(one, two, days), days))
    answer = HttpResponse(drawn, content_type="image/png")
    answer["Content-Disposition"] = f'inline; filename="between-{one}-{two}.png"'
    return answer


def _days(parameters: QueryDict, allowed: tuple[str, ...] | None = None) -> Days:
    today = timezone.now().date()
    asked = read_some(parameters, allowed or (*ASKED, "one", "two"), today=today)
    return Days(asked.on, asked.as_known, today, asked.inferring)


def _in_order(request: HttpRequest, name: str, codes: tuple[str, str]) -> HttpResponse:
    query = {key: ",".join(request.GET.getlist(key)) for key in request.GET}
    return redirect(with_query(page(name, *codes), query), permanent=True)


def _drawn(read: PairReading, days: Days) -> str:
    """The wide drawing by itself, with its colours written out. Raises NotFound where there is nothing to draw."""
    one, two = (read.names[code] for code in read.codes)
    found = history(read.between.common, days, f"{one} and {two}", read.codes)
    if found is None:
        raise NotFound(f"There is nothing to draw between {one} and {two}: no agreement of theirs has a known day.")
    return render_to_string("web/between_drawing.svg", {"drawing": found.drawings[0], "ink": INK})
