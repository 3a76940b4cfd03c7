import pytest

from records.recognising import DOCX, HTML, MARKDOWN, PDF, PLAIN, NotATreatyText, recognise
from tests.records import files

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (files.pdf(["Article 1"]), "treaty.pdf", PDF),
        (files.docx("Article 1"), "treaty.docx", DOCX),
        (b"<!DOCTYPE html><p>Article 1</p>", "treaty.html", HTML),
        (b"\xef\xbb\xbf <html><p>Article 1</p>", "treaty.htm", HTML),
        (b"<p>Article 1</p>", "treaty.html", HTML),
        (b"<p>Article 1</p>", "treaty.txt", PLAIN),
        (b"# Article 1", "treaty.md", MARKDOWN),
        (b"# Article 1", "treaty", PLAIN),
        ("Überein­kommen".encode("cp1252"), "treaty.txt", PLAIN),
        ("Article 1".encode("utf-16"), "treaty.txt", PLAIN),
        ("<html><p>Article 1".encode("utf-16"), "treaty.html", HTML),
        (b"Article 1\fArticle 2", "treaty.txt", PLAIN),
    ],
)
def test_a_text_is_recognised_by_its_content(content: bytes, name: str, media_type: str):
    assert recognise(content, name).media_type == media_type


def test_a_pdf_that_is_named_txt_is_taken_for_what_it_is_and_that_is_said():
    found = recognise(files.pdf(["Article 1"]), "treaty.txt")

    assert (found.media_type, found.remark) == (PDF, "Its name says plain text; its content is a PDF.")
    assert recognise(b"# Article", "treaty.txt").remark == ""


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "empty.txt", "The file is empty."),
        (b"\0\0 \n", "empty.pdf", "The file is empty."),
        (bytes(range(256)) * 20, "picture.txt", "not a text"),
        (b"\x7fELF\x02\x01" + b"\0" * 50, "treaty.txt", "not a text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 50, "scan.pdf", "not a text"),
        (b"PK\x03\x04" + b"x" * 100, "treaty.docx", "a ZIP archive, but not a Word document"),
        (files.repacked(files.docx("x"), word___vbaProject__bin=b"macro"), "treaty.docx", "holds macros"),
        (OLD_OFFICE, "treaty.doc", "old Office file"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "treaty.docx", "locked with a password"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(content: bytes, name: str, sentence: str):
    with pytest.raises(NotATreatyText, match=sentence):
        recognise(content, name)
