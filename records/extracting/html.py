"""The words of an HTML page, by lxml: no script is run, nothing is fetched, what no reader sees is left out."""

import re
from importlib.metadata import version

from lxml import etree

from records.extracting.answer import CannotRead, Found, Limits
from records.extracting.plain import MARKS, decoded
from records.vocabulary import ReadingFault

UNSEEN = {"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math", "select", "button", "textarea"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre"),
    *("section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
CELLS = {"td", "th"}
NAMED_ENCODING = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")


def read(content: bytes, limits: Limits) -> Found:
    source, note = _characters(content)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(source.encode("utf-8", errors="replace"), parser)
    except (etree.ParseError, ValueError) as error:
        raise CannotRead(ReadingFault.TOO_MUCH_MEMORY if "ERR_NO_MEMORY" in _troubles(parser) else ReadingFault.DAMAGED) from error
    if "ERR_RESOURCE_LIMIT" in _troubles(parser):  # what lies deeper was left out in silence
        raise CannotRead(ReadingFault.DAMAGED, "Its parts are nested too deeply.")
    if root is None:
        raise CannotRead(ReadingFault.NO_TEXT)
    words = _words(root, limits.characters)
    return Found([words], f"lxml {version('lxml')}", note=note)


def _troubles(parser: etree.HTMLParser) -> set[str]:
    return {entry.type_name for entry in parser.error_log}


def _characters(content: bytes) -> tuple[str, str]:
    """As the mark at its beginning says, else as the page itself says, else as plain text is read."""
    named = None if any(content.startswith(mark) for mark, _, _ in MARKS) else NAMED_ENCODING.search(content[:4096])
    if named:
        name = named.group(1).decode("ascii")
        codec = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "ascii", "us-ascii") else name  # as browsers do
        try:
            return content.decode(codec), f"Read as {name}, as the page says."
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content)


def _words(root: etree._Element, most: int) -> str:
    pieces: list[str] = []
    characters = skipped = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        starting = event == "start"
        if node.tag in UNSEEN:
            skipped += 1 if starting else -1
        said = "" if skipped else _at_tag(node.tag, starting) + ((node.text or "") if starting else "")
        if not starting and not skipped:
            said += node.tail or ""
        pieces.append(said)
        characters += len(said)
        if characters > most * 2:
            raise CannotRead(ReadingFault.TOO_MUCH_TEXT, f"{most} characters are kept at most.")
    blocks = (_lines(block) for block in "".join(pieces).split("\x1d"))
    return "\n\n".join(block for block in blocks if block)


def _at_tag(tag: str, starting: bool) -> str:
    """Marks that no page holds: a block ends at U+001D, a line at U+001E."""
    if tag in BLOCKS:
        return "\x1d"
    if tag == "br" and starting:
        return "\x1e"
    return "\t" if tag in CELLS and not starting else ""


def _lines(block: str) -> str:
    return "\n".join(SPACE.sub(" ", line).strip() for line in block.split("\x1e")).strip()
