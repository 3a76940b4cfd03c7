"""Who has an answer need not be given it again: tags, days, compression, and what makes an answer another one."""

import gzip
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.freshness import version
from parties.models import Name, Party
from tests.api.addresses import COMPUTED, CONDITIONAL, DOCUMENTS, LISTS, PATHS
from tests.api.conftest import Publish
from treaty.vocabulary.names import NameKind

pytestmark = pytest.mark.django_db
OF_THE_REGISTER = [*LISTS, *COMPUTED]


@pytest.mark.parametrize("path", CONDITIONAL)
def test_who_has_it_gets_304_for_two_queries_at_most(api: Client, two_treaties, path: str):
    first = api.get(path)
    with CaptureQueriesContext(connection) as asked:
        second = api.get(path, headers={"If-None-Match": first["ETag"]})

    assert first["ETag"].startswith('"')  # a strong one
    assert (second.status_code, second.content) == (304, b"")
    assert len(asked) <= 2
    assert [second[name] for name in ("ETag", "Cache-Control", "Vary")] == [first[name] for name in ("ETag", "Cache-Control", "Vary")]
    assert "Content-Type" not in second or second["Content-Type"] == first["Content-Type"]


@pytest.mark.parametrize("path", CONDITIONAL)
def test_a_condition_that_fails_is_a_problem(api: Client, two_treaties, path: str):
    assert api.get(path, headers={"If-Match": '"another"'}).status_code == 412
    assert api.get(path, headers={"If-Match": api.get(path)["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", OF_THE_REGISTER)
def test_a_publication_makes_every_answer_another(api: Client, publish: Publish, two_treaties, path: str):
    etag = api.get(path)["ETag"]
    publish("Another pact", signed="2001")

    assert api.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_an_edited_party_makes_every_answer_another(api: Client, two_treaties):
    path, tags = "/api/v1/agreements/?q=pact", set()
    japan = Party.objects.get(code="JPN")
    tags.add(api.get(path)["ETag"])
    name = Name.objects.create(party=japan, text="Nihon", folded="nihon", kind=NameKind.FORMER)
    tags.add(api.get(path)["ETag"])
    Name.objects.filter(pk=name.pk).update(text="Nippon", version=2)
    tags.add(api.get(path)["ETag"])
    name.delete()
    assert api.get(path)["ETag"] in tags  # as it was before
    Name.objects.create(party=japan, text="Nihon", folded="nihon", kind=NameKind.FORMER)
    tags.add(api.get(path)["ETag"])

    assert len(tags) == 4


def test_a_revision_alone_decides_about_its_document(api: Client, publish: Publish, two_treaties):
    tags = {path: api.get(path)["ETag"] for path in DOCUMENTS}
    publish("Another pact", signed="2001")

    assert {api.get(path, headers={"If-None-Match": etag}).status_code for path, etag in tags.items()} == {304}


def test_another_question_or_form_has_another_tag(api: Client, two_treaties):
    tags = [
        api.get(f"/api/v1/agreements/{asked}", headers={"Accept": accept})["ETag"]
        for asked in ("", "?limit=1", "?as_of=1955-01-01")
        for accept in ("application/json", "text/csv")
    ]

    assert len(set(tags)) == 6


def test_midnight_makes_every_answer_another(two_treaties):
    one, other = (version(today=date(2026, 3, day)) for day in (1, 2))

    assert one is not None
    assert other is not None
    assert one.of("a question") != other.of("a question")
    assert one.changed == datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_compressed_for_who_can_read_that(api: Client, two_treaties, path: str):
    plain, packed = api.get(path), api.get(path, headers={"Accept-Encoding": "br, gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert gzip.decompress(packed.getvalue()) == plain.getvalue()
    assert packed["Vary"] == plain["Vary"] == "Accept, Accept-Encoding"
    if path in CONDITIONAL:
        assert packed["ETag"] == plain["ETag"][:-1] + '-gzip"'
        again = api.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("accepts", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0", "*;q=0", "gzipped"])
def test_who_cannot_read_it_gets_it_plain(api: Client, two_treaties, accepts: str):
    assert "Content-Encoding" not in api.get(DOCUMENTS[0], headers={"Accept-Encoding": accepts})


def test_a_stream_is_compressed_as_it_goes(api: Client, two_treaties):
    answer = api.get("/api/v1/agreements/?format=csv", headers={"Accept-Encoding": "gzip;q=0.8"})

    assert answer.streaming
    assert gzip.decompress(answer.getvalue()).startswith(b"reference,revision,title")


def test_whatever_there_is_does_not_stand_for_what_there_is_not(api: Client, two_treaties):
    for path, status in (("/api/v1/agreements/?limit=0", 400), ("/api/v1/parties/XXX/", 404), ("/api/v1/agreements/", 304)):
        assert api.get(path, headers={"If-None-Match": "*"}).status_code == status


def test_a_problem_is_kept_by_nobody(api: Client, two_treaties):
    answer = api.get("/api/v1/agreements/?limit=0", headers={"If-None-Match": "*"})

    assert (answer["Cache-Control"], "ETag" in answer) == ("no-store", False)
