"""ATOP comes to the desk as a ZIP of its two files."""

import io
import zipfile
from pathlib import Path

import pytest

from accounts.models import Person
from intake.adapters.atop import adapter, members
from intake.cells.column import Circumstances
from intake.deliveries import opened, receive
from intake.people import people_of_the_register
from intake.planning.making import make_plan
from intake.reading.refusing import FileRefused
from tests.factories import NOON
from tests.intake.test_atop import ALLIANCE, MEMBER, UK, USA, write


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    write(tmp_path / "atop5_1a.csv", adapter.COLUMNS, [ALLIANCE])
    write(tmp_path / "atop5_1m.csv", members.COLUMNS, [MEMBER | USA, MEMBER | UK])
    return {name: (tmp_path / name).read_bytes() for name in ("atop5_1a.csv", "atop5_1m.csv")}


def test_both_files_are_read_out_of_one(manager: Person, files: dict[str, bytes]):
    content = packed({f"ATOP 5.1/{name}": part for name, part in files.items()})
    delivery = receive(content, name="atop5_1a.csv", data_set="atop", by=manager, at=NOON)
    with opened(delivery) as data_set:
        plan = make_plan(data_set, Circumstances(people_of_the_register(), NOON.date()))

    assert [(item.outcome.value, item.key) for item in plan.items] == [("create", "9010")]
    assert "with atop5_1m.csv" in str(plan.about)


@pytest.mark.parametrize("case", ["a table", "no members", "nothing", "a bomb", "damaged"])
def test_what_is_no_such_zip_is_refused(manager: Person, files: dict[str, bytes], case: str):
    whole = packed(files)
    content, code = {
        "a table": (files["atop5_1a.csv"], "wrong_type"),
        "no members": (packed({"atop5_1a.csv": files["atop5_1a.csv"]}), "unreadable"),
        "nothing": (packed({}), "unreadable"),
        "a bomb": (packed({**files, "atop5_1m.csv": b"0" * 60 * 2**20}), "unpacks_too_large"),
        "damaged": (whole[:40] + bytes(40) + whole[80:], "damaged"),
    }[case]
    with pytest.raises(FileRefused) as refused:
        receive(content, name="atop.zip", data_set="atop", by=manager, at=NOON)

    assert refused.value.refusal.code == code
