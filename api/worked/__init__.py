"""Worked examples, as files that can be run; the documentation shows them, and a test runs them."""

from pathlib import Path

FOLDER = Path(__file__).parent
