"""From the desk copy to the document: what an editor has entered, as one typed record."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from agreements.models import Agreement, Citation, Duration, Event, ListedSource, Participation, Relation, Text
from editorial.clauses import CLAUSES
from provisions.models import Provision
from treaty.document.document import Document


def compose(agreement: Agreement) -> Document:
    """The document that the desk copy makes. Raises pydantic's ValidationError where a row holds what no document may.

    Costs a number of queries that does not grow with the agreement's rows.
    """
    (document,) = compose_all([agreement])
    return document


def compose_all(agreements: Sequence[Agreement]) -> list[Document]:
    """The documents of several desk copies, in their order, for the queries of one. Raises ValidationError as `compose` does."""
    keys = [agreement.pk for agreement in agreements]
    full = {agreement.pk: agreement for agreement in Agreement.objects.in_full().filter(pk__in=keys)}
    provisions: defaultdict[int, list[Provision]] = defaultdict(list)
    for provision in Provision.objects.in_full().filter(agreement__in=keys):
        provisions[provision.agreement_id].append(provision)
    return [_document(full[key], provisions[key]) for key in keys]


def _document(full: Agreement, provisions: Iterable[Provision]) -> Document:
    return Document.model_validate(
        {
            "reference": full.record.reference if full.record else None,
            **_fields(full, "title", "title_is_generated", "short_title", "kind", "form", "character", "laterality", "summary", "note"),
            "subjects": tuple(full.subjects),
            "other_titles": [_fields(other, "language", "title") for other in full.other_titles.all()],
            "identifiers": [_fields(number, "scheme", "value") for number in full.identifiers.all()],
            "participations": [_participation(part) for part in full.participations.all()],
            "events": [_event(event) for event in full.events.all()],
            "duration": _duration(full),
            "provisions": [_provision(provision) for provision in provisions],
            "relations": [_relation(relation) for relation in full.relations.all()],
            "texts": [_text(text) for text in full.texts.all()],
            "sources": [_source(listed) for listed in full.listed_sources.all()],
            "evidence": _evidence(full.evidence.all()),
        }
    )


def _fields(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _participation(part: Participation) -> dict[str, Any]:
    said = _fields(part, "role", "name_as_written", "begins", "ends", "note")
    return {"party": part.party.code, **said, "evidence": _evidence(part.evidence.all())}


def _event(event: Event) -> dict[str, Any]:
    said = _fields(
        event, "kind", "date", "effective_date", "date_missing", "until", "place", "occurrence", "basis", "rule", "weight", "note"
    )
    return {
        "id": event.key,
        **said,
        "concerns": tuple(event.concerns),
        "party": event.party.code if event.party else None,
        "other_party": event.other_party.code if event.other_party else None,
        "evidence": _evidence(event.evidence.all()),
    }


def _duration(agreement: Agreement) -> dict[str, Any] | None:
    try:
        duration: Duration = agreement.duration
    except ObjectDoesNotExist:
        return None
    return {
        **{name: clause.read(duration) for name, clause in CLAUSES.items()},
        "applications": tuple(duration.applications),
        **_fields(duration, "survival", "note"),
        "evidence": _evidence(duration.evidence.all()),
    }


def _provision(provision: Provision) -> dict[str, Any]:
    said = _fields(provision, "kind", "state", "quote", "strength", "reciprocity", "condition", "begins", "ends", "terms", "gaps", "note")
    return {
        "id": provision.key,
        **said,
        "articles": tuple(provision.articles),
        "obligors": tuple(party.code for party in provision.obligors.all()),
        "beneficiaries": tuple(party.code for party in provision.beneficiaries.all()),
        "evidence": _evidence(provision.evidence.all()),
    }


def _relation(relation: Relation) -> dict[str, Any]:
    said = _fields(relation, "kind", "inverse", "target", "target_title", "effective_date", "note")
    return {"id": relation.key, **said, "evidence": _evidence(relation.evidence.all())}


def _text(text: Text) -> dict[str, Any]:
    said = _fields(text, "language", "title", "authentic", "sha256", "media_type", "url")
    return {"id": text.key, **said, "source": text.listed.key if text.listed else None}


def _source(listed: ListedSource) -> dict[str, Any]:
    said = _fields(listed.source, "kind", "title", "publisher", "url", "published", "accessed", "language", "licence")
    return {"id": listed.key, **said}


def _evidence(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    return [
        {
            "source": citation.listed.key,
            "locator": _fields(citation, "article", "page", "begin", "end"),
            **_fields(citation, "quote", "verified", "note"),
        }
        for citation in citations
    ]
