"""`python -m records.extracting --media-type application/pdf < text`: the words as JSON, or why there are none."""

import argparse
import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from records.extracting.answer import CannotRead, Found, Limits
from records.extracting.wording import joined, paragraphs, settled
from records.vocabulary import ReadingFault

READERS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/html": "html",
    "text/markdown": "plain",
    "text/plain": "plain",
}
FORM = 1  # of the words; a higher number is another way of settling them, and every text is worth reading again


def main() -> int:
    asked = _arguments()
    limits = Limits(asked.seconds, asked.memory, asked.pages, asked.characters)
    confine(limits)
    json.dump(answer(sys.stdin.buffer.read(), asked.media_type, limits), sys.stdout, ensure_ascii=True)
    return 0


def answer(content: bytes, media_type: str, limits: Limits) -> dict[str, Any]:
    """The words with the beginnings of their pages and paragraphs, or the reason why there are none."""
    try:
        reader: Callable[[bytes, Limits], Found] = import_module(f"records.extracting.{READERS[media_type]}").read
        return _settled(reader(content, limits), limits)
    except CannotRead as refusal:
        return {"fault": refusal.fault.value, "detail": refusal.detail}
    except MemoryError:
        return {"fault": ReadingFault.TOO_MUCH_MEMORY.value, "detail": ""}
    except RecursionError:
        return {"fault": ReadingFault.DAMAGED.value, "detail": "It is nested too deeply."}


def _settled(found: Found, limits: Limits) -> dict[str, Any]:
    words, begins = joined([settled(piece) for piece in found.pieces])
    if not any(character.isalnum() for character in words):
        raise CannotRead(ReadingFault.NO_TEXT)
    if len(words) > limits.characters:
        raise CannotRead(ReadingFault.TOO_MUCH_TEXT, f"{limits.characters} characters are kept at most.")
    return {
        "words": words,
        "pages": begins if found.paged else [],
        "paragraphs": [begin for begin, _ in paragraphs(words)],
        "reader": f"{found.reader}, form {FORM}",
        "note": found.note,
    }


def confine(limits: Limits) -> None:
    """Let the kernel hold the limits, where it can: no more time or memory, no core, no child, no other open file."""
    try:
        import resource
    except ImportError:  # Windows: the one who waits ends it by the clock, and that is all
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.characters * 12 + 2**20,) * 2)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m records.extracting", description=__doc__)
    parser.add_argument("--media-type", required=True, choices=sorted(READERS))
    for name in ("seconds", "memory", "pages", "characters"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Limits(), name))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
