"""Each operation of the desk as OpenAPI describes it: what it asks, takes and answers, its problems, an example of each."""

from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any, Literal, TypeVar, cast

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiRequest, OpenApiResponse, extend_schema

from accounts.roles import Scope
from catalogue.parameters import DEFAULT_LIMIT, LARGEST_LIMIT, LONGEST_VALUE
from desk.rest import examples, shapes
from desk.rest.models import LONGEST_KEY
from desk.rest.sent import DEEPEST, LARGEST_BODY
from editorial.vocabulary import State
from rest.problems import MEDIA_TYPE, Problem
from treaty.document.document import Document

View = TypeVar("View", bound=Callable[..., Any])
JSON, PATCH, FORM = "application/json", "application/merge-patch+json", "multipart/form-data"
ASKED, NAMED, SENT, CHANGED = (401, 403, 406, 429, 500, 503), (404,), (413, 415, 422), (409, 412, 428)

PROBLEMS = {
    400: "A parameter or a header is at fault, or the body is no JSON, repeats a key, or is nested too deep; `errors` names each place.",
    401: "There is no token, or it opens nothing; `WWW-Authenticate` says how to sign in.",
    403: "The token lacks the scope that `detail` names, the role of its person does not allow it, or somebody else has to do it.",
    404: "There is nothing of that name that this person may see, or no such page.",
    406: "The Accept header excludes JSON.",
    409: "It does not stand so that this can be done, or a request with the same Idempotency-Key is under way.",
    412: "It has changed since it was read; `ETag` is the present version.",
    413: f"The body is larger than {LARGEST_BODY:,} bytes.",
    415: "The Content-Type is another one than is taken here.",
    422: "What was sent is well-formed, and wrong; `errors` names each place with what would be right.",
    428: "If-Match is missing; `ETag` is the present version.",
    429: "Too many requests; `Retry-After` says in how many seconds to ask again.",
    500: "The register failed.",
    503: "The database does not answer; `Retry-After` says in how many seconds to ask again.",
}
Place = Literal["query", "path", "header"]


def header(name: str, description: str, *statuses: int) -> OpenApiParameter:
    """A header of the answers with these statuses."""
    return OpenApiParameter(name, str, OpenApiParameter.HEADER, description=description, response=list(statuses))


def asked(name: str, description: str, example: Any, place: Place = OpenApiParameter.QUERY, **schema: Any) -> OpenApiParameter:
    """A part of the request, as an example shows it. What has a place in the path, and If-Match, has to be there."""
    required = place == OpenApiParameter.PATH or name == "If-Match"
    shown = [OpenApiExample("Example", example)]
    return OpenApiParameter(name, {"type": "string", **schema}, place, required=required, description=description, examples=shown)


KEY = asked(
    "key",
    "The number of an agreement at the desk, such as `17`, or its public reference, such as `E0412`.",
    "17",
    OpenApiParameter.PATH,
    pattern="^([1-9][0-9]{0,17}|E[0-9]{4,9})$",
)
TAG = r'(W/)?"[!#-~]*"'
IF_MATCH = asked(
    "If-Match",
    "The ETag of the version that you have read. Without it nothing is changed.",
    '"17.3.0"',
    OpenApiParameter.HEADER,
    pattern=f"^{TAG}( *, *{TAG})*$",
)
KEY_ITSELF = f"[!#-\\[\\]-~]{{1,{LONGEST_KEY}}}"
ONCE = asked(
    "Idempotency-Key",
    "A key of your own, such as a UUID: within 48 hours the same request with the same key does its deed once, and has the same answer.",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    OpenApiParameter.HEADER,
    pattern=f'^({KEY_ITSELF}|"{KEY_ITSELF}")$',
)
ETAG = "The version of the desk copy, for If-Match."
LIMITS = (
    header("RateLimit-Policy", "How many requests are allowed in how many seconds.", 200, 201, 304, 429),
    header("RateLimit", "How many requests are left, and in how many seconds there will be more.", 200, 201, 304, 429),
)
RETRY = header("Retry-After", "In how many seconds to ask again.", 429, 503)
STATES: dict[str, Any] = {"type": "array", "items": {"type": "string", "enum": [state.value for state in State]}}
LIST = (
    asked("state", "How far they have come. Repeat it, or put commas between several.", [State.DRAFT.value], **STATES),
    asked("mine", "Only those that you began.", "yes", enum=["yes", "no"], default="no"),
    asked("limit", "How many rows a page has at most.", 20, type="integer", minimum=1, maximum=LARGEST_LIMIT, default=DEFAULT_LIMIT),
    asked(
        "cursor", "Where the page begins: the `cursor` in the `next` of the page before.", "WyJkcmFmdHMiLDAsMTdd", maxLength=LONGEST_VALUE
    ),
)


def problem(status: int) -> OpenApiResponse:
    title = HTTPStatus(status).phrase
    return OpenApiResponse(Problem, PROBLEMS[status], [OpenApiExample(title, examples.problem(status), media_type=MEDIA_TYPE)])


def described(
    name: str,
    summary: str,
    scope: Scope,
    shape: Any,
    example: Any,
    *,
    status: int = 200,
    description: str = "",
    asks: Sequence[OpenApiParameter] = (),
    takes: dict[str, Any] | None = None,
    problems: Iterable[int] = (),
) -> Callable[[View], View]:
    """Describes one method of a view. The view's own docstring is for its readers."""
    answers: dict[Any, Any] = {(status, JSON): OpenApiResponse(shape, "The answer.", [OpenApiExample("Answer", example, media_type=JSON)])}
    if 304 in problems:
        answers[304] = OpenApiResponse(description="You have it already, as If-None-Match says.")
    answers |= {(one, MEDIA_TYPE): problem(one) for one in sorted({400, *ASKED, *problems} - {304})}
    return extend_schema(
        operation_id=name,
        summary=summary,
        description=f"{description}\n\nAsks for a token with the scope `{scope.value}`.".strip(),
        tags=["The desk"],
        parameters=[*asks, *LIMITS, RETRY],
        request=takes,
        responses=answers,
        auth=cast("list[str]", [{"token": [scope.value]}]),  # the stubs know no scopes
    )


def body(shape: Any, example: Any, media_type: str = JSON) -> dict[str, Any]:
    return {media_type: OpenApiRequest(shape, examples=[OpenApiExample("Example", example, media_type=media_type, request_only=True)])}


def change(
    name: str, summary: str, takes: dict[str, Any] | None, scope: Scope = Scope.WRITE, description: str = ""
) -> Callable[[View], View]:
    """A request that changes what is there already, and answers with the state that it leads to."""
    return described(
        name,
        summary,
        scope,
        shapes.DraftState,
        examples.STATE,
        description=description,
        asks=(KEY, IF_MATCH, ONCE, header("ETag", ETAG, 200, 412, 428)),
        takes=takes,
        problems=(*NAMED, *SENT, *CHANGED),
    )


WHOLE = body(Document, examples.DOCUMENT)
LIMITED = f"At most {LARGEST_BODY:,} bytes, nested {DEEPEST} deep at most; no key twice, and none that the schema does not have."

list_drafts = described(
    "list_drafts",
    "The agreements at the desk that you may see, the last begun first.",
    Scope.READ,
    shapes.DraftPage,
    examples.PAGE,
    asks=LIST,
    problems=NAMED,
)
create_draft = described(
    "create_draft",
    "Begin a draft from a whole document.",
    Scope.WRITE,
    shapes.DraftState,
    examples.STATE,
    status=201,
    description=LIMITED,
    asks=(ONCE, header("Location", "The draft.", 201), header("ETag", ETAG, 201)),
    takes=WHOLE,
    problems=(*SENT, 409),
)
read_draft = described(
    "read_draft",
    "The document as it stands at the desk.",
    Scope.READ,
    Document,
    examples.DOCUMENT,
    asks=(KEY, header("ETag", ETAG, 200, 304)),
    problems=(*NAMED, 304, 409, 503),
)
replace_draft = change(
    "replace_draft",
    "Put a whole document in the place of what the desk has.",
    WHOLE,
    description=f"A document that the public API gave can be sent back as it is. What changes nothing leaves no version. {LIMITED}",
)
patch_draft = change(
    "patch_draft",
    "Change some fields by JSON Merge Patch (RFC 7386).",
    body({"type": "object", "additionalProperties": True}, examples.PATCH, PATCH),
    description="Null takes a field away; a list is replaced as a whole.",
)
read_state = described(
    "read_state",
    "How far an agreement has come, and what the rule book says of it.",
    Scope.READ,
    shapes.DraftState,
    examples.STATE,
    asks=(KEY, header("ETag", ETAG, 200)),
    problems=NAMED,
)
read_submission = described(
    "read_submission",
    "The document that was last submitted, as it was frozen.",
    Scope.READ,
    Document,
    examples.DOCUMENT,
    asks=(KEY, header("ETag", "The SHA-256 of the document, in quotation marks.", 200, 304)),
    problems=(*NAMED, 304),
)
validate_new = described(
    "validate_document",
    "What the desk would say of a new document. Nothing is written.",
    Scope.WRITE,
    shapes.Verdict,
    examples.VERDICT,
    takes=WHOLE,
    problems=SENT,
)
validate_draft = described(
    "validate_draft",
    "What the desk would say of a document in the place of the present one, and what it would change. Nothing is written.",
    Scope.WRITE,
    shapes.Verdict,
    examples.VERDICT,
    asks=(KEY,),
    takes=WHOLE,
    problems=(*NAMED, *SENT, 409),
)
submit_draft = change("submit_draft", "Freeze the draft and give it to review.", body(shapes.Submit, {"another": False}), Scope.SUBMIT)
withdraw_draft = change("withdraw_draft", "Take your own submission back.", body(shapes.Nothing, {}), Scope.SUBMIT)
return_draft = change(
    "return_draft", "Give a submission back to its editor.", body(shapes.Return, {"comment": "Article 5 says sixty days."}), Scope.PUBLISH
)
publish_draft = change(
    "publish_draft",
    "Make the submission that you read the public record.",
    body(shapes.Publish, {"sha256": examples.SHA256}),
    Scope.PUBLISH,
)
retract_record = change(
    "retract_record",
    "Take a record out of the public register.",
    body(shapes.Retract, {"reason": "It was never concluded."}),
    Scope.PUBLISH,
)
upload_text = described(
    "upload_text",
    "Keep a file as a text of the agreement.",
    Scope.WRITE,
    shapes.TextKept,
    examples.TEXT,
    status=201,
    description="PDF, Word (DOCX), HTML, Markdown or plain text. Its words are read afterwards.",
    asks=(KEY, IF_MATCH, ONCE, header("ETag", ETAG, 201, 412, 428)),
    takes=body(examples.UPLOAD, examples.FORM_SENT, FORM),
    problems=(*NAMED, *SENT, *CHANGED),
)
