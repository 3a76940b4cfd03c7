"""The page of a list, put together from rows that were written when their revisions were published."""

import json
from typing import Any

from catalogue.asking import Page, standing_then
from catalogue.models import FOREVER, Entry


def page_json(page: Page, *, folder: str, following: str | None) -> str:
    """The page as JSON text. `folder` is the address under which the documents lie."""
    rows = ",".join(_row_json(entry, folder) for entry in page.entries)
    return f'{{"results":[{rows}],"next":{json.dumps(following)}}}'


def _row_json(entry: Entry, folder: str) -> str:
    """The stored row, kept as it is, and behind it what depends on the question: the standing and the address."""
    return f'{entry.row[:-1]},"standing":{_standing_json(entry)},"url":{json.dumps(f"{folder}{entry.reference}/")}}}'


def _standing_json(entry: Entry) -> str:
    period: Any = standing_then(entry)
    said = {
        "value": period and period.standing.value,
        "since": period and period.since.text,
        "until": period.ends.isoformat() if period and period.ends != FOREVER else None,
        "basis": period and period.basis.value,
    }
    return json.dumps(said, separators=(",", ":"))
