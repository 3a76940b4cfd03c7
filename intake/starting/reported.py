"""Agreements that press texts report: some are records of their own, some speak of one that the starting list has."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from intake.draft import Draft, together
from intake.starting.forms import form_of
from intake.starting.provisions import CODES, provision
from treaty.document.days import PartialDay
from treaty.document.evidence import Evidence
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.characters import Character
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.value_states import ValueState

Report = Mapping[str, Any]

CHARACTERS = {"contract-like (Foreign Military Sales)": Character.CONTRACT_LIKE}
BASES = {"press": "As the press text reports it."}
OTHER_PLACES = {("tur-ukr-2020", "2020-10-16"): ("Istanbul", "Other accounts, which the starting list does not name")}
# What a report says of a provision in its own words, and how that reads in typed terms.
TERMS: Mapping[tuple[str, str], dict[str, Any]] = {
    ("jpn-phl-acsa-2026", "logistics"): {"tax_free": True, "categories": ("ammunition", "fuel", "other"), "occasions": ("exercises",)},
    ("sm-block-u-development", "equipment"): {
        "items": ({"name": "SM-2 Block IIICU"}, {"name": "SM-6 Block IU"}),
        "channels": ("fms",),
        "total_value": {"amount": "344000000", "currency": "USD"},
        "contractors": ("Raytheon",),
        "first_users": ("USA", "AUS", "CAN", "JPN", "KOR"),
    },
}
NUMBERS = {"us-tur-deca-1980": (IdentifierScheme.TIAS, "9901")}


def read_reports(path: Path) -> list[Report]:
    """The reports, in the file's order."""
    reports: list[Report] = json.loads(path.read_text(encoding="utf-8"))
    return reports


def draft_of(report: Report) -> Draft:
    """The record that a report makes by itself."""
    draft = Draft(key=f"curated:{report['id']}", title=report["title"])
    draft.identify(IdentifierScheme.CURATED, report["id"])
    if report["id"] in NUMBERS:
        draft.identify(*NUMBERS[report["id"]])
    source = _source(draft, report)
    told = Evidence(source=source, note=_basis(report["source"]["kind"]))
    draft.evidence = [told]
    draft.said = {
        "title_is_generated": report.get("title_is_generated", False),
        "kind": AgreementKind(report["kind"]),
        "form": None if report.get("title_is_generated") else form_of(report["title"]),
        "character": CHARACTERS[report["character"]] if "character" in report else None,
        "laterality": Laterality.BILATERAL if len(report["parties"]) == 2 else Laterality.PLURILATERAL,
    }
    for party in report["parties"]:
        draft.takes_part(party, evidence=[told])
    for event in report["events"]:
        _happen(draft, report, event, source)
    for said in report["provisions"]:
        _provide(draft, report, said, told)
    return draft


def add_report(draft: Draft, report: Report) -> None:
    """What a report adds to a record that the starting list has: its source, and what it says differently."""
    source = _source(draft, report)
    told = Evidence(source=source, note=_basis(report["source"]["kind"]))
    for event in report["events"]:
        _happen(draft, report, event, source)
    for said in report["provisions"]:
        _speak_for(draft, report, said, told)
    said = report["see"].removeprefix("known_agreements.csv").lstrip(",; ").removeprefix(report["id"]).strip(" ()")
    draft.notes.append(f"Of a press text: {said}.")
    if AgreementKind(report["kind"]) is not draft.said["kind"]:
        draft.notes.append(f"The press text is coded as {AgreementKind(report['kind']).label.lower()}.")


def _source(draft: Draft, report: Report) -> str:
    return draft.source(SourceKind(report["source"]["kind"]), report["source"]["title"])


def _basis(basis: str) -> str:
    return BASES.get(basis, "General knowledge, not read for this register.")


def _happen(draft: Draft, report: Report, said: Mapping[str, Any], source: str) -> None:
    """One event of a report; a day that the record has already, only more exactly, gains the report's word."""
    kind = EventKind(said["kind"])
    day = PartialDay(said["date"]) if said["date"] else None
    words = BASES.get(said["basis"], f"{said['basis'][:1].upper()}{said['basis'][1:]}.")
    known = draft.accepted(lambda event: event.kind is kind and bool(event.date and day) and _within(event.date, day))  # type: ignore[arg-type]
    if known is not None and said.get("weight") != "rival":
        exact = f"{words} It says “{day}”." if known.date != day else words
        draft.replace(known, evidence=together(known.evidence, [Evidence(source=source, note=exact)]))
        return
    fact = {
        "kind": kind,
        "party": said.get("party"),
        "date": day,
        "occurrence": Occurrence.AWAITED if said.get("note", "").startswith("pending") else Occurrence.HAPPENED,
        "evidence": (Evidence(source=source, note=words),),
    }
    draft.happened(**fact, place=said.get("place", ""), weight=Weight(said.get("weight", "accepted")), note=said.get("note", ""))
    if (report["id"], said["date"]) in OTHER_PLACES:
        place, title = OTHER_PLACES[report["id"], said["date"]]
        other = Evidence(source=draft.source(SourceKind.UNVERIFIED, title), note="As the report's own note says.")
        draft.happened(**(fact | {"evidence": (other,)}), place=place, weight=Weight.RIVAL, note=said["note"])


def _within(exact: PartialDay, rough: PartialDay) -> bool:
    return rough.first <= exact.first and exact.last <= rough.last


def _provide(draft: Draft, report: Report, said: Mapping[str, Any], told: Evidence) -> None:
    """One provision of a report; two of its codes may belong to one kind."""
    kind, by_code = CODES[said["kind"]]
    typed = TERMS.get((report["id"], said["kind"])) or {**by_code, **said["terms"]}
    state = ValueState.TEXT_NOT_AVAILABLE if said.get("state") == "text not available" else ValueState.PRESENT
    note = f"Coded in the report as: {said['kind']}."
    if (report["id"], said["kind"]) in TERMS:
        note += f" Its words: {_in_words(said['terms'])}."
    alike = next((part for part in draft.provisions if part.kind is kind and kind is ProvisionKind.TRADE_INVESTMENT), None)
    if alike is None:
        draft.provisions.append(provision(kind, typed, told, note, state=state))
        return
    both = alike.terms.model_dump(exclude_none=True) | {"activities": (*alike.terms.activities, *typed["activities"])}  # type: ignore[attr-defined]
    draft.provisions[draft.provisions.index(alike)] = provision(kind, both, told, f"{alike.note} {note}")


def _in_words(terms: Mapping[str, Any]) -> str:
    """ "categories: ammunition, fuel; tax free: yes"."""
    return "; ".join(f"{name.replace('_', ' ')}: {_value_in_words(value)}" for name, value in sorted(terms.items()))


def _value_in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_value_in_words, value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def _speak_for(draft: Draft, report: Report, said: Mapping[str, Any], told: Evidence) -> None:
    """A report's word for a provision that the record has: more evidence, and its scope in words."""
    kind, _ = CODES[said["kind"]]
    part = next(part for part in draft.provisions if part.kind is kind)
    words = told.model_copy(update={"note": f"{told.note} Terms: {said['state']}."}) if "state" in said else told
    terms = part.terms.model_copy(update=said["terms"]) if part.terms.scope is None else part.terms
    draft.provisions[draft.provisions.index(part)] = part.model_copy(update={"terms": terms, "evidence": together(part.evidence, [words])})
