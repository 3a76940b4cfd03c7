"""Files for tests, sound and hostile, made as they are needed: none is kept in the repository."""

import io
import zipfile
from collections.abc import Sequence

import pypdfium2 as pdfium
from docx import Document
from docx.oxml import OxmlElement


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF written by hand, so that its words are known to the letter: each page is its lines, in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({_escaped(line)}) Tj 0 -16 Td " for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {shown}ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(page)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return _put_together(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _put_together(objects: Sequence[str], trailer: str = "") -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def locked_pdf() -> bytes:
    """A PDF whose words need a password that nobody here has: the check value fits none."""
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>", encrypt]
    return _put_together(objects, "/Encrypt 3 0 R /ID [<01><02>] ")


def empty_pages(count: int) -> bytes:
    """A PDF of so many blank pages, made by PDFium itself."""
    document, out = pdfium.PdfDocument.new(), io.BytesIO()
    for _ in range(count):
        document.new_page(595, 842)
    document.save(out)
    document.close()
    return out.getvalue()


def docx(*paragraphs: str, deleted: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    document, out = Document(), io.BytesIO()
    for words in paragraphs:
        document.add_paragraph(words)
    if deleted:
        run = document.add_paragraph("Kept. ").add_run(deleted)._r
        struck = OxmlElement("w:del")
        run.addprevious(struck)
        struck.append(run)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    document.save(out)
    return out.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The same package with some parts exchanged or added; a name's dots and slashes are written as `__` and `___`."""
    out = io.BytesIO()
    named = {name.replace("___", "/").replace("__", "."): body for name, body in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in named:
                new.writestr(part.filename, old.read(part))
        for name, body in named.items():
            new.writestr(name, body)
    return out.getvalue()


def bomb() -> bytes:
    """Some 200 KB that unpack to 200 MB."""
    return repacked(docx("A bomb"), word___media___image1__bin=b"\0" * (200 * 2**20))


def with_entity() -> bytes:
    """A DOCX whose words ask for a file of the machine that reads them."""
    body = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Read &secret;</w:t></w:r></w:p></w:body></w:document>"
    )
    return repacked(docx("x"), word___document__xml=body.encode())


def with_wide_entity() -> bytes:
    """The same in UTF-16, for one who looks for the letters only."""
    with zipfile.ZipFile(io.BytesIO(with_entity())) as package:
        body = package.read("word/document.xml").decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
    return repacked(docx("x"), word___document__xml=body.encode("utf-16"))
