"""The words of plain text and Markdown, whatever bytes stand for them. What was assumed of the encoding is said."""

import codecs

from records.extracting.answer import CannotRead, Found, Limits
from records.vocabulary import ReadingFault

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def read(content: bytes, limits: Limits) -> Found:
    words, note = decoded(content)
    if len(words) > limits.characters:
        raise CannotRead(ReadingFault.TOO_MUCH_TEXT, f"{limits.characters} characters are kept at most.")
    return Found([words], "plain text", note=note)


def decoded(content: bytes) -> tuple[str, str]:
    """The characters, and by which encoding: the mark at the beginning says so, else UTF-8, else Windows-1252."""
    for mark, codec, name in MARKS:
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), f"Read as {name}, by the mark at its beginning."
    try:
        return content.decode("utf-8"), "Read as UTF-8."
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; Latin-1 gives them as control characters, which are then taken out.
        return "".join(_windows(byte) for byte in content), "Read as Windows-1252: it is not UTF-8, and has no mark of an encoding."


WINDOWS = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]


def _windows(byte: int) -> str:
    return WINDOWS[byte]
