"""What the readers make of sound files: each runs in its own process, as it does for an editor."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from records.reading import Reading, read_words
from records.recognising import DOCX, HTML, MARKDOWN, PDF, PLAIN
from records.vocabulary import ReadingFault
from tests.records import files

ROOT = Path(__file__).resolve().parents[2]
TREATIES = [path for path in (ROOT.parent / "shared" / "data", ROOT.parent.parent / "shared" / "data") if path.is_dir()]


def read(content: bytes, media_type: str) -> Reading:
    return read_words(io.BytesIO(content), media_type=media_type)


def test_a_pdf_gives_its_words_page_by_page():
    said = read(files.pdf(["Article 1", "The Parties shall consult."], ["Article 2 (a)", "Done at “Tokyo”, é"]), PDF)

    assert said.words == "Article 1\nThe Parties shall consult.\n\nArticle 2 (a)\nDone at “Tokyo”, é"
    assert [said.words[begin : begin + 9] for begin in said.pages] == ["Article 1", "Article 2"]
    assert said.reader.startswith("pypdfium2 ")


def test_a_word_document_gives_paragraphs_and_tables_without_what_was_deleted():
    said = read(files.docx("Article 1", "The Parties\nshall consult.", deleted="struck", table=[["Japan", "Tokyo"]]), DOCX)

    assert said.words == "Article 1\n\nThe Parties\nshall consult.\n\nKept.\n\nJapan\n\nTokyo"
    assert [said.words[begin:].split()[0] for begin in said.paragraphs] == ["Article", "The", "Kept.", "Japan", "Tokyo"]
    assert said.pages == []


def test_a_page_gives_what_a_reader_sees_and_no_script():
    page = (
        b"<html><head><title>No</title><style>p{}</style></head><body><script>bad()</script><h1>Article 1</h1><p>The <b>Parties</b>"
        b"<br>shall&nbsp;consult &amp; agree.</p><!-- no --><table><tr><td>a</td><td>b</td></tr></table>end</body></html>"
    )

    said = read(page, HTML)

    assert said.words == "Article 1\n\nThe Parties\nshall\u00a0consult & agree.\n\na b\n\nend"


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("Übereinkommen – “x”".encode(), "Read as UTF-8."),
        ("Übereinkommen – “x”".encode("utf-8-sig"), "Read as UTF-8, by the mark at its beginning."),
        ("Übereinkommen – “x”".encode("utf-16"), "Read as UTF-16, by the mark at its beginning."),
        ("\ufeffÜbereinkommen – “x”".encode("utf-16-be"), "Read as UTF-16, by the mark at its beginning."),
        ("Übereinkommen – “x”".encode("cp1252"), "Read as Windows-1252: it is not UTF-8, and has no mark of an encoding."),
    ],
)
def test_the_encoding_of_plain_text_is_found_and_said(content: bytes, note: str):
    said = read(content, PLAIN)

    assert (said.words, said.note) == ("Übereinkommen – “x”", note)


def test_a_page_is_read_by_the_encoding_it_names():
    said = read('<meta charset="iso-8859-2"><p>Układ o przyjaźni</p>'.encode("iso-8859-2"), HTML)

    assert (said.words, said.note) == ("Układ o przyjaźni", "Read as iso-8859-2, as the page says.")


def test_words_are_settled_once():
    said = read("Cafe\u0301 \r\none\rtwo\u2028three\x0b\n\n\n\nfour\0\x07 agree-\nment\n\n".encode(), MARKDOWN)

    assert said.words == "Café\none\ntwo\nthree\n\nfour agree-\nment"
    assert [said.words[begin:][:4] for begin in said.paragraphs] == ["Café", "four"]


def test_the_reader_knows_nothing_of_django_and_of_our_secrets():
    code = (
        "import sys, io, os; import records.extracting.__main__ as m; from records.extracting.answer import Limits;"
        "[m.answer(b'x', kind, Limits()) for kind in m.READERS];"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'django', 'celery', 'psycopg2', 'config', 'socket'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)

    assert set(eval(done.stdout)) <= {"socket"}  # noqa: S307 - a list that we print; lxml brings urllib, which brings socket


def test_a_reader_without_an_answer_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")

    assert read(b"Article 1", PLAIN) == Reading(fault=ReadingFault.READER_STOPPED)


def test_real_treaties_are_read_whole():
    """Where the shared texts lie beside the checkout; elsewhere there is nothing to read, and that is said."""
    found = [
        path
        for data in TREATIES
        for path in sorted(data.glob("treaty_texts_nl/texts/*.md"))[:3] + sorted(data.glob("us_public_samples/*.txt"))
    ]
    if not found:
        pytest.skip("The shared treaty texts are not on this machine.")
    for path in found:
        said = read(path.read_bytes(), MARKDOWN if path.suffix == ".md" else PLAIN)
        assert said.fault is None, path.name
        assert "".join(said.words.split()) == "".join(path.read_text().replace("\ufeff", "").split()), path.name
