"""The starting register from end to end: read, join, relate, number, check, write down."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.draft import Draft
from intake.people import People
from intake.starting import curated, reported, uk
from intake.starting.joining import add_record
from intake.starting.joins import Candidate, Join, read_joins, require_decided
from intake.starting.latecomers import mark_latecomers
from intake.starting.people import read_people
from intake.starting.references import ledger_text, mint, read_ledger
from intake.starting.relations import read_links, relate
from treaty.document.canonical import canonical_json, read_document
from treaty.document.document import Document
from treaty.document.rules import Circumstances, Finding, Level, findings
from treaty.vocabulary.roles import PARTY_ROLES

FILES = ("known.jsonl", "reported.jsonl", "uk.jsonl")
LEDGER = "references.csv"
Joined = Mapping[str, str]


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
    for draft in lists.all():
        mark_latecomers(draft, people)
    drafts = {key: draft for draft in lists.all() for key in draft.names()}
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
    lists = _Lists({"known.jsonl": known}, [_candidate(draft.key, draft) for draft in known])
    kept = {draft.key: draft for draft in known}
    lists.by_file["reported.jsonl"] = list(_reports(data / "curated" / "from_articles.json", into, kept, lists.candidates))
    lists.by_file["uk.jsonl"] = list(_records(data / "uk_treaties" / "uk_treaties_all.csv", people, into, kept, lists.candidates))
    return lists


def _reports(path: Path, into: Joined, kept: dict[str, Draft], candidates: list[Candidate]) -> Iterator[Draft]:
    """The reports that are records of their own; the others go into the records that they speak of."""
    for report in reported.read_reports(path):
        key = f"reported:{report['id']}"
        if ("see" in report) != (key in into):
            raise ValueError(f"{key}: a report that refers to another record is joined to it, and no other is; see joins.csv")
        if key in into:
            reported.add_report(kept[into[key]], report)
            continue
        draft = reported.draft_of(report)
        candidates.append(_candidate(key, draft))
        yield draft


def _records(path: Path, people: People, into: Joined, kept: dict[str, Draft], candidates: list[Candidate]) -> Iterator[Draft]:
    """The treaty list's records that are records of their own; the others go into the records that are the same treaty."""
    rows = uk.read_rows(path)
    wanted = [row for row in rows if uk.is_wanted(row) or f"ukto:{row['record_id']}" in into]
    records = {f"ukto:{record.id}": record for record in uk.records_of(wanted, people, uk.shared_numbers(rows))}
    for key in into:
        if key.startswith("ukto:"):
            add_record(kept[into[key]], records[key])
    for key, record in records.items():
        draft = uk.draft_of(record)
        candidates.append(_candidate(key, draft))
        if key not in into:
            yield draft
    taken = {row["record_id"] for row in wanted}
    candidates += [_outside(row) for row in rows if row["record_id"] not in taken and (row["signed_date"] or row["adopted_date"])]


def _outside(row: uk.Row) -> Candidate:
    return Candidate(f"ukto:{row['record_id']}", row["title"], date.fromisoformat(row["signed_date"] or row["adopted_date"]), outside=True)


def _candidate(key: str, draft: Draft) -> Candidate:
    day = draft.first_day()
    sides = frozenset(part.party for part in draft.participations if part.role in PARTY_ROLES)
    return Candidate(key, draft.title, day.first if day.precision == "day" and day.first.year < 9999 else None, sides)


def _finished(drafts: Iterable[Draft], references: dict[str, str]) -> list[Document]:
    """The drafts as documents in the order of their references, each read back from its own bytes."""
    documents = [draft.document(references[draft.names()[0]]) for draft in drafts]
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
