"""From a document to the desk copy: every import, REST write and restored revision comes in here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from pydantic import ValidationError

from accounts.models import Person
from agreements.models import (
    Agreement,
    Citation,
    Duration,
    Event,
    Identifier,
    ListedSource,
    OtherTitle,
    Participation,
    Relation,
    Source,
    Text,
)
from agreements.models import Evidence as DeskEvidence
from agreements.operations import note_change
from agreements.vocabulary import DeedKind
from editorial.clauses import CLAUSES
from editorial.composing import compose
from editorial.verifications import Readings, hand_over, readings_of
from parties.models import Party
from provisions.models import Provision, ProvisionEvidence
from treaty.document import evidence as document_evidence
from treaty.document.difference import difference
from treaty.document.document import Document
from treaty.document.parts import Part

SCALARS = ("title", "title_is_generated", "short_title", "kind", "form", "character", "laterality", "summary", "note")
LONGEST_MINTED = 10  # a key with a greater number was not minted here, and never will be
PARTS = (OtherTitle, Identifier, Participation, Event, Relation, Text)


class UnknownParties(ValueError):
    """A document names parties that the register does not know; nothing was written."""


@transaction.atomic
def apply(
    document: Document,
    *,
    by: Person | None,
    at: datetime,
    to: Agreement | None = None,
    what: DeedKind | None = None,
    details: Iterable[str] = (),
) -> Agreement:
    """Write a document onto the desk: as a new agreement, or in place of all that `to` holds.

    The document's reference is not written; an agreement has one from its publication only. Leaves one line in the
    audit: `what` was done (entered, or saved, unless said otherwise), with `details` before what changed. Where a
    verified citation stays as it was, who verified it and when stay too. Raises UnknownParties, naming the codes.
    `compose` gives the same document back.
    """
    parties = _parties(document)
    changes = _changes(to, document) if to else []
    readings = readings_of(to) if to else {}
    agreement = _root(document, by=by, at=at, to=to)
    rows = _Rows(agreement, parties, _list_sources(agreement, document), readings)
    rows.write(document)
    note_change(agreement, by=by, at=at, what=what or (DeedKind.SAVED if to else DeedKind.ENTERED), details=[*details, *changes])
    return agreement


def _changes(agreement: Agreement, document: Document) -> list[str]:
    """What the document will change, in sentences."""
    try:
        before = compose(agreement)
    except ValidationError:
        return ["All of it was replaced; it held what no document may hold."]
    codes = {part.party for said in (before, document) for part in said.participations}
    names = dict(Party.objects.filter(code__in=codes).order_by().values_list("code", "name"))
    return [change.sentence for change in difference(before, document.model_copy(update={"reference": before.reference}), names)]


def _parties(document: Document) -> dict[str, Party]:
    codes = {part.party for part in document.participations}
    codes |= {code for event in document.events for code in (event.party, event.other_party) if code}
    codes |= {code for provision in document.provisions for code in provision.obligors + provision.beneficiaries}
    found = {party.code: party for party in Party.objects.filter(code__in=codes)}
    if missing := codes - found.keys():
        raise UnknownParties(f"No party has the code {', '.join(sorted(missing))}.")
    return found


def _root(document: Document, *, by: Person | None, at: datetime, to: Agreement | None) -> Agreement:
    said = {name: getattr(document, name) for name in SCALARS} | {"subjects": list(document.subjects)}
    keys = [
        part.id for parts in (document.events, document.provisions, document.relations, document.texts, document.sources) for part in parts
    ]
    minted = max((int(key[1:]) for key in keys if key[1:].isdigit() and len(key) <= LONGEST_MINTED), default=0)
    if to is None:
        return Agreement.objects.create(**said, keys_minted=minted, created_at=at, created_by=by, changed_at=at, changed_by=by)
    agreement = Agreement.objects.select_for_update().get(pk=to.pk)
    for name, value in said.items():
        setattr(agreement, name, value)
    agreement.keys_minted = max(agreement.keys_minted, minted)
    agreement.save()
    _clear(agreement)
    return agreement


def _clear(agreement: Agreement) -> None:
    Duration.objects.filter(agreement=agreement).delete()
    Provision.objects.filter(agreement=agreement).delete()
    for model in (*PARTS, ListedSource, DeskEvidence):
        model._default_manager.filter(agreement=agreement).delete()


def _list_sources(agreement: Agreement, document: Document) -> dict[str, ListedSource]:
    """The document's sources, each found in the library or added to it, under the keys the document gives them."""
    titles, urls = ({getattr(source, name) for source in document.sources} for name in ("title", "url"))
    library = {_content(source): source for source in Source.objects.filter(title__in=titles, url__in=urls).order_by("-pk")}
    listings = []
    for position, source in enumerate(document.sources):
        said = _content(source)
        if said not in library:
            library[said] = Source.objects.create(**dict(said))
        listings.append(ListedSource(agreement=agreement, source=library[said], key=source.id, position=position))
    return {listed.key: listed for listed in ListedSource.objects.bulk_create(listings)}


def _content(source: Source | document_evidence.Source) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (name, getattr(source, name)) for name in ("kind", "title", "publisher", "url", "published", "accessed", "language", "licence")
    )


@dataclass
class _Rows:
    """Writes the rows of one agreement, a table at a time, and the evidence of them all at the end."""

    agreement: Agreement
    parties: Mapping[str, Party]
    sources: Mapping[str, ListedSource]
    readings: Readings = field(default_factory=dict)
    evidence: list[Citation] = field(default_factory=list)

    def write(self, document: Document) -> None:
        self._plain(OtherTitle, document.other_titles)
        self._plain(Identifier, document.identifiers)
        self._texts(document)
        self._with_evidence(Participation, document.participations, "participation")
        self._with_evidence(Event, document.events, "event")
        self._with_evidence(Relation, document.relations, "relation")
        self._duration(document)
        self._provisions(document)
        self._cite(document.evidence, {"agreement": self.agreement}, DeskEvidence)
        hand_over(self.readings, self.evidence)
        DeskEvidence.objects.bulk_create([row for row in self.evidence if isinstance(row, DeskEvidence)])
        ProvisionEvidence.objects.bulk_create([row for row in self.evidence if isinstance(row, ProvisionEvidence)])

    def _plain(self, model: type[Model], parts: Iterable[Part]) -> list[Model]:
        rows = [model(agreement=self.agreement, position=position, **self._columns(part)) for position, part in enumerate(parts)]
        return list(model._default_manager.bulk_create(rows))

    def _texts(self, document: Document) -> None:
        Text.objects.bulk_create(
            Text(agreement=self.agreement, position=position, listed=self.sources.get(said.source or ""), **self._columns(said))
            for position, said in enumerate(document.texts)
        )

    def _with_evidence(self, model: type[Model], parts: Iterable[Any], fact: str) -> None:
        parts = list(parts)
        for row, part in zip(self._plain(model, parts), parts, strict=True):
            self._cite(part.evidence, {"agreement": self.agreement, fact: row}, DeskEvidence)

    def _duration(self, document: Document) -> None:
        if document.duration is None:
            return
        said = document.duration
        columns = {name: value for key, clause in CLAUSES.items() for name, value in clause.write(getattr(said, key)).items()}
        applications = [application.model_dump(mode="json") for application in said.applications]
        duration = Duration.objects.create(
            agreement=self.agreement, **columns, applications=applications, survival=said.survival, note=said.note
        )
        self._cite(said.evidence, {"agreement": self.agreement, "duration": duration}, DeskEvidence)

    def _provisions(self, document: Document) -> None:
        rows = []
        for position, said in enumerate(document.provisions):
            columns = self._columns(said) | {
                "terms": said.terms.model_dump(mode="json"),
                "gaps": [gap.model_dump(mode="json") for gap in said.gaps],
            }
            rows.append(Provision(agreement=self.agreement, position=position, **columns))
        for row, said in zip(Provision.objects.bulk_create(rows), document.provisions, strict=True):
            self._cite(said.evidence, {"provision": row}, ProvisionEvidence)
        for name in ("obligors", "beneficiaries"):
            through = getattr(Provision, name).through
            through.objects.bulk_create(
                through(provision_id=row.pk, party_id=self.parties[code].pk)
                for row, said in zip(rows, document.provisions, strict=True)
                for code in getattr(said, name)
            )

    def _columns(self, part: Part) -> dict[str, Any]:
        """A part's plain fields as columns: `id` is the row's key, a party's code its row, a tuple a list."""
        columns: dict[str, Any] = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name in ("evidence", "obligors", "beneficiaries", "terms", "gaps", "source"):
                continue
            if name in ("party", "other_party"):
                value = self.parties[value] if value else None
            columns["key" if name == "id" else name] = list(value) if isinstance(value, tuple) else value
        return columns

    def _cite(self, said: Iterable[document_evidence.Evidence], fact: Mapping[str, Model], model: type[Citation]) -> None:
        for position, evidence in enumerate(said):
            locator = {name: getattr(evidence.locator, name) for name in ("article", "page", "begin", "end")}
            listed = self.sources[evidence.source]
            self.evidence.append(
                model(
                    **fact,
                    position=position,
                    listed=listed,
                    **locator,
                    quote=evidence.quote,
                    verified=evidence.verified,
                    note=evidence.note,
                )
            )
