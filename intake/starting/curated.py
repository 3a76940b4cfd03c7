"""The starting list of well-known agreements, a row at a time."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from intake.draft import Draft
from intake.starting.citing import Named, named_sources, vouching
from intake.starting.forms import form_of
from intake.starting.happenings import TOLD, Told
from intake.starting.kinds import TYPES
from intake.starting.provisions import coded
from intake.starting.terms import duration_of
from treaty.document.days import PartialDay
from treaty.document.evidence import Evidence
from treaty.vocabulary.assertions import Missing, Weight
from treaty.vocabulary.characters import Character
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.sources import SourceKind

Row = Mapping[str, str]

ENDS: Mapping[str, EventKind] = {
    "superseded": EventKind.SUPERSESSION,
    "expired": EventKind.EXPIRY,
    "expired_not_renewed": EventKind.EXPIRY,
    "terminated": EventKind.TERMINATION,
    "terminated_by_consent": EventKind.TERMINATION_BY_CONSENT,
    "terminated_on_notice": EventKind.TERMINATION,
}
CHARACTERS: Mapping[str, Character] = {
    "fpda-1971": Character.NON_BINDING,  # "Non-binding communique plus exchanges of notes"
    "nordefco-2009": Character.NON_BINDING,  # "Non-binding MoU."
    "uk-deu-trinity-2024": Character.INTERDEPARTMENTAL_ARRANGEMENT,  # "Not a treaty (ministerial arrangement)."
}
JOINED = re.compile(r"(?P<party>[A-Z]{3})(?:@(?P<date>\d{4}-\d{2}-\d{2}))?(?:\((?P<how>signature|deposit)\))?")
HOW = {None: EventKind.ACCESSION, "signature": EventKind.SIGNATURE, "deposit": EventKind.NOTIFICATION_OF_CONSENT}
KNOWN = "General knowledge, not read for this register; to be checked in the source named."
JOINING = "The starting list gives the days of joining from general knowledge; to be checked with the depositary."
LISTED = "As the starting list gives it; not checked against the text."
SEEN = "Read in the source named."
SEEN_SOMEWHERE = "Read in a source named in this record; the starting list names several and does not say which."


def read_rows(path: Path) -> list[Row]:
    """The rows that make a record, in the file's order."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def draft_of(row: Row) -> Draft:
    """The record that one row makes. Raises ValueError or KeyError where the row says what nobody has mapped."""
    named = named_sources(row["public_source"])
    draft = Draft(key=f"curated:{row['id']}", title=row["title"])
    draft.identify(IdentifierScheme.CURATED, row["id"])
    cited = {source.words: _cite(draft, source) for source in named}
    for source in named:
        for scheme, value in source.numbers():
            draft.identify(scheme, value)
    draft.said = {
        "short_title": row["short_name"],
        "kind": TYPES[row["agreement_type"]],
        "form": form_of(row["title"]),
        "character": CHARACTERS.get(row["id"]),
        "laterality": Laterality(row["lateral"]),
    }
    listed = Evidence(source=cited[_first(named).words], note=LISTED)
    draft.evidence = [listed]
    _parties(draft, row, listed)
    _life(draft, row, named, cited)
    for told in TOLD.get(row["id"], ()):
        _tell(draft, told, cited[_first(named).words])
    draft.duration = duration_of(row["id"], row["key_terms"], listed)
    draft.provisions = coded(row["provision_types"].split(";"), listed, costs_of=row["id"])
    draft.notes = [part for part in (row["notes"], f"Confidence in the starting list: {row['confidence']}.") if part]
    return draft


def _cite(draft: Draft, source: Named) -> str:
    title, details = source.details()
    return draft.source(source.kind, title, **details)


def _first(named: list[Named]) -> Named:
    """What is cited for facts that the list ascribes to no source: its first source other than ATOP, which has no titles."""
    return next((source for source in named if not source.is_atop), named[0])


def _parties(draft: Draft, row: Row, listed: Evidence) -> None:
    for party in filter(None, row["parties_iso3"].split(";")):
        draft.takes_part(party, evidence=[listed])
    for said in filter(None, row["later_parties"].split(";")):
        match = JOINED.fullmatch(said)
        if match is None:
            raise ValueError(f"{row['id']}: “{said}” is not a later party such as GRC@1952-02-18")
        note = "" if match["date"] else "It joined later; the day is left out of the source."
        draft.takes_part(match["party"], evidence=[listed], note=note)
        if match["date"]:
            deposit = "Deposit of an instrument, of a kind that the source does not name." if match["how"] == "deposit" else ""
            draft.happened(
                kind=HOW[match["how"]],
                party=match["party"],
                date=PartialDay(match["date"]),
                note=deposit,
                evidence=(Evidence(source=draft.source(SourceKind.UNVERIFIED, "General knowledge"), note=JOINING),),
            )


def _life(draft: Draft, row: Row, named: list[Named], cited: Mapping[str, str]) -> None:
    """Signature, entry into force and end, each with its evidence as the list grades it."""
    facts = (
        ("signature", EventKind.SIGNATURE, row["signature_date"], row["sign_ev"]),
        ("entry", EventKind.ENTRY_INTO_FORCE, row["entry_into_force_date"], row["eif_ev"]),
        ("end", ENDS.get(row["end_kind"]), row["end_date"], row["end_ev"]),
    )
    for fact, kind, day, grade in facts:
        if kind is None or not (day or fact == "end"):
            continue
        seen = grade == "seen"
        source = vouching(named, fact, year=int(day[:4]) if day else 0, seen=seen)
        words = (SEEN if len(named) == 1 else SEEN_SOMEWHERE) if seen else KNOWN
        draft.happened(
            kind=kind,
            date=PartialDay(day) if day else None,
            date_missing=None if day else Missing.UNKNOWN,
            note="Ended on notice." if row["end_kind"] == "terminated_on_notice" and fact == "end" else "",
            evidence=(Evidence(source=cited[source.words], verified=seen, note=words),),
        )


def _tell(draft: Draft, told: Told, own: str) -> None:
    """An event from the notes. What answers a notice names it."""
    if told.by is None:
        source, words = own, "Read, as the starting list says; the source is not named." if told.seen else KNOWN
    else:
        source, words = _ascribed(draft, *told.by), "As the starting list reports it."
    answered = [event.id for event in draft.events if event.kind is told.answers and event.party == told.party]
    draft.happened(
        kind=told.kind,
        party=told.party,
        other_party=told.other_party,
        date=PartialDay(told.date),
        concerns=tuple(answered),
        weight=Weight.RIVAL if told.rival else Weight.ACCEPTED,
        note=f"From the starting list: {told.words}",
        evidence=(Evidence(source=source, verified=told.seen, note=words),),
    )


def _ascribed(draft: Draft, kind: SourceKind, title: str) -> str:
    """The key of the source that a note names, which the record may list already."""
    listed = next((source.id for source in draft.sources if (source.kind, source.title) == (kind, title)), None)
    return listed or draft.source(kind, title)
