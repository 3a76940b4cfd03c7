"""The words of a PDF, page by page, by PDFium. Nothing in it is run, fetched or drawn."""

from importlib.metadata import version

import pypdfium2 as pdfium

from records.extracting.answer import CannotRead, Found, Limits
from records.vocabulary import ReadingFault


def read(content: bytes, limits: Limits) -> Found:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        fault = ReadingFault.ENCRYPTED if "assword" in str(error) else ReadingFault.DAMAGED
        raise CannotRead(fault) from error
    count = len(document)
    if count > limits.pages:
        raise CannotRead(ReadingFault.TOO_MANY_PAGES, f"It has {count}; {limits.pages} are read at most.")
    if not count:
        raise CannotRead(ReadingFault.DAMAGED, "It has no pages.")
    pieces, characters, unread = [], 0, []
    for number in range(count):
        try:
            pieces.append(_words(document, number))
        except pdfium.PdfiumError:
            pieces.append("")
            unread.append(str(number + 1))
        characters += len(pieces[-1])
        if characters > limits.characters:
            raise CannotRead(ReadingFault.TOO_MUCH_TEXT, f"{limits.characters} characters are kept at most.")
    note = f"These pages are damaged and could not be read: {', '.join(unread[:20])}." if unread else ""
    return Found(pieces, f"pypdfium2 {version('pypdfium2')}", paged=True, note=note)


def _words(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_range(errors="ignore"))
    finally:
        text.close()
        page.close()
