"""The page about a party as data: codes, words of the vocabulary and days as ISO 8601 writes them."""

from typing import Any

from catalogue.models import Entry
from web.showing.days import Days
from web.showing.links import API, page
from web.showing.party import PartyReading


def party_data(read: PartyReading, days: Days) -> dict[str, Any]:
    """What the page shows, typed. The party's names, codes and lives are in the API, under `party.url`."""
    party = read.party
    return {
        "as_of": days.on.isoformat(),
        "as_known": days.as_known.isoformat() if days.as_known else None,
        "inferred": days.inferring,
        "party": {"code": party.code, "name": party.name, "type": party.type.value, "url": f"{API}/parties/{party.code}/"},
        "agreements": read.total,
        "by_standing": dict(read.tallies["standing"]),
        "by_kind": dict(read.tallies["kind"]),
        "by_provision": dict(read.tallies["provision"]),
        "by_year_of_signature": {str(year): count for year, count in read.years.items()},
        "partners": [{"code": one.code, "name": one.name, "agreements": one.agreements, "in_force": one.in_force} for one in read.partners],
        "newest_in_force": [_entry(read, entry) for entry in read.in_force],
        "newest_pending": [_entry(read, entry) for entry in read.pending],
        "due": {
            "before": read.until.isoformat() if read.until else None,
            "deadlines": [
                {
                    "kind": one.kind.value,
                    "date": one.shown.text,
                    "party": one.party.code if one.party else None,
                    "basis": one.basis.value,
                    "reference": one.entry.reference,
                    "title": one.entry.title,
                }
                for one in read.due
            ],
        },
        "page": page("party", party.code, **days.carried),
    }


def _entry(read: PartyReading, entry: Entry) -> dict[str, Any]:
    own = read.bindings.get(entry.pk)
    return {
        "reference": entry.reference,
        "title": entry.title,
        "kind": entry.kind.value if entry.kind else None,
        "signed": entry.signed.text if entry.signed else None,
        "parties": sorted(read.listed.get(entry.pk, {})),
        "standing": own.standing.value if own else None,
        "since": own.since.text if own else None,
    }
