"""The parameters as OpenAPI describes them; what they allow is read from the vocabulary."""

from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import OpenApiParameter
from pydantic import TypeAdapter

from catalogue.orders import ORDERS
from catalogue.parameters import DEFAULT_LIMIT, LARGEST_LIMIT, LONGEST_VALUE
from catalogue.question import INFERRED, UNKNOWN
from catalogue.words.query import LONGEST_QUERY
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.parts import PartyCode
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.party_types import PartyType
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.term import Term

SEVERAL = "Repeat it, or put commas between several: any of them will do."
CODE: dict[str, Any] = TypeAdapter(PartyCode).json_schema()
DAY: dict[str, Any] = {"type": "string", "format": "date"}


def glossary(family: Iterable[Term]) -> str:
    """The words of a family with their meaning, as a Markdown list."""
    return "\n".join(f"* `{term.value}`: {term.label}. {term.definition}" for term in family)


def one(name: str, description: str, schema: dict[str, Any]) -> OpenApiParameter:
    return OpenApiParameter(name, schema, description=description)


def many(name: str, description: str, items: dict[str, Any]) -> OpenApiParameter:
    return OpenApiParameter(name, {"type": "array", "items": items}, description=description, style="form", explode=True)


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
    "Where the page begins, as the `next` of the page before says. Opaque; it holds for one order only.",
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
PARTIES = [words("type", "What the party is.", PartyType), LIMIT, CURSOR]
REFERENCE = OpenApiParameter(
    "reference", {"type": "string"}, OpenApiParameter.PATH, required=True, description="The public id of an agreement, such as `E0412`."
)
PARTY_CODE = OpenApiParameter("code", CODE, OpenApiParameter.PATH, required=True, description="The code of a party, such as `JPN`.")
