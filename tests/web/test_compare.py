"""Two to four agreements side by side."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from records.operations import extract_words, store_text
from tests.factories import NOON
from tests.web.conftest import EARLY, PROVISIONS, Publish
from tests.web.reading import html, text
from tests.web.strict import parsed

ONE = """Preamble of the first.

Article I
Each Party shall provide support on request.

Article II
This Agreement enters into force on signature.
"""
TWO = """Preamble of the second.

Article 1
Each Party may provide support on request.

Article 2
Classified information is protected.

Article 3
This Agreement enters into force on signature.
"""
OTHER = [
    {"id": "q1", "kind": "logistics", "strength": "may", "terms": {"categories": ["food"], "settlement_days": 60}},
    {"id": "q2", "kind": "cyber", "state": "absent"},
]


def stored(words: str) -> str:
    kept = store_text(words.encode(), media_type="text/plain", at=NOON)
    extract_words(kept, at=NOON)
    return kept.sha256


def with_text(words: str, sha256: str | None = None) -> list[dict[str, object]]:
    return [{"id": "t1", "language": "en", "sha256": sha256 or stored(words), "media_type": "text/plain"}]


@pytest.fixture
def two(publish: Publish) -> None:
    """E0001 and E0002, with provisions; E0003 with nothing coded."""
    clauses = {"term": {"kind": "fixed", "months": 120}, "renewal": {"kind": "tacit", "months": 12}}
    publish(title="The first", kind="acsa", in_force="1952-04-28", provisions=PROVISIONS, duration=clauses, at=EARLY)
    publish(title="The second", kind="acsa", parties=("JPN", "AUS"), in_force="1960-01-01", provisions=OTHER, at=EARLY)
    publish(title="The third", kind=None)


def row(said: list[dict[str, Any]], label: str) -> dict[str, Any]:
    return next(one for one in said if one["label"] == label)


def test_facts_stand_side_by_side_and_differences_are_said_in_words(reader: Client, two: None) -> None:
    said = reader.get("/compare.json?with=E0001,E0002&as_of=1955-01-01").json()

    assert [(one["title"], one["standing"]) for one in said["agreements"]] == [("The first", "In force"), ("The second", "Signed")]
    assert row(said["facts"], "Standing")["verdict"] == "differs"
    assert row(said["facts"], "Kind")["verdict"] == "same"
    assert row(said["facts"], "Parties to all")["values"]["E0001"]["value"] == "Japan"
    assert row(said["facts"], "Other parties")["values"] == {
        "E0001": {"value": "United States", "said": "United States"},
        "E0002": {"value": "Australia", "said": "Australia"},
    }


def test_provisions_are_aligned_by_kind_and_attribute(reader: Client, two: None) -> None:
    kinds = {one["kind"]: one["rows"] for one in reader.get("/compare.json?with=E0001,E0002").json()["provisions"]}

    assert set(kinds) == {"logistics", "nuclear", "cyber"}
    assert row(kinds["logistics"], "Strength")["verdict"] == "differs"
    settlement = next(one for one in kinds["logistics"] if {cell["said"] for cell in one["values"].values()} == {"60 days"})
    assert settlement["verdict"] == "same"


def test_absent_and_not_coded_are_told_apart(reader: Client, two: None) -> None:
    kinds = {one["kind"]: one["rows"] for one in reader.get("/compare.json?with=E0001,E0002").json()["provisions"]}
    there = row(kinds["cyber"], "Whether it is there")

    assert there["values"] == {"E0001": {"value": None, "said": "Not coded"}, "E0002": {"value": "Absent", "said": "Absent"}}
    assert there["verdict"] == "known of some only"


def test_a_value_that_nobody_coded_never_counts_as_a_difference(reader: Client, two: None) -> None:
    said = reader.get("/compare.json?with=E0001,E0003").json()

    assert row(said["facts"], "Kind")["verdict"] == "known of some only"
    assert row(said["life"], "Term")["values"]["E0003"] == {"value": None, "said": "Not coded"}


def test_the_page_says_what_the_data_say(reader: Client, two: None) -> None:
    said, page = reader.get("/compare.json?with=E0001,E0002,E0003").json(), text(reader.get("/compare/?with=E0001,E0002,E0003"))
    for one in [*said["facts"], *said["life"], *(row for block in said["provisions"] for row in block["rows"])]:
        assert f"{one['label']} {one['verdict'] or ''}".strip() in page
        assert all(cell["said"] in page for cell in one["values"].values())
    parsed(reader.get("/compare/?with=E0001,E0002,E0003&q=first"))


def test_articles_are_aligned_and_words_marked(reader: Client, publish: Publish) -> None:
    publish(title="One", texts=with_text(ONE))
    publish(title="Two", texts=with_text(TWO))
    answer = reader.get("/compare/?with=E0001,E0002")
    parts = {one["heading"]: one["verdict"] for one in reader.get("/compare.json?with=E0001,E0002").json()["texts"]["parts"]}

    assert parts == {
        "Before the first article": "differs",
        "Article I / Article 1": "differs",
        "Article 2": "only in E0002",
        "Article II / Article 3": "same words",
    }
    assert '<del><span class="unseen">[only in E0001: </span>shall<span class="unseen">]</span></del>' in html(answer)
    assert '<ins><span class="unseen">[only in E0002: </span>may<span class="unseen">]</span></ins>' in html(answer)
    parsed(answer)


def test_a_text_that_no_published_document_names_is_never_shown(reader: Client, publish: Publish) -> None:
    stored("Zyxwv, a text of a draft.")
    publish(title="One", texts=with_text(ONE))
    publish(title="Two")

    assert "Zyxwv" not in html(reader.get("/compare/?with=E0001,E0002"))
    assert "No two of them have a text that is stored" in text(reader.get("/compare/?with=E0001,E0002"))


def test_one_is_found_by_words_and_added(reader: Client, two: None) -> None:
    page = html(reader.get("/compare/?with=E0001&q=second"))

    assert 'href="/compare/?with=E0001,E0002"' in page
    assert "stands alone" in text(reader.get("/compare/?with=E0001"))


def test_as_known_shows_what_was_known_then(reader: Client, two: None) -> None:
    assert reader.get("/compare/?with=E0001,E0002&as_known=2020-02-01").status_code == 200
    assert "knew no agreement E0003" in text(reader.get("/compare/?with=E0001,E0003&as_known=2020-02-01"))


@pytest.mark.parametrize("address", ["/compare/", "/compare.json"])
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("with=E0001,E9999", "knows no agreement E9999"),
        ("with=E1,E0002", "is not a reference"),
        ("with=E0001,E0002,E0003,E0004,E0005", "4 agreements at most"),
        ("wiht=E0001", "with"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_its_reason(reader: Client, two: None, address: str, question: str, said: str) -> None:
    answer = reader.get(f"{address}?{question}")

    assert answer.status_code == 400
    assert said in text(answer)


def test_four_ask_no_more_than_two(reader: Client, publish: Publish) -> None:
    for number in range(4):
        publish(title=f"Pact {number}", provisions=PROVISIONS, texts=with_text(f"Article 1\nWords {number}."), in_force="1960")
    counts = []
    for references in ("E0001,E0002", "E0001,E0002,E0003,E0004"):
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(f"/compare/?with={references}&as_of={date(1970, 1, 1)}").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
