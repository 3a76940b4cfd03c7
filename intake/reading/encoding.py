"""In which encoding a text was written: by its mark, else UTF-8 if it is, else Windows-1252 if it can be, and said aloud."""

import codecs
from dataclasses import replace
from pathlib import Path

from intake.reading.refusing import FileRefused, refuse
from intake.vocabulary import Fault

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with its mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
GUESSED = "cp1252"
PIECE = 2**18
NOT_OF_FILES = {"idna", "punycode", "raw_unicode_escape", "unicode_escape"}


def encoding_of(path: Path, asked: str = "") -> tuple[str, str]:
    """Python's name of the encoding, and what to say about it. Raises FileRefused where the text is not in it."""
    if asked:
        name = _known(asked)
        _require(path, name)
        return name, f"{name} as asked"
    with path.open("rb") as file:
        head = file.read(4)
    for mark, name, words in MARKS:
        if head.startswith(mark):
            _require(path, name)
            return name, words
    if _fault(path, "utf-8") is None:
        return "utf-8", "UTF-8"
    if _fault(path, GUESSED) is None:
        return GUESSED, "taken for Windows-1252, as it is not UTF-8"
    _require(path, "utf-8")
    raise AssertionError


def _require(path: Path, name: str) -> None:
    if (fault := _fault(path, name)) is not None:
        row, byte = fault
        raise FileRefused(refuse(Fault.ENCODING, f"It is not {name}: line {row} cannot be read.", row=row, value=byte))


def _fault(path: Path, name: str) -> tuple[int, str] | None:
    """The line, and the byte in hexadecimal, at which the text is not in the encoding."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    line = 1
    with path.open("rb") as file:
        while True:
            piece = file.read(PIECE)
            try:
                line += decoder.decode(piece, final=not piece).count("\n")
            except UnicodeDecodeError as error:
                before = error.object[: error.start].decode(name, errors="replace").count("\n")
                return line + before, error.object[error.start : error.start + 1].hex()
            except UnicodeError:  # UTF-16 and UTF-32 begin with a mark, or say which byte comes first
                return line, ""
            if not piece:
                return None


def _known(asked: str) -> str:
    """Python's name of an encoding of texts: some of its codecs are for other things. Raises FileRefused."""
    try:
        name = codecs.lookup(asked).name
        "".encode(name)
        if name.replace("-", "_") in NOT_OF_FILES:
            raise LookupError
    except (LookupError, ValueError):
        fault = refuse(Fault.ENCODING, "No encoding of texts is called so.", value=asked)
        raise FileRefused(replace(fault, sentence=f"No encoding of texts is called “{fault.value}”.")) from None
    return name
