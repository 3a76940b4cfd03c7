"""Two documents of one agreement made into one, so that nothing that either knew is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from treaty.document.canonical import read_document
from treaty.document.document import Document, OtherTitle
from treaty.document.evidence import Evidence, Source, Text
from treaty.document.life import Event
from treaty.document.parts import Part
from treaty.document.together import both_evidence, both_notes, free_key, joined, together
from treaty.document.uniting_events import Choices, Side, add_events
from treaty.vocabulary.relations import RelationKind

CHOSEN = ("title", "short_title", "kind", "form", "character", "laterality", "summary")
CLAUSES = ("entry_into_force", "term", "renewal", "notice")


@dataclass(frozen=True)
class Conflict:
    """A place where the two differ and only one can stand. `default` is the side that stands unless another is chosen."""

    path: str
    ours: Any
    theirs: Any
    default: Side = "survivor"


def conflicts(survivor: Document, other: Document) -> list[Conflict]:
    """Where somebody may choose. What only one of them says is no conflict: it stands."""
    found = [
        Conflict(name, ours, theirs, _default(name, survivor, other))
        for name in CHOSEN
        if (ours := getattr(survivor, name)) != (theirs := getattr(other, name)) and ours and theirs
    ]
    if survivor.duration and other.duration:
        for name in CLAUSES:
            ours, theirs = getattr(survivor.duration, name), getattr(other.duration, name)
            if ours and theirs and ours != theirs:
                found.append(Conflict(f"duration.{name}", ours, theirs))
    found += [Conflict(f"events.{theirs.id}", ours, theirs) for ours, theirs in rival_events(survivor, other)]
    return found


def rival_events(survivor: Document, other: Document) -> list[tuple[Event, Event]]:
    """What both say happened once, each on another day: ours and theirs."""
    return add_events(survivor.events, other.events, {}).rivals


def unite(survivor: Document, other: Document, choices: Choices | None = None) -> Document:
    """The survivor with all that the other adds. A record united with its own copy is itself.

    Where the two differ the survivor's word stands, unless `choices` names the other's for the path of a
    conflict; a title that does not stand becomes another title, and a day that does not stand a rival. Lists
    are joined, and what both say stands once with the evidence of both. The other's parts get keys of their
    own. Relations of the one to the other fall away. Raises pydantic's ValidationError where both together
    hold more than a document may.
    """
    chosen = {conflict.path: (choices or {}).get(conflict.path, conflict.default) for conflict in conflicts(survivor, other)}
    sources = _Keys("s", survivor.sources)
    cited = {source.id: sources.place(source) for source in other.sources}
    theirs = _recited(other, cited, {text.source: text for text in survivor.texts if text.source})
    events = add_events(survivor.events, theirs.events, {path: side for path, side in chosen.items() if path.startswith("events.")})
    said: dict[str, Any] = {
        **_scalars(survivor, theirs, chosen),
        "sources": sources.parts,
        "events": events.events,
        "identifiers": joined(survivor.identifiers, theirs.identifiers),
        "subjects": joined(survivor.subjects, theirs.subjects),
        "evidence": both_evidence(survivor.evidence, theirs.evidence),
        "other_titles": _other_titles(survivor, theirs, chosen),
        "participations": _participations(survivor, theirs),
        "provisions": _keyed("p", survivor.provisions, theirs.provisions),
        "relations": _relations(survivor, theirs),
        "texts": _keyed("t", survivor.texts, theirs.texts),
        "duration": _duration(survivor, theirs, chosen),
    }
    united = survivor.model_copy(update={name: tuple(value) if isinstance(value, list) else value for name, value in said.items()})
    return read_document(united.model_dump_json())


def _default(name: str, survivor: Document, other: Document) -> Side:
    """A title that a source gives stands before one that the register made."""
    return "other" if name == "title" and survivor.title_is_generated and not other.title_is_generated else "survivor"


def _scalars(survivor: Document, other: Document, chosen: Choices) -> dict[str, Any]:
    said = {name: _one(name, getattr(survivor, name), getattr(other, name), chosen) for name in CHOSEN}
    said["note"] = both_notes(survivor.note, other.note)
    said["title_is_generated"] = (other if chosen.get("title") == "other" else survivor).title_is_generated
    return said


def _one(path: str, ours: Any, theirs: Any, chosen: Choices) -> Any:
    return theirs if chosen.get(path) == "other" or not ours else ours


def _other_titles(survivor: Document, other: Document, chosen: Choices) -> list[OtherTitle]:
    """Those of both, and the titles that do not stand, unless the register had made them."""
    titles = joined(survivor.other_titles, other.other_titles)
    known = {title.title for title in titles}
    for name in ("title", "short_title"):
        if name in chosen:
            loser = survivor if chosen[name] == "other" else other
            dropped = getattr(loser, name)
            if dropped not in known and not (name == "title" and loser.title_is_generated):
                titles.append(OtherTitle(title=dropped))
                known.add(dropped)
    return titles


def _participations(survivor: Document, other: Document) -> list[Part]:
    """A party in a role stands once. Where the two differ on it, the survivor's word stands and the other's is noted."""
    kept: list[Any] = list(survivor.participations)
    for part in other.participations:
        index = next((n for n, known in enumerate(kept) if (known.party, known.role) == (part.party, part.role)), None)
        if index is None:
            kept.append(part)
        elif part not in kept:
            kept[index] = together(kept[index], part, ("name_as_written", "begins", "ends"))
    return kept


def _keyed(prefix: str, ours: Iterable[Any], theirs: Iterable[Any]) -> list[Any]:
    """The parts of both under keys that differ; one that both have, but for its key and evidence, stands once."""
    keys = _Keys(prefix, ours)
    for part in theirs:
        keys.place(part)
    return keys.parts


def _relations(survivor: Document, other: Document) -> list[Any]:
    """Those of both, but for "same as" between the two, which the merger makes good, and any other of one to the other."""
    ours = [relation for relation in survivor.relations if not other.reference or relation.target != other.reference]
    theirs = [relation for relation in other.relations if not survivor.reference or relation.target != survivor.reference]
    return _keyed("r", ours, theirs)


def relations_between(one: Document, other: Document) -> list[Any]:
    """What either says of the other, beside that the two are the same: a sign that they are two."""
    pairs = ((one, other), (other, one))
    return [
        relation
        for document, target in pairs
        for relation in document.relations
        if target.reference and relation.target == target.reference and relation.kind is not RelationKind.SAME_AS
    ]


def _duration(survivor: Document, other: Document, chosen: Choices) -> Any:
    ours, theirs = survivor.duration, other.duration
    if ours is None or theirs is None:
        return ours or theirs
    said = {name: _one(f"duration.{name}", getattr(ours, name), getattr(theirs, name), chosen) for name in CLAUSES}
    return ours.model_copy(
        update={
            **said,
            "applications": tuple(joined(ours.applications, theirs.applications)),
            "survival": both_notes(ours.survival, theirs.survival),
            "note": both_notes(ours.note, theirs.note),
            "evidence": both_evidence(ours.evidence, theirs.evidence),
        }
    )


def _recited(document: Document, cited: Mapping[str, str], ours: Mapping[str, Text]) -> Document:
    """The document with its evidence and texts naming the sources under their new keys.

    Where a source is already that of another text of ours, the other's text is cited as none, and spans that counted
    its characters fall away: they would point into ours.
    """
    texts = tuple(text.model_copy(update={"source": cited[text.source] if text.source else None}) for text in document.texts)
    taken = {text.source for text in texts if text.source and text.source in ours and not _same_text(text, ours[text.source])}
    texts = tuple(text.model_copy(update={"source": None}) if text.source in taken else text for text in texts)

    def again(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(_cited_again(one, cited[one.source], spanless=cited[one.source] in taken) for one in evidence)

    facts = {
        name: tuple(fact.model_copy(update={"evidence": again(fact.evidence)}) for fact in getattr(document, name))
        for name in ("participations", "events", "provisions", "relations")
    }
    duration = document.duration and document.duration.model_copy(update={"evidence": again(document.duration.evidence)})
    return document.model_copy(update={**facts, "texts": texts, "duration": duration, "evidence": again(document.evidence)})


def _same_text(one: Text, other: Text) -> bool:
    return one.model_copy(update={"id": other.id}) == other


def _cited_again(evidence: Evidence, source: str, *, spanless: bool) -> Evidence:
    locator = evidence.locator.model_copy(update={"begin": None, "end": None}) if spanless else evidence.locator
    return evidence.model_copy(update={"source": source, "locator": locator})


@dataclass
class _Keys:
    """A list of parts, each under a key of its own. `place` adds one, or finds the one that is the same, and gives its key."""

    prefix: str
    kept: Iterable[Any]
    parts: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.parts = list(self.kept)

    def place(self, part: Source | Any) -> str:
        twins = [known for known in self.parts if _content(known) == _content(part)]
        twin = next((known for known in twins if known.id == part.id), next(iter(twins), None))
        if twin is None:
            key = free_key(self.prefix, part.id, {known.id for known in self.parts})
            self.parts.append(part.model_copy(update={"id": key}))
            return key
        if hasattr(part, "evidence"):
            index = self.parts.index(twin)
            self.parts[index] = twin.model_copy(update={"evidence": both_evidence(twin.evidence, part.evidence)})
        return str(twin.id)


def _content(part: Any) -> tuple[Any, ...]:
    return (type(part), *(getattr(part, name) for name in type(part).model_fields if name not in ("id", "evidence")))
