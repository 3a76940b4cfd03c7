"""Tables of participation of the UN Treaty Collection: who signed, ratified, acceded, and when. See docs/intake/un.md."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from intake.adapters.un_cells import acts_in, in_its_cell, is_by_participant
from intake.cells.column import Circumstances, Reading
from intake.cells.days import Day
from intake.cells.parties import Named
from intake.cells.plain import Choice, Text
from intake.claims import Claim, Coverage, claim_of, unread
from intake.draft import Draft
from intake.reading.opening import open_table
from intake.reading.refusing import Refusal
from intake.reading.table import Row
from intake.vocabulary import Fault
from treaty.document.days import PartialDay
from treaty.document.evidence import Evidence
from treaty.document.typed_days import NotADay, read_typed_day
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.roles import Role
from treaty.vocabulary.sources import SourceKind

EVENTS: Mapping[str, EventKind] = {
    "signature": EventKind.SIGNATURE,
    "ratification": EventKind.RATIFICATION,
    "accession": EventKind.ACCESSION,
    "acceptance": EventKind.ACCEPTANCE,
    "approval": EventKind.APPROVAL,
    "succession": EventKind.SUCCESSION,
    "succession_to_signature": EventKind.SIGNATURE,
    "consent_to_be_bound": EventKind.NOTIFICATION_OF_CONSENT,
    "provisional_application": EventKind.PROVISIONAL_APPLICATION_START,
}
TO_SIGNATURE = "Succession to the signature of a predecessor."
NUMBER, NAME = Text("treaty_no", required=True, longest=20), Text("treaty_name", longest=1000)
# The collection lists the Democratic Republic of the Congo under that name.
PARTICIPANT = Named("participant", required=True, meant={"Congo": "COG"})
EVENT, DATE = Choice("event", required=True, meanings={word: word for word in EVENTS}), Day("date", required=True)
COLUMNS = ("treaty_no", "treaty_name", "participant", "event", "date", "raw")
CHAPTER = "XXVI"
OF_ONE_TREATY = Coverage(None, None, "It covers one treaty, and all who took part in it.")
PLACED = re.compile(r"(?P<title>.+)\. (?P<place>[^.,]+(?:, [^.,]+)?), (?P<day>\d{1,2} \w+ \d{4})")


class UnParticipation:
    """Chapter XXVI (disarmament): the table of one treaty as the collection has it, or one table of events, a row for each act."""

    name = "un"
    title = "UN Treaty Collection, chapter XXVI"
    coverage = Coverage(1976, 2014, "All states; treaties on disarmament deposited with the Secretary-General.")

    def __init__(self, path: Path) -> None:
        """Raises FileRefused for a table under another heading."""
        table = open_table(path)
        self.about = table.about
        if is_by_participant(table):
            self._rows = acts_in(table, path)
            self.coverage = OF_ONE_TREATY
        else:
            table.require(COLUMNS)
            self._rows = table.rows

    def claims(self, given: Circumstances) -> Iterator[Claim]:
        """The rows of one treaty follow one another; a number that comes again later is refused as a key that stands twice."""
        rows: list[Row] = []
        for row in self._rows:
            if isinstance(row, Refusal):
                yield unread(row)
            else:
                if rows and row["treaty_no"] != rows[-1]["treaty_no"]:
                    yield _claim(rows, given)
                    rows = []
                rows.append(row)
        if rows:
            yield _claim(rows, given)


def _claim(rows: list[Row], given: Circumstances) -> Claim:
    faults: list[Refusal] = []
    remarks: list[Refusal] = []
    number = f"{CHAPTER}-{rows[0]['treaty_no'].replace('.', '-')}"
    named = rows[0]["treaty_name"]
    placed = PLACED.fullmatch(named)
    draft = Draft(number, placed["title"] if placed else named or f"Treaty {number} of the UN Treaty Collection")
    told = Evidence(source=draft.source(SourceKind.DEPOSITARY, UnParticipation.title, publisher="United Nations"))
    draft.said = {"title_is_generated": not named, "kind": AgreementKind.ARMS_CONTROL, "laterality": Laterality.MULTILATERAL}
    draft.evidence = [told]
    if IdentifierScheme.MTDSG.accepts(number):
        draft.identify(IdentifierScheme.MTDSG, number)
    _concluded(draft, placed, told)
    roles: dict[str, Role] = {}
    for row in rows:
        reading = Reading(row, given)
        _tell(draft, reading, told, roles, first=rows[0])
        faults += [in_its_cell(fault, row) for fault in reading.faults] if "column" in row.cells else reading.faults
        remarks += reading.remarks
    for code, role in roles.items():
        draft.takes_part(code, role=role, evidence=[told])
    numbers = tuple(dict.fromkeys(row.number for row in rows))
    return claim_of(draft, rows=numbers, given=given, group="Disarmament", faults=faults, remarks=remarks)


def _concluded(draft: Draft, placed: "re.Match[str] | None", told: Evidence) -> None:
    """The day and place that stand behind the title are those of its conclusion: the text was adopted or opened for signature then."""
    if placed is None:
        return
    try:
        day: PartialDay = read_typed_day(placed["day"])
    except NotADay:
        return
    note = f"The collection gives “{placed['place']}, {placed['day']}” behind the title."
    draft.happened(kind=EventKind.TEXT_ADOPTED, date=day, place=placed["place"], note=note, evidence=(told,))


def _tell(draft: Draft, reading: Reading, told: Evidence, roles: dict[str, Role], *, first: Row) -> None:
    """One act of one participant. Who only signed is a signatory; any other act makes it a party or brings it near to one."""
    reading.get(NUMBER)
    name, event, day = reading.get(NAME), reading.get(EVENT), reading.get(DATE)
    party = reading.get(PARTICIPANT)
    if (name or "") != " ".join(first["treaty_name"].split()):
        reading.refuse(Fault.ROWS_DISAGREE, f"Another row of the treaty {first['treaty_no']} gives it another name.", "treaty_name")
    if reading.faults or event is None or day is None or party is None:
        return
    kind = EVENTS[event]
    note = TO_SIGNATURE if event == "succession_to_signature" else ""
    draft.happened(kind=kind, date=day, party=party, note=note, evidence=(told,))
    if kind is EventKind.SIGNATURE:
        roles.setdefault(party, Role.SIGNATORY_ONLY)
    else:
        roles[party] = Role.PARTY
