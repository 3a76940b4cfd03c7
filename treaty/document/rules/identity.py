"""Rules on what a record is called and how it stands to others."""

from collections.abc import Iterator

from treaty.document.document import Document
from treaty.document.rules.rule import Circumstances, Level, Rule
from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.relations import RelationKind


class IdentifiersAreWellFormed(Rule):
    """An identifier has the form that its scheme gives it."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for index, identifier in enumerate(document.identifiers):
            if not identifier.scheme.pattern.fullmatch(identifier.value):
                yield (
                    f"identifiers.{index}.value",
                    f"“{identifier.value}” is not a {identifier.scheme.label} number, such as {identifier.scheme.example}.",
                )


class KindIsCoded(Rule):
    """An agreement has a kind, so that readers can ask for it."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        if document.kind is None:
            yield "kind", "Nobody has coded its kind."


class NoRelationToItself(Rule):
    """An agreement stands in no relation to itself."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for index, relation in enumerate(document.relations):
            if document.reference and relation.target == document.reference:
                yield f"relations.{index}.target", f"{relation.target} is this agreement."


class SupersededNamesItsSuccessor(Rule):
    """A superseded agreement names the one that took its place."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        named = any(relation.kind is RelationKind.SUPERSEDES and relation.inverse for relation in document.relations)
        for index, event in enumerate(document.events):
            if event.kind is EventKind.SUPERSESSION and event.weight is Weight.ACCEPTED and not named:
                yield f"events.{index}", "No relation says which agreement superseded it."
