"""Deadlines in the index: what the filters find is what the law concludes, on both readings and any day."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from django.conf import settings
from django.http import QueryDict

from catalogue.asking import ask
from catalogue.question import read_question
from catalogue.refusing import Refused
from catalogue.shelving import shelve
from records.operations import append_revision, mint_record
from tests.catalogue.test_two_readings import a_life
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json, read_document
from treaty.document.document import Document
from treaty.law.deadlines import deadlines
from treaty.law.outlook import outlook
from treaty.vocabulary.deadlines import DeadlineKind

TODAY = date(2026, 11, 22)
YEARLY = {
    "term": {"kind": "fixed", "months": 12},
    "renewal": {"kind": "tacit", "months": 12},
    "notice": {"anchor": "before_end_of_term", "days": 90},
}


def publish(document: Document) -> str:
    record = mint_record()
    shelve(append_revision(record, document=canonical_json(document), by=None, at=NOON))
    return record.reference


def starting_register() -> Iterator[Document]:
    for path in sorted((settings.ROOT / "data" / "register").glob("*.jsonl")):
        yield from (read_document(line) for line in path.read_text().splitlines())


def found(query: str) -> set[str]:
    question = read_question(QueryDict(query), today=TODAY, known_parties=dict)
    return set(ask(question).entries.values_list("reference", flat=True))


def concluded(document: Document, on: date, before: date, *, inferring: bool, kind: DeadlineKind | None = None) -> bool:
    return any(
        one.days.first < before
        for one in deadlines(document, on=on, names={}, inferred=inferring)
        if one.days and one.kind is not DeadlineKind.EARLIEST_EXIT and kind in (None, one.kind)
    )


@pytest.mark.usefixtures("loaded")
def test_what_ends_or_renews_or_must_be_denounced_before_a_day_is_found() -> None:
    yearly = publish(pact(signed="2016-11-23", in_force="2016-11-23", duration=YEARLY))
    fixed = publish(pact(signed="2020-01-01", in_force="2020-01-01", duration={"term": {"kind": "fixed", "months": 120}}))
    publish(pact(signed="1951-09-08", in_force="1952-04-28"))

    assert found("deadline_before=2027-01-01&as_of=2026-01-01") == {yearly}
    assert found("deadline_before=2030-01-02&as_of=2026-01-01") == {yearly, fixed}
    assert found("notice_before=2030-01-02&as_of=2026-01-01") == {yearly}
    assert found("notice_before=2026-08-25&as_of=2026-08-24") == {yearly}
    assert found("notice_before=2026-08-25&as_of=2026-08-25") == set()
    assert found("deadline_before=2030-01-02&as_of=2030-01-01") == set()


@pytest.mark.usefixtures("loaded")
def test_the_filters_and_the_law_agree_on_generated_lives() -> None:
    lives = {publish(document): document for document in (a_life(Random(seed)) for seed in range(40, 70))}
    chance, tried, some = Random(3), 0, 0
    for _ in range(60):
        on, before = date(chance.randint(1945, 2040), chance.randint(1, 12), 1), date(chance.randint(1950, 2060), 1, 1)
        for word, inferring in (("yes", True), ("no", False)):
            for name, kind in (("deadline_before", None), ("notice_before", DeadlineKind.LAST_DAY_FOR_NOTICE)):
                answer = found(f"{name}={before}&as_of={on}&inferred={word}")
                begun = found(f"as_of={on}")
                expected = {ref for ref, one in lives.items() if concluded(one, on, before, inferring=inferring, kind=kind)}
                assert answer == expected & begun, (on, before, name, word)
                tried, some = tried + 1, some + bool(answer)
    assert tried == 240
    assert some > 40


def test_of_every_record_of_the_starting_register_the_outlook_says_what_the_law_concludes_on_the_day() -> None:
    ahead = 0
    for document in starting_register():
        for day in (date(1955, 1, 1), date(2019, 8, 25), TODAY):
            seen = {one.days for one in outlook(document) if one.begins <= day and (one.ends is None or day < one.ends)}
            said = {one.days for one in deadlines(document, on=day, names={}) if one.kind is not DeadlineKind.EARLIEST_EXIT} - {None}
            assert seen == said, document.title
            ahead += bool(said)
    assert ahead > 15


@pytest.mark.parametrize("query", ["deadline_before=soon", "notice_before=2026-02-30", "deadline_before=2101-01-01&as_of=2100-01-01"])
def test_a_day_that_cannot_be_asked_for_is_refused_by_name(query: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_question(QueryDict(query), today=TODAY, known_parties=dict)

    assert [fault.parameter for fault in refusal.value.faults] == ["as_of" if "as_of" in query else query.partition("=")[0]]
