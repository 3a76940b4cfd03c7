"""Answers made of JSON text that is written already."""

from collections.abc import Callable
from datetime import date, datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.request import Request

from rest.problems import PreconditionFailed

# A cache may keep an answer and has to ask each time whether it still holds: a revision may follow at any moment.
CACHED = "public, max-age=0, must-revalidate"


def answer(text: str, *, media_type: str = "application/json") -> HttpResponse:
    return HttpResponse(text, content_type=media_type, headers={"Cache-Control": CACHED})


def conditional_answer(
    request: Request, text: Callable[[], str], *, sha256: str, changed: datetime | None = None, media_type: str = "application/json"
) -> HttpResponse:
    """The text, or 304 to a client that has it; then it is not even read. Raises PreconditionFailed."""
    etag, moment = f'"{sha256}"', int(changed.timestamp()) if changed else None
    held = get_conditional_response(request, etag, moment)
    if held is not None and held.status_code != 304:
        raise PreconditionFailed
    found = held or answer(text(), media_type=media_type)
    found["ETag"], found["Cache-Control"] = etag, CACHED
    if changed:
        found["Last-Modified"] = http_date(changed.timestamp())
    return found


def next_page(request: Request, cursor: str, *, on: date | None = None) -> str | None:
    """The address of the page that follows; None after the last. It holds the day, so that midnight does not part two pages."""
    if not cursor:
        return None
    parameters = request.query_params.copy()
    parameters["cursor"] = cursor
    if on is not None:
        parameters["as_of"] = on.isoformat()
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def address(request: Request, name: str, *parts: str) -> str:
    """The absolute address of another answer of this door."""
    return request.build_absolute_uri(reverse(f"api:{name}", args=parts))
