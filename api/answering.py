"""Answers made of text that is written already: their conditions, their compression, where they lead."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import cast

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.text import compress_sequence, compress_string
from rest_framework.request import Request

from rest.problems import PreconditionFailed

# A cache may keep an answer and has to ask each time whether it still holds: a revision may follow at any moment.
CACHED = "public, max-age=0, must-revalidate"
GZIP = "gzip"


def answer(text: str, *, media_type: str = "application/json") -> HttpResponse:
    return HttpResponse(text, content_type=media_type, headers={"Cache-Control": CACHED})


def stream(pieces: Iterable[str], *, media_type: str) -> StreamingHttpResponse:
    """The pieces as they are made: a whole list is never held at once."""
    return StreamingHttpResponse(pieces, content_type=media_type, headers={"Cache-Control": CACHED})


def conditional_answer(
    request: Request, write: Callable[[], HttpResponseBase], *, sha256: str, changed: datetime | None = None, by_date: bool = True
) -> HttpResponseBase:
    """What `write` answers, or 304 to a client that has it; then it is not even read. Raises PreconditionFailed.

    The tag is a strong one: of these bytes, so a compressed answer has another. `by_date`: `changed` alone tells
    whether the answer is still the same.
    """
    etag = f'"{sha256}{"-" + GZIP if coding(request) else ""}"'
    written = write() if request.headers.get("If-None-Match", "").strip() == "*" else None  # is there anything at all?
    held = get_conditional_response(request, etag, int(changed.timestamp()) if changed and by_date else None)
    if held is not None and held.status_code != 304:
        raise PreconditionFailed
    found = held or written or write()
    found["ETag"], found["Cache-Control"] = etag, CACHED
    if changed:
        found["Last-Modified"] = http_date(changed.timestamp())
    return found


def coding(request: Request) -> str:
    """How the body is compressed for a client that can read it: "gzip" or "".

    What is answered is public, the same for everybody, and repeats no secret beside what was asked, so that an
    attack on compressed secrets (BREACH) finds none.
    """
    for part in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, _, weight = part.replace(" ", "").partition(";")
        if (name == GZIP and weight.strip("q=0.") != "") or (name == GZIP and not weight):
            return GZIP
    return ""


def compressed(request: Request, response: HttpResponseBase) -> None:
    """Compress a whole answer, or a stream of it, for a client that can read that."""
    if response.status_code != 200 or not coding(request) or response.has_header("Content-Encoding"):
        return
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = compress_sequence(cast("Iterable[bytes]", response.streaming_content))
        del response["Content-Length"]
    elif isinstance(response, HttpResponse):
        response.content = compress_string(response.content)
        response["Content-Length"] = str(len(response.content))
    response["Content-Encoding"] = GZIP


def address_with(request: Request, *, on: date | None = None, **changed: str) -> str:
    """The address asked for with some parameters set. It holds the day, so that midnight does not part two pages."""
    parameters = request.query_params.copy()
    for name, value in changed.items():
        parameters[name] = value
    if on is not None:
        parameters["as_of"] = on.isoformat()
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def first_page(request: Request) -> str:
    """The address of the page with which the list begins."""
    parameters = request.query_params.copy()
    parameters.pop("cursor", None)
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}".removesuffix("?"))


def address(request: Request, name: str, *parts: str) -> str:
    """The absolute address of another answer of this door."""
    return request.build_absolute_uri(reverse(f"api:{name}", args=parts))
