"""The style sheets and the pages are about the same things: nothing is dressed that no page has, and no sheet says a thing twice."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHEETS = sorted((ROOT / "static/web").glob("*.css"))
WORD = re.compile(r"[A-Za-z][\w-]*")
NUMBERED = re.compile(r"k\d|of-\d")  # written with a number: the classes of the map, the agreements side by side


def words() -> set[str]:
    """Every word of a template or of what fills it; a term of the vocabulary becomes a class with hyphens."""
    templates = [path for part in ("web", "components") for path in (ROOT / "templates" / part).rglob("*") if path.is_file()]
    sources = [path for part in ("web", "treaty/vocabulary") for path in (ROOT / part).rglob("*.py")]
    files = [*templates, *sources, *(ROOT / "templates").glob("*.html")]
    found = {word for path in files for word in WORD.findall(path.read_text())}
    return found | {word.replace("_", "-") for word in found}


def rules(path: Path) -> list[tuple[str, str]]:
    """The rules of a sheet outside of its media queries: what is dressed, and how."""
    return re.findall(r"(?m)^([^@{}\s/][^{}]*?) \{ ([^{}]+) \}", path.read_text())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_what_is_dressed_stands_on_some_page(path: Path):
    source = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    classes = {name for selector in re.findall(r"([^{}]+)\{", source) for name in re.findall(r"\.([A-Za-z][\w-]*)", selector)}

    assert {name for name in classes - words() if not NUMBERED.fullmatch(name)} == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_says_what_a_thing_looks_like_once(path: Path):
    dressed = [selector for selector, _ in rules(path)]

    assert sorted({one for one in dressed if dressed.count(one) > 1}) == []
