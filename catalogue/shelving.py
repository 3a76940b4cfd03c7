"""Putting a published revision on the shelf: its entry and every row by which it is found."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model

from catalogue.models import FOREVER, STILL, Binding, Bond, Clause, Entry, Happening, Participant, Period, Prospect, Tie
from catalogue.words.index import keep_words
from catalogue.words.stems import words
from parties.models import Party
from records.models import Revision
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.relation import Relation
from treaty.law.bindings import Binding as LawBinding
from treaty.law.bindings import bindings
from treaty.law.outlook import outlook
from treaty.law.pairs import Tie as LawTie
from treaty.law.pairs import pairs
from treaty.law.standing import Period as LawPeriod
from treaty.law.standing import periods
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import PairStanding
from treaty.vocabulary.value_states import ValueState

LOAD = 2000  # rows of a table that are saved at once: a treaty of a hundred parties has ten thousand ties
READINGS = (True, False)  # with what the rules infer, and by what sources declare alone
Lives = Mapping[str, tuple[LawBinding, ...]]


def shelve(revision: Revision) -> Entry | None:
    """Make the revision's entry the current one of its record; a retraction or a merger leaves none.

    Runs in the transaction that published the revision.
    """
    return next(iter(shelve_all([revision])), None)


def shelve_all(revisions: Sequence[Revision]) -> list[Entry]:
    """Shelve revisions of as many records, for the queries of one. Returns the entries, in the order of what was published."""
    for moment in {revision.published_at for revision in revisions}:
        records = [revision.record_id for revision in revisions if revision.published_at == moment]
        Entry.objects.filter(record__in=records, known_until=STILL).update(known_until=moment)
    documents = {revision: read_document(revision.document) for revision in revisions if revision.action is Action.PUBLISHED}
    parties = parties_of(documents.values())
    entries = Entry.objects.bulk_create(Entry(**entry_columns(revision, document)) for revision, document in documents.items())
    by_entry = dict(zip(entries, documents.values(), strict=True))
    _keep_rows(index_rows(entry, document, parties) for entry, document in by_entry.items())
    keep_words({entry.pk: document for entry, document in by_entry.items()}, {code: party.name for code, party in parties.items()})
    return entries


def _keep_rows(of_entries: Iterable[Mapping[type[Model], list[Model]]]) -> None:
    """Save the rows of one entry after the other, of each table as many together as are a good load."""
    waiting: defaultdict[type[Model], list[Model]] = defaultdict(list)
    for tables in of_entries:
        for model, rows in tables.items():
            waiting[model] += rows
            if len(waiting[model]) >= LOAD:
                model._default_manager.bulk_create(waiting.pop(model))
    for model, rows in waiting.items():
        model._default_manager.bulk_create(rows)


def parties_of(documents: Iterable[Document]) -> dict[str, Party]:
    """The parties that the documents' participations and events name, by code. One query."""
    codes = {part.party for document in documents for part in document.participations}
    codes |= {event.party for document in documents for event in document.events if event.party}
    return {party.code: party for party in Party.objects.filter(code__in=codes)}


def entry_columns(revision: Revision, document: Document) -> dict[str, Any]:
    """What an entry says of its revision, but for the time until which it is known."""
    signed = _signed(document)
    days = [event.date or event.effective_date for event in document.events if event.occurrence is Occurrence.HAPPENED]
    return {
        "revision": revision,
        "record": revision.record,
        "reference": revision.record.reference,
        "place": int(revision.record.reference[1:]),
        "title": document.title,
        "title_key": " ".join(words(document.title)),
        "kind": document.kind,
        "form": document.form,
        "character": document.character,
        "laterality": document.laterality,
        "best_source": min((source.kind for source in document.sources), key=lambda kind: kind.rank, default=None),
        "checked": document.checked,
        "signed": signed,
        "signed_on": signed.first if signed else None,
        "begins": min((day.first for day in days if day), default=None) if all(days) else None,
        "known_from": revision.published_at,
        "row": json.dumps(_row(revision, document, signed), ensure_ascii=False, separators=(",", ":")),
    }


def _signed(document: Document) -> PartialDay | None:
    days = [event.date for event in document.events if event.kind in SIGNATURES and event.weight is Weight.ACCEPTED]
    return min((day for day in days if day), default=None)


def _row(revision: Revision, document: Document, signed: PartialDay | None) -> dict[str, Any]:
    """What a list says of an agreement, beside its standing."""
    return {
        "reference": revision.record.reference,
        "revision": revision.number,
        "title": document.title,
        "title_is_generated": document.title_is_generated,
        "short_title": document.short_title,
        "kind": document.kind,
        "form": document.form,
        "character": document.character,
        "laterality": document.laterality,
        "parties": list(dict.fromkeys(part.party for part in document.participations if part.role in PARTY_ROLES)),
        "signed": signed.text if signed else None,
        "provisions": list(dict.fromkeys(provision.kind for provision in document.provisions if provision.state is ValueState.PRESENT)),
        "published_at": revision.published_at.isoformat().replace("+00:00", "Z"),
    }


def index_rows(entry: Entry, document: Document, parties: Mapping[str, Party]) -> dict[type[Model], list[Model]]:
    """Every row by which the entry is found, not yet saved, table by table."""
    lives = {inferring: bindings(document, inferred=inferring) for inferring in READINGS}
    return {
        Participant: [
            Participant(entry=entry, party=parties[part.party], role=part.role, position=position)
            for position, part in enumerate(document.participations)
        ],
        Period: [row for inferring in READINGS for row in _periods(entry, document, inferring)],
        Binding: [row for inferring, held in lives.items() for row in _bindings(entry, held, parties, inferring)],
        Tie: [row for inferring, held in lives.items() for row in _ties(entry, document, held, parties, inferring)],
        Prospect: [row for inferring in READINGS for row in _prospects(entry, document, parties, inferring)],
        Happening: [_happening(entry, event, parties) for event in document.events],
        Clause: [Clause(entry=entry, key=said.id, kind=said.kind, state=said.state) for said in document.provisions],
        Bond: [_bond(entry, relation) for relation in document.relations if relation.target],
    }


def _periods(entry: Entry, document: Document, inferring: bool) -> Iterator[Model]:
    for period in periods(document, inferred=inferring):
        yield Period(entry=entry, inferring=inferring, standing=period.standing, **_time(period))


def _bindings(entry: Entry, held: Lives, parties: Mapping[str, Party], inferring: bool) -> Iterator[Model]:
    for code, life in held.items():
        for binding in life:
            yield Binding(entry=entry, inferring=inferring, party=parties[code], standing=binding.standing, **_time(binding))


def _ties(entry: Entry, document: Document, held: Lives, parties: Mapping[str, Party], inferring: bool) -> Iterator[Model]:
    for (one, two), life in pairs(document, inferred=inferring, found=held).items():
        for tie in life:
            if tie.standing is not PairStanding.NOT_BOUND:
                yield Tie(entry=entry, inferring=inferring, one=parties[one], two=parties[two], standing=tie.standing, **_time(tie))


def _prospects(entry: Entry, document: Document, parties: Mapping[str, Party], inferring: bool) -> Iterator[Model]:
    for said in outlook(document, inferred=inferring):
        yield Prospect(
            entry=entry,
            inferring=inferring,
            kind=said.kind,
            party=parties[said.party] if said.party else None,
            first=said.days.first,
            last=said.days.last,
            shown=said.days.shown,
            begins=said.begins,
            ends=said.ends or FOREVER,
            basis=said.basis,
        )


def _time(held: LawPeriod | LawBinding | LawTie) -> dict[str, Any]:
    return {"begins": held.begins, "ends": held.ends or FOREVER, "since": held.since, "basis": held.because.basis}


def _happening(entry: Entry, event: Event, parties: Mapping[str, Party]) -> Happening:
    return Happening(
        entry=entry,
        key=event.id,
        kind=event.kind,
        party=parties[event.party] if event.party else None,
        first=event.date.first if event.date else None,
        last=event.date.last if event.date else None,
        accepted=event.weight is Weight.ACCEPTED and event.occurrence is Occurrence.HAPPENED,
    )


def _bond(entry: Entry, relation: Relation) -> Bond:
    return Bond(
        entry=entry,
        key=relation.id,
        kind=relation.kind,
        inverse=relation.inverse,
        target=relation.target or "",
        effective=relation.effective_date,
    )
