"""The public references of the starting register: minted once, kept in a committed ledger, never used twice."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from intake.draft import Draft

COLUMNS = ("reference", "records")


def read_ledger(path: Path) -> dict[str, str]:
    """Record key to reference, for every record that ever had one; empty before the first compilation."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {key: line["reference"] for line in csv.DictReader(file) for key in line["records"].split()}


def mint(drafts: Iterable[Draft], ledger: dict[str, str]) -> dict[str, str]:
    """The ledger with every record in it: new ones follow in the order of their first signature.

    Raises ValueError for a record whose keys belong to two references: two records cannot be made one unseen.
    """
    kept = dict(ledger)
    last = max((int(reference[1:]) for reference in kept.values()), default=0)
    for draft in sorted(drafts, key=lambda draft: (draft.first_day(), draft.key)):
        had = sorted({kept[key] for key in draft.names() if key in kept})
        if len(had) > 1:
            raise ValueError(f"{draft.key} was published as {' and '.join(had)}; a reference is never given up: merge them as an editor")
        if not had:
            last += 1
            had = [f"E{last:04d}"]
        kept |= dict.fromkeys(draft.names(), had[0])
    return kept


def ledger_text(ledger: dict[str, str]) -> str:
    """The ledger as a file, in the order of the references."""
    lines: dict[str, list[str]] = {}
    for key, reference in ledger.items():
        lines.setdefault(reference, []).append(key)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((reference, " ".join(sorted(lines[reference]))) for reference in sorted(lines, key=lambda each: int(each[1:])))
    return text.getvalue()
