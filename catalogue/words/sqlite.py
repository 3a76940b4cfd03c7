"""Words in SQLite: an FTS5 table whose row ids are those of the entries."""

from collections.abc import Iterable

from catalogue.words.query import Query, Wanted

CREATE = "CREATE VIRTUAL TABLE catalogue_words USING fts5(title, parties, body, tokenize='unicode61 remove_diacritics 0')"
DROP = "DROP TABLE catalogue_words"
INSERT = "INSERT INTO catalogue_words(rowid, title, parties, body) VALUES (%s, %s, %s, %s)"
DELETE = "DELETE FROM catalogue_words WHERE rowid = %s"
MATCHING = "SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH %s"


def row(entry_id: int, titles: str, parties: str, body: str) -> list[object]:
    """What `INSERT` takes: the stems of the three parts."""
    return [entry_id, titles, parties, body]


def expression(query: Query) -> str:
    """The query in FTS5's grammar."""
    return " OR ".join(f"({_together(wanted)})" for wanted in query)


def _together(wanted: Iterable[Wanted]) -> str:
    wanted = list(wanted)
    found = " AND ".join(_row(part) for part in wanted if not part.without)
    without = " OR ".join(_row(part) for part in wanted if part.without)
    return f"({found}) NOT ({without})" if without else found


def _row(part: Wanted) -> str:
    return '"' + " ".join(part.stems) + '"' + ("*" if part.prefix else "")
