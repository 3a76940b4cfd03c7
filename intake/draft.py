"""A record in the making: facts are added from one source after another, and numbered when all are there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from treaty.document.days import PartialDay
from treaty.document.document import Document, Identifier, OtherTitle
from treaty.document.duration import Duration
from treaty.document.evidence import Evidence, Source, Text
from treaty.document.life import Event, Participation
from treaty.document.provision import AnyProvision
from treaty.document.relation import Relation
from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.roles import Role
from treaty.vocabulary.sources import SourceKind

LATE = PartialDay("9999-12-31")


@dataclass
class Draft:
    """Everything known of one agreement so far. `key` is its name in the list it came from, such as "curated:nato-1949"."""

    key: str
    title: str
    said: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    other_titles: list[OtherTitle] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    duration: Duration | None = None
    provisions: list[AnyProvision] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def names(self) -> list[str]:
        """The names it bears in the lists it was compiled from."""
        own = (IdentifierScheme.CURATED, IdentifierScheme.UKTO)
        return [f"{number.scheme.value}:{number.value}" for number in self.identifiers if number.scheme in own]

    def source(self, kind: SourceKind, title: str, **details: Any) -> str:
        """The key of a source, which is listed at its first mention."""
        new = Source(id=f"s{len(self.sources) + 1}", kind=kind, title=title, **details)
        for listed in self.sources:
            if listed.model_copy(update={"id": new.id}) == new:
                return listed.id
        self.sources.append(new)
        return new.id

    def identify(self, scheme: IdentifierScheme, value: str) -> None:
        """Give it a number. Raises ValueError for one that is not of the scheme's form."""
        if not scheme.accepts(value):
            raise ValueError(f"{self.key}: “{value}” is not a {scheme.label} number")
        number = Identifier(scheme=scheme, value=value)
        if number not in self.identifiers:
            self.identifiers.append(number)

    def takes_part(
        self, party: str, *, evidence: Iterable[Evidence], role: Role = Role.PARTY, name_as_written: str = "", note: str = ""
    ) -> None:
        """Add a participation, or another source's word for one that is there."""
        for index, part in enumerate(self.participations):
            if (part.party, part.role) == (party, role):
                told = {"evidence": together(part.evidence, evidence), "name_as_written": part.name_as_written or name_as_written}
                self.participations[index] = part.model_copy(update=told)
                return
        self.participations.append(
            Participation(party=party, role=role, name_as_written=name_as_written, note=note, evidence=tuple(evidence))
        )

    def happened(self, **said: Any) -> str:
        """Add an event; its label serves until it is numbered."""
        label = f"x{len(self.events) + 1}"
        self.events.append(Event(id=label, **said))
        return label

    def replace(self, event: Event, **changes: Any) -> None:
        """Change an event that is there."""
        self.events[self.events.index(event)] = event.model_copy(update=changes)

    def accepted(self, wanted: Callable[[Event], bool]) -> Event | None:
        """The first accepted event of the agreement as a whole that is wanted."""
        return next((event for event in self.events if event.party is None and event.weight is Weight.ACCEPTED and wanted(event)), None)

    def first_day(self) -> PartialDay:
        """The day of its first signature, else of its first event; the end of days where none has a date."""
        signed = [event.date for event in self.events if event.kind in SIGNATURES and event.date and event.weight is Weight.ACCEPTED]
        days = signed or [event.date for event in self.events if event.date]
        return min(days, default=LATE)

    def document(self, reference: str | None = None) -> Document:
        """The finished record, its parts in their order and numbered."""
        events = numbered_events(self.events)
        return Document(
            reference=reference,
            title=self.title,
            note="\n".join(self.notes),
            other_titles=tuple(self.other_titles),
            identifiers=tuple(self.identifiers),
            participations=tuple(self.participations),
            events=events,
            duration=self.duration,
            provisions=tuple(part.model_copy(update={"id": f"p{index}"}) for index, part in enumerate(self.provisions, start=1)),
            relations=tuple(part.model_copy(update={"id": f"r{index}"}) for index, part in enumerate(self.relations, start=1)),
            texts=tuple(part.model_copy(update={"id": f"t{index}"}) for index, part in enumerate(self.texts, start=1)),
            sources=tuple(self.sources),
            evidence=tuple(self.evidence),
            **self.said,
        )


def together(old: Iterable[Evidence], new: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Both pieces of evidence, each source speaking once."""
    kept = list(old)
    kept += [piece for piece in new if piece.source not in {other.source for other in kept}]
    return tuple(kept)


def numbered_events(events: list[Event]) -> tuple[Event, ...]:
    """The events in order of time, those without a date where they were entered last; rivals follow what they dispute."""
    ordered = sorted(events, key=lambda event: (event.date or event.effective_date or LATE, _stage(event), event.weight is Weight.RIVAL))
    numbers = {event.id: f"e{index}" for index, event in enumerate(ordered, start=1)}
    return tuple(
        event.model_copy(update={"id": numbers[event.id], "concerns": tuple(numbers[label] for label in event.concerns)})
        for event in ordered
    )


def _stage(event: Event) -> int:
    """On one day an agreement is signed before anything else, and ends last."""
    return 0 if event.kind in SIGNATURES else 2 if event.kind in ENDINGS else 1
