"""Each operation as OpenAPI describes it: its parameters, its answers, its problems, an example of each."""

import json
from collections.abc import Callable, Sequence
from functools import partial
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
    of: Sequence[OpenApiParameter] = (),
    takes: Sequence[OpenApiParameter] = (),
    problems: tuple[int, ...] = (),
    conditional: bool = True,
    moves: bool = False,
    media_type: str = JSON.media_type,
    row: type[answers.Answer] | None = None,
) -> Callable[[View], View]:
    """Describes a view's GET. `of`: what it is about, `takes`: what it may be asked besides.

    `row`: the answer is a list of these, in any of the forms that lists have, and takes what every list does.
    """
    example = examples.answer(name)
    shown = [OpenApiExample("Answer", example, media_type=media_type)] if example is not None else []
    found: dict[Any, Any] = {(200, media_type): OpenApiResponse(sparse_or(shape) if row else shape, "The answer.", shown)}
    if row:
        found |= {(200, form.media_type): _stream(row, form, example["results"]) for form in (JSON_LINES, CSV)}
    statuses = {400, 405, 406, 429, 500, 503, *problems} | ({412} if conditional else set())
    found |= {304: UNCHANGED} if conditional else {}
    found |= {301: MOVED} if moves else {}
    found |= {(status, MEDIA_TYPE): problem(status) for status in sorted(statuses)}
    asks = [*of, *(parameters.asked_of(row, *takes) if row else takes)]
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


REFERENCE, CODE = [parameters.REFERENCE], [parameters.PARTY_CODE]
THEN = [parameters.AS_OF, parameters.AS_KNOWN, parameters.JUDGED]
FOUND, PUBLIC = (404,), (404, 410)
"""What may go wrong with an address that names something, and with one that names what may have been retracted."""

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

in_agreements = partial(described, tag="Agreements", problems=PUBLIC)
describe_agreements = in_agreements(
    "list_agreements",
    "The agreements that answer a question, each with its standing on the day asked for.",
    shape=answers.AgreementPage,
    row=answers.AgreementRow,
    takes=parameters.QUESTION,
    problems=FOUND,
)
describe_agreement = in_agreements(
    "read_agreement",
    "One agreement: the document as it was published, byte for byte.",
    shape=Document,
    of=[*REFERENCE, parameters.AS_KNOWN],
    moves=True,
)
describe_revisions = in_agreements(
    "list_revisions",
    "What the register has said of one agreement, revision by revision, the last first.",
    shape=revisions.RevisionPage,
    row=revisions.RevisionRow,
    of=REFERENCE,
)
describe_revision = in_agreements(
    "read_revision",
    "One revision of one agreement: the document as it was published then, byte for byte.",
    shape=Document,
    of=[*REFERENCE, parameters.NUMBER],
)
describe_standing = in_agreements(
    "read_standing",
    "What the law concludes of one agreement on a day: its standing, each party's, and what is to come, each with its reasons.",
    shape=standing.StandingOnADay,
    of=[*REFERENCE, *THEN, parameters.TWO],
    moves=True,
)
describe_agreement_deadlines = in_agreements(
    "list_agreement_deadlines",
    "What is to come for one agreement, as seen from a day, each with its reasons.",
    shape=standing.ToComePage,
    row=standing.ToCome,
    of=REFERENCE,
    takes=THEN,
    moves=True,
)

in_parties = partial(described, tag="Parties", problems=FOUND)
describe_parties = in_parties(
    "list_parties", "The parties, in the order of their codes.", shape=answers.PartyPage, row=answers.PartyRow, takes=parameters.PARTIES
)
describe_party = in_parties(
    "read_party", "One party: its names, codes, lives, successions and memberships.", shape=answers.PartyInFull, of=CODE
)
describe_partners = in_parties(
    "list_partners",
    "With whom one party has agreements, and how many of them are in force between the two.",
    shape=partners.PartnerPage,
    row=partners.PartnerRow,
    of=CODE,
    takes=THEN,
)
describe_between = in_parties(
    "read_between",
    "What stands between two parties: their agreements and why each holds, what is to come, whom they share, what one alone has.",
    shape=partners.BetweenTwoParties,
    of=[parameters.ONE, parameters.OTHER, *THEN],
    moves=True,
)
describe_pairs = in_parties(
    "list_pairs",
    "The pairs of parties between which agreements of the answer are in force or suspended.",
    shape=partners.PairPage,
    row=partners.PairRow,
    takes=parameters.OF_PAIRS,
)

in_contents = partial(described, tag="Contents", problems=FOUND)
describe_provisions = in_contents(
    "list_provisions",
    "Provisions one by one, with the terms of their kinds, of the agreements that answer a question.",
    shape=contents.ProvisionPage,
    row=contents.ProvisionRow,
    takes=[*parameters.IN_ORDER, parameters.STATE],
)
describe_events = in_contents(
    "list_events",
    "Events one by one, of the agreements that answer a question.",
    shape=contents.EventPage,
    row=contents.EventRow,
    takes=[*parameters.IN_ORDER, parameters.ACCEPTED],
)
describe_deadlines = in_contents(
    "list_deadlines",
    "What is to come, the soonest first, of the agreements that answer a question.",
    shape=contents.DeadlinePage,
    row=contents.DeadlineRow,
    takes=parameters.AHEAD,
)

in_figures = partial(described, tag="Figures", takes=parameters.NUMBERS)
describe_facets = in_figures("read_facets", "How many agreements each value of each filter would leave.", shape=figures.FacetsOfAnAnswer)
describe_figures = in_figures(
    "read_figures", "The agreements that answer a question in numbers, and of how many what is not known.", shape=figures.FiguresOfAnAnswer
)
describe_changes = described(
    "list_changes",
    "What was published, retracted or merged, in the order in which the register learnt it. Who follows it has what the register has.",
    "Changes",
    revisions.ChangePage,
    row=revisions.Change,
    takes=parameters.CHANGES,
)
