"""Every hostile file is refused or flagged with its code, row and column; nothing is written, and neither time nor memory runs away."""

import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from intake.adapters.registry import Wanted, open_data_set
from intake.cells.column import Circumstances
from intake.planning.making import make_plan
from intake.reading.refusing import FileRefused, Refusal
from intake.starting.people import read_people
from intake.table.profile import Profile
from intake.vocabulary import Fault
from tests.digest import digest
from tests.factories import NOON
from tests.hostile.case import FIELDS, Case
from tests.hostile.cases import all_cases
from tests.intake.conftest import PARTIES

CASES = all_cases()
SECONDS, SECONDS_IF_HUGE, MEGABYTES = 2, 20, 300
PROFILE = Profile("hostile", FIELDS)


@pytest.fixture(scope="module")
def given() -> Circumstances:
    """The parties of the reference files, which are those that the database holds, read once for all files."""
    return Circumstances(read_people(PARTIES), NOON.date())


@pytest.fixture
def nothing_is_written(loaded: None) -> Iterator[None]:
    def only_reads(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        assert sql.lstrip("( ").upper().startswith(("SELECT", "WITH", "SAVEPOINT", "RELEASE")), sql
        return execute(sql, *rest)

    with connection.execute_wrapper(only_reads):
        yield


def found(path: Path, case: Case, given: Circumstances) -> list[Refusal]:
    """Everything that is said of the file."""
    try:
        plan = make_plan(open_data_set(case.data_set, path, Wanted(profile=PROFILE)), given)
    except FileRefused as fault:
        return [fault.refusal]
    return [said for item in plan.items for said in (*item.refused, *item.remarks)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_with_its_code_row_and_column(case: Case, tmp_path: Path, given: Circumstances, nothing_is_written: None):
    path = case.make(tmp_path)
    memory, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    said = found(path, case, given)
    took, grown = time.process_time() - began, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024

    places = {(one.code.value, one.row, one.column) for one in said}
    assert (case.code, case.row, case.column) in places, places
    assert all(one.sentence.endswith((".", "?")) and one.right and len(one.sentence) < 1000 for one in said)
    assert took < (SECONDS_IF_HUGE if case.slow else SECONDS)
    assert grown < MEGABYTES


def test_there_are_more_than_a_hundred_and_twenty_of_them_and_no_two_are_the_same():
    assert len(CASES) >= 120
    assert [name for name, times in Counter(case.name for case in CASES).items() if times > 1] == []
    assert {case.code for case in CASES} <= {fault.value for fault in Fault}


def test_the_database_is_what_it_was_after_all_of_them(loaded: None, given: Circumstances, tmp_path: Path):
    before = digest()
    for case in CASES:
        if not case.slow:
            found(case.make(tmp_path), case, given)

    assert digest() == before
