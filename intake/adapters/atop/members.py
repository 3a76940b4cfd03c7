"""Members of an alliance with the times for which each belonged to it: a change of phase is no withdrawal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from intake.cells.column import Circumstances, Reading
from intake.cells.days import DayInParts
from intake.cells.parties import Named
from intake.cells.plain import Number, Whole
from intake.reading.refusing import CellRefused, FileRefused, Refusal
from intake.reading.table import Table
from intake.vocabulary import Fault
from parties.terms import CodeScheme
from treaty.document.days import PartialDay
from treaty.vocabulary.identifiers import IdentifierScheme

KEY = Number("atopid", required=True, scheme=IdentifierScheme.ATOP)
ENTERED = DayInParts("yrent", required=True, month="moent", day="dayent")
LEFT = DayInParts("yrexit", month="moexit", day="dayexit", none="0")
PHASE = Whole("phase", least=0, most=9)
MODE = Whole("termmode", least=-9, most=6)
OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
COLUMNS = ("atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "termmode", *OBLIGATIONS)
MODES: Mapping[int, str] = {
    1: "not renewed",
    2: "replaced by a new agreement of the members",
    3: "broken before its end",
    4: "a member lost its independence",
    5: "moot, as its occasion ceased to exist",
    6: "ended by the loss of a war",
}


@dataclass(frozen=True)
class Spell:
    """A time of membership, from the signature up to the day of leaving (None: a member at the end of 2018)."""

    begins: PartialDay
    ends: PartialDay | None
    mode: int = 0

    def goes_on_in(self, later: "Spell") -> bool:
        """Whether the later one takes it up: on the same or the next day, or before it ended."""
        return self.ends is None or later.begins.first <= self.ends.first + timedelta(days=1)


@dataclass
class Member:
    """One member: its code in the file and in the register, its times, and what it promised in its last phase."""

    number: str
    code: str
    row: int
    spells: list[Spell] = field(default_factory=list)
    promised: frozenset[str] = frozenset()

    def whole(self) -> list[Spell]:
        """Its times, with phases that follow at once as one."""
        joined: list[Spell] = []
        for spell in sorted(self.spells, key=lambda one: one.begins):
            last = joined[-1] if joined else None
            if last is None or not last.goes_on_in(spell):
                joined.append(spell)
                continue
            later = spell if last.ends is not None and (spell.ends is None or spell.ends > last.ends) else last
            joined[-1] = Spell(last.begins, later.ends, later.mode)
        return joined


@dataclass
class Members:
    """The members of one alliance, in the order of the file, with what was wrong with their rows."""

    found: dict[str, Member] = field(default_factory=dict)
    phases: dict[int, PartialDay] = field(default_factory=dict)  # the day on which each begins
    faults: list[Refusal] = field(default_factory=list)
    remarks: list[Refusal] = field(default_factory=list)


def read_members(table: Table, given: Circumstances) -> dict[str, Members]:
    """All members by alliance. A member that is no state of the list is remarked upon and left out. Raises FileRefused."""
    table.require(COLUMNS)
    alliances: defaultdict[str, Members] = defaultdict(Members)
    for row in table.rows:
        if isinstance(row, Refusal):
            raise FileRefused(row)
        reading = Reading(row, given)
        key = reading.get(KEY) or row["atopid"]
        _add(alliances[key], reading)
    return dict(alliances)


def _add(members: Members, reading: Reading) -> None:
    begins, ends, mode = reading.get(ENTERED), reading.get(LEFT), reading.get(MODE)
    phase = reading.get(PHASE) or 0
    members.faults += reading.faults
    number = reading.row["member"].partition(".")[0]
    if begins is None:
        return
    members.phases[phase] = min(begins, members.phases.get(phase, begins))
    try:
        code = Named("member", True, CodeScheme.COW).party(number, reading.given, begins.first)
    except CellRefused as fault:
        where = members.remarks if fault.code is Fault.UNKNOWN_PARTY else members.faults
        where.append(fault.at(reading.row.number, "member"))
        return
    member = members.found.setdefault(code, Member(number, code, reading.row.number))
    member.spells.append(Spell(begins, ends, mode or 0))
    member.promised = frozenset(name for name in OBLIGATIONS if reading.row[name].partition(".")[0] == "1")


def since(spells: Iterable[Spell]) -> PartialDay:
    """The first day of any of them."""
    return min(spell.begins for spell in spells)
