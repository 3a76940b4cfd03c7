"""Synthetic files under DCAD's heading: no row of them is DCAD's."""

import csv
from collections.abc import Callable
from pathlib import Path

from intake.adapters.dcad import COLUMNS
from intake.planning.plan import Plan

Planned = Callable[..., Plan]

SOUND = {
    "ccode1": "2", "cowName1": "USA", "ccode2": "740", "cowName2": "JPN", "signDay": "8", "signMonth": "9", "signYear": "1983",
    "type": "general", "category1": "DCA", "terminated": "0", "endYearEstimate": "2010", "asymmetry": "0", "categoryConf": "high",
    "fullText": "Y", "sourceType": "treaty", "source": "TIAS", "DCAid": "DCADv1.0-9001",
}  # fmt: skip


def write(path: Path, *rows: dict[str, str]) -> Path:
    """A file with a row for each, sound but for what is given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows(SOUND | row for row in rows)
    return path


def outcomes(plan: Plan) -> list[str]:
    return [item.outcome.value for item in plan.items]
