"""The pages of docs/intake at the desk: what each data set maps, and what it cannot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

NAMES = ("README", "desk", "atop", "dcad", "table", "uk", "un")
FOLDER = Path("docs") / "intake"
MARKS = ((re.compile(r"`([^`]+)`"), r"<code>\1</code>"), (re.compile(r"\*\*([^*]+)\*\*"), r"<strong>\1</strong>"))
MORE_MARKS = (
    (re.compile(r"(?<![\w*])\*([^*]+)\*(?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"\[([^\]]+)\]\((\w+)\.md\)"), r'<a href="../\2/">\1</a>'),
    (re.compile(r"\[([^\]]+)\]\([^)]+\)"), r"\1"),  # what lies elsewhere in the docs is named and not led to
)
RULE = re.compile(r"\|[-| :]+\|")


@dataclass(frozen=True)
class Part:
    """A piece of a guide. `kind` is heading, text, code or table; a table has its rows, the heading first."""

    kind: str
    text: str = ""
    rows: tuple[tuple[SafeString, ...], ...] = ()


@dataclass(frozen=True)
class Guide:
    """A page: its title, and what stands beneath."""

    title: str
    parts: tuple[Part, ...]


def read_guide(name: str) -> Guide:
    """One of `NAMES`, out of the little Markdown that these pages are written in."""
    root: Any = settings.ROOT
    title, _, rest = (root / FOLDER / f"{name}.md").read_text(encoding="utf-8").partition("\n")
    return Guide(title.removeprefix("# "), tuple(map(_part, _blocks(rest))))


def _blocks(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip() or (lines and lines[0].startswith("    ") and line):
            lines.append(line)
        elif lines:
            yield lines
            lines = []


def _part(lines: list[str]) -> Part:
    if lines[0].startswith("## "):
        return Part("heading", _marked(lines[0].removeprefix("## ")))
    if lines[0].startswith("    "):
        return Part("code", escape("\n".join(line.removeprefix("    ") for line in lines)))
    if lines[0].startswith("|"):
        return Part("table", rows=tuple(_cells(line) for line in lines if not RULE.fullmatch(line)))
    return Part("text", _marked(" ".join(lines)))


def _cells(line: str) -> tuple[SafeString, ...]:
    return tuple(_marked(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _marked(text: str) -> SafeString:
    """Escaped first, so that the only marks are those that stand here."""
    said = str(escape(text))
    for pattern, into in (*MARKS, *MORE_MARKS):
        said = pattern.sub(into, said)
    return mark_safe(said)  # noqa: S308
