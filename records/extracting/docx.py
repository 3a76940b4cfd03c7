"""The words of a Word document (DOCX), by python-docx: paragraphs and tables in their order.

Accepted insertions are read, deletions are not. Numbers that Word makes by itself, and footnotes, are not in it.
"""

import io
import zipfile
import zlib
from importlib.metadata import version

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from records.extracting.answer import CannotRead, Found, Limits
from records.vocabulary import ReadingFault

BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
UNPACKED = 60 * 2**20
PARTS = 4_000
XML = (".xml", ".rels")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second writing of the same thing
PARAGRAPH, TEXT, TAB, NO_BREAK_HYPHEN = (qn(name) for name in ("w:p", "w:t", "w:tab", "w:noBreakHyphen"))
BREAKS = {qn("w:br"), qn("w:cr")}
PASSED_OVER = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), FALLBACK}


def read(content: bytes, limits: Limits) -> Found:
    _look_into(content)
    try:
        body = Document(io.BytesIO(content)).element.body
    except MemoryError:
        raise
    except Exception as error:  # python-docx lets through what its parsers and its own assumptions raise
        raise CannotRead(ReadingFault.DAMAGED) from error
    blocks = [""]
    characters = _gather(body, blocks, limits.characters)
    if characters > limits.characters:
        raise CannotRead(ReadingFault.TOO_MUCH_TEXT, f"{limits.characters} characters are kept at most.")
    return Found(["\n\n".join(block for block in blocks if block.strip())], f"python-docx {version('python-docx')}")


def _look_into(content: bytes) -> None:
    """Refuse a package that unpacks to far more than it is, or whose XML defines entities, before anything parses it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise CannotRead(ReadingFault.UNPACKS_TOO_LARGE, f"{UNPACKED // 2**20} MB are unpacked at most.")
            for part in parts:
                _look_at(part.filename.lower(), package, part)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise CannotRead(ReadingFault.DAMAGED) from error


def _look_at(name: str, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if "vbaproject" in name:
        raise CannotRead(ReadingFault.UNSAFE, "It holds macros.")
    if name.endswith(XML):
        written = package.read(part).replace(b"\0", b"")  # UTF-16 is ASCII with NULs between
        if b"<!DOCTYPE" in written or b"<!ENTITY" in written:
            raise CannotRead(ReadingFault.UNSAFE, "Its XML defines entities, which a Word document never does.")


def _gather(element: etree._Element, blocks: list[str], most: int) -> int:
    """Add the words beneath an element, a block for each paragraph. Returns how many characters there are by now."""
    pieces: list[str] = []
    characters = 0
    skipped = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in PASSED_OVER:
            skipped += 1 if event == "start" else -1
        elif skipped:
            continue
        elif event == "start":
            pieces.append(_said(node))
            characters += len(pieces[-1])
            if characters > most:
                return characters
    blocks[:] = "".join(pieces).split("\f")
    return characters


def _said(node: etree._Element) -> str:
    if node.tag == TEXT:
        return (node.text or "").replace("\f", " ")
    if node.tag == PARAGRAPH:
        return "\f"
    if node.tag in BREAKS:
        return "\n"
    return {TAB: "\t", NO_BREAK_HYPHEN: "\u2011"}.get(node.tag, "")
