"""What a file may be: each data set in a sentence, for whom brings one."""

from dataclasses import dataclass

from intake.adapters.atop.adapter import Atop
from intake.adapters.dcad import Dcad
from intake.adapters.uk_treaties import DEFENCE, UkTreaties
from intake.adapters.un_participation import UnParticipation
from intake.table.adapter import AnyTable
from intake.table.documents import Documents


@dataclass(frozen=True)
class Offer:
    """One kind of file. `only` is the part of a data set that is wanted; `guide` names its page in docs/intake."""

    data_set: str
    label: str
    sentence: str
    guide: str
    only: str = ""

    @property
    def value(self) -> str:
        """As a form sends it."""
        return f"{self.data_set}:{self.only}" if self.only else self.data_set


OFFERS = (
    Offer(AnyTable.name, "A table", "A spreadsheet or any list, as CSV or XLSX. You say what its columns mean.", "table"),
    Offer(Documents.name, "Documents", "Agreements as the register’s own API gives them, as JSON or JSON Lines.", "README"),
    Offer(Dcad.name, "DCAD v1.0", "Bilateral defence co-operation agreements, signed from 1980 to 2010: DCAD-v1.0-main.csv.", "dcad"),
    Offer(Atop.name, "ATOP 5.1", "Alliances from 1815 to 2018: a ZIP with atop5_1a.csv and atop5_1m.csv.", "atop"),
    Offer(UkTreaties.name, "UK Treaties Online, whole", "Every treaty in the table of the United Kingdom, 1703 to 1976.", "uk"),
    Offer(UkTreaties.name, "UK Treaties Online, defence", "Of the same table, the records that are flagged as of defence.", "uk", DEFENCE),
    Offer(
        UnParticipation.name,
        "UN Treaty Collection",
        "Who signed, ratified, acceded: the table of a treaty, called 26-2-a.csv by its number, or one of acts.",
        "un",
    ),
)
BY_VALUE = {offer.value: offer for offer in OFFERS}


def label_of(data_set: str, only: str = "") -> str:
    """What a data set is called; its own name where the desk offers it no more."""
    offer = BY_VALUE.get(f"{data_set}:{only}" if only else data_set)
    return offer.label if offer else data_set
