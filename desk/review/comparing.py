"""Two documents side by side, section by section: what the public has, and what was submitted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from treaty.document.days import PartialDay
from treaty.document.difference import LISTS, Listed, keyed, label_of
from treaty.document.document import Document
from treaty.document.evidence import Evidence
from treaty.document.parts import Part
from treaty.document.wording import Names, day_in_words
from treaty.vocabulary.assertions import Basis, Occurrence, Weight

TITLES = {
    "other_titles": "Other titles", "identifiers": "Identifiers", "participations": "Parties", "events": "Events",
    "duration": "By its own terms", "provisions": "Provisions", "relations": "Related agreements", "texts": "Texts",
    "sources": "Sources", "evidence": "For the record as a whole",
}  # fmt: skip
SCALARS = tuple(name for name in Document.model_fields if name not in (*TITLES, "version", "reference"))
OF_PARTIES = {"party", "other_party", "obligors", "beneficiaries"}
UNSAID_WHEN_NO = {"title_is_generated", "inverse", "verified"}
IN_HEADINGS = {"participations": {"party", "role"}, "identifiers": {"scheme", "value"}, "other_titles": {"language", "title"}}
USUAL = {
    ("Occurrence", Occurrence.HAPPENED.label), ("Basis", Basis.DECLARED.label), ("Weight", Weight.ACCEPTED.label),
}  # fmt: skip
"""What goes without saying, unless the other side says something else."""


@dataclass(frozen=True)
class Field:
    """One value on either side. "" is nothing."""

    label: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        return self.before != self.after

    @property
    def is_usual(self) -> bool:
        said = {(self.label, side) for side in (self.before, self.after) if side}
        return said <= USUAL


@dataclass(frozen=True)
class Item:
    """One part of the document, such as an event. `change` is "added", "removed", "changed" or ""."""

    anchor: str
    heading: str
    change: str
    fields: tuple[Field, ...]

    @property
    def differing(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.changed)

    @property
    def alike(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if not field.changed)


@dataclass(frozen=True)
class Section:
    anchor: str
    heading: str
    items: tuple[Item, ...]

    @property
    def changed(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.change)

    @property
    def same(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.change)


def side_by_side(before: Document | None, after: Document, names: Names) -> tuple[Section, ...]:
    """Every section that has something in it on either side. Without a document before, everything in it is new."""
    comparing = _Comparing(before, after, names)
    return tuple(section for section in comparing.sections() if section.items)


@dataclass(frozen=True)
class _Comparing:
    before: Document | None
    after: Document
    names: Names

    def sections(self) -> Iterator[Section]:
        was = self._said(self.before, SCALARS) if self.before else {}
        yield Section("agreement", "The agreement", (self._item("agreement", "What it is", was, self._said(self.after, SCALARS)),))
        for name, title in TITLES.items():
            if name in LISTS:
                yield Section(name, title, tuple(self._listed(name, LISTS[name])))
            else:
                yield Section(name, title, tuple(self._single(name, title)))

    def _listed(self, name: str, listed: Listed) -> Iterator[Item]:
        was = keyed(listed, getattr(self.before, name)) if self.before else {}
        now = keyed(listed, getattr(self.after, name))
        for key in (*now, *(key for key in was if key not in now)):
            old, new = was.get(key), now.get(key)
            heading = listed.words(new or old, self.names)
            unsaid = {"id", *IN_HEADINGS.get(name, ())}
            was_said, now_said = self._part(self.before, old, unsaid), self._part(self.after, new, unsaid)
            yield self._item(f"{name}-{_slug(key)}", heading, was_said, now_said, old, new)

    def _single(self, name: str, title: str) -> Iterator[Item]:
        was = self._said(self.before, (name,)) if self.before else {}
        now = self._said(self.after, (name,))
        if was or now:
            yield self._item(name, title, was, now, was or None, now or None)

    def _item(self, anchor: str, heading: str, was: Mapping[str, str], now: Mapping[str, str], old: Any = True, new: Any = True) -> Item:
        sides = (Field(label, was.get(label, ""), now.get(label, "")) for label in dict.fromkeys((*now, *was)))
        fields = tuple(one for one in sides if not one.is_usual)
        if self.before is None:
            change = ""
        elif old is None:
            change = "added"
        elif new is None:
            change = "removed"
        else:
            change = "changed" if any(field.changed for field in fields) or old != new else ""
        return Item(anchor, heading, change, fields)

    def _part(self, document: Document | None, part: Part | None, unsaid: set[str]) -> dict[str, str]:
        if part is None or document is None:
            return {}
        return self._said(part, tuple(name for name in type(part).model_fields if name not in unsaid), document)

    def _said(self, part: Any, fields: tuple[str, ...], document: Document | None = None) -> dict[str, str]:
        """Label and words of each field that says something; a clause within it brings its own fields."""
        document = document or part
        said: dict[str, str] = {}
        for name in fields:
            value, label = getattr(part, name), label_of(name)
            if isinstance(value, BaseModel) and not isinstance(value, Evidence):
                inner = self._said(value, tuple(type(value).model_fields), document)
                said |= {f"{label}: {key.lower()}" if name != "terms" else key: words for key, words in inner.items()}
            elif words := self._words(name, value, document):
                said[label] = words
        return said

    def _words(self, name: str, value: Any, document: Document) -> str:
        if value is None or value in ("", ()):
            return ""
        if isinstance(value, bool):
            return "yes" if value else ("" if name in UNSAID_WHEN_NO else "no")
        if isinstance(value, Evidence):
            return _evidence(value, document)
        if isinstance(value, BaseModel):
            inner = self._said(value, tuple(type(value).model_fields), document)
            return "; ".join(f"{label.lower()} {words}" for label, words in inner.items())
        if isinstance(value, tuple):
            separator = "\n" if isinstance(value[0], BaseModel) else ", "
            return separator.join(self._words(name, one, document) for one in value)
        if isinstance(value, PartialDay | date):
            return day_in_words(value)
        if name in OF_PARTIES:
            return self.names.get(value, value)
        return str(getattr(value, "label", None) or value)


def _evidence(evidence: Evidence, document: Document) -> str:
    title = next((source.title for source in document.sources if source.id == evidence.source), evidence.source)
    article, page = evidence.locator.article, evidence.locator.page
    place = [f"art. {article}" if article else "", f"p. {page}" if page else ""]
    said = ", ".join(part for part in (f"“{title}”", *place) if part)
    quoted = f": “{evidence.quote}”" if evidence.quote else ""
    note = f" ({evidence.note})" if evidence.note else ""
    return f"{said}, {'verified' if evidence.verified else 'not verified'}{quoted}{note}"


def _slug(key: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in key)
