"""What somebody sees who saves while the database is held by another, such as an import that writes for a minute."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

AGAIN_IN = 10  # seconds
SECRET = "password"  # noqa: S105 - part of a field's name
logger = logging.getLogger("django.request")


class BusyPages:
    """Turns a database that does not answer in time into a page of the desk that has all that was typed, to be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not request.path.startswith("/desk/") or not isinstance(error, OperationalError | InterfaceError):
            return None
        logger.error("%s while answering %s", type(error).__name__, request.path, exc_info=error)
        template = "desk/busy_part.html" if request.headers.get("HX-Request") else "desk/busy.html"
        answer = render(request, template, _said(request), status=503)
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
