"""The map of the world and the network of a party, as pages, data and drawings."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.measures import IN_FORCE, MEASURES, PARTNERS
from catalogue.refusing import NotFound
from web.picturing import Asked, OwnReading, in_year, read_pictured
from web.reading import has_blanks, party_names
from web.showing import ego, pictures
from web.showing import world as globe
from web.showing.links import page
from web.showing.years import FIRST, LAST

MAP, NETWORK = "web/drawings/map.svg", "web/drawings/network.svg"


@require_safe
def world(request: HttpRequest) -> HttpResponse:
    asked = _asked_of_map(request)
    if has_blanks(request.GET) or "year" in request.GET:
        return redirect(page("map", **asked.parameters))
    return render(request, "web/map.html", {"page": globe.world_page(asked)})


@require_safe
def world_data(request: HttpRequest) -> JsonResponse:
    return JsonResponse(globe.world_data(_asked_of_map(request), _site(request)))


@require_safe
def world_svg(request: HttpRequest) -> HttpResponse:
    return _drawing(pictures.svg(MAP, *globe.poster(_asked_of_map(request))), "map.svg")


@require_safe
def world_png(request: HttpRequest) -> HttpResponse:
    return _drawing(pictures.png(MAP, *globe.poster(_asked_of_map(request))), "map.png")


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    asked = _asked_of_network(request)
    if has_blanks(request.GET) or "year" in request.GET:
        return redirect(page("network", **asked.parameters))
    return render(request, "web/network.html", {"page": ego.network_page(asked)})


@require_safe
def network_data(request: HttpRequest) -> JsonResponse:
    return JsonResponse(ego.network_data(_asked_of_network(request), _site(request)))


@require_safe
def network_svg(request: HttpRequest) -> HttpResponse:
    return _drawing(pictures.svg(NETWORK, *_network(request)), "network.svg")


@require_safe
def network_png(request: HttpRequest) -> HttpResponse:
    return _drawing(pictures.png(NETWORK, *_network(request)), "network.png")


def _network(request: HttpRequest) -> tuple[ego.Drawing, pictures.Frame]:
    """The wide drawing. Raises NotFound where there is nothing to draw."""
    poster = ego.poster(_chosen(_asked_of_network(request)))
    if poster is None:
        raise NotFound("There is nothing to draw: no agreement that answers this is in force between the party and another.")
    return poster


def _chosen(asked: Asked) -> Asked:
    if not asked.question.parties:
        raise NotFound("A network is that of a party: add one, such as ?party=JPN.")
    return asked


def _asked_of_map(request: HttpRequest) -> Asked:
    """The question of the map. Raises Refused with every fault."""
    return _asked(request, globe.OWN, "measure", MEASURES)


def _asked_of_network(request: HttpRequest) -> Asked:
    return _asked(request, ego.OWN, "", ())


def _asked(request: HttpRequest, own: tuple[str, ...], choice: str, choices: Iterable[str]) -> Asked:
    """What a picture is asked for: one party or none, a year or a day."""
    today, names = timezone.now().date(), party_names()
    question = read_pictured(request.GET, own, names, today=today)
    reading = OwnReading(request.GET, names)
    reading.single(question)
    year = reading.whole("year", FIRST, LAST)
    said = {choice: reading.one_of(choice, choices)} if choice else {"show": reading.whole("show", 1, ego.MOST)}
    if said.get("measure") == PARTNERS and question.parties:
        reading.fault("measure", PARTNERS, "Partners are counted for every party by itself: lift “party”, or choose another measure.")
    reading.done()
    said = {name: "" if value == IN_FORCE else value for name, value in said.items()}  # what goes without saying
    return Asked(in_year(question, year), said, names, today)


def _drawing(drawing: str | bytes, name: str) -> HttpResponse:
    kind = "image/png" if isinstance(drawing, bytes) else "image/svg+xml; charset=utf-8"
    answer = HttpResponse(drawing, content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
