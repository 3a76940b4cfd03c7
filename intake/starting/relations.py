"""How the starting register's agreements stand to one another: a committed table, each line with the words that say so."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.draft import Draft
from treaty.document.evidence import Evidence
from treaty.document.relation import Relation
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.relations import RelationKind

SUCCESSOR_IN_FORCE = "superseded-when-the-successor-enters-into-force"  # VCLT art. 59
COLUMNS = ("agreement", "kind", "other", "words")


@dataclass(frozen=True)
class Link:
    """One line: `other` is a key of the lists, such as ukto:74512, or the plain title of an agreement outside the register."""

    agreement: str
    kind: RelationKind
    other: str
    words: str


def read_links(path: Path) -> list[Link]:
    """The table. Raises ValueError for a line with an unknown kind or without its words."""
    with path.open(encoding="utf-8", newline="") as file:
        links = [Link(line["agreement"], RelationKind(line["kind"]), line["other"], line["words"]) for line in csv.DictReader(file)]
    if wordless := [link for link in links if not link.words]:
        raise ValueError(f"{path.name}: {wordless[0].agreement} {wordless[0].kind.value} {wordless[0].other}: say by which words")
    return links


def relate(links: list[Link], drafts: Mapping[str, Draft], references: Mapping[str, str]) -> None:
    """Write each link into its record; a superseded agreement also names its successor.

    Raises KeyError for a key that no record bears.
    """
    for link in links:
        within = link.other.startswith(("curated:", "ukto:"))
        told = f"From the words: “{link.words}”"
        draft = drafts[link.agreement]
        target = {"target": references[link.other]} if within else {"target_title": link.other}
        draft.relations.append(Relation(id="r", kind=link.kind, note=told, evidence=(_evidence(draft),), **target))
        if within and link.kind is RelationKind.SUPERSEDES:
            older = drafts[link.other]
            back = {"inverse": True, "target": references[link.agreement], "evidence": (_evidence(older),)}
            older.relations.append(Relation(id="r", kind=link.kind, note=told, **back))
            _date_supersession(older, by=draft)


def _date_supersession(older: Draft, *, by: Draft) -> None:
    """Where the lists say that it was superseded and not when, the day is inferred: its successor's entry into force."""
    undated = older.accepted(lambda event: event.kind is EventKind.SUPERSESSION and event.date is None)
    begun = by.accepted(lambda event: event.kind is EventKind.ENTRY_INTO_FORCE and event.date is not None)
    if undated and begun:
        older.replace(undated, date=begun.date, date_missing=None, basis=Basis.INFERRED, rule=SUCCESSOR_IN_FORCE)


def _evidence(draft: Draft) -> Evidence:
    """The source that vouches for the record as a whole, whose title or note the words are from."""
    return draft.evidence[0].model_copy(update={"note": "From the title or the starting list's notes; not checked against the text."})
