"""Words in PostgreSQL: a table of text vectors, one for each entry.

Vectors and queries are written out here and cast, so that PostgreSQL's own parser, which would
split and stem by its own rules, never reads them.
"""

from collections import defaultdict
from collections.abc import Iterable

from catalogue.words.query import Query, Wanted

CREATE = """
CREATE TABLE catalogue_words (
    entry_id bigint PRIMARY KEY REFERENCES catalogue_entry DEFERRABLE INITIALLY DEFERRED,
    words tsvector NOT NULL
);
CREATE INDEX catalogue_words_index ON catalogue_words USING gin (words);
"""
DROP = "DROP TABLE catalogue_words"
INSERT = "INSERT INTO catalogue_words(entry_id, words) VALUES (%s, %s::tsvector)"
DELETE = "DELETE FROM catalogue_words WHERE entry_id = %s"
MATCHING = "SELECT entry_id FROM catalogue_words WHERE words @@ %s::tsquery"
GAP = 10  # between parts, so that no phrase runs from one into the next
LAST_PLACE = 16_383  # PostgreSQL counts no farther


def row(entry_id: int, titles: str, parties: str, body: str) -> list[object]:
    """What `INSERT` takes: the stems of the three parts with their places, titles weighing most."""
    places: dict[str, list[str]] = defaultdict(list)
    place = 0
    for weight, part in (("A", titles), ("B", parties), ("D", body)):
        for stem in part.split():
            place += 1
            places[stem].append(f"{min(place, LAST_PLACE)}{weight}")
        place += GAP
    return [entry_id, " ".join(f"'{stem}':{','.join(found)}" for stem, found in places.items())]


def expression(query: Query) -> str:
    """The query as a tsquery."""
    return " | ".join(f"({_together(wanted)})" for wanted in query)


def _together(wanted: Iterable[Wanted]) -> str:
    return " & ".join(_row(part) for part in wanted)


def _row(part: Wanted) -> str:
    stems = [f"'{stem}'" for stem in part.stems]
    if part.prefix:
        stems[-1] += ":*"
    return ("!" if part.without else "") + "(" + " <-> ".join(stems) + ")"
