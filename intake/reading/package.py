"""A workbook as a package of parts: looked at before anything is unpacked, and unpacked no further than the limits."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any
from xml.parsers import expat

from intake.reading.limits import MEGABYTE, Limits
from intake.reading.refusing import FileRefused, refuse
from intake.vocabulary import Fault

BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, KeyError, OSError, ValueError)
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
PIECE = 2**16
Attributes = dict[str, str]


class Package:
    """An open workbook. Parts are parsed piece by piece; their XML may define nothing."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive, self._limits = archive, limits
        self._sizes = {part.filename: part.file_size for part in archive.infolist()}

    def has(self, part: str) -> bool:
        return part in self._sizes

    def parse(self, part: str, begin: Callable[[str, Attributes], None], end: Callable[[str], None], text: Callable[[str], None]) -> None:
        """Hand every element of a part to the three. Raises FileRefused for XML that is broken or defines something."""
        for _ in self.pieces(part, begin, end, text):
            pass

    def pieces(
        self, part: str, begin: Callable[[str, Attributes], None], end: Callable[[str], None], text: Callable[[str], None]
    ) -> Iterator[None]:
        """The same, stopping after every piece, so that what was found so far can be taken away."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, given: begin(_local(name), {_local(key): value for key, value in given.items()})
        parser.EndElementHandler = lambda name: end(_local(name))
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_definitions
        parser.EntityDeclHandler = _refuse_definitions
        unpacked = 0
        try:
            with self._archive.open(part) as file:
                while piece := file.read(PIECE):
                    unpacked += len(piece)
                    if unpacked > self._limits.unpacked:  # the package may lie about its sizes
                        raise FileRefused(refuse(Fault.UNPACKS_TOO_LARGE, _most(self._limits)))
                    parser.Parse(piece, False)
                    yield
                parser.Parse(b"", True)
        except (expat.ExpatError, *BROKEN) as error:
            if isinstance(error, FileRefused):
                raise
            raise FileRefused(refuse(Fault.DAMAGED, f"The part {PurePosixPath(part).name} of the workbook cannot be read.")) from error
        yield


@contextmanager
def open_package(path: Path, limits: Limits) -> Iterator[Package]:
    """The workbook at a path. Raises FileRefused for what is encrypted, holds macros, or unpacks to too much."""
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            _refuse_old(path)
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise FileRefused(refuse(Fault.DAMAGED, "The workbook cannot be opened.")) from error
    with archive:
        look_at_parts(archive, limits)
        if "xl/workbook.xml" not in archive.namelist():
            raise FileRefused(refuse(Fault.WRONG_TYPE, "It is a package, and no workbook."))
        yield Package(archive, limits)


def _refuse_old(path: Path) -> None:
    """A workbook behind a password lies in the container of the old format, which is not read either."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise FileRefused(refuse(Fault.ENCRYPTED, "It is a workbook behind a password."))
    raise FileRefused(refuse(Fault.WRONG_TYPE, "It is a file of the old Office (XLS).", right="It is saved as XLSX, or as CSV in UTF-8."))


def look_at_parts(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raises FileRefused for parts that are too many, unpack to too much, are encrypted, or hold macros."""
    parts = archive.infolist()
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
        raise FileRefused(refuse(Fault.UNPACKS_TOO_LARGE, _most(limits)))
    for part in parts:
        name = part.filename.lower()
        if part.flag_bits & 1:
            raise FileRefused(refuse(Fault.ENCRYPTED, "Its parts are encrypted."))
        if "vbaproject" in name or "macrosheets" in name:
            raise FileRefused(refuse(Fault.MACROS, "It holds macros."))
        if part.file_size > MEGABYTE and part.file_size > limits.ratio * max(part.compress_size, 1):
            times = part.file_size // max(part.compress_size, 1)
            raise FileRefused(
                refuse(Fault.UNPACKS_TOO_LARGE, f"A part unpacks to {times} times its size; {limits.ratio} times are taken in.")
            )


def _most(limits: Limits) -> str:
    return f"{limits.unpacked // MEGABYTE} MB in {limits.parts} parts are unpacked at most."


def _refuse_definitions(*_: Any) -> None:
    raise FileRefused(refuse(Fault.FOREIGN_XML, "Its XML defines entities or a document type."))


def _local(name: str) -> str:
    return name.rpartition(":")[2]
