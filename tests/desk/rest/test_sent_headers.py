"""What a program says in its headers is taken at its word, or refused by name."""

import pytest

from tests.desk.rest.conftest import DRAFTS, Program, document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("charset", "status"), [("utf-8", 201), ('"UTF-8"', 201), ("latin-1", 415), ("utf-16", 415), ("", 415)])
def test_json_is_utf_8_and_nothing_else_is_claimed(editor: Program, charset: str, status: int):
    answer = editor.ask("POST", DRAFTS, document(), content_type=f"application/json; charset={charset}")

    assert answer.status_code == status
    if status == 415:
        assert answer.json()["errors"][0]["parameter"] == "Content-Type"


def test_a_tag_without_its_quotation_marks_is_no_tag(editor: Program):
    path, etag = editor.begin()
    answer = editor.ask("PUT", path, document(), etag=etag.strip('"'))

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "If-Match"
    assert answer.json()["errors"][0]["suggestion"] == etag


def test_a_weak_tag_is_told_why_it_matches_nothing(editor: Program):
    path, etag = editor.begin()
    answer = editor.ask("PUT", path, document(), etag=f"W/{etag}")

    assert answer.status_code == 412
    assert answer.json()["detail"].startswith("A weak tag (W/) matches nothing here")


def test_blanks_are_no_reason(editor: Program, reviewer: Program):
    path, etag = editor.begin()
    answer = reviewer.ask("POST", f"{path}return/", {"comment": " \n"}, etag=etag)

    assert (answer.status_code, answer.json()["errors"][0]["detail"]) == (422, "Write at least a word")


def test_the_accept_header_may_be_empty_and_may_weigh(editor: Program):
    assert [editor.get(DRAFTS, accept=said).status_code for said in ("", "*/*;q=0.1", "application/json;q=0")] == [200, 200, 406]
