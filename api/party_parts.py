"""Everything that speaks of one party, in one query: its names, codes and lives, whom it followed, where it is a member."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, CharField, TextField, Value
from django.db.models.functions import Cast

from columns.days import PartialDayField
from parties.models import Code, Life, Membership, Name, Party, Succession
from treaty.document.days import PartialDay

WORDS, DAY = CharField(), PartialDayField()
NO_WORDS, NO_DAY = Value("", output_field=WORDS), Value(None, output_field=DAY)


@dataclass(frozen=True)
class Part:
    """One row about the party; what its kind of row does not have is empty. `other` is the code and name of another party."""

    text: str
    kind: str
    language: str
    begins: PartialDay | None
    ends: PartialDay | None
    note: str
    source: str
    verified: bool
    other: tuple[str, str]

    @property
    def scheme(self) -> str:
        """A code's kind is its scheme."""
        return self.kind

    @property
    def value(self) -> str:
        return self.text

    @property
    def day(self) -> PartialDay | None:
        return self.begins

    @property
    def place(self) -> tuple[Any, ...]:
        """Parts stand by language, kind, words, days and the other party; an unknown day comes first."""
        days = tuple((day is not None, day or PartialDay("0001")) for day in (self.begins, self.ends))
        return (self.language, self.kind, self.text, *days, self.other)


def parts_of(party: Party) -> Mapping[str, list[Part]]:
    """The parts by what they are: names, codes, lives, predecessors, successors, memberships, members. One query."""
    asked = (
        _rows("names", Name.objects.filter(party=party), text="text", kind="kind", language="language", source="source"),
        _rows("codes", Code.objects.filter(party=party), text="value", kind="scheme", note="note"),
        _rows("lives", Life.objects.filter(party=party), note="note", source="source"),
        _followed("predecessors", Succession.objects.filter(successor=party), "predecessor"),
        _followed("successors", Succession.objects.filter(predecessor=party), "successor"),
        _belongs("memberships", Membership.objects.filter(member=party), "organisation"),
        _belongs("members", Membership.objects.filter(organisation=party), "member"),
    )
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for name, text, kind, language, begins, ends, note, source, verified, *other in asked[0].union(*asked[1:], all=True):
        found[name].append(Part(text, kind, language, begins, ends, note, source, verified, (other[0], other[1])))
    return {name: sorted(parts, key=lambda part: part.place) for name, parts in found.items()}


def _followed(name: str, rows: Any, other: str) -> Any:
    return _rows(name, rows, other, kind="kind", begins="day", ends=None, note="note", source="source")


def _belongs(name: str, rows: Any, other: str) -> Any:
    return _rows(name, rows, other, source="source", verified="verified")


def _rows(
    name: str, rows: Any, other: str = "", *, begins: str = "begins", ends: str | None = "ends", verified: str = "", **words: str
) -> Any:
    """The rows in the shape of all, so that one query can bring them together."""

    def column(part: str) -> Any:
        return Cast(words[part], TextField()) if part in words else NO_WORDS

    def party(part: str) -> Any:
        return Cast(f"{other}__{part}", TextField()) if other else NO_WORDS

    return rows.order_by().values_list(
        Value(name, output_field=WORDS),
        column("text"),
        column("kind"),
        column("language"),
        Cast(begins, DAY),
        Cast(ends, DAY) if ends else NO_DAY,
        column("note"),
        column("source"),
        Cast(verified, BooleanField()) if verified else Value(False, output_field=BooleanField()),
        party("code"),
        party("name"),
    )
