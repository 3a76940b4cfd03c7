"""Documents and people for tests, named by what matters in them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from treaty.document.document import Document

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SAYS_SO = ({"source": "s1", "note": "read there"},)


def pact(
    *,
    parties: Sequence[str] = ("JPN", "USA"),
    signed: str | None = "1951-09-08",
    in_force: str | None = None,
    ended: str | None = None,
    events: Sequence[dict[str, Any]] = (),
    **said: Any,
) -> Document:
    """A sound document: two parties, one source, and an event for each day given."""
    life = [("signature", signed), ("entry_into_force", in_force), ("termination", ended)]
    dated = [{"id": f"e{n}", "kind": kind, "date": day, "evidence": SAYS_SO} for n, (kind, day) in enumerate(life, 1) if day]
    return Document.model_validate(
        {
            "title": "Security Treaty",
            "kind": "mutual_defence",
            "participations": [{"party": code} for code in parties],
            "sources": [{"id": "s1", "kind": "data_set", "title": "A list of treaties"}],
            "evidence": [{"source": "s1"}],
            "events": [*dated, *events],
            **said,
        }
    )


def event(key: str, kind: str, date: str | None = None, **said: Any) -> dict[str, Any]:
    """An event as a document writes it, with evidence."""
    return {"id": key, "kind": kind, "date": date, "evidence": SAYS_SO, **said}
