"""What sort of text a file is, by its bytes. Its name decides only between texts that look alike."""

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
NAMES = {PDF: "PDF", DOCX: "Word document (DOCX)", HTML: "HTML page", MARKDOWN: "Markdown", PLAIN: "plain text"}
ENDINGS = {".pdf": PDF, ".docx": DOCX, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": MARKDOWN, ".markdown": MARKDOWN, ".txt": PLAIN}
TAKEN = "A text is a PDF, a Word document (DOCX), an HTML page, Markdown or plain text."

MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
WIDE = MARKED[1:]
HTML_BEGINS = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
HTML_TAGS = re.compile(rb"</(p|div|h[1-6]|body|table)\s*>", re.IGNORECASE)
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x0b\x1b\x1a") + b"\x7f"
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
LOCKED = "EncryptedPackage".encode("utf-16-le")


class NotATreatyText(ValueError):
    """A file that is not taken in, with a sentence for the one who brought it."""


@dataclass(frozen=True)
class Recognised:
    """The media type, and a sentence where the name said something else."""

    media_type: str
    remark: str = ""


def recognise(content: bytes, name: str) -> Recognised:
    """Look at the first and telling bytes; nothing is unpacked or parsed. Raises NotATreatyText."""
    if not content.strip(b"\0 \t\r\n"):
        raise NotATreatyText("The file is empty.")
    media_type = _by_content(content, name)
    said = ENDINGS.get(PurePosixPath(name.replace("\\", "/")).suffix.lower())
    alike = said == media_type or {said, media_type} <= {PLAIN, MARKDOWN, None}
    return Recognised(media_type, "" if alike or said is None else f"Its name says {NAMES[said]}; its content is {_a(NAMES[media_type])}.")


def _by_content(content: bytes, name: str) -> str:
    head = content[:4096]
    if head[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _package(content)
    if head.startswith(OLD_OFFICE):
        if LOCKED in content:
            raise NotATreatyText("This Office document is locked with a password. Take the password off and upload it again.")
        raise NotATreatyText("This is an old Office file (such as .doc). Save it as DOCX or PDF and upload that.")
    if not _looks_like_text(content):
        raise NotATreatyText(f"This is not a text: its content is of a sort that is not taken in. {TAKEN}")
    return _sort_of_text(head, name)


def _package(content: bytes) -> str:
    """A DOCX is a ZIP; the names of its parts stand unpacked in it."""
    if b"word/vbaProject" in content or b"macroEnabled" in content:
        raise NotATreatyText("This Word document holds macros. Save it as DOCX without them and upload that.")
    if b"word/document" in content and b"[Content_Types].xml" in content:
        return DOCX
    raise NotATreatyText(f"This is a ZIP archive, but not a Word document. {TAKEN}")


def _looks_like_text(content: bytes) -> bool:
    """A mark of an encoding, or no NUL and hardly a control character: one in a thousand is an accident."""
    if content.startswith(WIDE):
        return True
    controls = len(content) - len(content.translate(None, CONTROLS))
    return b"\0" not in content[:65536] and controls * 1000 <= len(content)


def _sort_of_text(head: bytes, name: str) -> str:
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    said = ENDINGS.get(PurePosixPath(name).suffix.lower())
    if HTML_BEGINS.match(plain) or (said == HTML and HTML_TAGS.search(plain)):
        return HTML
    return MARKDOWN if said == MARKDOWN else PLAIN


def _a(name: str) -> str:
    return name if name in ("Markdown", "plain text") else f"an {name}" if name[0] in "AEIOUH" else f"a {name}"
