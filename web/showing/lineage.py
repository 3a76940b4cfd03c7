"""The family of an agreement: drawn as a tree in order of time, and the same as a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue.asking import standing_then
from catalogue.kinship import SUCCESSION, Family, Kin, Relationship, in_time
from treaty.document.wording import day_in_words
from treaty.vocabulary.relations import RelationKind
from web.showing.badge import Badge, badge
from web.showing.days import Days
from web.showing.links import page
from web.showing.words import counted, first_down, fitting

MARGIN, TOP, GAP = 6.0, 22.0, 12.0
LETTER = 6.3  # width of a letter in a box, about
APART = 64.0  # units between the labels of the scale
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200)
CHANGES = {RelationKind.AMENDS, RelationKind.SUPPLEMENTS, RelationKind.EXTENDS, RelationKind.SUSPENDS, RelationKind.TERMINATES}


@dataclass(frozen=True)
class Size:
    """A drawing of one width: how large a box is, how many lines stand in it, and how many of the closest kin are drawn."""

    look: str
    width: int
    box: float
    height: float
    lines: int
    most: int


SIZES = (Size("wide", 760, 178, 54, 3, most=18), Size("narrow", 340, 152, 38, 2, most=9))


@dataclass(frozen=True)
class Branch:
    """A line between two boxes; `look` says of what kind the relation is."""

    path: str
    look: str
    title: str


@dataclass(frozen=True)
class Line:
    y: str
    text: str
    look: str


@dataclass(frozen=True)
class Box:
    """One agreement. `look` is its standing's; `own` where it is the one whose page this is."""

    x: str
    y: str
    width: str
    height: str
    text_x: str
    href: str
    look: str
    own: bool
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tick:
    x: str
    label: str


@dataclass(frozen=True)
class Tree:
    look: str
    id: str
    width: int
    height: int
    floor: str
    title: str
    description: str
    branches: tuple[Branch, ...]
    boxes: tuple[Box, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Member:
    """A row of the list behind the tree."""

    reference: str
    href: str
    title: str
    signed: str
    badge: Badge
    relations: tuple[str, ...]
    own: bool


@dataclass(frozen=True)
class ShownFamily:
    """`line` is the succession in order of time, where there is one; `left_out` says what the drawing has no room for."""

    count: str
    trees: tuple[Tree, ...]
    line: tuple[Member, ...]
    members: tuple[Member, ...]
    left_out: str


def shown_family(family: Family, days: Days) -> ShownFamily | None:
    """None for an agreement without kin."""
    if len(family.kin) < 2:
        return None
    members = {kin.entry.reference: _member(kin, family, days) for kin in sorted(family.kin, key=in_time)}
    line = [members[kin.entry.reference] for kin in family.lineage]
    return ShownFamily(
        count=counted(len(family.kin), "agreement"),
        trees=tuple(_tree(family, family.kin[: size.most], members, size) for size in SIZES),
        line=tuple(line) if len(line) > 1 else (),
        members=tuple(members.values()),
        left_out=f"Only the closest are drawn; the list has all {len(family.kin)}." if len(family.kin) > SIZES[-1].most else "",
    )


def _member(kin: Kin, family: Family, days: Days) -> Member:
    entry = kin.entry
    period = standing_then(entry)
    said = [bond for bond in family.bonds if bond.actor == entry.reference]
    return Member(
        reference=entry.reference,
        href=page("agreement", entry.reference, **days.carried),
        title=entry.title,
        signed=day_in_words(entry.signed) if entry.signed else "not known",
        badge=badge(period.standing, period.since) if period else badge(None),
        relations=tuple(_sentence(bond) for bond in said),
        own=entry.reference == family.reference,
    )


def _sentence(bond: Relationship) -> str:
    day = f", {day_in_words(bond.effective)}" if bond.effective else ""
    return f"{first_down(bond.kind.label)} {bond.other}{day}"


def _phrase(kin: Kin) -> str:
    """How it came to be in the tree, read from its own side."""
    bond = kin.through
    if bond is None:
        return "this agreement"
    if bond.actor == kin.entry.reference:
        return f"{first_down(bond.kind.label)} {bond.other}"
    return f"{bond.kind.inverse} {bond.actor}"


def _tree(family: Family, drawn: Sequence[Kin], members: Mapping[str, Member], size: Size) -> Tree:
    kin = sorted(drawn, key=in_time)
    days = [day for one in kin if (day := _day(one))]
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 1))
    scale = _Scale(first, last, size)
    line = {one.entry.reference for one in family.lineage}
    rows = _rows(kin, line, family.bonds, scale, size)
    places = {one.entry.reference: (scale.at(_day(one)), TOP + rows[one.entry.reference] * (size.height + GAP)) for one in kin}
    floor = TOP + (max(rows.values()) + 1) * (size.height + GAP)
    return Tree(
        look=size.look,
        id=f"family-{size.look}",
        width=size.width,
        height=round(floor),
        floor=_round(floor - GAP / 2),
        title=f"Family of {family.reference}",
        description=f"{counted(len(kin), 'agreement')} from left to right in order of time. The list behind the drawing says the same.",
        branches=tuple(_branch(bond, places, size) for bond in family.bonds if set(bond.ends) <= places.keys()),
        boxes=tuple(_box(one, members[one.entry.reference], places[one.entry.reference], size) for one in kin),
        ticks=tuple(scale.ticks()),
    )


def _day(kin: Kin) -> date | None:
    return kin.entry.signed_on or kin.entry.begins


@dataclass(frozen=True)
class _Scale:
    """Days to the left edges of boxes. What has no day stands at the left."""

    first: date
    last: date
    size: Size

    @property
    def _room(self) -> float:
        return self.size.width - 2 * MARGIN - self.size.box

    def at(self, day: date | None) -> float:
        days = (self.last - self.first).days
        share = (day - self.first).days / days if day and days else 0.0
        return MARGIN + share * self._room

    def ticks(self) -> Iterable[Tick]:
        years = self.last.year - self.first.year
        fitting = max(1, int(self._room // APART))
        step = next((step for step in STEPS if years / step <= fitting), 500)
        for year in range(self.first.year + 1, self.last.year + 1):
            if year % step == 0:
                yield Tick(_round(self.at(date(year, 1, 1))), str(year))


def _rows(kin: Sequence[Kin], line: set[str], bonds: Sequence[Relationship], scale: _Scale, size: Size) -> dict[str, int]:
    """The highest row in which each has room; the line of succession keeps the first to itself as far as it can.

    No box stands in a row between two that are related: their line would seem to begin at it.
    """
    rows: list[list[str]] = []
    found: dict[str, int] = {}
    ends: dict[str, float] = {}
    for one in kin:
        reference, x = one.entry.reference, scale.at(_day(one))
        related = {end for bond in bonds if reference in bond.ends for end in bond.ends}
        lowest = 0 if len(line) < 2 or reference in line else 1
        rows += [[] for _ in range(lowest - len(rows))]
        free = (row for row in range(lowest, len(rows)) if _has_room(rows[row], related, ends, x))
        place = next(free, len(rows))
        rows += [[]] if place == len(rows) else []
        rows[place].append(reference)
        found[reference], ends[reference] = place, x + size.box
    return found


def _has_room(row: Sequence[str], related: set[str], ends: Mapping[str, float], x: float) -> bool:
    return not row or (ends[row[-1]] + GAP <= x and related.isdisjoint(row[:-1]))


def _branch(bond: Relationship, places: Mapping[str, tuple[float, float]], size: Size) -> Branch:
    (x, y), (to_x, to_y) = sorted(places[end] for end in bond.ends)
    middle, to_middle = y + size.height / 2, to_y + size.height / 2
    if x + size.box + 4 <= to_x:  # one stands clear to the left of the other
        begins, ends = x + size.box, to_x
        bend = begins + max(10.0, (ends - begins) / 2)
        path = f"M{_round(begins)} {_round(middle)}C{_round(bend)} {_round(middle)} {_round(ends - (bend - begins))} {_round(to_middle)} "
        path += f"{_round(ends)} {_round(to_middle)}"
    else:
        at = max(x, to_x) + 14
        upper, lower = sorted((y, to_y))
        path = f"M{_round(at)} {_round(upper + size.height)}V{_round(lower)}"
    look = "succession" if bond.kind in SUCCESSION else "change" if bond.kind in CHANGES else "other"
    return Branch(path, look, f"{bond.actor} {_sentence(bond)}")


def _box(kin: Kin, member: Member, place: tuple[float, float], size: Size) -> Box:
    x, y = place
    entry = kin.entry
    year = str(entry.signed_on.year) if entry.signed_on else str(entry.begins.year) if entry.begins else "no date"
    said = [(f"{entry.reference} · {year}", "name"), (entry.title, "called"), (_phrase(kin), "how")]
    if size.lines < len(said):
        del said[1]
    most = int((size.box - 20) / LETTER)
    standing = f"{member.badge.label} {member.badge.since}".strip()
    return Box(
        x=_round(x),
        y=_round(y),
        width=_round(size.box),
        height=_round(size.height),
        text_x=_round(x + 12),
        href=member.href,
        look=member.badge.look,
        own=member.own,
        title=f"{entry.reference}: {entry.title}. {standing}. {_phrase(kin)}",
        lines=tuple(Line(_round(y + 15 + 15 * place), fitting(words, most), look) for place, (words, look) in enumerate(said)),
    )


def _round(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
