"""Rules of the house that a reader would otherwise have to watch: sizes, the clock, hidden machinery, machine paths."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINES_IN_A_FILE = 300
LINES_IN_A_FUNCTION = 40
SKIPPED = {"migrations", "node_modules", "staticfiles", "var", "venv"}

# Who may ask what day it is: doors, tasks, commands. All others are told, as `on=` or `at=`.
CLOCK_DOORS = re.compile(r"^(web|api|desk|rest)/|/tasks\.py$|/management/commands/|^tests/")
CLOCKS = {
    "date.today", "datetime.now", "datetime.utcnow", "datetime.today", "timezone.now", "timezone.localdate", "timezone.localtime",
    "time.time", "functions.Now",
}  # fmt: skip
SIGNALS_ALLOWED = {("records/apps.py", "post_migrate")}  # the append-only triggers are put back after every migration
SIGNAL_MODULES = re.compile(r"(^|\.)(signals|dispatch)$")
WRITTEN_BY_US = {".py", ".toml", ".md", ".yml", ".yaml", ".html", ".css", ".js", ".txt", ".sh", ".example", ".cfg", ""}
# Put together here, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.\-])/(?:" + "|".join(("work", "root", "home")) + r")/")
REGISTRIES = re.compile("|".join((r"py" r"pi\.org", r"python" r"hosted\.org", r"np" r"mjs\.(?:org|com)", r"crates" r"\.io")))


def sources() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT)
        if not any(part in SKIPPED or part.startswith(".") for part in name.parts):
            yield name.as_posix(), path.read_text()


@cache
def trees() -> list[tuple[str, ast.Module]]:
    return [(name, ast.parse(text)) for name, text in sources()]


def code_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def dotted(node: ast.AST) -> str:
    """`django.utils.timezone.now` as its last two words, `timezone.now`."""
    if isinstance(node, ast.Attribute):
        owner = node.value
        before = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
        return f"{before}.{node.attr}"
    return ""


def test_no_file_is_longer_than_three_hundred_lines_of_code():
    assert [(name, n) for name, text in sources() if (n := code_lines(text)) > LINES_IN_A_FILE] == []


def test_no_function_is_longer_than_forty_lines():
    long = [
        f"{name}:{node.lineno} {node.name} ({n})"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (n := (node.end_lineno or node.lineno) - node.lineno + 1) > LINES_IN_A_FUNCTION
    ]

    assert long == []


def test_nothing_happens_by_signal():
    found = [
        f"{name}:{node.lineno} {alias.name}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        for alias in node.names
        if SIGNAL_MODULES.search(getattr(node, "module", None) or "") or SIGNAL_MODULES.search(alias.name)
        if (name, alias.name) not in SIGNALS_ALLOWED
    ]

    assert found == []


def test_no_model_overrides_save():
    found = [
        f"{name}:{method.lineno} {node.name}.{method.name}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("Model" in base for base in map(ast.unparse, node.bases)) and "Form" not in node.name
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name in ("save", "delete")
    ]

    assert [line for line in found if not re.match(r"^(tests|desk)/", line)] == []


def test_the_clock_is_read_only_in_doors_tasks_and_commands():
    found = [
        f"{name}: {dotted(node)}"
        for name, tree in trees()
        if not CLOCK_DOORS.search(name)
        for node in ast.walk(tree)
        if dotted(node) in CLOCKS
    ]
    hidden = [
        f"{name}:{node.value.lineno} {node.arg}"
        for name, tree in trees()
        if not CLOCK_DOORS.search(name)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add")
    ]

    assert found + hidden == []


def test_nothing_committed_names_a_machine_or_a_registry():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = [
        f"{name}: {hit.group()}"
        for name in listed.splitlines()
        if (path := ROOT / name).is_file() and path.suffix in WRITTEN_BY_US and not name.startswith("data/")
        for hit in hits(path.read_text(errors="replace"))
    ]

    assert found == []


def hits(text: str) -> Iterator[re.Match[str]]:
    yield from MACHINE_PATHS.finditer(text)
    yield from REGISTRIES.finditer(text)
