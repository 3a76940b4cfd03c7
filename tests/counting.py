"""A pytest plugin that writes the counts of a run where `tests.run` reads them."""

import json
import os
from pathlib import Path
from typing import Any

OUTCOMES = ("passed", "failed", "error", "skipped", "xfailed", "xpassed")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    counts = {outcome: len(terminalreporter.getreports(outcome)) for outcome in OUTCOMES}
    Path(os.environ["ENTENTE_COUNTS"]).write_text(json.dumps(counts))
