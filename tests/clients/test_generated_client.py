"""A client that a generator makes from the description imports, is sound to a type checker, and reads the whole register.

It takes a minute: hundreds of modules are made and checked, as they would be by whoever makes such a client.
"""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "read_all.py"
SETTINGS = "post_hooks: []\npackage_name_override: entente_client\n"


def run(*command: str, cwd: Path) -> str:
    """What a program says; with its complaints, if it fails."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(cwd), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.timeout(400)
def test_a_generated_client_reads_every_agreement(served: str, tmp_path: Path) -> None:
    with urllib.request.urlopen(f"{served}/api/v1/schema/", timeout=30) as answer:
        (tmp_path / "openapi.json").write_bytes(answer.read())
    (tmp_path / "settings.yml").write_text(SETTINGS)
    (tmp_path / "read_all.py").write_text(SCRIPT.read_text())
    generate = ("openapi_python_client", "generate", "--path", "openapi.json", "--meta", "none", "--config", "settings.yml")
    said = run(sys.executable, "-m", *generate, "--output-path", "entente_client", "--fail-on-warning", cwd=tmp_path)
    assert "Warning" not in said
    run(sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file", os.devnull, "read_all.py", cwd=tmp_path)

    rows, references, followed = map(int, run(sys.executable, "read_all.py", served, cwd=tmp_path).split())
    with urllib.request.urlopen(f"{served}/api/v1/status/", timeout=10) as answer:
        status = json.load(answer)
    assert rows == references == status["agreements"] > 300
    assert followed == min(50, status["revisions"] - 1)
