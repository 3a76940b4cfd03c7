"""What went wrong, for programs: a problem document (RFC 9457), in the shape that the API gives its own."""

from http import HTTPStatus

from django.http import HttpRequest, JsonResponse

from web.showing.trouble import Trouble
from web.showing.words import echo

MEDIA_TYPE = "application/problem+json"


def wants_data(request: HttpRequest) -> bool:
    """Whether it is a program that asks: for an address of data, or for JSON and no page."""
    return request.path.endswith(".json") or (not request.accepts("text/html") and request.accepts("application/json"))


def problem(request: HttpRequest, said: Trouble) -> JsonResponse:
    """The same as the page about what went wrong, with every parameter at fault."""
    faults = [
        {
            "parameter": fault.parameter,
            "value": fault.value,
            "detail": fault.detail,
            "allowed": list(fault.allowed),
            "suggestion": fault.suggestion or None,
        }
        for fault in said.faults
    ]
    document = {
        "type": "about:blank",
        "title": HTTPStatus(said.status).phrase,
        "status": said.status,
        "detail": " ".join(fault.detail for fault in said.faults) or " ".join((said.sentence, *said.meant)),
        "instance": echo(request.path, 400),
        "errors": faults,
    }
    return JsonResponse(document, status=said.status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})
