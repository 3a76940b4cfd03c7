"""One agreement: its stored bytes, what a cache may ask, what became of a retracted one."""

from datetime import UTC, datetime, timedelta

import jsonschema
import pytest
from django.test import Client

from accounts.models import Person
from editorial.operations import retract
from tests.api.conftest import MOMENT, Publish
from treaty.document.canonical import read_document, sha256

pytestmark = pytest.mark.django_db
ONE = "/api/v1/agreements/E0001/"


def test_the_document_is_served_byte_for_byte(api: Client, two_treaties):
    answer = api.get(ONE)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer.content == two_treaties[0].document.encode()
    assert read_document(answer.content).title == "Security Treaty"


def test_it_says_how_long_it_holds_and_by_what_schema(api: Client, two_treaties):
    answer = api.get(ONE)

    assert answer["ETag"] == f'"{sha256(answer.content.decode())}"'
    assert answer["Last-Modified"] == "Mon, 05 Jan 2026 09:00:00 GMT"
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert answer["Link"] == '</api/v1/schema/agreement.json>; rel="describedby"; type="application/schema+json"'
    assert answer["Vary"] == "Accept, Accept-Encoding"


def test_who_has_it_gets_304_without_the_document_being_read(api: Client, two_treaties, django_assert_num_queries):
    etag = api.get(ONE)["ETag"]
    with django_assert_num_queries(1) as asked:
        answer = api.get(ONE, headers={"If-None-Match": f'"other", {etag}'})

    assert (answer.status_code, answer.content) == (304, b"")
    assert (answer["ETag"], answer["Vary"]) == (etag, "Accept, Accept-Encoding")
    assert '"document"' not in asked[0]["sql"]


def test_a_full_answer_takes_two_queries(api: Client, two_treaties, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert api.get(ONE).status_code == 200


@pytest.mark.parametrize(("seconds", "status"), [(-1, 200), (0, 304), (60, 304)])
def test_who_has_it_since_it_was_published_gets_304(api: Client, two_treaties, seconds: int, status: int):
    since = (MOMENT + timedelta(seconds=seconds)).strftime("%a, %d %b %Y %H:%M:%S GMT")

    assert api.get(ONE, headers={"If-Modified-Since": since}).status_code == status


@pytest.mark.parametrize("garbage", ["", "never", '"', "W/", "Mon, 99 Foo 99999 99:99:99 GMT", '"' + "a" * 5000])
def test_conditions_nobody_understands_are_no_conditions(api: Client, two_treaties, garbage: str):
    assert api.get(ONE, headers={"If-None-Match": garbage, "If-Modified-Since": garbage}).status_code == 200


def test_a_condition_that_fails_is_a_problem(api: Client, two_treaties):
    answer = api.get(ONE, headers={"If-Match": '"another"'})

    assert (answer.status_code, answer["Content-Type"]) == (412, "application/problem+json")


def test_it_can_be_read_as_the_register_knew_it(api: Client, publish: Publish):
    publish("Known since the second", at=datetime(2026, 1, 2, 12, tzinfo=UTC))

    assert api.get(f"{ONE}?as_known=2026-01-02").status_code == 200
    assert api.get(f"{ONE}?as_known=2026-01-01").status_code == 404


def test_a_retracted_one_is_gone_and_says_why(api: Client, two_treaties):
    editor = Person.objects.create_user("ada")
    retract(two_treaties[0].record, by=editor, at=datetime(2026, 2, 1, tzinfo=UTC), reason="It is the same as E0002.")
    answer = api.get(ONE)

    assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
    assert answer.json()["detail"] == "E0001 was retracted on 2026-02-01: It is the same as E0002."
    assert b"Security Treaty" not in answer.content
    assert "E0001" not in api.get("/api/v1/agreements/").content.decode()


@pytest.mark.parametrize(
    "reference", ["E9999", "E1", "e0001", "0001", "E" + "9" * 5000, "E0001%00", "%ED%A0%80", "E%D9%A1%D9%A2%D9%A3%D9%A4", "E0001%0A", ".."]
)
def test_a_reference_that_nobody_minted_is_a_problem(api: Client, two_treaties, reference: str):
    answer = api.get(f"/api/v1/agreements/{reference}/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert reference == ".." or answer.json()["errors"][0]["parameter"] == "reference"


def test_published_documents_keep_to_the_published_schema(api: Client, publish: Publish):
    provisions = [{"id": "a", "kind": "consultation"}, {"id": "b", "kind": "logistics", "state": "inconclusive"}]
    publish("With everything", signed="1951~", in_force="1952", provisions=provisions, duration={}, subjects=["defence"])
    answer = api.get("/api/v1/schema/agreement.json")
    jsonschema.Draft202012Validator.check_schema(answer.json())

    jsonschema.validate(api.get(ONE).json(), answer.json(), jsonschema.Draft202012Validator)
