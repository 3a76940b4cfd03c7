"""Every fact of an agreement with what vouches for it, in a number of queries that does not grow with the facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from agreements.models import Agreement, Citation, Duration, Event, Evidence, Participation, Relation
from agreements.preferring import rivals_of
from provisions.models import Provision, ProvisionEvidence
from treaty.document.days import PartialDay
from treaty.document.wording import when
from treaty.vocabulary.assertions import Occurrence, Weight

RECORD, DURATION = "record", "duration"
UNVERIFIED, UNSOURCED = "unverified", "unsourced"
FILTERS = {"": "All facts", UNVERIFIED: "Unverified only", UNSOURCED: "Without a source"}


@dataclass
class Fact:
    """One fact: its address (`event-12`), how it reads, and the citations for it, most authoritative first."""

    address: str
    words: str
    row: Model | None
    citations: list[Citation] = field(default_factory=list)

    @property
    def is_provision(self) -> bool:
        return isinstance(self.row, Provision)

    @property
    def is_unverified(self) -> bool:
        return not any(citation.verified for citation in self.citations)

    def passes(self, wanted: str) -> bool:
        return {UNVERIFIED: self.is_unverified, UNSOURCED: not self.citations}.get(wanted, True)


@dataclass(frozen=True)
class Section:
    """Facts of one sort."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Rivals:
    """Statements of one event that contradict each other."""

    title: str
    events: tuple[tuple[Event, Fact], ...]


@dataclass
class EvidenceOf:
    """All that vouches for one agreement."""

    agreement: Agreement
    facts: dict[str, Fact] = field(default_factory=dict)
    groups: list[tuple[str, list[Fact]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for title, facts in self._gather():
            self.groups.append((title, facts))
            self.facts |= {fact.address: fact for fact in facts}
        for address, citation in self._citations():
            if address in self.facts:
                self.facts[address].citations.append(citation)
        for fact in self.facts.values():
            fact.citations.sort(key=lambda one: (one.listed.source.kind.rank, one.position))

    def sections(self, wanted: str) -> list[Section]:
        kept = ((title, tuple(fact for fact in facts if fact.passes(wanted))) for title, facts in self.groups)
        return [Section(title, facts) for title, facts in kept if facts]

    def count(self, wanted: str) -> int:
        return sum(fact.passes(wanted) for fact in self.facts.values())

    def rivals(self) -> list[Rivals]:
        return [
            Rivals(_whose(group[0]), tuple((event, self.facts[f"event-{event.pk}"]) for event in group))
            for group in rivals_of(self.agreement)
        ]

    def _gather(self) -> Iterator[tuple[str, list[Fact]]]:
        mine = {"agreement": self.agreement}
        yield "The record", [Fact(RECORD, "The record as a whole: its title, kind and form", None)]
        yield "Parties", _facts("participation", Participation.objects.filter(**mine).select_related("party"))
        yield "Events", _facts("event", Event.objects.filter(**mine).select_related("party", "other_party"))
        durations = Duration.objects.filter(**mine)
        yield "Duration", [Fact(DURATION, "How it begins, lasts, renews and ends by its own terms", row) for row in durations]
        yield "Relations", _facts("relation", Relation.objects.filter(**mine))
        yield "Provisions", _facts("provision", Provision.objects.filter(**mine))

    def _citations(self) -> Iterator[tuple[str, Citation]]:
        for citation in Evidence.objects.filter(agreement=self.agreement).with_its_sources().order_by("position", "pk"):
            yield _address(citation), citation
        rows = ProvisionEvidence.objects.filter(provision__agreement=self.agreement)
        for word in rows.select_related("listed__source", "verified_by").order_by("position", "pk"):
            yield f"provision-{word.provision_id}", word


def _address(citation: Evidence) -> str:
    for fact in ("participation", "event", "relation"):
        if key := getattr(citation, f"{fact}_id"):
            return f"{fact}-{key}"
    return DURATION if citation.duration_id else RECORD


def _facts(sort: str, rows: Iterable[Any]) -> list[Fact]:
    return [Fact(f"{sort}-{row.pk}", _in_words(row), row) for row in rows]


def _in_words(row: Any) -> str:
    if isinstance(row, Event):
        return event_in_words(row)
    if isinstance(row, Provision):
        articles = f" (art. {', '.join(row.articles)})" if row.articles else ""
        return f"{row.kind.label}{articles}: {row.state.label.lower()}"
    return str(row)


def event_in_words(event: Event) -> str:
    """ "Signed, Japan, on 8 September 1951 (rival value)"."""
    ending = " (rival value)" if event.weight is Weight.RIVAL else ""
    return f"{_whose(event)}, {_when(event)}{ending}"


def _whose(event: Event) -> str:
    names = [str(party) for party in (event.party, event.other_party) if party]
    return ", ".join([event.kind.label, " and ".join(names)] if names else [event.kind.label])


def _when(event: Event) -> str:
    day: PartialDay | None = event.date or event.effective_date
    if day is None:
        return f"date {event.date_missing.label.lower()}" if event.date_missing else "date unknown"
    return "still awaited" if event.occurrence is Occurrence.AWAITED else when(day)


def new_citation(agreement: Agreement, fact: Fact) -> Citation:
    """An empty citation for a fact, not saved."""
    if isinstance(fact.row, Provision):
        return ProvisionEvidence(provision=fact.row)
    name = fact.address.partition("-")[0]
    return Evidence(agreement=agreement, **({} if fact.row is None else {name: fact.row}))
