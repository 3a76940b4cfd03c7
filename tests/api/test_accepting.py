"""A client says in which form it wants an answer, and how much it wants each."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
LIST, DOCUMENT = "/api/v1/agreements/", "/api/v1/agreements/E0001/"
JSON, LINES, CSV = "application/json", "application/jsonl; charset=utf-8", "text/csv; charset=utf-8"


@pytest.mark.parametrize(("accept", "given"), [
    ("application/json;q=0.1, text/csv", CSV),
    ("text/csv;q=0.1, application/json", JSON),
    ("application/jsonl;q=0.9, application/json;q=0.8", LINES),
    ("application/json;q=0, */*", LINES),
    ("text/*, */*;q=0.1", CSV),
    ("application/*;q=0.5, text/csv;q=0.4", JSON),
    ("TEXT/CSV ; Q=1.000", CSV),
    ("text/csv;q=high", CSV),
    ("text/csv;header=present;q=0.2, application/jsonl;q=0.1", CSV),
    ("*/*", JSON), ("", JSON), ("  ", JSON),
])  # fmt: skip
def test_the_form_that_weighs_most_is_given(api: Client, two_treaties, accept: str, given: str):
    assert api.get(LIST, headers={"Accept": accept})["Content-Type"] == given


@pytest.mark.parametrize(
    "accept", ["application/json;q=0", "application/json;q=0, */*", "*/*;q=0", "application/problem+json;q=0", "text/csv"]
)
def test_who_excludes_it_is_not_given_it(api: Client, two_treaties, accept: str):
    assert api.get(DOCUMENT, headers={"Accept": accept}).status_code == 406


def test_what_stands_beside_a_range_makes_no_other_answer(api: Client, two_treaties):
    tags = {api.get(LIST, headers={"Accept": accept})["ETag"] for accept in ("application/json", "application/json; indent=4", "*/*")}

    assert len(tags) == 1


def test_a_preflight_has_no_type_of_content(api: Client):
    assert "Content-Type" not in api.options(LIST)


def test_a_table_bears_a_name_to_be_saved_under(api: Client, two_treaties):
    names = [api.get(f"{path}?format=csv")["Content-Disposition"] for path in (LIST, f"{DOCUMENT}revisions/")]

    assert names == ['attachment; filename="agreements.csv"', 'attachment; filename="agreements-E0001-revisions.csv"']
    assert "Content-Disposition" not in api.get(LIST)
