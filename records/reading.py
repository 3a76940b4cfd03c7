"""Having a stored text read: by a program of its own, with nothing of ours in its surroundings, and an end."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from records.vocabulary import ReadingFault

ROOT = Path(__file__).resolve().parent.parent
KILLED_FOR_TIME = -24  # SIGXCPU: the kernel held the limit of processor time


@dataclass(frozen=True)
class Reading:
    """What became of one reading: words, or a fault."""

    words: str = ""
    pages: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    reader: str = ""
    note: str = ""
    fault: ReadingFault | None = None
    detail: str = ""


def read_words(content: IO[bytes], *, media_type: str) -> Reading:
    """The words of a text, or why there are none. Ends after `ENTENTE_TEXT_SECONDS`, whatever the text does."""
    limits = settings.ENTENTE_TEXT_LIMITS
    asked = [part for name in ("seconds", "memory", "pages", "characters") for part in (f"--{name}", str(limits[name]))]
    command = [sys.executable, "-P", "-m", "records.extracting", "--media-type", media_type, *asked]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        for chunk in iter(lambda: content.read(2**20), b""):
            given.write(chunk)
        given.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 - our own program, with numbers and one of five words
                command,
                stdin=given,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                cwd=tempfile.gettempdir(),
                env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
                timeout=limits["seconds"],
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Reading(fault=ReadingFault.TOOK_TOO_LONG)
        if done.returncode:
            return Reading(fault=_why(done.returncode))
        answer.seek(0)
        return _as_said(answer.read())


def _why(returncode: int) -> ReadingFault:
    return ReadingFault.TOOK_TOO_LONG if returncode == KILLED_FOR_TIME else ReadingFault.READER_STOPPED


def _as_said(answer: bytes) -> Reading:
    try:
        said: dict[str, Any] = json.loads(answer)
    except ValueError:
        return Reading(fault=ReadingFault.READER_STOPPED)
    if "fault" in said:
        return Reading(fault=ReadingFault(said["fault"]), detail=said["detail"])
    return Reading(**said)
