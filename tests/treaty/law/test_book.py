import runpy
from pathlib import Path

import pytest

from tests.factories import event, pact
from treaty.law.book import CHAPTERS, RULES, book
from treaty.law.effects import EFFECTS
from treaty.vocabulary.events import EventKind

PAGE = Path(__file__).resolve().parents[3] / "docs" / "law.md"


def test_the_page_of_the_law_is_the_law() -> None:
    """Run `python -m treaty.law.book > docs/law.md` when a rule has changed."""
    assert PAGE.read_text() == book()


def test_the_page_is_printed_by_its_module(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(PAGE.parents[1] / "treaty" / "law" / "book.py"), run_name="__main__")

    assert capsys.readouterr().out == book()


def test_every_rule_has_a_name_of_its_own_a_sentence_a_source_and_an_example() -> None:
    rules = [rule for _, _, chapter in CHAPTERS for rule in chapter]

    assert len(RULES) == len(rules)
    assert [rule.id for rule in rules if not (rule.sentence.endswith(".") and rule.articles and rule.example.endswith("."))] == []


def test_the_page_tells_what_every_kind_of_event_does() -> None:
    assert [kind for kind in EventKind if not EFFECTS[kind]] == []


def test_a_document_with_every_kind_of_event_is_read() -> None:
    document = pact(events=[event(f"k{n}", kind, "1960-01-01", party="JPN") for n, kind in enumerate(EventKind)])

    assert {one.kind for one in document.events} == set(EventKind)
