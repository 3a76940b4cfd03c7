"""Opening a file: what it is by its content, and the reader for it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.reading.delimited import read_delimited
from intake.reading.json_documents import Written, read_json, read_json_lines
from intake.reading.limits import LIMITS, MEGABYTE, Limits
from intake.reading.package import OLD_OFFICE
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.reading.table import About, Table
from intake.reading.workbook import read_workbook
from intake.vocabulary import Fault

CSV, XLSX, JSON, JSON_LINES = "CSV", "XLSX", "JSON", "JSON Lines"
FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF text"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
)


@dataclass(frozen=True)
class Choices:
    """What somebody says of a file, where the reader should not find it out."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


def look_at(path: Path, limits: Limits = LIMITS) -> About:
    """What a file is, by its first bytes and never by its name alone. Raises FileRefused for what is not taken in."""
    try:
        size = path.stat().st_size
        if size > limits.size:
            raise FileRefused(refuse(Fault.TOO_LARGE, f"It has {size // MEGABYTE} MB; {limits.size // MEGABYTE} MB are taken in."))
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            head = file.read(4096)
    except OSError as error:
        raise FileRefused(refuse(Fault.UNREADABLE, f"It cannot be opened: {error.strerror}.")) from error
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(refuse(Fault.EMPTY, "It is empty."))
    return About(path.name, _kind(head, path.suffix.lower()), size, digest)


def open_table(path: Path, limits: Limits = LIMITS, choices: Choices | None = None) -> Table:
    """The table in a CSV file or a workbook. Raises FileRefused."""
    choices, about = choices or Choices(), look_at(path, limits)
    if about.kind == XLSX:
        return read_workbook(path, about, limits, sheet=choices.sheet)
    if about.kind in (JSON, JSON_LINES):
        raise FileRefused(refuse(Fault.WRONG_TYPE, f"It is {about.kind}; a table is wanted here.", right="The table is CSV or XLSX."))
    return read_delimited(path, about, limits, encoding=choices.encoding, delimiter=choices.delimiter)


def open_documents(path: Path, limits: Limits = LIMITS) -> tuple[About, Iterator[Written | Refusal]]:
    """The documents of a JSON or JSON Lines file, as they come. Raises FileRefused."""
    about = look_at(path, limits)
    if about.kind not in (JSON, JSON_LINES):
        raise FileRefused(
            refuse(Fault.WRONG_TYPE, f"It is {about.kind}; documents are wanted here.", right="Documents are JSON or JSON Lines.")
        )
    return about, (read_json if about.kind == JSON else read_json_lines)(path, limits)


def _kind(head: bytes, suffix: str) -> str:
    if head.startswith((b"PK\x03\x04", OLD_OFFICE)):
        return XLSX
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, words in FOREIGN:
        if start.startswith(mark.lower()):
            raise FileRefused(refuse(Fault.WRONG_TYPE, f"It is {words}."))
    if start[:1] in (b"{", b"["):
        return JSON_LINES if suffix in (".jsonl", ".ndjson") else JSON
    return CSV
