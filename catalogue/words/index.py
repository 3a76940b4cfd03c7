"""The words of every entry, kept and asked for, whichever the database."""

from collections.abc import Iterable, Mapping
from types import ModuleType

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import RawSQL

from catalogue.words import postgres, sqlite
from catalogue.words.query import Query
from catalogue.words.stems import stems
from treaty.document.document import Document


def dialect(of: BaseDatabaseWrapper) -> ModuleType:
    """How words stand in a database of this kind."""
    return postgres if of.vendor == "postgresql" else sqlite


def keep_words(documents: Mapping[int, Document], names: Mapping[str, str]) -> None:
    """Index the words of entries, by their ids: the titles, the parties' names, and all that is said in words."""
    rows = [dialect(connection).row(entry_id, *_words(document, names)) for entry_id, document in documents.items()]
    with connection.cursor() as cursor:
        cursor.executemany(dialect(connection).INSERT, rows)


def forget_words(entry_id: int) -> None:
    """Take an entry's words out of the index."""
    with connection.cursor() as cursor:
        cursor.execute(dialect(connection).DELETE, [entry_id])


def matching(query: Query) -> RawSQL:
    """The ids of the entries in which the words stand, as a subquery."""
    words = dialect(connection)
    return RawSQL(words.MATCHING, [words.expression(query)])  # noqa: S611 - the text is a constant; what was typed is a parameter


def _words(document: Document, names: Mapping[str, str]) -> Iterable[str]:
    titles = [document.title, document.short_title, *(other.title for other in document.other_titles)]
    parties = [f"{names.get(part.party, '')} {part.party} {part.name_as_written}" for part in document.participations]
    return (stems("\n".join(part)) for part in (titles, parties, _said(document)))


def _said(document: Document) -> list[str]:
    kinds = [term.label for term in (document.kind, document.form) if term]
    provisions = [f"{provision.kind.label} {provision.quote} {provision.note} {provision.condition}" for provision in document.provisions]
    events = [f"{event.place} {event.note}" for event in document.events]
    numbers = [f"{number.scheme.label} {number.value}" for number in document.identifiers]
    quotes = [evidence.quote for _, evidence in document.all_evidence()]
    return [document.summary, document.note, *document.subjects, *kinds, *provisions, *events, *numbers, *quotes]
