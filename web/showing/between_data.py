"""The page about two parties as data: codes, words of the vocabulary and days as ISO 8601 writes them."""

from typing import Any

from catalogue.between import Common, Subject
from catalogue.models import FOREVER, Tie
from treaty.law.explaining import explain_tie
from treaty.law.pairs import between
from treaty.law.standing import standing_on
from web.showing.between import PairReading
from web.showing.days import Days
from web.showing.links import page


def between_data(read: PairReading, days: Days) -> dict[str, Any]:
    """What the page shows, typed."""
    found = read.between
    return {
        "as_of": days.on.isoformat(),
        "as_known": days.as_known.isoformat() if days.as_known else None,
        "inferred": days.inferring,
        "parties": [{"code": code, "name": read.names[code]} for code in read.codes],
        "agreements": [_common(common, read, days) for common in found.common],
        "deadlines": [
            {
                "kind": one.kind.value,
                "date": one.shown.text,
                "party": one.party.code if one.party else None,
                "basis": one.basis.value,
                "reference": next(common.reference for common in found.common if common.entry == one.entry_id),
            }
            for one in found.prospects
        ],
        "shared": [{"code": code, "subjects": sorted(map(_subject, subjects))} for code, subjects in sorted(found.shared().items())],
        "only_one_has": {
            code: [{"subject": _subject(subject), "with": sorted(partners)} for subject, partners in _sorted(found.gaps(code))]
            for code in read.codes
        },
        "page": page("between", *read.codes, **days.carried),
    }


def _sorted(gaps: Any) -> list[tuple[Subject, frozenset[str]]]:
    return sorted(gaps.items(), key=lambda gap: _subject(gap[0]))


def _subject(subject: Subject) -> str:
    """As a filter of a list names it: "kind=acsa", "provision=logistics"."""
    return f"{subject.filter}={subject.term.value}"


def _common(common: Common, read: PairReading, days: Days) -> dict[str, Any]:
    document = read.documents.get(common.entry)
    tie = standing_on(days.on, between(*read.codes, document, inferred=days.inferring)) if document else None
    return {
        "reference": common.reference,
        "title": common.title,
        "kind": common.kind.value if common.kind else None,
        "signed": common.signed.text if common.signed else None,
        "parties": sorted(common.parties),
        "bilateral": common.is_bilateral,
        "provisions": sorted(kind.value for kind in common.provisions),
        "standing": common.tie.standing.value if common.tie else "not_bound",
        "since": common.tie.since.text if common.tie else None,
        "because": {
            "sentence": explain_tie(tie, document, read.names),
            "rule": tie.because.rule,
            "events": list(tie.because.events),
            "articles": list(tie.because.articles),
            "basis": tie.because.basis.value,
        }
        if tie and document
        else None,
        "each": {code: {"standing": one.standing.value, "since": one.since.text} for code, one in sorted(common.bindings.items())},
        "history": [_held(one) for one in common.ties],
    }


def _held(tie: Tie) -> dict[str, Any]:
    ends = tie.ends.isoformat() if tie.ends < FOREVER else None
    return {"standing": tie.standing.value, "begins": tie.begins.isoformat(), "ends": ends, "since": tie.since.text}
