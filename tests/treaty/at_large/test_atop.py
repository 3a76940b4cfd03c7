"""The members of alliances as ATOP 5.1 has them, rebuilt by the law from events. Runs where the data set lies.

ATOP counts from signature and not from entry into force: the documents say so by the rule "on signature".
"""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories import event, pact
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.law.bindings import Binding, bindings
from treaty.law.reckoning import add_days

ROOT = Path(__file__).resolve().parents[3]
FILE = Path(os.environ.get("ENTENTE_SHARED") or ROOT.parent / "shared") / "data" / "atop" / "atop5_1m.csv"
EXCEPTIONS: dict[tuple[str, str], str] = {}
"""Members, by alliance and code, for which the law concludes other days than the file, with the reason. There is none."""


@dataclass(frozen=True)
class Spell:
    """A time of membership: signed, and left (None: a member at the end of 2018)."""

    begins: PartialDay
    ends: PartialDay | None


def day(row: dict[str, str], which: str) -> PartialDay | None:
    """A day of the file: a missing day of the month is unknown, and 0 is none."""
    year, month, number = (int(float(row[f"{part}{which}"] or 0)) for part in ("yr", "mo", "day"))
    if not year:
        return None
    return PartialDay(f"{year:04}-{month:02}-{number:02}" if number else f"{year:04}-{month:02}")


def joined(spells: list[Spell]) -> list[Spell]:
    """Phases of one alliance as one time of membership, where one follows the other on the same or the next day, or they overlap."""
    whole: list[Spell] = []
    for spell in sorted(spells, key=lambda one: one.begins):
        last = whole[-1] if whole else None
        if last is None or (last.ends is not None and add_days(last.ends.first, 1) < spell.begins.first):
            whole.append(spell)
            continue
        ends = None if last.ends is None or spell.ends is None else max(last.ends, spell.ends)
        whole[-1] = Spell(last.begins, ends)
    return whole


def alliances() -> dict[str, dict[str, list[Spell]]]:
    """Each alliance's members with their times of membership, phases joined."""
    with FILE.open(encoding="latin-1", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found: dict[str, dict[str, list[Spell]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        begins = day(row, "ent")
        assert begins is not None
        found[row["atopid"]][row["member"]].append(Spell(begins, day(row, "exit")))
    return {alliance: {code: joined(spells) for code, spells in members.items()} for alliance, members in found.items()}


def document_of(members: dict[str, list[Spell]]) -> Document:
    """The alliance as a record: signed once, joined and left by single members, ended for all where all leave on one day."""
    signed = min(spells[0].begins for spells in members.values())
    last = {spells[-1].ends for spells in members.values()}
    end = last.pop() if len(last) == 1 else None
    return pact(
        parties=[f"COW{code}" for code in members],
        signed=signed.text,
        ended=end.text if end else None,
        laterality="bilateral" if len(members) == 2 else "multilateral",
        duration={"entry_into_force": {"kind": "on_signature"}},
        events=[
            event(f"m{code}-{number}{kind[0]}", kind, when.text, party=f"COW{code}")
            for code, spells in members.items()
            for number, spell in enumerate(spells)
            for kind, when in (("accession", spell.begins), ("withdrawal_effective", spell.ends))
            if when and (when, kind) not in ((signed, "accession"), (end, "withdrawal_effective"))
        ],
    )


def rebuilt(life: tuple[Binding, ...]) -> Iterator[Spell]:
    """The times for which the law finds a party bound."""
    for number, binding in enumerate(life):
        if binding.is_bound:
            yield Spell(binding.since, life[number + 1].since if binding.ends else None)


def test_members_of_alliances_enter_and_leave_on_the_days_that_atop_gives() -> None:
    if not FILE.is_file():
        pytest.skip(f"the data set is not at {FILE}; set ENTENTE_SHARED to the folder that holds data/atop")
    members = {(alliance, code): spells for alliance, listed in alliances().items() for code, spells in listed.items()}
    found = {
        (alliance, code): list(rebuilt(life[f"COW{code}"]))
        for alliance, listed in alliances().items()
        for life in (bindings(document_of(listed)),)
        for code in listed
    }

    wrong = {key for key, spells in members.items() if found[key] != spells}
    assert len(members) == 2257
    assert wrong == set(EXCEPTIONS)


def test_phases_that_follow_at_once_are_one_membership() -> None:
    def spell(begins: str, ends: str | None) -> Spell:
        return Spell(PartialDay(begins), PartialDay(ends) if ends else None)

    assert joined([spell("1951-06-19", None), spell("1949-04-04", "1951-06-19")]) == [spell("1949-04-04", None)]
    assert joined([spell("1949-04-04", "1951-06-19"), spell("1960-01-01", "1961-01-01")]) == [
        spell("1949-04-04", "1951-06-19"),
        spell("1960-01-01", "1961-01-01"),
    ]
