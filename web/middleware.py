"""Our own pages for what goes wrong, also where Django would answer with its own."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from catalogue.refusing import Gone, Moved, NotFound, Refused
from web.problems import problem, wants_data
from web.showing import trouble
from web.showing.trouble import Trouble

OTHER_DOORS = ("/api/", "/desk/", "/static/", "/healthz")
READING = ("GET", "HEAD")


class TroublePages:
    """Turns the refusals of the catalogue, and Django's own 400 and 404, into pages. Other doors speak for themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(OTHER_DOORS):
            return self.get_response(request)
        if request.method not in READING:
            answer = _page(request, trouble.not_allowed(request.method or ""))
            answer["Allow"] = ", ".join(READING)
            return answer
        response = self.get_response(request)
        if response.status_code == 404 and not hasattr(response, "is_trouble"):
            return _page(request, trouble.not_found(Http404(), request.path))
        if response.status_code == 400 and not hasattr(response, "is_trouble"):
            return _page(request, trouble.bad_request())
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if request.path.startswith(OTHER_DOORS):
            return None
        match error:
            case Refused():
                given = {name: ",".join(request.GET.getlist(name)) for name in request.GET}
                return _page(request, trouble.refused(error, request.path, given))
            case Moved():
                return _moved(request, error)
            case Gone():
                return _page(request, trouble.gone(error))
            case NotFound() | Http404():
                return _page(request, trouble.not_found(error, request.path))
        return None


def _moved(request: HttpRequest, error: Moved) -> HttpResponse:
    """The merged record's address leads on. A merger can be taken back, so browsers ask again each time."""
    address = error.address(request.path, request.META.get("QUERY_STRING", ""))
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})


def _page(request: HttpRequest, said: Trouble) -> HttpResponse:
    """A page for readers, a problem document for programs."""
    if wants_data(request):
        response: HttpResponse = problem(request, said)
    else:
        response = render(request, "web/trouble.html", {"page": said}, status=said.status)
    patch_vary_headers(response, ["Accept"])
    response.is_trouble = True  # type: ignore[attr-defined]
    return response
