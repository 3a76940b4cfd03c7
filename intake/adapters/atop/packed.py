"""ATOP's two files in one ZIP, for the desk, where one file is brought at a time."""

import zipfile
from pathlib import Path, PurePosixPath

from intake.reading.limits import LIMITS, Limits
from intake.reading.package import BROKEN, PIECE, look_at_parts
from intake.reading.refusing import FileRefused, refuse
from intake.vocabulary import Fault

WANTED = "It is a ZIP with atop5_1a.csv and atop5_1m.csv."


def unpack(path: Path, limits: Limits = LIMITS) -> Path:
    """Lay both files into a folder beside the ZIP, and give the way to that of the alliances. Raises FileRefused."""
    folder = path.with_suffix(".unpacked")
    folder.mkdir()
    try:
        with zipfile.ZipFile(path) as archive:
            look_at_parts(archive, limits)
            named = {PurePosixPath(part.filename).name: part for part in archive.infolist() if part.filename.endswith(".csv")}
            alliances = next((name for name in sorted(named) if name.replace("1a", "1m") != name), "")
            members = alliances.replace("1a", "1m")
            if not alliances or members not in named:
                raise FileRefused(refuse(Fault.UNREADABLE, "One of the two files of ATOP is not in it.", right=WANTED))
            for name in (alliances, members):
                _write(archive, named[name], folder / name, limits)
    except zipfile.BadZipFile as fault:
        raise FileRefused(refuse(Fault.WRONG_TYPE, "It is no ZIP.", right=WANTED)) from fault
    return folder / alliances


def _write(archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path, limits: Limits) -> None:
    """One file, and no more of it than is taken in: a package may lie about its sizes."""
    written = 0
    try:
        with archive.open(part) as packed, path.open("wb") as file:
            while piece := packed.read(PIECE):
                written += len(piece)
                if written > limits.size:
                    raise FileRefused(refuse(Fault.UNPACKS_TOO_LARGE))
                file.write(piece)
    except BROKEN as fault:
        if isinstance(fault, FileRefused):
            raise
        raise FileRefused(refuse(Fault.DAMAGED, f"The file {path.name} in it cannot be read.")) from fault
