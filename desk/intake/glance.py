"""A look into a table before anything is said of it: what was found out, its columns, and why it cannot be read."""

from dataclasses import dataclass

from desk.intake.columns import Heading, headings_of
from desk.intake.records import Trouble, trouble_of
from editorial.rules import RuleBroken
from intake.deliveries import opened_table, sheets_in
from intake.models import Delivery
from intake.reading.refusing import FileRefused
from intake.reading.table import About


@dataclass(frozen=True)
class Glance:
    """What the first rows tell. A table that cannot be read as it was said has no headings, and `refused` says why."""

    headings: tuple[Heading, ...] = ()
    about: About | None = None
    sheets: tuple[str, ...] = ()
    refused: Trouble | None = None
    gone: str = ""


def glance_at(delivery: Delivery) -> Glance:
    """Open the table, look at its beginning, and close it."""
    sheets: tuple[str, ...] = ()
    try:
        sheets = sheets_in(delivery)
        with opened_table(delivery) as table:
            return Glance(tuple(headings_of(table)), table.about, sheets)
    except FileRefused as refusal:
        return Glance(sheets=sheets, refused=trouble_of(refusal.refusal.said()))
    except RuleBroken as refusal:
        return Glance(gone=str(refusal))
