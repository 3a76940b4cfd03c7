"""Each operation as OpenAPI describes it: its parameters, its answers, its problems, an example of each."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema

from api import examples, parameters
from api.answers import AgreementPage, Links, PartyInFull, PartyPage
from api.standing import StandingOnADay
from rest.problems import MEDIA_TYPE, Problem
from treaty.document.document import Document

View = TypeVar("View", bound=Callable[..., Any])
JSON = "application/json"

PROBLEMS = {
    400: "A parameter is unknown, repeated, malformed or not allowed; `errors` names each.",
    404: "There is nothing of that name, or no such page.",
    406: "The Accept header excludes JSON.",
    410: "It was public and has been retracted; `detail` gives the reason.",
    412: "If-Match or If-Unmodified-Since does not hold.",
    500: "The register failed.",
}
UNCHANGED = OpenApiResponse(description="You have it already, as If-None-Match or If-Modified-Since says.")

MOVED = OpenApiResponse(description="The record was merged into another, where `Location` leads; the question stays as it was.")


def header(name: str, description: str, *statuses: int) -> OpenApiParameter:
    return OpenApiParameter(name, str, OpenApiParameter.HEADER, description=description, response=list(statuses))


CACHING = (
    header("ETag", "The SHA-256 of the body, in quotation marks.", 200, 304),
    header("Cache-Control", "May be kept, and is to be asked for again each time.", 200, 304),
)
LEADS_ON = header("Location", "The address of the record that continues it.", 301)
DATED = (header("Last-Modified", "When the revision was published.", 200, 304), header("Link", "The JSON Schema of the document.", 200))


def problem(status: int) -> OpenApiResponse:
    title = HTTPStatus(status).phrase
    return OpenApiResponse(Problem, PROBLEMS[status], [OpenApiExample(title, examples.problem(status, title), media_type=MEDIA_TYPE)])


def described(
    name: str,
    summary: str,
    tag: str,
    shape: Any,
    *,
    asks: Sequence[OpenApiParameter] = (),
    example: Any = None,
    problems: tuple[int, ...] = (),
    conditional: bool = False,
    moves: bool = False,
    media_type: str = JSON,
) -> Callable[[View], View]:
    """Describes a view's GET. The view's own docstring is for its readers, not for the API's."""
    shown = [OpenApiExample("Answer", example, media_type=media_type)] if example is not None else []
    answers: dict[Any, Any] = {(200, media_type): OpenApiResponse(shape, "The answer.", shown)}
    statuses = {400, 406, 500, *problems} | ({412} if conditional else set())
    answers |= {304: UNCHANGED} if conditional else {}
    answers |= {301: MOVED} if moves else {}
    answers |= {(status, MEDIA_TYPE): problem(status) for status in sorted(statuses)}
    return extend_schema(
        operation_id=name,
        summary=summary,
        description="",
        tags=[tag],
        parameters=[*asks, *(CACHING if conditional else ()), *([LEADS_ON] if moves else ())],
        responses=answers,
        auth=[],
    )


describe_index = described("index", "Where to begin.", "About", Links, example=examples.LINKS)
describe_agreements = described(
    "list_agreements",
    "The agreements that answer a question, each with its standing on the day asked for.",
    "Agreements",
    AgreementPage,
    asks=parameters.QUESTION,
    example=examples.AGREEMENTS,
    problems=(404,),
)
describe_agreement = described(
    "read_agreement",
    "One agreement: the document as it was published, byte for byte.",
    "Agreements",
    Document,
    asks=[parameters.REFERENCE, parameters.AS_KNOWN, *DATED],
    problems=(404, 410),
    conditional=True,
    moves=True,
)
describe_standing = described(
    "read_standing",
    "What the law concludes of one agreement on a day: its standing, each party's, and what is to come, each with its reasons.",
    "Agreements",
    StandingOnADay,
    asks=[parameters.REFERENCE, parameters.AS_OF, parameters.AS_KNOWN, parameters.JUDGED, parameters.TWO],
    problems=(404, 410),
    moves=True,
)
describe_parties = described(
    "list_parties",
    "The parties, in the order of their codes.",
    "Parties",
    PartyPage,
    asks=parameters.PARTIES,
    example=examples.PARTIES,
    problems=(404,),
)
describe_party = described(
    "read_party",
    "One party: its names, codes, lives, successions and memberships.",
    "Parties",
    PartyInFull,
    asks=[parameters.PARTY_CODE],
    example=examples.PARTY,
    problems=(404,),
)
describe_schema = described("read_openapi", "This description.", "About", {"type": "object"}, conditional=True)
describe_document_schema = described(
    "read_document_schema",
    "JSON Schema (2020-12) of the document of an agreement.",
    "About",
    {"type": "object"},
    conditional=True,
    media_type="application/schema+json",
)
