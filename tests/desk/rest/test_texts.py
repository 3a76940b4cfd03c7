"""Files as texts of an agreement, sent by programs."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agreements.models import Agreement, Deed, Text
from records.models import StoredText
from records.vocabulary import ReadingState
from tests.desk.rest.conftest import Program

WORDS = b"Article 1\nThe Parties shall consult together."


def upload(program: Program, path: str, content: bytes = WORDS, name: str = "treaty.txt", **sent: Any) -> Any:
    """Fields, beside the headers `key` and `etag`."""
    key, etag = sent.pop("key", ""), sent.pop("etag", "") or program.get(f"{path}state/")["ETag"]
    said = {"authorization": f"Bearer {program.token}", "if-match": etag, **({"idempotency-key": key} if key else {})}
    return Client().post(f"{path}texts/", {"file": SimpleUploadedFile(name, content), **sent}, headers=said)


def test_a_file_is_kept_and_its_words_are_asked_for(editor: Program) -> None:
    path, etag = editor.begin()
    answer = upload(editor, path, language="en", title="The text", authentic="true", url="https://example.org/t")
    said, text = answer.json(), Text.objects.get()

    assert answer.status_code == 201
    assert said["sha256"] == text.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert (said["id"], said["title"], said["language"], said["authentic"]) == (text.key, "The text", "en", True)
    assert StoredText.objects.get().extracted.state is ReadingState.WAITING
    assert answer["ETag"] == editor.get(path)["ETag"] != etag
    assert editor.get(path).json()["texts"][0]["sha256"] == text.sha256
    assert "treaty.txt" in Deed.objects.latest("pk").details[0]


def test_the_same_upload_with_the_same_key_is_kept_once(editor: Program) -> None:
    path, etag = editor.begin()
    first, again = (upload(editor, path, key="k", etag=etag) for _ in range(2))

    assert (first.status_code, again.status_code, again.content) == (201, 201, first.content)
    assert Text.objects.count() == 1
    assert upload(editor, path, key="k", content=b"Another text", etag=etag).status_code == 422


PROGRAM_FILE = b"MZ\x90\x00" + b"\x00" * 200
UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"content": b""}, "/file"), ({"content": PROGRAM_FILE, "name": "a.exe"}, "/file"), ({"language": "Klingon!"}, "/language"),
    ({"title": "a" * 501}, "/title"), ({"title": "a\x00b"}, "/title"), ({"url": "javascript:alert(1)"}, "/url"),
    ({"authentic": "perhaps"}, "/authentic"), ({"langage": "en"}, "/langage"), ({"language": ["en", "fr"]}, "/language"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "pointer"), UNFIT)
def test_what_cannot_be_kept_is_refused_by_its_field(editor: Program, sent: dict[str, Any], pointer: str) -> None:
    path, _ = editor.begin()
    answer = upload(editor, path, **sent)

    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (422, [pointer])
    assert not Text.objects.exists()


def test_a_file_that_is_too_large_is_not_taken_in(editor: Program, settings: Any) -> None:
    settings.ENTENTE_UPLOAD_MB = 1
    path, _ = editor.begin()
    answer = upload(editor, path, content=b"word " * 300_000)

    assert (answer.status_code, "larger than 1 MB" in str(answer.json())) == (422, True)
    assert not StoredText.objects.exists()


def test_without_a_file_or_the_version_nothing_is_kept(editor: Program) -> None:
    path, _ = editor.begin()
    said = {"authorization": f"Bearer {editor.token}"}
    without = Client().post(f"{path}texts/", {"title": "No file"}, headers={**said, "if-match": editor.get(path)["ETag"]})
    unread = Client().post(f"{path}texts/", {"file": SimpleUploadedFile("a.txt", WORDS)}, headers=said)

    assert (without.status_code, without.json()["errors"][0]["pointer"], unread.status_code) == (422, "/file", 428)
    assert not Text.objects.exists() and Agreement.objects.get().version == 1
