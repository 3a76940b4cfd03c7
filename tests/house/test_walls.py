"""The walls of pyproject.toml stand, and each of them catches every trespass that it is there for."""

import ast
import itertools
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINTER: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["id"]: contract for contract in LINTER["contracts"]}
PACKAGES: list[str] = LINTER["root_packages"]
NOT_SOURCE = shutil.ignore_patterns("*.json", "*.jsonl", "*.csv", "templates", "static", "__pycache__")
PURE_IMPORTS = {"pydantic", "pydantic_core", "annotated_types", "treaty"}


def layers(contract: dict[str, Any]) -> list[list[str]]:
    """Top to bottom; each layer as the full names of the modules that stand in it and are there."""
    container = f"{contract['containers'][0]}." if contract.get("containers") else ""
    rows = [[container + name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]
    return [[name for name in row if name.partition(".")[0] in PACKAGES and (ROOT / name.replace(".", "/")).exists()] for row in rows]


def trespasses(contract: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every import (from, to) that this contract is there to catch, between neighbours and at a distance."""
    if contract["type"] == "forbidden":
        yield from itertools.product(contract["source_modules"], contract["forbidden_modules"])
        return
    for upper, lower in itertools.combinations(layers(contract), 2):
        yield from itertools.product(lower, upper)
    for row in layers(contract):
        yield from itertools.permutations(row, 2)


def copy_house(to: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, to / package, ignore=NOT_SOURCE)
    shutil.copy(ROOT / "pyproject.toml", to)
    return to


def lint(house: Path, contract: str) -> "subprocess.CompletedProcess[str]":
    code = (
        f"import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None, limit_to_contracts=({contract!r},)))"
    )
    return subprocess.run([sys.executable, "-c", code], cwd=house, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_wall_stands(name: str):
    done = lint(ROOT, name)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_wall_catches_every_trespass(name: str, tmp_path: Path):
    """Each offender is a module of its own that nobody imports, so none of them hides another."""
    house = copy_house(tmp_path)
    planted: list[str] = []
    for number, (source, target) in enumerate(trespasses(CONTRACTS[name])):
        (house / source.replace(".", "/") / f"trespass_{number}.py").write_text(f"import {target}\n")
        planted.append(f"{source}.trespass_{number} -> {target} (l.1)")
    done = lint(house, name)

    assert planted, "A wall that nothing can break keeps nothing out."
    assert done.returncode == 1
    assert [line for line in planted if line not in done.stdout] == [], done.stdout[-3000:]


def test_a_trespass_through_a_third_module_is_caught(tmp_path: Path):
    house = copy_house(tmp_path)
    (house / "columns" / "back_door.py").write_text("import django\n")
    (house / "treaty" / "trespass.py").write_text("from columns import back_door\n")

    assert lint(house, "pure").returncode == 1


def test_no_wall_has_a_hole():
    assert not [
        contract["id"] for contract in CONTRACTS.values() if {"ignore_imports", "unmatched_ignore_imports_alerting"} & contract.keys()
    ]


def test_every_package_stands_on_a_floor():
    """A directory with an __init__.py is a package of the house, whether or not anybody wrote it down."""
    there = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    floors = {name.strip(" ()") for layer in CONTRACTS["floors"]["layers"] for name in layer.split("|")}

    assert there == set(PACKAGES)
    assert there <= floors


def test_the_treaty_floor_imports_the_standard_library_and_pydantic_only():
    """The contract lists what is forbidden; this lists what is allowed, so nothing new slips in."""
    allowed = sys.stdlib_module_names | PURE_IMPORTS
    strangers = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "treaty").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        for name in imported(node)
        if name.partition(".")[0] not in allowed
    ]

    assert strangers == []


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [node.module or ""]
    return []
