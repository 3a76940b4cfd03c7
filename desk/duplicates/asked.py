"""What has been typed of an agreement so far, saved or not, as far as it tells the agreement from others."""

import re
from collections.abc import Iterator

from django.http import QueryDict

from desk.forms.at_hand import AtHand, NotFound, split_names
from treaty.document.days import PartialDay
from treaty.document.likeness import Profile
from treaty.document.typed_days import read_typed_day
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme

MOST_ROWS = 300
ROW = re.compile(r"(participations|events|identifiers|other_titles)-(\d{1,4})-(\w+)", re.ASCII)
Row = dict[str, str]


def read_profile(typed: QueryDict) -> Profile:
    """Reads `title`, `party` (codes), `signed`, `in_force` and `identifier` ("unts 34/243"), and the fields of the agreement's form.

    What cannot be read yet, such as half a date, tells nothing and is left out. Two queries, for the names of parties.
    """
    rows = _rows(typed)
    numbers = [value.strip().split(maxsplit=1) for value in typed.getlist("identifier")]
    numbers += [[row.get("scheme", ""), row.get("value", "").strip()] for row in rows["identifiers"]]
    days = [("signature", day) for day in typed.getlist("signed")] + [("entry_into_force", day) for day in typed.getlist("in_force")]
    days += [(row.get("kind", ""), row.get("date", "")) for row in rows["events"]]
    titles = [*typed.getlist("title"), typed.get("short_title", ""), *(row.get("title", "") for row in rows["other_titles"])]
    return Profile(
        titles=frozenset(title.strip()[:1000] for title in titles if title.strip()),
        parties=frozenset(_codes(typed, rows["participations"])),
        signed=frozenset(_days(days, {kind.value for kind in SIGNATURES})),
        in_force=frozenset(_days(days, {EventKind.ENTRY_INTO_FORCE.value})),
        identifiers=frozenset(
            (IdentifierScheme(said[0]), said[1]) for said in numbers if len(said) == 2 and said[0] in _SCHEMES and said[1]
        ),
    )


_SCHEMES = frozenset(scheme.value for scheme in IdentifierScheme)


def _rows(typed: QueryDict) -> dict[str, list[Row]]:
    """The rows of the form's tables that are not struck out."""
    rows: dict[tuple[str, str], Row] = {}
    for name, values in typed.lists():
        if match := ROW.fullmatch(name):
            rows.setdefault((match[1], match[2]), {})[match[3]] = str(values[-1])
    kept: dict[str, list[Row]] = {name: [] for name in ("participations", "events", "identifiers", "other_titles")}
    for (name, _), row in list(rows.items())[:MOST_ROWS]:
        if not row.get("DELETE"):
            kept[name].append(row)
    return kept


def _codes(typed: QueryDict, rows: list[Row]) -> Iterator[str]:
    for said in typed.getlist("party"):
        yield from (code.strip().upper() for code in said.split(",") if code.strip())
    at_hand = AtHand(None)
    if names := typed.get("add_parties", ""):
        yield from (party.code for party in split_names(names, at_hand)[0])
    for name in (row.get("party", "") for row in rows):
        try:
            if name.strip():
                yield at_hand.find_party(name).code
        except NotFound:
            continue


def _days(said: list[tuple[str, str]], kinds: set[str]) -> Iterator[PartialDay]:
    for kind, text in said:
        if kind in kinds:
            try:
                yield read_typed_day(text)
            except ValueError:
                continue
