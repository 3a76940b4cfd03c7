"""A starting register that cannot be loaded is refused whole, with the place of the fault."""

from pathlib import Path

import pytest

from intake.loading import RegisterFault, load_register
from records.models import Revision
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json
from treaty.document.document import Document


def write(folder: Path, *lines: str) -> Path:
    (folder / "some.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([pact(reference="E0001"), pact()], "some.jsonl, line 2: it brings no reference"),
        ([pact(reference="E0001"), pact(reference="E0001")], "line 2: E0001 stands in some.jsonl, line 1 too"),
        ([pact(reference="E0001"), pact(reference="E0002", parties=["JPN"])], r"line 2 \(E0002\): An agreement has at least two parties"),
    ],
)
def test_a_line_that_cannot_be_admitted_is_named(loaded: None, tmp_path: Path, lines: list[Document], message: str) -> None:
    with pytest.raises(RegisterFault, match=message):
        load_register(write(tmp_path, *map(canonical_json, lines)), at=NOON)

    assert not Revision.objects.exists()


def test_an_empty_folder_is_an_error(tmp_path: Path, db: None) -> None:
    with pytest.raises(RegisterFault, match="There is no starting register"):
        load_register(tmp_path, at=NOON)
