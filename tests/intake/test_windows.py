"""What a published batch covers is declared with it, and taken back with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from accounts.models import Person
from accounts.operations import assign_role, make_groups
from accounts.roles import Role
from catalogue.models import DataSetWindow
from catalogue.windows import windows
from intake.adapters.dcad import Dcad
from intake.adapters.uk_treaties import COLUMNS, UkTreaties
from intake.applying import apply_plan
from intake.cells.column import Circumstances
from intake.models import Batch
from intake.people import people_of_the_register
from intake.planning.making import make_plan
from intake.planning.plan import Plan
from intake.windows import declare_batch, withdraw_batch
from tests.factories import NOON
from tests.intake.dcad_files import write


@pytest.fixture
def person(loaded: None) -> Callable[[Role], Person]:
    def person(role: Role) -> Person:
        make_groups()
        one, _ = Person.objects.get_or_create(username=role.value)
        assign_role(one, role)
        return Person.objects.get(pk=one.pk)

    return person


@pytest.fixture
def plan(loaded: None, tmp_path: Path) -> Plan:
    return make_plan(Dcad(write(tmp_path / "dcad.csv", {})), Circumstances(people_of_the_register(), NOON.date()))


def write_table(path: Path) -> Path:
    """The list's heading and no treaty."""
    path.write_text(f"{','.join(COLUMNS)}\n", encoding="utf-8-sig")
    return path


def test_drafts_cover_nothing_and_a_published_batch_what_its_data_set_covers(plan: Plan, person: Callable[[Role], Person]) -> None:
    manager, reviewer = person(Role.DATA_MANAGER), person(Role.REVIEWER)
    drafts = apply_plan(plan, by=manager, at=NOON)
    assert windows(as_known=None) == ()
    drafts.lines.all().delete()

    batch = apply_plan(plan, by=manager, at=NOON, reviewer=reviewer)
    (window,) = windows(as_known=None)
    assert (window.title, window.first, window.last, window.parties, window.about) == (
        Dcad.title, 1980, 2010, [], "All states of the COW system; bilateral agreements only.",
    )  # fmt: skip

    withdraw_batch(batch, at=NOON)
    assert windows(as_known=None) == ()


def test_a_table_of_ones_own_covers_nothing_as_a_whole(person: Callable[[Role], Person]) -> None:
    said = {"file_name": "mine.csv", "file_sha256": "0" * 64, "by": person(Role.DATA_MANAGER), "at": NOON}
    declare_batch(Batch.objects.create(data_set="table", **said), at=NOON)

    assert windows(as_known=None) == ()


def test_a_part_of_the_uk_list_says_that_it_is_one(tmp_path: Path, person: Callable[[Role], Person]) -> None:
    path = write_table(tmp_path / "uk.csv")
    for part, ending in (("", "made a treaty."), ("defence", "what the list has under defence.")):
        plan = make_plan(UkTreaties(path, part), Circumstances(people_of_the_register(), NOON.date()))
        batch = apply_plan(plan, by=person(Role.DATA_MANAGER), at=NOON)
        declare_batch(batch, at=NOON)
        assert DataSetWindow.objects.get(key=f"batch {batch.pk}").about.endswith(ending)
        withdraw_batch(batch, at=NOON)
