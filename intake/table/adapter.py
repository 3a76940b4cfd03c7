"""Agreements out of a table: a row for each, or several rows with one key, one for each party or event."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from intake.cells.column import Circumstances, Reading
from intake.claims import Claim, Coverage, claim_of, faults_of
from intake.draft import Draft
from intake.reading.opening import Choices, open_table
from intake.reading.refusing import Refusal
from intake.reading.table import Row
from intake.table.fields import FIELDS
from intake.table.profile import Profile
from intake.vocabulary import Fault
from treaty.document.evidence import Evidence
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.roles import Role

Values = dict[str, list[tuple[str, Any]]]  # by field: the heading and the value of each of its cells
SCALARS = ("title", "short_title", "kind", "form", "character", "laterality", "summary", "place", "signed", "in_force", "ended")
HAPPENED = {"signed": EventKind.SIGNATURE, "in_force": EventKind.ENTRY_INTO_FORCE, "ended": EventKind.TERMINATION}
SAID = ("short_title", "kind", "form", "character", "laterality", "summary")
NUMBERS = {name: IdentifierScheme(name.removeprefix("number_")) for name in FIELDS if name.startswith("number_")}


class AnyTable:
    """A table with its profile."""

    name = "table"
    coverage = Coverage(None, None, "What it covers nobody has said.")

    def __init__(self, path: Path, profile: Profile, choices: Choices | None = None) -> None:
        """Raises FileRefused for a file that is no table, or has not the columns of the profile."""
        self._profile = profile
        self._table = open_table(path, choices=choices)
        self._table.require(tuple(profile.fields))
        self.about = self._table.about
        self.title = profile.source_title or path.name

    def claims(self, given: Circumstances) -> Iterator[Claim]:
        if self._profile.is_grouped:
            yield from self._grouped(given)
            return
        for row in self._table.rows:
            yield _unread(row) if isinstance(row, Refusal) else self._claim(f"row {row.number}", [row], given)

    def _grouped(self, given: Circumstances) -> Iterator[Claim]:
        """Rows of one key need not follow one another, so all are gathered first."""
        (heading,) = self._profile.headings("key")
        groups: dict[str, list[Row]] = {}
        for row in self._table.rows:
            if isinstance(row, Refusal):
                yield _unread(row)
            else:
                groups.setdefault(" ".join(row[heading].split()) or f"row {row.number}", []).append(row)
        for key, rows in groups.items():
            yield self._claim(key, rows, given)

    def _claim(self, key: str, rows: list[Row], given: Circumstances) -> Claim:
        work = _Agreement(self._profile, key, self.title)
        faults: list[Refusal] = []
        for row in rows:
            reading = Reading(row, given)
            work.add(reading)
            faults += reading.faults
        if not faults:
            last = Reading(rows[-1], given)
            work.finish(last)
            faults += last.faults
        return claim_of(work.draft, rows=tuple(row.number for row in rows), given=given, faults=faults)


def _unread(refusal: Refusal) -> Claim:
    return Claim(f"row {refusal.row}", (refusal.row or 0,), "", refused=(refusal,))


class _Agreement:
    """One agreement while its rows are read: what each says once must be the same in all."""

    def __init__(self, profile: Profile, key: str, title: str) -> None:
        self._profile, self._source = profile, title
        self._columns = {heading: FIELDS[field].column(heading, profile.ways) for heading, field in profile.fields.items()}
        self._said: dict[str, Any] = {}
        self.draft = Draft(key, "")

    def add(self, reading: Reading) -> None:
        values: Values = {}
        by_days_first = sorted(self._profile.fields.items(), key=lambda pair: pair[1] != "signed")
        for heading, field in by_days_first:
            value = reading.get(self._columns[heading])
            if value is not None:
                values.setdefault(field, []).append((heading, value))
            signed = values.get("signed", [("", self._said.get("signed"))])[0][1]
            if field == "signed" and signed is not None:
                reading.given = replace(reading.given, day=signed.first)
        for field in SCALARS:
            for heading, value in values.get(field, []):
                if self._said.setdefault(field, value) != value:
                    reading.refuse(Fault.ROWS_DISAGREE, f"Another row of “{self.draft.key}” says {self._said[field]}.", heading)
        self.draft.title = self._said.get("title", "")  # as long as nothing better is known, also where the record is refused
        self._tell_row(reading, values)

    def _tell_row(self, reading: Reading, values: Values) -> None:
        """What may be said anew in each row: parties, numbers, notes, an event."""
        told = self._told(values)
        role = values.get("role", [("", Role.PARTY)])[0][1]
        named = values.get("party", [])
        for position, (heading, code) in enumerate(named):
            if code in [other for _, other in named[:position]]:
                name = reading.given.people.book.name(code)
                reading.refuse(Fault.SAME_PARTY, f"{name} stands there twice.", heading)
            self.draft.takes_part(code, role=role, name_as_written=reading.row[heading][:500], evidence=[told])
        for field, scheme in NUMBERS.items():
            for _, number in values.get(field, []):
                self.draft.identify(scheme, number)
        self.draft.notes += [note for _, note in values.get("note", []) if note not in self.draft.notes]
        self._event(reading, values, told)

    def _event(self, reading: Reading, values: Values, told: Evidence) -> None:
        if "event" not in values:
            return
        kind = values["event"][0][1]
        date = values.get("event_date", [("", None)])[0][1]
        party = values.get("event_party", [("", None)])[0][1]
        self.draft.happened(kind=kind, date=date, party=party, evidence=(told,))

    def _told(self, values: Values) -> Evidence:
        title = values.get("source_title", [("", self._source)])[0][1]
        url = values.get("source_url", [("", "")])[0][1]
        return Evidence(
            source=self.draft.source(self._profile.source_kind, title, url=url), note=f"As the table “{self._source[:200]}” gives it."
        )

    def finish(self, reading: Reading) -> None:
        """What the agreement as a whole has. Without a title of its own it gets one that is marked."""
        said, draft = self._said, self.draft
        told = self._told({})
        if title := said.get("title"):
            draft.title = title
        else:
            names = [reading.given.people.book.name(part.party) for part in draft.participations]
            year = f" ({said['signed'].first.year})" if said.get("signed") else ""
            draft.title, draft.said["title_is_generated"] = f"Agreement {'–'.join(names[:4])}{year}"[:1000] or "Agreement", True
        draft.said |= {field: said[field] for field in SAID if field in said}
        draft.evidence = [told]
        for field, kind in HAPPENED.items():
            if field in said:
                place = said.get("place", "") if field == "signed" else ""
                draft.happened(kind=kind, date=said[field], place=place, evidence=(told,))
        try:
            draft.document()
        except ValidationError as fault:
            reading.faults += faults_of(fault, reading.row.number)
