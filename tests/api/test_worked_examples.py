"""Every worked example of the documentation does what it says, against a real server."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from api.reference import WORKED
from api.worked import FOLDER


def run(served: str, folder: Path, *command: str) -> str:
    environment = {**os.environ, "ENTENTE": served}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout


def test_everything_is_pulled_once_and_then_what_changed(served: str, tmp_path: Path) -> None:
    said = run(served, tmp_path, "bash", "-e", str(FOLDER / "pull.sh"))

    assert re.search(r"3\d\d copy/agreements.jsonl", said)
    assert re.search(r" 0 copy/changes.jsonl", said)


def test_a_question_is_asked_and_not_answered_twice(served: str, tmp_path: Path) -> None:
    said = run(served, tmp_path, "bash", "-e", str(FOLDER / "ask.sh"))

    assert '"reference":"E0074"' in said
    assert "both_bound" in said
    assert said.rstrip().endswith("304")


def test_a_copy_is_kept_with_nothing_but_python(served: str, tmp_path: Path) -> None:
    assert re.fullmatch(r"3\d\d agreements\n", run(served, tmp_path, sys.executable, str(FOLDER / "follow.py")))


def test_a_panel_is_made_with_pandas(served: str, tmp_path: Path) -> None:
    said = run(served, tmp_path, sys.executable, str(FOLDER / "panel.py"))

    assert said.splitlines()[2].startswith("1950")
    assert len(said.splitlines()) == 12


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed. On Debian: apt-get install r-base-core")
def test_a_table_is_made_with_r(served: str, tmp_path: Path) -> None:
    assert "acsa" in run(served, tmp_path, "Rscript", str(FOLDER / "panel.R"))


def test_what_a_spreadsheet_is_given_is_a_table(served: str) -> None:
    address = (FOLDER / "sheet.txt").read_text().splitlines()[-1].replace("$ENTENTE", served)
    with urllib.request.urlopen(address, timeout=10) as answer:
        first = answer.readline().decode()

    assert first == "reference,title,signed,standing,standing_since,standing_until,standing_basis\r\n"


def test_every_example_stands_on_the_page() -> None:
    assert {one.name for one in WORKED} == {path.name for path in FOLDER.iterdir() if path.suffix in (".sh", ".py", ".R", ".txt")} - {
        "__init__.py"
    }
