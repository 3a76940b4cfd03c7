"""The loader makes the database agree with the files, and does nothing the second time."""

import re
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from parties.loading import load_parties
from parties.models import Life, Membership, Name, Party
from parties.reference import ReferenceFault
from tests.parties.conftest import DATA

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "parties"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_second_load_changes_nothing():
    counts = load_parties(DATA)

    assert [(count.created, count.changed, count.removed, count.kept) for count in counts] == [(0, 0, 0, 0)] * 6
    assert sum(count.unchanged for count in counts) > 5000


def test_an_unchanged_load_costs_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        load_parties(DATA)


def test_a_corrected_row_is_written_and_its_version_counted(folder: Path):
    replace(folder / "parties.csv", "JPN,state,Japan,", "JPN,state,Nippon,")

    assert load_parties(folder)[0].changed == 1
    japan = Party.objects.by_code("JPN")
    assert (japan.name, japan.sort_name, japan.version) == ("Nippon", "nippon", 2)


def test_a_row_that_left_the_files_is_removed(folder: Path):
    lines = (folder / "names.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "names.csv").write_text("".join(line for line in lines if not line.startswith("THA,en,former,Siam")), encoding="utf-8")

    assert load_parties(folder)[2].removed == 1
    assert not Name.objects.spelt("Siam").exists()


def test_a_row_made_by_hand_is_left_alone():
    Name.objects.create(party=Party.objects.by_code("THA"), text="Muang Thai", folded="muang thai", kind="alias")

    assert load_parties(DATA)[2].removed == 0
    assert Name.objects.spelt("Muang Thai").exists()


def test_a_party_that_left_the_files_goes_unless_something_refers_to_it(folder: Path):
    for path in folder.glob("*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not {"TEXAS", "BADEN"} & set(line.split(","))), encoding="utf-8")
    Name.objects.create(party=Party.objects.by_code("TEXAS"), text="Lone Star", folded="lone star", kind="alias")

    count = load_parties(folder)[0]

    assert (count.removed, count.kept) == (1, 1)
    assert Party.objects.filter(code="TEXAS").exists()
    assert not Party.objects.filter(code="BADEN").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("parties.csv", "JPN,state,", "JPN,kingdom,", r"parties.csv, line \d+, type: .*kingdom"),
        ("parties.csv", "JPN,state,", "jpn,state,", r"parties.csv, line \d+, code: Write capitals"),
        ("lives.csv", "DDR,1949-10-05", "DDR,1949-13-05", r"lives.csv, line \d+, begins: .*1949-13-05"),
        ("lives.csv", "DDR,1949-10-05", "DDR,1999-10-05", r"lives.csv, line \d+, ends: the end comes before the beginning"),
        ("lives.csv", "DDR,1949-10-05", "DDX,1949-10-05", r"lives.csv, line \d+, party: “DDX” is not in parties.csv"),
        ("lives.csv", "SYR,1961-09-29,", "SYR,1951-09-29,", r"lives.csv, line \d+, begins: two lives of one party overlap"),
        ("codes.csv", "RUS,cow,365,1991-12-26,", "RUS,cow,365,1981-12-26,", r"codes.csv, line \d+, value: two parties have this code"),
        ("names.csv", "party,language", "party,tongue", r"names.csv, line 1, heading: write party,language"),
        ("memberships.csv", ",no\n", ",perhaps\n", r"memberships.csv, line 2, verified"),
        ("lives.csv", "DDR,1949-10-05", "DDR,1949-10~", r"lives.csv, line \d+, begins"),
    ],
)
def test_a_fault_names_file_line_and_column_and_changes_nothing(folder: Path, file: str, old: str, new: str, message: str):
    replace(folder / file, old, new)
    before = Life.objects.count(), Membership.objects.count(), Party.objects.by_code("JPN").version

    with pytest.raises(ReferenceFault, match=message):
        load_parties(folder)
    assert (Life.objects.count(), Membership.objects.count(), Party.objects.by_code("JPN").version) == before


def test_the_command_says_what_it_did():
    said = StringIO()
    call_command("load_parties", stdout=said)

    assert re.fullmatch(r"(\w+\.csv: \d+ unchanged\n){6}", said.getvalue())


def test_the_command_says_what_is_wrong(tmp_path: Path):
    with pytest.raises(CommandError, match=r"parties\.csv"):
        call_command("load_parties", str(tmp_path))
