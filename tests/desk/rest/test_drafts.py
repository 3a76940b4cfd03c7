"""Drafts by REST: begun, read, replaced, patched, checked; the same rules as on the desk's pages."""

import json
from typing import Any

import pytest
from django.test import Client

from agreements.models import Agreement, Deed
from agreements.vocabulary import DeedKind
from editorial.composing import compose
from editorial.models import CheckUp
from editorial.operations import admit
from editorial.querysets import state_of
from editorial.vocabulary import State
from tests.desk.rest.conftest import DRAFTS, Program, ProgramOf, document
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json


def drafted(path: str) -> Agreement:
    return Agreement.objects.get(pk=path.rstrip("/").split("/")[-1])


def test_a_draft_is_begun_from_a_whole_document(editor: Program) -> None:
    answer = editor.ask("POST", DRAFTS, document(title="A new pact"))
    said, agreement = answer.json(), Agreement.objects.get()

    assert answer.status_code == 201
    assert answer["Location"] == said["url"] == f"http://testserver{DRAFTS}{agreement.pk}/"
    assert (said["state"], said["version"], said["title"], said["changed_by"]) == ("draft", 1, "A new pact", "editor")
    assert compose(agreement) == pact(title="A new pact")
    assert agreement.created_by == editor.person
    assert list(Deed.objects.values_list("what", flat=True)) == [DeedKind.ENTERED]
    assert CheckUp.objects.get().version == 1


def test_what_is_read_is_the_document_and_its_tag_changes_with_each_deed(editor: Program) -> None:
    path, etag = editor.begin(title="One")
    answer = editor.get(path)

    assert answer.content.decode() == canonical_json(compose(drafted(path)))
    assert answer["ETag"] == etag and not etag.startswith("W/")
    assert answer["Cache-Control"] == "private, no-cache" and "Authorization" in answer["Vary"]
    assert editor.get(path, if_none_match=etag).status_code == 304
    assert editor.get(path, if_none_match='"another"').status_code == 200
    changed = editor.ask("PUT", path, document(title="Two"), etag=etag)
    assert changed.status_code == 200
    assert changed["ETag"] != etag and editor.get(path)["ETag"] == changed["ETag"]


def test_a_source_that_changes_makes_another_tag_for_every_draft_that_lists_it(editor: Program) -> None:
    from agreements.operations import note_source_change

    path, etag = editor.begin()
    source = drafted(path).listed_sources.get().source
    assert editor.person
    note_source_change(source, by=editor.person, at=NOON)

    assert editor.get(path)["ETag"] != etag
    assert editor.ask("PUT", path, document(title="Two"), etag=etag).status_code == 412


def test_a_whole_document_takes_the_place_of_all_that_was_there(editor: Program) -> None:
    path, etag = editor.begin(title="One", ended="1960-06-23", summary="Long")
    answer = editor.ask("PUT", path, document(title="Two"), etag=etag)

    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    assert compose(drafted(path)) == pact(title="Two")
    deed = Deed.objects.latest("pk")
    assert (deed.what, deed.by, deed.details[0]) == (DeedKind.SAVED, editor.person, "Title changed from “One” to “Two”.")
    assert any("ummary" in sentence for sentence in deed.details) and len(deed.details) == 3


def test_a_published_document_can_be_sent_back_unchanged(editor: Program, client: Client) -> None:
    admit(pact(reference="E0001", in_force="1952-04-28", ended="1960-06-23"), at=NOON, note="For a test")
    agreement, deeds = Agreement.objects.get(), Deed.objects.count()
    public = client.get("/api/v1/agreements/E0001/").content
    path = f"{DRAFTS}E0001/"
    etag = editor.get(path)["ETag"]

    assert editor.get(path).content == public
    answer = editor.ask("PUT", path, public, etag=etag)

    assert (answer.status_code, answer["ETag"], answer.json()["state"]) == (200, etag, "published")
    assert answer.json()["public_url"] == "http://testserver/api/v1/agreements/E0001/"
    assert state_of(agreement) is State.PUBLISHED
    assert Deed.objects.count() == deeds


def test_a_published_document_is_edited_by_its_reference_and_its_own_reference_is_no_fault(editor: Program) -> None:
    admit(pact(reference="E0001"), at=NOON, note="For a test")
    said = editor.get(f"{DRAFTS}E0001/")
    answer = editor.ask("PUT", f"{DRAFTS}E0001/", {**said.json(), "summary": "In a word"}, etag=said["ETag"])

    assert (answer.status_code, answer.json()["state"], answer.json()["reference"]) == (200, "edited", "E0001")
    without = editor.ask("PUT", f"{DRAFTS}E0001/", {**said.json(), "reference": None}, etag=answer["ETag"])
    assert without.status_code == 200 and compose(Agreement.objects.get()).reference == "E0001"


@pytest.mark.parametrize("published", [True, False])
def test_a_reference_is_not_chosen(editor: Program, published: bool) -> None:
    if published:
        admit(pact(reference="E0001"), at=NOON, note="For a test")
        path, etag = f"{DRAFTS}E0001/", editor.get(f"{DRAFTS}E0001/")["ETag"]
    else:
        path, etag = editor.begin()
    for answer in (
        editor.ask("PUT", path, document(reference="E0777"), etag=etag),
        editor.ask("PATCH", path, {"reference": "E0777"}, etag=etag),
        editor.ask("POST", DRAFTS, document(reference="E0777")),
        editor.ask("POST", f"{path}validate/", document(reference="E0777")),
    ):
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "/reference"


def test_a_merge_patch_changes_what_it_names_and_nothing_else(editor: Program) -> None:
    path, etag = editor.begin(title="One", note="Keep", summary="Drop", subjects=["a", "b"])
    answer = editor.ask("PATCH", path, {"title": "Two", "summary": None, "subjects": ["c"]}, etag=etag)

    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    assert compose(drafted(path)) == pact(title="Two", note="Keep", subjects=["c"])


PATCHES = [  # of RFC 7386, appendix A
    ({"a": "b"}, {"a": "c"}, {"a": "c"}), ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}), ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}), ({"a": ["b"]}, {"a": "c"}, {"a": "c"}), ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}), ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]), ({"a": "b"}, ["c"], ["c"]), ({"a": "foo"}, None, None), ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}), ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]  # fmt: skip


@pytest.mark.parametrize(("target", "patch", "result"), PATCHES)
def test_a_patch_means_what_the_standard_says(target: Any, patch: Any, result: Any) -> None:
    from desk.rest.sent import merged

    before = json.dumps(target)
    assert merged(target, patch) == result
    assert json.dumps(target) == before


def test_a_patch_is_sent_as_one_and_a_document_is_not(editor: Program) -> None:
    path, etag = editor.begin()
    wrong = editor.ask("PATCH", path, {"title": "Two"}, etag=etag, content_type="application/json")
    put = editor.ask("PUT", path, document(), etag=etag, content_type="application/merge-patch+json")

    assert (wrong.status_code, put.status_code) == (415, 415)
    assert "application/merge-patch+json" in wrong.json()["detail"] and "application/json" in put.json()["detail"]


def test_a_draft_may_have_faults_that_its_state_names(editor: Program) -> None:
    answer = editor.ask("POST", DRAFTS, {"title": "Hardly begun"})
    errors = [finding for finding in answer.json()["findings"] if finding["level"] == "error"]

    assert answer.status_code == 201
    assert {finding["rule"] for finding in errors} >= {"two-parties-at-least", "record-rests-on-a-source"}
    assert errors[0]["pointer"] == "/participations"


def test_what_the_desk_cannot_hold_is_refused_at_its_place(editor: Program) -> None:
    twice = editor.ask("POST", DRAFTS, {"title": "A", "participations": [{"party": "JPN"}, {"party": "JPN"}]})
    unknown = editor.ask("POST", DRAFTS, {"title": "A", "participations": [{"party": "JPN"}, {"party": "XXZ"}]})

    assert (twice.status_code, twice.json()["errors"][0]["pointer"]) == (422, "/participations")
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, "/participations/1/party")
    assert not Agreement.objects.exists()


def test_a_check_writes_nothing_and_says_what_would_change(editor: Program) -> None:
    path, _ = editor.begin(title="One")
    deeds = Deed.objects.count()
    new = editor.ask("POST", f"{DRAFTS}validate/", document(title="Two"))
    held = editor.ask("POST", f"{path}validate/", document(title="Two"))
    faulty = editor.ask("POST", f"{DRAFTS}validate/", {"title": "Hardly begun"})

    assert (new.status_code, new.json()["sound"], new.json()["changes"]) == (200, True, None)
    assert held.json()["changes"] == ["Title changed from “One” to “Two”."]
    assert (faulty.status_code, faulty.json()["sound"]) == (200, False)
    assert (Agreement.objects.count(), Deed.objects.count()) == (1, deeds)


def test_the_list_shows_what_may_be_seen_page_by_page(program: ProgramOf, editor: Program) -> None:
    contributor, other = program("contributor"), program("contributor", name="another")
    paths = [editor.begin(title=f"Pact {n}")[0] for n in range(3)]
    own, _ = contributor.begin(title="Own")

    first = editor.get(f"{DRAFTS}?limit=3").json()
    editor.begin(title="Begun meanwhile")
    second = editor.get(first["next"].removeprefix("http://testserver")).json()

    assert [row["title"] for row in first["results"] + second["results"]] == ["Own", "Pact 2", "Pact 1", "Pact 0"]
    assert second["next"] is None
    assert [row["title"] for row in contributor.get(DRAFTS).json()["results"]] == ["Own"]
    assert other.get(DRAFTS).json()["results"] == []
    assert [row["title"] for row in editor.get(f"{DRAFTS}?mine=yes&state=draft&limit=1").json()["results"]] == ["Begun meanwhile"]
    assert editor.get(f"{DRAFTS}?state=published").json()["results"] == []
    foreign, absent = contributor.get(paths[0]), contributor.get(f"{DRAFTS}987654/")
    assert foreign.status_code == absent.status_code == 404
    number = paths[0].split("/")[-2]
    named = (paths[0], f"“{number}”", f'"value":"{number}"')
    said = foreign.content.decode()
    for words in named:
        said = said.replace(words, words.replace(number, "987654") if words != paths[0] else f"{DRAFTS}987654/")
    assert said == absent.content.decode()
    assert contributor.ask("PUT", paths[0], document(), etag='"x"').status_code == 404
    assert other.get(own).status_code == 404


@pytest.mark.parametrize("rows", [3, 30])
def test_a_list_costs_the_same_however_long(editor: Program, rows: int, django_assert_max_num_queries: Any) -> None:
    for number in range(rows):
        editor.begin(title=f"Pact {number}")
    with django_assert_max_num_queries(16):
        assert len(editor.get(DRAFTS).json()["results"]) == rows


def test_nobody_deletes_an_agreement(editor: Program) -> None:
    path, etag = editor.begin()
    answer = editor.ask("DELETE", path, etag=etag)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, PUT, PATCH")
    assert Agreement.objects.exists()
