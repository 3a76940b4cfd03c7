"""What somebody at the desk sees where a page is closed to them, or is not there, or the database is held by another."""

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from desk.site import desk

AGAIN_IN = 10  # seconds
SECRET = "password"  # noqa: S105 - part of a field's name
logger = logging.getLogger("django.request")


class DeskTroublePages:
    """Turns what the desk's views raise into pages of the desk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not request.path.startswith("/desk/"):
            return None
        match error:
            case OperationalError() | InterfaceError():
                logger.error("%s while answering %s", type(error).__name__, request.path, exc_info=error)
                return _busy(request)
            case PermissionDenied():
                return _closed(request, 403, "This page is not open to you")
            case Http404():
                return _closed(request, 404, "There is no such page at the desk")
        return None


def _closed(request: HttpRequest, status: int, title: str) -> HttpResponse:
    answer = render(request, "desk/closed.html", {**desk.each_context(request), "title": title, "status": status}, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _busy(request: HttpRequest) -> HttpResponse:
    """A page that has all that was typed, to be sent again. It asks the database for nothing."""
    answer = render(request, "desk/busy.html", _said(request), status=503)
    answer["Retry-After"] = str(AGAIN_IN)
    answer["Cache-Control"] = "no-store"
    return answer


def _said(request: HttpRequest) -> dict[str, object]:
    """What was typed, but for the form's own token, which the page has anew, and for passwords, which no page repeats."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"]
    return {
        "title": "Not saved yet: the register is busy" if request.method == "POST" else "The register is busy",
        "typed": [] if any(SECRET in name for name, _ in typed) else typed,
        "files": [file.name for _, files in request.FILES.lists() for file in files],
    }
