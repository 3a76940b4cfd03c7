"""One agreement as data: its published document, and what the law and the register conclude of it on the day asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from catalogue.asking import standing_then
from catalogue.judging import Judgement
from catalogue.kinship import Family
from catalogue.models import FOREVER
from records.models import Revision
from treaty.law.bindings import Binding
from treaty.law.deadlines import Deadline


def record_said(
    revision: Revision, judged: Judgement, family: Family, *, asked: Mapping[str, str], site: str, citation: str
) -> dict[str, Any]:
    """Everything the page of an agreement says, as one JSON object."""
    period = judged.period
    return {
        "reference": judged.document.reference,
        "url": f"{site}/agreements/{judged.document.reference}/",
        "revision": revision_said(revision, judged.document.reference or "", site),
        "asked": {"as_of": judged.on.isoformat(), "as_known": asked.get("as_known") or None, "inferred": judged.inferring},
        "citation": citation,
        "standing": {
            "value": period and period.standing.value,
            "since": period and period.since.text,
            "until": period.ends.isoformat() if period and period.ends else None,
            "basis": period and period.because.basis.value,
            "because": judged.account,
        },
        "parties": [_binding(one, judged.names) for one in judged.bindings],
        "deadlines": [_deadline(one) for one in judged.deadlines],
        "family": list(_kin(family)),
        "document": judged.document.model_dump(mode="json"),
    }


def revision_said(revision: Revision, reference: str, site: str) -> dict[str, Any]:
    """A revision: its number, moment, hash and address."""
    return {
        "number": revision.number,
        "action": revision.action.value,
        "published_at": revision.published_at.isoformat().replace("+00:00", "Z"),
        "note": revision.note,
        "sha256": revision.sha256,
        "url": f"{site}/agreements/{reference}/revisions/{revision.number}/",
    }


def _binding(one: Binding, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "party": one.party,
        "name": names.get(one.party, one.party),
        "standing": one.standing.value,
        "since": one.since.text,
        "until": one.ends.isoformat() if one.ends else None,
        "basis": one.because.basis.value,
    }


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "party": one.party,
        "first": one.days.first.isoformat() if one.days else None,
        "last": one.days.last.isoformat() if one.days else None,
        "sentence": one.sentence,
        "basis": one.because.basis.value,
    }


def _kin(family: Family) -> Iterable[dict[str, Any]]:
    for kin in family.kin:
        period = standing_then(kin.entry)
        ends = period.ends.isoformat() if period and period.ends != FOREVER else None
        yield {
            "reference": kin.entry.reference,
            "title": kin.entry.title,
            "signed": kin.entry.signed and kin.entry.signed.text,
            "standing": period and period.standing.value,
            "since": period and period.since.text,
            "until": ends,
            "steps": kin.steps,
            "relations": [
                {"kind": bond.kind.value, "to": bond.other, "effective": bond.effective and bond.effective.text}
                for bond in family.bonds
                if bond.actor == kin.entry.reference
            ],
        }
