"""What changed from one document to another, as sentences a reviewer reads."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from treaty.document.document import Document
from treaty.document.evidence import Evidence
from treaty.document.parts import Part
from treaty.document.wording import Names, event_in_words, participation_in_words, provision_in_words, relation_in_words

ABBREVIATED = {"sha256": "SHA-256", "url": "URL"}


@dataclass(frozen=True)
class Change:
    """One difference. `path` leads to it ("events.e2.date"), and `subject` names it; before or after is None where nothing stands."""

    path: str
    subject: str
    sentence: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Listed:
    """How the parts of one list are told apart and read aloud."""

    noun: str
    key: Callable[[Any], str]
    words: Callable[[Any, Names], str]


LISTS: Mapping[str, Listed] = {
    "participations": Listed("Party", lambda part: f"{part.party}-{part.role}", participation_in_words),
    "events": Listed("Event", lambda event: event.id, event_in_words),
    "provisions": Listed("Provision", lambda provision: provision.id, lambda provision, names: provision_in_words(provision)),
    "relations": Listed("Relation", lambda relation: relation.id, lambda relation, names: relation_in_words(relation)),
    "texts": Listed("Text", lambda text: text.id, lambda text, names: text.title or text.language or text.id),
    "sources": Listed("Source", lambda source: source.id, lambda source, names: f"“{source.title}”"),
    "identifiers": Listed(
        "Identifier", lambda number: f"{number.scheme}-{number.value}", lambda number, names: f"{number.scheme.label} {number.value}"
    ),
    "other_titles": Listed("Other title", lambda other: f"{other.language}-{other.title}", lambda other, names: f"“{other.title}”"),
}


def difference(before: Document, after: Document, names: Names | None = None) -> list[Change]:
    """Every difference between two documents, in the document's own order; empty when they say the same."""
    return list(_between(before, after, names or {}))


def _between(before: Document, after: Document, names: Names) -> Iterator[Change]:
    for field in Document.model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old == new:
            continue
        if field in LISTS:
            yield from _in_list(field, LISTS[field], old, new, names)
        elif isinstance(old, Part) and isinstance(new, Part):
            yield from _in_part(field, label_of(field), old, new)
        else:
            yield _changed(field, label_of(field), old, new)


def _in_list(field: str, listed: Listed, old: tuple[Part, ...], new: tuple[Part, ...], names: Names) -> Iterator[Change]:
    was, now = keyed(listed, old), keyed(listed, new)
    for key, part in was.items():
        if key not in now:
            yield Change(f"{field}.{key}", listed.noun, f"{listed.noun} removed: {listed.words(part, names)}.", part, None)
    for key, part in now.items():
        if key not in was:
            yield Change(f"{field}.{key}", listed.noun, f"{listed.noun} added: {listed.words(part, names)}.", None, part)
        elif was[key] != part:
            yield from _in_part(f"{field}.{key}", f"{listed.noun} “{listed.words(part, names)}”", was[key], part)
    kept_before, kept_after = [key for key in was if key in now], [key for key in now if key in was]
    if kept_before != kept_after:
        yield Change(field, label_of(field), f"{label_of(field)} stand in another order.", kept_before, kept_after)


def keyed(listed: Listed, parts: tuple[Part, ...]) -> dict[str, Part]:
    """The parts by their keys; a key that stands again is numbered, so that no part hides another."""
    times: Counter[str] = Counter()
    found: dict[str, Part] = {}
    for part in parts:
        key = listed.key(part)
        times[key] += 1
        found[key if times[key] == 1 else f"{key}-{times[key]}"] = part
    return found


def _in_part(path: str, subject: str, old: Part, new: Part) -> Iterator[Change]:
    if type(old) is not type(new):
        yield Change(path, subject, f"{subject} is of another kind now.", old, new)
        return
    for field in type(old).model_fields:
        was, now = getattr(old, field), getattr(new, field)
        if was == now:
            continue
        if isinstance(was, Part) and isinstance(now, Part):
            yield from _in_part(f"{path}.{field}", f"{subject}, {field_in_words(field)}", was, now)
        else:
            yield _changed(f"{path}.{field}", f"{subject}: {field_in_words(field)}", was, now)


def _changed(path: str, subject: str, old: Any, new: Any) -> Change:
    return Change(path, subject, f"{subject} changed from {value_in_words(old)} to {value_in_words(new)}.", old, new)


def field_in_words(field: str) -> str:
    """The name of a field within a sentence: "effective date", "SHA-256"."""
    return ABBREVIATED.get(field, field.replace("_", " "))


def label_of(field: str) -> str:
    """The name of a field where it begins something: "Effective date"."""
    words = field_in_words(field)
    return f"{words[0].upper()}{words[1:]}"


def value_in_words(value: Any) -> str:
    """A value as a sentence of this module gives it: "nothing", "yes", a word's label, a part field by field."""
    if value is None or value == "" or value == ():
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value_in_words(part) for part in value)
    if isinstance(value, Evidence):
        return f"{'verified' if value.verified else 'not verified'} in {value.source}" + (f": “{value.quote}”" if value.quote else "")
    if isinstance(value, Part):
        said = ((name, getattr(value, name)) for name in type(value).model_fields)
        return (
            "; ".join(f"{field_in_words(name)} {value_in_words(part)}" for name, part in said if part not in (None, "", (), False))
            or "an empty one"
        )
    label = getattr(value, "label", None)
    return str(label).lower() if label else f"“{value}”"
