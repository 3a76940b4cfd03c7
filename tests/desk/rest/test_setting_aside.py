"""Programs are given what was set aside where they ask for that state, and cannot write it."""

from agreements.models import Agreement
from editorial.taking_back import set_aside
from tests.desk.rest.conftest import DRAFTS, Program, document
from tests.factories import NOON


def test_what_was_set_aside_is_listed_by_its_state_and_not_written(editor: Program) -> None:
    path, etag = editor.begin(title="Supplies treaty")
    assert editor.person is not None
    set_aside(Agreement.objects.get(), by=editor.person, at=NOON, reason="Entered twice.")

    assert editor.get(DRAFTS).json()["results"] == []
    (row,) = editor.get(f"{DRAFTS}?state=set_aside").json()["results"]
    assert (row["title"], row["state"]) == ("Supplies treaty", "set_aside")
    assert editor.get(path).status_code == 200
    assert editor.ask("PUT", path, document(title="Another"), etag=editor.get(path)["ETag"]).status_code == 403
    assert etag != editor.get(path)["ETag"]
