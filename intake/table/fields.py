"""The fields that a column of a table may be, and the column object that reads each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from intake.cells.column import Column
from intake.cells.days import Day, Order
from intake.cells.parties import Named
from intake.cells.plain import Address, Number, Text, Worded
from parties.terms import CodeScheme
from treaty.vocabulary.characters import Character
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.forms import Form
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.roles import Role


@dataclass(frozen=True)
class Ways:
    """How a profile says that cells are to be read where they could be read in several ways."""

    order: Order = Order.ASK
    scheme: CodeScheme | None = None


@dataclass(frozen=True)
class Field:
    """A field: what a mapping screen calls it, headings by which it is guessed, and its column under a heading."""

    label: str
    guessed_by: tuple[str, ...]
    column: Callable[[str, Ways], Column[Any]]


def _words(family: Any) -> Callable[[str, Ways], Column[Any]]:
    return lambda heading, ways: Worded(heading, family=family)


def _text(longest: int) -> Callable[[str, Ways], Column[Any]]:
    return lambda heading, ways: Text(heading, longest=longest)


def _day(heading: str, ways: Ways) -> Column[Any]:
    return Day(heading, order=ways.order)


def _party(heading: str, ways: Ways) -> Column[Any]:
    return Named(heading, scheme=ways.scheme)


def _number(scheme: IdentifierScheme) -> Field:
    guessed_by = (scheme.value.replace("_", " "), scheme.label.lower())
    return Field(scheme.label, guessed_by, lambda heading, ways: Number(heading, scheme=scheme))


FIELDS: Mapping[str, Field] = {
    "key": Field("Key of the agreement in this table", ("id", "key", "number", "no", "treaty id"), _text(150)),
    "title": Field("Title", ("title", "name", "agreement", "treaty"), _text(1000)),
    "short_title": Field("Short title", ("short title", "short name"), _text(500)),
    "kind": Field("Kind", ("kind", "type", "category"), _words(AgreementKind)),
    "form": Field("Form", ("form", "instrument"), _words(Form)),
    "character": Field("Legal character", ("character", "legal character"), _words(Character)),
    "laterality": Field("Number of sides", ("laterality", "sides"), _words(Laterality)),
    "summary": Field("Summary", ("summary", "abstract"), _text(20_000)),
    "note": Field("Note", ("note", "notes", "remarks", "comment"), _text(20_000)),
    "party": Field("A party", ("party", "country", "state", "member", "partner"), _party),
    "role": Field("Role of the party in the row", ("role",), _words(Role)),
    "signed": Field("Signed", ("signed", "signature", "date", "signing date", "date of signature"), _day),
    "in_force": Field("Entered into force", ("in force", "entry into force", "eif", "effective"), _day),
    "ended": Field("Ended", ("ended", "terminated", "termination", "end"), _day),
    "place": Field("Place of signature", ("place", "signed at"), _text(500)),
    "event": Field("An event in the row", ("event",), _words(EventKind)),
    "event_date": Field("Date of the event", ("event date",), _day),
    "event_party": Field("Party of the event", ("event party",), _party),
    "source_title": Field("Title of the source", ("source", "reference"), _text(1000)),
    "source_url": Field("Address of the source", ("url", "link", "address"), lambda heading, ways: Address(heading)),
    **{f"number_{scheme.value}": _number(scheme) for scheme in IdentifierScheme},
}
COUNTED = re.compile(r"\s*[0-9]+$|\s+[a-d]$|\s+(?:no\.?|number)$")
SEVERAL = frozenset({"party", "note"})  # a table may have several such columns


def guess(heading: str) -> str | None:
    """The field that a heading most likely names; None where it names none. What counts it is left out: "Party 1", "Party A", "UNTS no"."""
    words = COUNTED.sub("", heading.lower().replace("_", " ").strip())
    return next((name for name, field in FIELDS.items() if words in (name.replace("_", " "), *field.guessed_by)), None)
