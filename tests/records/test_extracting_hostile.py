"""Files that mean harm, or that nobody can read: each ends in time, in bounded memory, with its reason."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from records.extracting.answer import Limits
from records.reading import Reading, _as_said, _why, read_words
from records.recognising import DOCX, HTML, PDF, PLAIN
from records.vocabulary import ReadingFault
from tests.records import files

ROOT = Path(__file__).resolve().parents[2]
LIMITS = Limits()


def html_of(part: bytes, megabytes: int) -> bytes:
    return b"<html><body>" + part * (megabytes * 2**20 // len(part))


HOSTILE = {
    "a damaged PDF": (lambda: files.pdf(["Article 1"])[:200], PDF, ReadingFault.DAMAGED),
    "a PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, PDF, ReadingFault.DAMAGED),
    "a PDF of 5,000 pages": (lambda: files.empty_pages(5_000), PDF, ReadingFault.TOO_MANY_PAGES),
    "a locked PDF": (files.locked_pdf, PDF, ReadingFault.ENCRYPTED),
    "a PDF of pictures only": (lambda: files.empty_pages(3), PDF, ReadingFault.NO_TEXT),
    "a DOCX that unpacks to 200 MB": (files.bomb, DOCX, ReadingFault.UNPACKS_TOO_LARGE),
    "a DOCX that asks for a file": (files.with_entity, DOCX, ReadingFault.UNSAFE),
    "the same in UTF-16": (files.with_wide_entity, DOCX, ReadingFault.UNSAFE),
    "a DOCX cut short": (lambda: files.docx("Article 1")[:-300], DOCX, ReadingFault.DAMAGED),
    "a DOCX with nothing in it": (lambda: files.docx(""), DOCX, ReadingFault.NO_TEXT),
    "a DOCX with macros": (lambda: files.repacked(files.docx("x"), word___vbaProject__bin=b"m"), DOCX, ReadingFault.UNSAFE),
    "a page of 50 MB with scripts": (lambda: html_of(b"<p>word <script>x()</script></p>", 50), HTML, ReadingFault.TOO_MUCH_MEMORY),
    "a page nested without end": (lambda: html_of(b"<b>", 5), HTML, ReadingFault.DAMAGED),
    "a page of scripts only": (lambda: b"<html><script>alert('Article 1')</script></html>", HTML, ReadingFault.NO_TEXT),
    "a page of too many words": (lambda: html_of(b"<p>word word word word word word word</p>", 11), HTML, ReadingFault.TOO_MUCH_TEXT),
    "a text of too many words": (lambda: b"word " * 1_100_000, PLAIN, ReadingFault.TOO_MUCH_TEXT),
    "only blanks and signs": (lambda: b"\n \t --- \n" * 10, PLAIN, ReadingFault.NO_TEXT),
}


# The system counts a child's memory from what its parent held, and a test's process may hold much: so one that is small starts the reader.
STARTER = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
sys.stderr.write(f"{os.waitstatus_to_exitcode(status)} {used.ru_maxrss * 1024}")
"""


def read(content: bytes, media_type: str) -> tuple[Reading, float, int]:
    """What the reader says, how long it took, and how many bytes of memory it held at most."""
    reader = [sys.executable, "-P", "-m", "records.extracting", "--media-type", media_type]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        given.write(content)
        given.seek(0)
        began = time.monotonic()
        starter = [sys.executable, "-I", "-S", "-c", STARTER, *reader]
        run = subprocess.run(starter, stdin=given, stdout=answer, stderr=subprocess.PIPE, env={"PYTHONPATH": str(ROOT)}, check=True)
        seconds = time.monotonic() - began
        code, memory = map(int, run.stderr.split())
        answer.seek(0)
        return Reading(fault=_why(code)) if code else _as_said(answer.read()), seconds, memory


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_in_time_and_in_bounded_memory_with_its_reason(name: str):
    make, media_type, fault = HOSTILE[name]

    said, seconds, memory = read(make(), media_type)

    assert said.fault is fault, said.detail
    assert said.words == ""
    assert seconds < LIMITS.seconds * 2  # the limit is of processor time, and this machine may be busy
    assert memory <= LIMITS.memory


def test_nul_bytes_are_taken_out_and_the_rest_is_read():
    said, *_ = read(b"Article\0 1\0", PLAIN)

    assert said.words == "Article 1"


def test_what_takes_too_long_is_ended_and_says_so(settings):
    settings.ENTENTE_TEXT_LIMITS = {**settings.ENTENTE_TEXT_LIMITS, "seconds": 1}
    began = time.monotonic()
    with tempfile.TemporaryFile() as slow:
        slow.write(files.pdf(*([f"Article {n}. The Parties shall consult."] * 40 for n in range(2_900))))
        slow.seek(0)
        said = read_words(slow, media_type=PDF)

    assert said.fault is ReadingFault.TOOK_TOO_LONG
    assert time.monotonic() - began < 15


def test_memory_that_is_not_there_ends_the_reader_and_nothing_else(settings):
    settings.ENTENTE_TEXT_LIMITS = {**settings.ENTENTE_TEXT_LIMITS, "memory": 30 * 2**20}
    with tempfile.TemporaryFile() as large:
        large.write(b"word " * 900_000)
        large.seek(0)
        said = read_words(large, media_type=PLAIN)

    assert said.fault in (ReadingFault.TOO_MUCH_MEMORY, ReadingFault.READER_STOPPED)


def test_every_reason_has_been_met():
    """A reason that no file can bring about is a sentence that nobody will read."""
    met = {fault for _, _, fault in HOSTILE.values()} | {ReadingFault.TOOK_TOO_LONG, ReadingFault.READER_STOPPED}

    assert met == set(ReadingFault)
