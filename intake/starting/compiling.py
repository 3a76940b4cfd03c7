"""The starting register from end to end: read, join, relate, number, check, write down."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.starting import curated, reported, uk
from intake.starting.draft import Draft
from intake.starting.joining import add_record
from intake.starting.joins import Candidate, Join, read_joins, require_decided
from intake.starting.people import People, read_people
from intake.starting.references import ledger_text, mint, read_ledger
from intake.starting.relations import read_links, relate
from treaty.document.canonical import canonical_json, read_document
from treaty.document.document import Document
from treaty.document.rules import Circumstances, Finding, Level, findings
from treaty.vocabulary.roles import PARTY_ROLES

FILES = ("known.jsonl", "reported.jsonl", "uk.jsonl")
LEDGER = "references.csv"


class Faulty(ValueError):
    """Records that the rule book refuses; each fault stands on a line of its own."""


@dataclass
class Compiled:
    """The files to write, by name, and what there is to say about them."""

    files: dict[str, str]
    documents: dict[str, list[Document]]
    warnings: Counter[str] = field(default_factory=Counter)
    joined: list[Join] = field(default_factory=list)


@dataclass
class _Lists:
    """The drafts by the file they go to, and every record as a candidate for a join."""

    by_file: dict[str, list[Draft]]
    candidates: list[Candidate]

    def all(self) -> list[Draft]:
        return [draft for file in FILES for draft in self.by_file[file]]


def compile_register(data: Path, decisions: Path, parties: Path, *, on: date) -> Compiled:
    """Compile the register from the files of facts in `data` and the committed decisions.

    `on` is the day of the rule book's check; it leaves no trace in the result. Raises ValueError (Undecided,
    Unresolved, Faulty or plain) with what has to be settled first.
    """
    people, joins = read_people(parties), read_joins(decisions / "joins.csv")
    lists = _read(data, people, joins)
    require_decided(lists.candidates, joins)
    drafts = {key: draft for draft in lists.all() for key in draft.keys()}
    references = mint(lists.all(), read_ledger(decisions / LEDGER))
    relate(read_links(decisions / "relations.csv"), drafts, references)
    documents = {file: _finished(lists.by_file[file], references) for file in FILES}
    warnings = _check(documents, Circumstances(people.book, on))
    files = {file: "".join(f"{canonical_json(document)}\n" for document in documents[file]) for file in FILES}
    return Compiled(files | {LEDGER: ledger_text(references)}, documents, warnings, [join for join in joins if join.is_joined])


def _read(data: Path, people: People, joins: list[Join]) -> _Lists:
    """Every list as drafts; what is joined is brought into the record that is kept."""
    into = {join.other: join.kept for join in joins if join.is_joined}
    known = [curated.draft_of(row) for row in curated.read_rows(data / "curated" / "known_agreements.csv")]
    reports = reported.read_reports(data / "curated" / "from_articles.json")
    listed = {key.removeprefix("ukto:") for key in into if key.startswith("ukto:")}
    records = uk.read_records(data / "uk_treaties" / "uk_treaties_all.csv", people, listed)
    candidates = [_candidate(draft.key, draft) for draft in known]
    kept = {draft.key: draft for draft in known}
    own: list[Draft] = []
    for report in reports:
        key = f"reported:{report['id']}"
        if ("see" in report) != (key in into):
            raise ValueError(f"{key}: a report that refers to another record is joined to it, and no other is; see joins.csv")
        if key in into:
            reported.add_report(kept[into[key]], report)
        else:
            own.append(reported.draft_of(report))
            candidates.append(_candidate(own[-1].key, own[-1]))
    rest: list[Draft] = []
    for record in records:
        key = f"ukto:{record.id}"
        alone = uk.draft_of(record)
        candidates.append(_candidate(key, alone))
        if key in into:
            add_record(kept[into[key]], record)
        else:
            rest.append(alone)
    return _Lists({"known.jsonl": known, "reported.jsonl": own, "uk.jsonl": rest}, candidates)


def _candidate(key: str, draft: Draft) -> Candidate:
    day = draft.first_day()
    sides = frozenset(part.party for part in draft.participations if part.role in PARTY_ROLES)
    return Candidate(key, draft.title, day.first if day.precision == "day" and day.first.year < 9999 else None, sides)


def _finished(drafts: Iterable[Draft], references: dict[str, str]) -> list[Document]:
    """The drafts as documents in the order of their references, each read back from its own bytes."""
    documents = [draft.document(references[draft.keys()[0]]) for draft in drafts]
    for document in documents:
        if read_document(canonical_json(document)) != document:
            raise ValueError(f"{document.reference} ({document.title}) is not the same when read back")
    return sorted(documents, key=lambda document: int((document.reference or "E0")[1:]))


def _check(documents: dict[str, list[Document]], given: Circumstances) -> Counter[str]:
    """How often each rule warns. Raises Faulty where one finds an error."""
    warnings: Counter[str] = Counter()
    faults = []
    for document in (document for file in FILES for document in documents[file]):
        found = findings(document, given)
        faults += [_fault(document, finding) for finding in found if finding.level is Level.ERROR]
        warnings.update(finding.rule for finding in found if finding.level is Level.WARNING)
    if faults:
        raise Faulty("\n".join(faults))
    return warnings


def _fault(document: Document, finding: Finding) -> str:
    return f"{document.reference} {document.title[:60]}: {finding.path}: {finding.sentence} {finding.detail}"
