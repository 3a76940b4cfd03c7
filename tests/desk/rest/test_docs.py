"""The page on writing is true: the program that it names runs against a served register, as it stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

from accounts.roles import Scope
from tests.desk.rest.test_two_at_once import BEGIN
from tests.desk.test_concurrent_edits import answer_of, start
from tests.serving import ROOT

PAGE = Path(ROOT) / "docs" / "writing.md"
PROGRAM = Path(ROOT) / "api" / "worked" / "write.py"


def test_the_program_of_the_page_takes_a_draft_to_review(prepared: dict[str, str], served: str) -> None:
    token = answer_of(start(BEGIN.replace("[Scope.READ, Scope.WRITE]", "list(Scope)[:3]"), prepared))
    environment = {**os.environ, "ENTENTE": served, "ENTENTE_TOKEN": token}
    done = subprocess.run([sys.executable, str(PROGRAM)], env=environment, capture_output=True, text=True, timeout=60)

    assert done.returncode == 0, done.stderr
    begun, waiting = done.stdout.splitlines()
    assert re.fullmatch(rf"{served}/api/v1/desk/agreements/\d+/ draft", begun)
    assert re.fullmatch(r"waiting [0-9a-f]{64}", waiting)


def test_the_page_leads_to_its_program() -> None:
    assert "(../api/worked/write.py)" in PAGE.read_text()


def test_the_page_names_every_scope() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text(), re.MULTILINE)) == {scope.value for scope in Scope}
