"""One record as a page is asked for it: which revision, under which days."""

from collections.abc import Mapping
from dataclasses import dataclass

from records.models import Revision
from web.showing.days import Days


@dataclass(frozen=True)
class RecordAsked:
    """One record as it is asked for. `number` is set where the address names a revision instead of a day of the register."""

    revision: Revision
    reference: str
    days: Days
    number: int | None
    site: str

    @property
    def carried(self) -> Mapping[str, str]:
        """The parameters under which another page of the same record says the same."""
        return {**self.days.carried, **self.which}

    @property
    def which(self) -> Mapping[str, str]:
        """Those of them that choose the revision, and say nothing of a day in the world."""
        return {"as_known": self.days.carried["as_known"], "revision": str(self.number) if self.number else ""}
