"""A profile: which column is which field, and how what is ambiguous is to be read. It has a name, and can be used again."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.cells.days import Order
from intake.table.fields import FIELDS, SEVERAL, Ways, guess
from parties.terms import CodeScheme
from treaty.vocabulary.sources import SourceKind


class ProfileFault(ValueError):
    """A profile that cannot be used; the message says what would be right. `field` is the one it is about, where it is about one."""

    def __init__(self, said: str, field: str = "") -> None:
        super().__init__(said)
        self.field = field


def _named(field: str) -> str:
    """A field as profiles in JSON write it, and as a mapping screen calls it."""
    label = FIELDS[field].label.lower()
    return f"“{field}”" if label == field else f"“{field}” ({label})"


@dataclass(frozen=True)
class Profile:
    """`fields` gives the field of each heading that is read; other columns are left alone."""

    name: str
    fields: Mapping[str, str]
    ways: Ways = field(default_factory=Ways)
    source_title: str = ""
    source_kind: SourceKind = SourceKind.UNVERIFIED

    def __post_init__(self) -> None:
        if unknown := [named for named in self.fields.values() if named not in FIELDS]:
            raise ProfileFault(f"“{unknown[0]}” is no field; a field is {', '.join(FIELDS)}.", unknown[0])
        times = Counter(self.fields.values())
        if twice := [named for named, n in times.items() if n > 1 and named not in SEVERAL]:
            several = " and ".join(sorted(SEVERAL))
            raise ProfileFault(f"Two columns are mapped to {_named(twice[0])}; only {several} may stand in several.", twice[0])
        if "party" not in times:
            raise ProfileFault(f"No column is mapped to {_named('party')}.", "party")
        if "event_date" in times and "event" not in times:
            raise ProfileFault(f"A column is mapped to {_named('event_date')} and none to {_named('event')}.", "event_date")

    @property
    def is_grouped(self) -> bool:
        """Whether rows with the same key make one agreement."""
        return "key" in self.fields.values()

    def headings(self, wanted: str) -> list[str]:
        return [heading for heading, named in self.fields.items() if named == wanted]

    def said(self) -> dict[str, Any]:
        """As plain values, to be kept."""
        return {
            "name": self.name,
            "fields": dict(self.fields),
            "dates": self.ways.order.value,
            "parties": self.ways.scheme.value if self.ways.scheme else None,
            "source_title": self.source_title,
            "source_kind": self.source_kind.value,
        }


def profile_of(said: object) -> Profile:
    """The profile that was kept as plain values. Raises ProfileFault."""
    if not isinstance(said, dict) or not isinstance(said.get("fields"), dict):
        raise ProfileFault("A profile is an object with “fields”: an object that gives a field for each heading.")
    if unknown := set(said) - {"name", "fields", "dates", "parties", "source_title", "source_kind"}:
        raise ProfileFault(f"A profile has no “{min(unknown)}”.")
    try:
        return Profile(
            name=str(said.get("name") or "table"),
            fields={str(heading): str(field) for heading, field in said["fields"].items()},
            ways=Ways(Order(said.get("dates") or "ask"), CodeScheme(said["parties"]) if said.get("parties") else None),
            source_title=str(said.get("source_title") or ""),
            source_kind=SourceKind(said.get("source_kind") or SourceKind.UNVERIFIED),
        )
    except ProfileFault:
        raise
    except ValueError as fault:
        raise ProfileFault(f"{fault}. Dates are {', '.join(Order)}; parties are {', '.join(CodeScheme)}.") from fault


def read_profile(path: Path) -> Profile:
    """The profile in a JSON file. Raises ProfileFault."""
    try:
        return profile_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as fault:
        raise ProfileFault(f"The profile {path.name} cannot be read: {fault}.") from fault


def guessed(name: str, headings: Iterable[str]) -> dict[str, str]:
    """The field that each heading most likely is; what nothing is guessed for, or is taken already, is left out."""
    found: dict[str, str] = {}
    for heading in headings:
        named = guess(heading)
        if named and (named in SEVERAL or named not in found.values()):
            found[heading] = named
    return found
