"""The data sets that can be read, by the name that the command takes."""

from pathlib import Path

from intake.adapters.atop.adapter import Atop
from intake.adapters.dcad import Dcad
from intake.adapters.uk_treaties import DEFENCE, UkTreaties
from intake.claims import DataSet

DATA_SETS = (Atop.name, Dcad.name, UkTreaties.name)
PARTS = {UkTreaties.name: (DEFENCE,)}


def open_data_set(name: str, path: Path, *, only: str = "") -> DataSet:
    """The data set in a file, or the part of it that is asked for. Raises FileRefused, ValueError for a part that it does not have."""
    if only and only not in PARTS.get(name, ()):
        known = ", ".join(f"{part} of {one}" for one, parts in PARTS.items() for part in parts)
        raise ValueError(f"{name} has no part “{only}”; known is: {known}.")
    if name == Atop.name:
        return Atop(path)
    return Dcad(path) if name == Dcad.name else UkTreaties(path, only)
