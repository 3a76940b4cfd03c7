"""One agreement's life in a calendar."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from exports.agreement_calendar import Origin, agreement_calendar
from tests.factories import event, pact
from treaty.document.document import Document
from treaty.law.deadlines import deadlines

NAMES = {"JPN": "Japan", "USA": "United States"}
ORIGIN = Origin("E0001", "https://entente.example/agreements/E0001/", "entente.example", datetime(2026, 11, 21, 12, tzinfo=UTC))


def entries(document: Document, on: date = date(2026, 11, 22)) -> list[Any]:
    coming = deadlines(document, on=on, names=NAMES)
    return list(Calendar.from_ical(agreement_calendar(document, NAMES, coming, ORIGIN)).walk("VEVENT"))


def renewing() -> Document:
    return pact(
        reference="E0001",
        in_force="1952-04-28",
        duration={
            "term": {"kind": "fixed", "months": 120, "counted_from": "entry_into_force"},
            "renewal": {"kind": "tacit", "months": 120},
            "notice": {"months": 12, "anchor": "before_end_of_term"},
        },
    )


def test_every_event_stands_on_its_day_and_every_deadline_on_its_own():
    said = {str(entry["summary"]): entry["dtstart"].dt for entry in entries(renewing(), date(1960, 1, 1))}

    assert said["E0001: Signed on 8 September 1951"] == date(1951, 9, 8)
    assert said["E0001: Last day for notice"] == date(1961, 4, 27)
    assert said["E0001: Tacit renewal"] == date(1962, 4, 28)


def test_a_day_ends_where_the_next_begins():
    (signed,) = entries(pact(reference="E0001"))

    assert (signed["dtstart"].dt, signed["dtend"].dt) == (date(1951, 9, 8), date(1951, 9, 9))


def test_what_is_known_to_the_month_stretches_over_it_and_says_so():
    (signed,) = entries(pact(reference="E0001", signed="1951-09"))

    assert (signed["dtstart"].dt, signed["dtend"].dt) == (date(1951, 9, 1), date(1951, 10, 1))
    assert "Some day in September 1951." in str(signed["description"])


def test_rival_values_and_what_has_no_day_stand_in_no_calendar():
    document = pact(
        reference="E0001",
        events=[event("e8", "entry_into_force", "1953", weight="rival"), event("e9", "ratification", party="JPN", occurrence="awaited")],
    )

    assert len(entries(document)) == 1


def test_the_same_entry_has_the_same_uid_the_next_time_and_no_two_have_one():
    first, again = ([str(entry["uid"]) for entry in entries(renewing(), date(1960, 1, day))] for day in (1, 1))

    assert first == again
    assert len(set(first)) == len(first)
    assert all(uid.startswith("E0001-") and uid.endswith("@entente.example") for uid in first)


def test_the_last_day_of_the_calendar_does_not_break_it():
    (signed,) = entries(pact(reference="E0001", signed="9999-12-31"))

    assert signed["dtstart"].dt == date(9999, 12, 31)
