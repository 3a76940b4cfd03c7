"""What went wrong, as RFC 9457 problem documents: one shape for every fault under /api/."""

import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from math import ceil
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path
from pydantic import BaseModel, ConfigDict, Field
from rest_framework.exceptions import APIException, MethodNotAllowed, NotAcceptable, UnsupportedMediaType

from catalogue.refusing import Fault, Gone, Moved, NotFound, Refused
from rest.refusals import Misfit

MEDIA_TYPE = "application/problem+json"
EVERY_FIELD = ConfigDict(json_schema_serialization_defaults_required=True)
logger = logging.getLogger("django.request")


class ProblemParameter(BaseModel):
    """One part of the address, or one header, that cannot be followed."""

    model_config = EVERY_FIELD

    parameter: str = Field(description="The name of the query parameter, of the part of the path, or of the header.")
    value: str = Field(description="What was given, cut off after 200 characters.")
    detail: str = Field(description="What is wrong, and what would be right.")
    allowed: tuple[str, ...] = Field((), description="All that is allowed, where that is a list; empty where it is not.")
    suggestion: str | None = Field(None, description="The nearest thing that is allowed; null where nothing is near.")

    @classmethod
    def of(cls, fault: Fault) -> "ProblemParameter":
        return cls(**{**vars(fault), "suggestion": fault.suggestion or None})


class ProblemField(BaseModel):
    """One place in what was sent that cannot be taken."""

    model_config = EVERY_FIELD

    pointer: str = Field(description="The place, as a JSON Pointer (RFC 6901); empty for the whole.")
    value: str = Field(description="What stands there, cut off after 200 characters.")
    detail: str = Field(description="What is wrong, and what would be right.")
    allowed: tuple[str, ...] = Field((), description="All that is allowed, where that is a list; empty where it is not.")
    suggestion: str | None = Field(None, description="The nearest thing that is allowed; null where nothing is near.")

    @classmethod
    def of(cls, misfit: Misfit) -> "ProblemField":
        return cls(**{**vars(misfit), "suggestion": misfit.suggestion or None})


class Problem(BaseModel):
    """A problem document (RFC 9457). `errors` names every place at fault, not the first only."""

    model_config = EVERY_FIELD

    type: str = Field("about:blank", description="The status says what kind of problem it is.")
    title: str = Field(description="The name of the status.")
    status: int = Field(description="The status of the answer.")
    detail: str = Field(description="What is wrong, as a sentence.")
    instance: str = Field(description="The path that was asked for.")
    errors: tuple[ProblemParameter | ProblemField, ...] = Field((), description="Every place at fault; empty where none can be named.")


class PreconditionFailed(APIException):
    """The document is another one than If-Match or If-Unmodified-Since asks for."""

    status_code = HTTPStatus.PRECONDITION_FAILED
    default_detail = "The document has changed since, or is not the one that If-Match names."


def answer_with_problem(fault: Exception, context: Mapping[str, Any]) -> HttpResponse:
    """REST framework's exception handler: every exception of a view becomes a problem document.

    That a record was merged into another is no problem: its address leads on, for as long as nobody takes that back.
    """
    request = context["request"]
    if isinstance(fault, Moved):
        address = fault.address(request.path, request.META.get("QUERY_STRING", ""))
        return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})
    status, detail, faults = _explained(fault, context)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.error("%s while answering %s", type(fault).__name__, request.path, exc_info=fault)
    return problem_answer(status, detail, path=request.path, faults=faults, headers=_headers(fault))


def problem_answer(
    status: int, detail: str, *, path: str, faults: Iterable[Fault | Misfit] = (), headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The problem document as an answer, which no cache keeps."""
    problem = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=escape_uri_path(path),
        errors=tuple(ProblemField.of(one) if isinstance(one, Misfit) else ProblemParameter.of(one) for one in faults),
    )
    said = {"Cache-Control": "no-store", **(headers or {})}
    return HttpResponse(problem.model_dump_json(), status=status, content_type=MEDIA_TYPE, headers=said)


def _headers(fault: Exception) -> dict[str, str]:
    """What a fault says beside its document: how to sign in, which version is the present one."""
    if isinstance(fault, OperationalError | InterfaceError):
        return {"Retry-After": "5"}
    challenge, wait = getattr(fault, "auth_header", None), getattr(fault, "wait", None)
    said = {"WWW-Authenticate": challenge, "Retry-After": None if wait is None else str(ceil(wait))}
    return {**{name: value for name, value in said.items() if value}, **getattr(fault, "headers", {})}


def _explained(fault: Exception, context: Mapping[str, Any]) -> tuple[int, str, Iterable[Fault | Misfit]]:
    """Status, detail and the places at fault."""
    match fault:
        case Refused():
            return HTTPStatus.BAD_REQUEST, str(fault), fault.faults
        case NotFound():
            return HTTPStatus.NOT_FOUND, str(fault), [fault.fault] if fault.fault.parameter else []
        case Gone():
            return HTTPStatus.GONE, str(fault), []
        case Http404():
            return HTTPStatus.NOT_FOUND, str(fault) or "There is nothing at this address.", []
        case PermissionDenied():
            return HTTPStatus.FORBIDDEN, str(fault) or "The role of this person does not allow it.", []
        case APIException():
            return fault.status_code, _sentence(fault, context["request"], context["view"]), getattr(fault, "faults", ())
        case OperationalError() | InterfaceError():
            return HTTPStatus.SERVICE_UNAVAILABLE, "The database does not answer. Ask again in a moment.", []
        case SuspiciousOperation():
            return HTTPStatus.BAD_REQUEST, "The question is malformed.", []
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR, "The register failed to answer. The fault is written down.", []


def _sentence(fault: APIException, request: Any, view: Any) -> str:
    """What REST framework refuses by itself is said in our words, with what would be right."""
    match fault:
        case MethodNotAllowed():
            return f"{request.method[:20]} is not possible here; this address takes {', '.join(view.allowed_methods)}."
        case NotAcceptable():
            given = " or ".join(one.media_type for one in view.get_renderers() if one.media_type != MEDIA_TYPE)
            return f"The answer is {given}, which the Accept header of the question excludes."
        case UnsupportedMediaType():
            taken = " or ".join(parser.media_type for parser in view.get_parsers())
            return f"What is sent here is {taken}; the Content-Type of the request says something else."
    return str(fault.detail)
