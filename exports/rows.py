"""An agreement as data: the row that was written when its revision was published, with its standing on the day."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalogue.asking import standing_then
from catalogue.models import FOREVER, Entry


def row_json(entry: Entry, folder: str) -> str:
    """The stored row, kept as it is, and behind it what depends on the question: the standing and the address."""
    standing = json.dumps(standing_said(entry), separators=(",", ":"))
    return f'{entry.row[:-1]},"standing":{standing},"url":{json.dumps(f"{folder}{entry.reference}/")}}}'


def standing_said(entry: Entry) -> Mapping[str, Any]:
    """What is answered of an entry's standing on the day; nulls where none is known."""
    period: Any = standing_then(entry)
    return {
        "value": period and period.standing.value,
        "since": period and period.since.text,
        "until": period.ends.isoformat() if period and period.ends != FOREVER else None,
        "basis": period and period.basis.value,
    }


def list_json(entries: Iterable[Entry], folder: str, *, question: str) -> Iterator[str]:
    """A whole answer as one JSON object, piece by piece: the question in words, and every row."""
    yield f'{{"question":{json.dumps(question, ensure_ascii=False)},"results":['
    for place, entry in enumerate(entries):
        yield f"{',' if place else ''}{row_json(entry, folder)}"
    yield "]}"
