"""How agreements hang together: all that are bound to one another by relations, however many steps apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue.models import Bond, Entry
from catalogue.reading import present_references
from catalogue.sets import among
from treaty.document.days import PartialDay
from treaty.vocabulary.relations import RelationKind

SUCCESSION = frozenset({RelationKind.SUPERSEDES, RelationKind.RENEWS})
"""The relations by which one agreement takes another's place."""


@dataclass(frozen=True)
class Relationship:
    """One relation, read forwards: `actor` does to `other` what the kind says, whichever of the two records says it."""

    actor: str
    kind: RelationKind
    other: str
    effective: PartialDay | None = None

    @property
    def ends(self) -> tuple[str, str]:
        return self.actor, self.other


@dataclass(frozen=True)
class Kin:
    """A member of a family. `steps` is how far it stands from the one asked about, and `through` the bond by which it was reached."""

    entry: Entry
    steps: int
    through: Relationship | None


@dataclass(frozen=True)
class Family:
    """An agreement with all its kin, the closest first, and every relationship among them.

    `continued` says under which reference each that a record names stands now: another one where it was merged.
    """

    reference: str
    kin: tuple[Kin, ...]
    bonds: tuple[Relationship, ...]
    continued: Mapping[str, str]

    @property
    def lineage(self) -> tuple[Kin, ...]:
        """Those whose place it took, itself, and those that took its place, however far back and forth, in order of time."""
        line = {self.reference, *self._followed(back=True), *self._followed(back=False)}
        return tuple(sorted((one for one in self.kin if one.entry.reference in line), key=in_time))

    def _followed(self, *, back: bool) -> set[str]:
        found: set[str] = set()
        ahead = [self.reference]
        while ahead:
            at = ahead.pop()
            for bond in self.bonds:
                one, other = bond.ends if back else bond.ends[::-1]
                if bond.kind in SUCCESSION and one == at and other not in found:
                    found.add(other)
                    ahead.append(other)
        return found


def in_time(kin: Kin) -> tuple[date, str]:
    """The order of a family: by the day from which one is known, those without any last."""
    return kin.entry.signed_on or kin.entry.begins or date.max, kin.entry.reference


def family_of(reference: str, *, on: date, as_known: date | None, inferring: bool = True) -> Family:
    """Everything bound to an agreement as the register knew it, each with its standing on the day.

    Four queries, however large, and one more for each step of a merger.
    """
    bonds, continued = _relationships(as_known)
    reached = _reached(reference, bonds)
    known = Entry.objects.known(on=as_known).filter(reference__in=reached).with_standing(on=on, inferring=inferring)
    entries = {entry.reference: entry for entry in known.defer("row", "title_key")}
    kin = tuple(Kin(entries[one], steps, through) for one, (steps, through) in reached.items() if one in entries)
    return Family(reference, kin, tuple(bond for bond in bonds if set(bond.ends) <= entries.keys()), continued)


def _relationships(as_known: date | None) -> tuple[tuple[Relationship, ...], Mapping[str, str]]:
    """Every relationship that agreements public then say of themselves; what both records say stands once.

    A merged agreement stands where it went, as the second answer says. Two queries, and one more for each step of a merger.
    """
    bonds = Bond.objects.filter(among("entry", Entry.objects.known(on=as_known).values("pk"))).order_by("entry__place", "pk")
    said = list(bonds.values_list("entry__reference", "kind", "inverse", "target", "effective"))
    now = present_references({target for _, _, _, target, _ in said}, as_known=as_known)
    found: dict[tuple[str, str, str], Relationship] = {}
    for source, kind, inverse, target, effective in said:
        actor, other = (now[target], source) if inverse else (source, now[target])
        if actor == other:
            continue
        if kind.is_symmetric:
            actor, other = sorted((actor, other))
        before = found.get((actor, kind, other))
        found[actor, kind, other] = Relationship(actor, kind, other, before.effective if before and before.effective else effective)
    return tuple(found.values()), now


def _reached(reference: str, bonds: Sequence[Relationship]) -> dict[str, tuple[int, Relationship | None]]:
    """Whoever hangs together with it, the closest first: how many steps away, and by which bond."""
    around: dict[str, list[Relationship]] = {}
    for bond in bonds:
        for end in bond.ends:
            around.setdefault(end, []).append(bond)
    found: dict[str, tuple[int, Relationship | None]] = {reference: (0, None)}
    ahead: Iterable[str] = [reference]
    while ahead:
        following: list[str] = []
        for at in ahead:
            for bond in around.get(at, ()):
                other = bond.other if bond.actor == at else bond.actor
                if other not in found:
                    found[other] = (found[at][0] + 1, bond)
                    following.append(other)
        ahead = following
    return found
