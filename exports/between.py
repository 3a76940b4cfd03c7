"""What stands between two parties as data: codes, words of the vocabulary and days as ISO 8601 writes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.between import Between, Common, Subject, between_on
from catalogue.models import FOREVER, Entry, Tie
from catalogue.question import Question
from catalogue.reading import documents_of
from treaty.document.document import Document
from treaty.law.explaining import explain_tie
from treaty.law.pairs import between
from treaty.law.standing import standing_on


@dataclass(frozen=True)
class PairReading:
    """What the catalogue knows of two parties on the two days, before it is put in words."""

    between: Between
    names: Mapping[str, str]
    documents: Mapping[int, Document]

    @property
    def codes(self) -> tuple[str, str]:
        return self.between.one, self.between.two


def read_between(one: str, two: str, question: Question, names: Mapping[str, str]) -> PairReading:
    """Everything that is said about two parties. Eleven queries."""
    found = between_on(one, two, question)
    return PairReading(found, names, documents_of([Entry(pk=common.entry) for common in found.common if common.tie]))


def between_said(read: PairReading, question: Question) -> dict[str, Any]:
    """The same, typed."""
    found = read.between
    return {
        "as_of": question.on.isoformat(),
        "as_known": question.as_known.isoformat() if question.as_known else None,
        "inferred": question.inferring,
        "parties": [{"code": code, "name": read.names[code]} for code in read.codes],
        "agreements": [_common(common, read, question) for common in found.common],
        "deadlines": list(_deadlines(found)),
        "shared": [{"code": code, "subjects": sorted(map(_subject, subjects))} for code, subjects in sorted(found.shared().items())],
        "only_one_has": {
            code: [{"subject": _subject(subject), "with": sorted(partners)} for subject, partners in _sorted(found.gaps(code))]
            for code in read.codes
        },
    }


def _deadlines(found: Between) -> Iterable[dict[str, Any]]:
    references = {common.entry: common.reference for common in found.common}
    for one in found.prospects:
        yield {
            "kind": one.kind.value,
            "date": one.shown.text,
            "party": one.party.code if one.party else None,
            "basis": one.basis.value,
            "reference": references[one.entry_id],
        }


def _sorted(gaps: Any) -> list[tuple[Subject, frozenset[str]]]:
    return sorted(gaps.items(), key=lambda gap: _subject(gap[0]))


def _subject(subject: Subject) -> str:
    """As a filter of a list names it: "kind=acsa", "provision=logistics"."""
    return f"{subject.filter}={subject.term.value}"


def _common(common: Common, read: PairReading, question: Question) -> dict[str, Any]:
    document = read.documents.get(common.entry)
    tie = standing_on(question.on, between(*read.codes, document, inferred=question.inferring)) if document else None
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
