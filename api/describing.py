"""Each operation as OpenAPI describes it: its parameters, its answers, its problems, an example of each."""

import json
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from pydantic import BaseModel, RootModel

from api import answers, contents, examples, figures, parameters, partners, revisions, standing
from api.about import Status, Vocabulary
from api.listing import pieces, plain_fields
from api.negotiating import CSV, DOCUMENT_SCHEMA, JSON, JSON_LINES, Format
from rest.problems import MEDIA_TYPE, Problem
from treaty.document.document import Document

View = TypeVar("View", bound=type[Any])

PROBLEMS = {
    400: "A parameter is unknown, repeated, malformed or not allowed; `errors` names each.",
    404: "There is nothing of that name, or no such page.",
    405: "The address is read only.",
    406: "The Accept header excludes every form that the answer has.",
    410: "It was public and has been retracted; `detail` gives the reason.",
    412: "If-Match or If-Unmodified-Since does not hold.",
    429: "Too much was asked in too short a time; `Retry-After` tells when to ask again.",
    500: "The register failed.",
    503: "The database does not answer; `Retry-After` tells when to ask again.",
}
UNCHANGED = OpenApiResponse(description="You have it already, as If-None-Match (or, for a document, If-Modified-Since) says.")
MOVED = OpenApiResponse(description="It has its place elsewhere, where `Location` leads; the question stays as it was.")


def header(name: str, description: str, *statuses: int) -> OpenApiParameter:
    return OpenApiParameter(name, str, OpenApiParameter.HEADER, description=description, response=list(statuses))


CACHING = (
    header("ETag", "A strong tag of these bytes; of a document the SHA-256, and of a compressed answer that with a suffix.", 200, 304),
    header("Cache-Control", "May be kept, and is to be asked for again each time.", 200, 304),
    header("Last-Modified", "When the register last learnt something of it; of a list, when it or the day last changed.", 200, 304),
)
LEADS_ON = header("Location", "The address of what continues it.", 301)
LINKED = header("Link", "The page that follows and the first one (RFC 8288), or the JSON Schema of a document.", 200)
ANEW = "It is answered anew each time."
KEPT = "Who has the answer sends its `ETag` as `If-None-Match`, and gets 304 while it holds."
ONE_BY_ONE = f"A page of rows as JSON, or the whole list in one stream, as JSON Lines or as a table. {KEPT}"
WAITING = header("Retry-After", "In how many seconds to ask again.", 429, 503)


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
    problems: tuple[int, ...] = (),
    conditional: bool = True,
    moves: bool = False,
    media_type: str = JSON.media_type,
    row: type[answers.Answer] | None = None,
) -> Callable[[View], View]:
    """Describes a view's GET. `row`: the answer is a list of these, in any of the forms that lists have."""
    example = examples.answer(name)
    shown = [OpenApiExample("Answer", example, media_type=media_type)] if example is not None else []
    found: dict[Any, Any] = {(200, media_type): OpenApiResponse(sparse_or(shape) if row else shape, "The answer.", shown)}
    if row:
        found |= {(200, form.media_type): _stream(row, form, example["results"]) for form in (JSON_LINES, CSV)}
    statuses = {400, 405, 406, 429, 500, 503, *problems} | ({412} if conditional else set())
    found |= {304: UNCHANGED} if conditional else {}
    found |= {301: MOVED} if moves else {}
    found |= {(status, MEDIA_TYPE): problem(status) for status in sorted(statuses)}
    said = [*(CACHING if conditional else ()), *([LEADS_ON] if moves else ()), LINKED, WAITING]
    how = ONE_BY_ONE if row else KEPT if conditional else ANEW
    operation = extend_schema(
        operation_id=name, summary=summary, description=how, tags=[tag], parameters=[*asks, *said], responses=found, auth=[]
    )
    return extend_schema_view(get=operation)


def sparse_or(page: type[BaseModel]) -> type[BaseModel]:
    """A page, or one whose rows have the fields only that were asked for."""
    name = page.__name__.replace("Page", "List")
    doc = f"{page.__doc__} With `fields`, its rows have these only."
    made: type[BaseModel] = type(name, (RootModel[page | answers.SparsePage],), {"__doc__": doc, "__module__": __name__})  # type: ignore[valid-type]
    return made


def _stream(row: type[answers.Answer], form: Format, rows: Sequence[dict[str, Any]]) -> OpenApiResponse:
    shape = {"type": "string", "description": f"One `{row.__name__}` a line; in a table, a part of a part has a column of its own."}
    texts = [json.dumps(one, ensure_ascii=False) for one in rows]
    example = "".join(pieces(texts, form, row, plain_fields(row)))
    return OpenApiResponse(shape, "The answer.", [OpenApiExample("Answer", example, media_type=form.media_type)])


REFERENCE, CODE = parameters.REFERENCE, parameters.PARTY_CODE
describe_index = described("index", "Where to begin.", "About", answers.Links, conditional=False)
describe_status = described(
    "read_status", "How the service stands, and from where to follow its changes.", "About", Status, conditional=False
)
describe_vocabulary = described("read_vocabulary", "Every word of the register, with its meaning and its source.", "About", Vocabulary)
describe_schema = described("read_openapi", "This description.", "About", {"type": "object"})
describe_document_schema = described(
    "read_document_schema",
    "JSON Schema (2020-12) of the document of an agreement.",
    "About",
    {"type": "object"},
    media_type=DOCUMENT_SCHEMA.media_type,
)
describe_agreements = described(
    "list_agreements",
    "The agreements that answer a question, each with its standing on the day asked for.",
    "Agreements",
    answers.AgreementPage,
    row=answers.AgreementRow,
    asks=parameters.asked_of(answers.AgreementRow, *parameters.QUESTION),
    problems=(404,),
)
describe_agreement = described(
    "read_agreement",
    "One agreement: the document as it was published, byte for byte.",
    "Agreements",
    Document,
    asks=[REFERENCE, parameters.AS_KNOWN],
    problems=(404, 410),
    moves=True,
)
describe_revisions = described(
    "list_revisions",
    "What the register has said of one agreement, revision by revision, the last first.",
    "Agreements",
    revisions.RevisionPage,
    row=revisions.RevisionRow,
    asks=[REFERENCE, *parameters.asked_of(revisions.RevisionRow)],
    problems=(404, 410),
)
describe_revision = described(
    "read_revision",
    "One revision of one agreement: the document as it was published then, byte for byte.",
    "Agreements",
    Document,
    asks=[REFERENCE, parameters.NUMBER],
    problems=(404, 410),
)
describe_standing = described(
    "read_standing",
    "What the law concludes of one agreement on a day: its standing, each party's, and what is to come, each with its reasons.",
    "Agreements",
    standing.StandingOnADay,
    asks=[REFERENCE, parameters.AS_OF, parameters.AS_KNOWN, parameters.JUDGED, parameters.TWO],
    problems=(404, 410),
    moves=True,
)
describe_agreement_deadlines = described(
    "list_agreement_deadlines",
    "What is to come for one agreement, as seen from a day, each with its reasons.",
    "Agreements",
    standing.ToComePage,
    row=standing.ToCome,
    asks=[REFERENCE, *parameters.asked_of(standing.ToCome, parameters.AS_OF, parameters.AS_KNOWN, parameters.JUDGED)],
    problems=(404, 410),
    moves=True,
)
describe_parties = described(
    "list_parties",
    "The parties, in the order of their codes.",
    "Parties",
    answers.PartyPage,
    row=answers.PartyRow,
    asks=parameters.asked_of(answers.PartyRow, *parameters.PARTIES),
    problems=(404,),
)
describe_party = described(
    "read_party",
    "One party: its names, codes, lives, successions and memberships.",
    "Parties",
    answers.PartyInFull,
    asks=[CODE],
    problems=(404,),
)
describe_partners = described(
    "list_partners",
    "With whom one party has agreements, and how many of them are in force between the two.",
    "Parties",
    partners.PartnerPage,
    row=partners.PartnerRow,
    asks=[CODE, *parameters.asked_of(partners.PartnerRow, parameters.AS_OF, parameters.AS_KNOWN, parameters.JUDGED)],
    problems=(404,),
)
describe_between = described(
    "read_between",
    "What stands between two parties: their agreements and why each holds, what is to come, whom they share, what one alone has.",
    "Parties",
    partners.BetweenTwoParties,
    asks=[parameters.ONE, parameters.OTHER, parameters.AS_OF, parameters.AS_KNOWN, parameters.JUDGED],
    problems=(404,),
    moves=True,
)
describe_pairs = described(
    "list_pairs",
    "The pairs of parties between which agreements of the answer are in force or suspended.",
    "Parties",
    partners.PairPage,
    row=partners.PairRow,
    asks=parameters.asked_of(partners.PairRow, *parameters.OF_PAIRS),
    problems=(404,),
)
describe_provisions = described(
    "list_provisions",
    "Provisions one by one, with the terms of their kinds, of the agreements that answer a question.",
    "Contents",
    contents.ProvisionPage,
    row=contents.ProvisionRow,
    asks=parameters.asked_of(contents.ProvisionRow, *parameters.IN_ORDER, parameters.STATE),
    problems=(404,),
)
describe_events = described(
    "list_events",
    "Events one by one, of the agreements that answer a question.",
    "Contents",
    contents.EventPage,
    row=contents.EventRow,
    asks=parameters.asked_of(contents.EventRow, *parameters.IN_ORDER, parameters.ACCEPTED),
    problems=(404,),
)
describe_deadlines = described(
    "list_deadlines",
    "What is to come, the soonest first, of the agreements that answer a question.",
    "Contents",
    contents.DeadlinePage,
    row=contents.DeadlineRow,
    asks=parameters.asked_of(contents.DeadlineRow, *parameters.AHEAD),
    problems=(404,),
)
describe_facets = described(
    "read_facets",
    "How many agreements each value of each filter would leave.",
    "Figures",
    figures.FacetsOfAnAnswer,
    asks=parameters.NUMBERS,
)
describe_figures = described(
    "read_figures",
    "The agreements that answer a question in numbers, and of how many what is not known.",
    "Figures",
    figures.FiguresOfAnAnswer,
    asks=parameters.NUMBERS,
)
describe_changes = described(
    "list_changes",
    "What was published, retracted or merged, in the order in which the register learnt it. Who follows it has what the register has.",
    "Changes",
    revisions.ChangePage,
    row=revisions.Change,
    asks=parameters.asked_of(revisions.Change, *parameters.CHANGES),
)
