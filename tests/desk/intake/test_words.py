"""What pages of files say: data sets and their guides, rows, faults."""

from typing import Any

import pytest

from desk.intake.guides import NAMES, read_guide
from desk.intake.records import rows_in_words, trouble_of
from desk.intake.sets import OFFERS, label_of
from intake.adapters.registry import DATA_SETS, PARTS
from intake.reading.refusing import refuse
from intake.vocabulary import Fault


def test_every_data_set_and_every_part_of_one_is_offered_with_a_guide() -> None:
    assert {(offer.data_set, offer.only) for offer in OFFERS} == {
        *((name, "") for name in DATA_SETS),
        *((name, part) for name, parts in PARTS.items() for part in parts),
    }
    assert {offer.guide for offer in OFFERS} <= set(NAMES)
    assert (label_of("uk", "defence"), label_of("gone")) == ("UK Treaties Online, defence", "gone")


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_is_read_whole_and_no_mark_of_its_file_is_left(name: str) -> None:
    guide = read_guide(name)
    words = [part.text for part in guide.parts if part.kind != "code"] + [cell for part in guide.parts for row in part.rows for cell in row]

    assert guide.title
    assert guide.parts
    assert [line for line in words if any(mark in line for mark in ("**", "`", "](", "|", "## "))] == []
    assert all(len({len(row) for row in part.rows}) == 1 for part in guide.parts if part.kind == "table")


def test_what_a_guide_holds_is_escaped_before_it_is_marked() -> None:
    from desk.intake.guides import _marked

    assert _marked("<b> `a < b` **c**") == "&lt;b&gt; <code>a &lt; b</code> <strong>c</strong>"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], ""),
        ([7], "Row 7"),
        ([2, 3, 4, 9], "Rows 2–4, 9"),
        (list(range(2, 198)), "Rows 2–197"),
        (list(range(1, 30, 2)), "Rows 1, 3, 5, 7, 9, 11 and 9 more"),
    ],
)
def test_rows_are_told_in_runs(rows: list[int], words: str) -> None:
    assert rows_in_words(rows) == words


def test_a_fault_says_where_it_stands_as_a_sentence_begins() -> None:
    said = trouble_of(refuse(Fault.NOT_A_DAY, "“x” is not a date.", row=3, column="Signed", value="x").said())

    assert (said.code, said.place, said.sentence, said.value) == ("not_a_day", "Row 3, column “Signed”", "“x” is not a date.", "x")
    assert said.right == Fault.NOT_A_DAY.definition
    assert trouble_of(refuse(Fault.EMPTY).said()).place == ""


def test_what_a_rule_finds_is_said_without_the_path_that_programs_read() -> None:
    said: dict[str, Any] = {"row": 3, "column": "events.0.party", "value": "parties-existed-on-the-day", "right": "A party exists."}
    broken, doubtful = (trouble_of(refuse(code, "Siam did not exist.", **said).said()) for code in (Fault.RULE_BROKEN, Fault.RULE_WARNING))

    assert (broken.code, broken.place, broken.value, broken.right) == ("parties-existed-on-the-day", "Row 3", "", "A party exists.")
    assert (doubtful.place, doubtful.sentence, doubtful.right) == ("Row 3", "Siam did not exist.", "")
    assert str(refuse(Fault.RULE_BROKEN, "Siam did not exist.", **said)) == "Row 3: Siam did not exist."
