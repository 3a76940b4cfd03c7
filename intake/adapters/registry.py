"""What can be brought in, by the name that the command takes."""

from dataclasses import dataclass
from pathlib import Path

from intake.adapters.atop.adapter import Atop
from intake.adapters.dcad import Dcad
from intake.adapters.uk_treaties import DEFENCE, UkTreaties
from intake.adapters.un_participation import UnParticipation
from intake.claims import DataSet
from intake.reading.opening import Choices
from intake.table.adapter import AnyTable
from intake.table.documents import Documents
from intake.table.profile import Profile

DATA_SETS = (Atop.name, Dcad.name, UkTreaties.name, UnParticipation.name, AnyTable.name, Documents.name)
OF_THE_FIELD = {one.name: one for one in (Atop, Dcad, UkTreaties, UnParticipation)}  # each covers what it says, as a whole
PARTS = {UkTreaties.name: (DEFENCE,)}


@dataclass(frozen=True)
class Wanted:
    """What somebody says of a file beside its name: the part that is wanted, a table's profile, how to read it."""

    only: str = ""
    profile: Profile | None = None
    choices: Choices | None = None


def open_data_set(name: str, path: Path, wanted: Wanted | None = None) -> DataSet:
    """The data set in a file. Raises FileRefused, and ValueError for a part that it does not have or a table without a profile."""
    wanted = wanted or Wanted()
    require_part(name, wanted.only)
    if name == AnyTable.name:
        if wanted.profile is None:
            raise ValueError("A table is read by a profile: a JSON file that gives a field for each heading.")
        return AnyTable(path, wanted.profile, wanted.choices)
    if name == UkTreaties.name:
        return UkTreaties(path, wanted.only)
    if name == Documents.name:
        return Documents(path)
    if name == UnParticipation.name:
        return UnParticipation(path)
    return Atop(path) if name == Atop.name else Dcad(path)


def require_part(name: str, part: str) -> None:
    """Raises ValueError for a data set, or a part of one, that is not known."""
    if name not in DATA_SETS:
        raise ValueError(f"“{name}” is no data set; known are {', '.join(sorted(DATA_SETS))}.")
    if part and part not in PARTS.get(name, ()):
        known = ", ".join(f"{part} of {one}" for one, parts in PARTS.items() for part in parts)
        raise ValueError(f"{name} has no part “{part}”; known is: {known}.")
