"""The parameters as OpenAPI describes them; what they allow is read from the vocabulary."""

from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiParameter
from pydantic import TypeAdapter

from api.answers import Answer
from api.listing import COUNTED
from api.negotiating import LISTS
from catalogue.changes import NARROWS
from catalogue.holdings import NARROWING
from catalogue.looking_ahead import IN_CALENDAR, MONTHS_AHEAD
from catalogue.looking_ahead import TAKES as LOOKS_AHEAD
from catalogue.orders import ORDERS
from catalogue.parameters import DEFAULT_LIMIT, LARGEST_LIMIT, LONGEST_VALUE
from catalogue.question import INFERRED, UNKNOWN
from catalogue.words.query import LONGEST_QUERY
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.parts import PartyCode
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.party_types import PartyType
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.term import Term
from treaty.vocabulary.value_states import ValueState

EXAMPLES: dict[str, Any] = {
    "q": "status of forces",
    "party": ["JPN"],
    "between": ["JPN", "USA"],
    "region": ["142"],
    "organisation": ["ORG-NATO"],
    "kind": ["acsa"],
    "provision": ["logistics"],
    "standing": ["in_force"],
    "event": ["signature"],
    "decade": ["1950"],
    "event_from": "1950-01-01",
    "event_before": "1960-01-01",
    "deadline_before": "2030-01-01",
    "notice_before": "2030-01-01",
    "as_of": "1955-01-01",
    "as_known": "2026-11-21",
    "order": "-signed",
    "limit": 50,
    "cursor": "WyItc2lnbmVkIiw0LCIxOTUxLTA5LTA4Iiw3NF0=",
    "since": "WyJjaGFuZ2VzIiwzMjBd",
    "until": "2030-01-01",
    "count": "yes",
    "reference": "E0074",
    "number": "1",
    "code": "JPN",
    "one": "JPN",
    "two": "USA",
}
"""One thing that may be asked by each parameter; of the others, the first of the words that are allowed."""
SEVERAL = "Repeat it, or put commas between several: any of them will do."
CODE: dict[str, Any] = TypeAdapter(PartyCode).json_schema()
DAY: dict[str, Any] = {"type": "string", "format": "date"}


def glossary(family: Iterable[Term]) -> str:
    """The words of a family with their meaning, as a Markdown list."""
    return "\n".join(f"* `{term.value}`: {term.label}. {term.definition}" for term in family)


def one(name: str, description: str, schema: dict[str, Any]) -> OpenApiParameter:
    return OpenApiParameter(name, schema, description=description, examples=_example(name, schema))


def many(name: str, description: str, items: dict[str, Any]) -> OpenApiParameter:
    schema = {"type": "array", "items": items}
    return OpenApiParameter(
        name,
        schema,
        description=description,
        style="form",
        explode=True,
        examples=_example(name, {"enum": [items["enum"][:1]]} if "enum" in items else items),
    )


def _example(name: str, schema: dict[str, Any]) -> list[OpenApiExample]:
    """What may be asked, as an example; of a list of words its first."""
    value = EXAMPLES.get(name, next(iter(schema.get("enum", ())), None))
    return [OpenApiExample("Example", value)]


def words(name: str, description: str, family: type[Term], *more: str) -> OpenApiParameter:
    extra = "".join(f"\n* `{word}`: nothing is known." for word in more)
    items = {"type": "string", "enum": [*(term.value for term in family), *more]}
    return many(name, f"{description} {SEVERAL}\n\n{glossary(family)}{extra}", items)


LIMIT = one(
    "limit",
    "How many rows a page has at most.",
    {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
)
CURSOR = one(
    "cursor",
    "Where the page begins, as the `next` of the page before says. Opaque. Ask nothing else with it: another order is refused, "
    "but other filters are not noticed.",
    {"type": "string", "maxLength": LONGEST_VALUE},
)
AS_KNOWN = one("as_known", "What the register knew at the end of this day (UTC), today at the latest. Without it: what it knows now.", DAY)

AS_OF = one("as_of", "The day in the world on which standing is judged. Without it: today (UTC).", DAY)
JUDGED = one(
    "inferred",
    "Whether standings count what a named rule concludes (`yes`), or only what sources declare (`no`).",
    {"type": "string", "enum": list(INFERRED), "default": "yes"},
)
TWO = many("between", "Codes of two parties, to be told what holds between them.", {"type": "string"})

REGION: dict[str, Any] = {"type": "string", "enum": [*REGIONS, *SUBREGIONS]}
DECADE: dict[str, Any] = {"type": "string", "pattern": "^[12][0-9]{2}0$"}

QUESTION = [
    one(
        "q",
        'Words to look for in titles, names, texts and notes. “-word” leaves out, “"several words"” stand together, '
        "“OR” parts alternatives, “begin*” finds beginnings.",
        {"type": "string", "maxLength": LONGEST_QUERY},
    ),
    many("party", f"The code of a party, such as `JPN`. {SEVERAL}", {"type": "string"}),
    many("between", "Codes of two parties or more: all of them are parties. Repeat it, or put commas between them.", {"type": "string"}),
    many("region", f"The UN M49 code of a region or subregion in which a party lies, such as `142` for Asia. {SEVERAL}", REGION),
    many("organisation", f"The code of an organisation of which a party was a member on the day `as_of`. {SEVERAL}", {"type": "string"}),
    words("kind", "What the agreement is for.", AgreementKind),
    words("provision", "What the agreement provides for.", ProvisionKind),
    words("character", "Whether and how it binds in law.", Character),
    words("lateral", "How many sides it has.", Laterality),
    many("decade", f"The first year of the decade in which it was first signed, such as `1950`. {SEVERAL}", DECADE),
    words("source", "The kind of the highest rank among the sources that the record lists.", SourceKind),
    words("verified", "How far the record has been verified.", Checked),
    words("standing", "The standing on the day `as_of`.", Standing, UNKNOWN),
    JUDGED,
    words("event", "An event that has happened, of this kind; with the two days below, between them.", EventKind),
    one("event_from", "The first day on which such an event may have happened; without `event`, an event of any kind.", DAY),
    one("event_before", "The day before which it may have happened.", DAY),
    one(
        "deadline_before",
        "With a deadline that falls, or may fall, before this day, as seen from the day `as_of`. "
        "The earliest exit does not count: it moves with the day.",
        DAY,
    ),
    one("notice_before", "With a last day for notice against renewal before this day, as seen from the day `as_of`.", DAY),
    one("as_of", "The day in the world on which standing is judged, and by which something has happened. Without it: today (UTC).", DAY),
    AS_KNOWN,
    one("order", "In which order the rows stand.", {"type": "string", "enum": list(ORDERS), "default": "-signed"}),
    LIMIT,
    CURSOR,
]
BY_NAME = {parameter.name: parameter for parameter in QUESTION}
IN_ORDER = [parameter for parameter in QUESTION if parameter.name != "order"]
NUMBERS = [parameter for parameter in IN_ORDER if parameter.name not in ("limit", "cursor")]
OF_PAIRS = [*(BY_NAME[name] for name in NARROWING), LIMIT, CURSOR]
PARTIES = [words("type", "What the party is.", PartyType), LIMIT, CURSOR]
STATE = words("state", "Whether the agreement has the provision. Without it: those that it has.", ValueState)
ACCEPTED = one(
    "accepted",
    "`yes`: what has happened, as the register accepts it; `any`: what is awaited, and rival accounts, too.",
    {"type": "string", "enum": ["yes", "any"], "default": "yes"},
)
DEADLINE = many(
    "deadline",
    f"The kind of deadline. {SEVERAL}\n\n{glossary(DeadlineKind)}",
    {"type": "string", "enum": [kind.value for kind in IN_CALENDAR]},
)
UNTIL = one("until", f"The last day on which a deadline may fall. Without it: {MONTHS_AHEAD} months after `as_of`.", DAY)
AHEAD = [*(BY_NAME[name] for name in LOOKS_AHEAD if name in BY_NAME), DEADLINE, UNTIL, LIMIT, CURSOR]
SINCE = one(
    "since",
    "The `cursor` of an answer or of /status/, or a day (UTC). Without it: from the first revision on.",
    {"type": "string", "maxLength": LONGEST_VALUE},
)
CHANGES = [*(BY_NAME[name] for name in NARROWS), SINCE, LIMIT]

FORMAT = one(
    "format",
    "The form of the answer; it wins over the Accept header.\n\n" + "\n".join(f"* `{form.name}`: {form.purpose}" for form in LISTS),
    {"type": "string", "enum": [form.name for form in LISTS]},
)
COUNT = one("count", "Whether to tell how many rows there are in all, as `total` (JSON only).", {"type": "string", "enum": list(COUNTED)})


def asked_of(row: type[Answer], *asks: OpenApiParameter) -> list[OpenApiParameter]:
    """The parameters of a list of such rows, after those of its own."""
    names = {"type": "string", "enum": list(row.model_fields)}
    fields = OpenApiParameter(
        "fields",
        {"type": "array", "items": names},
        description="The fields that a row is to have. Without it: all.",
        style="form",
        explode=True,
        examples=[OpenApiExample("Example", list(row.model_fields)[:2])],
    )
    expand = many("expand", "What is to stand in each row beside its own fields.", {"type": "string", "enum": list(row.expandable)})
    return [*asks, FORMAT, fields, *([expand] if row.expandable else []), COUNT]


def in_path(name: str, description: str, schema: dict[str, Any]) -> OpenApiParameter:
    examples = _example(name, schema)
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, required=True, description=description, examples=examples)


REFERENCE = in_path("reference", "The public id of an agreement, such as `E0412`.", {"type": "string"})
REVISION_NUMBER = "^[1-9][0-9]{0,8}$"
NUMBER = in_path("number", "The number of a revision; the first is 1.", {"type": "string", "pattern": REVISION_NUMBER})
PARTY_CODE = in_path("code", "The code of a party, such as `JPN`.", CODE)
ONE = in_path("one", "The code of a party, such as `JPN`.", CODE)
OTHER = in_path("two", "The code of another party, such as `USA`.", CODE)
