from datetime import date, timedelta
from typing import Any

import pytest
from django.http import QueryDict

from catalogue.asking import ask, standing_then
from catalogue.cursors import with_serial
from catalogue.orders import ORDERS
from catalogue.question import PARAMETERS, Question, read_question
from catalogue.reading import entry_of, revision_of, revisions_of
from catalogue.refusing import NotFound, Refused
from editorial.operations import retract
from tests.catalogue.conftest import Publish
from tests.factories import NOON, event

TODAY = date(2026, 11, 21)
NAMES = {"JPN": "Japan", "USA": "United States of America", "PHL": "Philippines"}


def question(query: str) -> Question:
    return read_question(QueryDict(query), today=TODAY, known_parties=lambda: NAMES)


def titles(query: str) -> list[str]:
    return [entry.title for entry in ask(question(query)).page().entries]


@pytest.fixture
def treaties(publish: Publish) -> None:
    publish(title="Old treaty", in_force="1952-04-28", events=[event("e9", "supersession", "1960-06-23")])
    publish(title="New treaty", signed="1960-01-19", in_force="1960-06-23")
    publish(
        title="Logistics agreement", parties=["JPN", "PHL"], kind="acsa", signed="2026-01", provisions=[{"id": "p1", "kind": "logistics"}]
    )
    publish(title="Talks", parties=["JPN", "PHL"], kind="gsomia", signed=None, events=[event("e1", "negotiation_opened")])


def test_a_list_is_asked_as_of_a_day_in_the_world(treaties: None) -> None:
    assert titles("between=USA,JPN&standing=in_force&as_of=1955-01-01") == ["Old treaty"]
    assert titles("between=USA,JPN&standing=in_force&as_of=1965-01-01") == ["New treaty"]
    assert titles("between=USA,JPN&standing=ended&as_of=1965-01-01") == ["Old treaty"]


def test_what_had_not_begun_by_the_day_is_left_out_and_what_has_no_day_is_not(treaties: None) -> None:
    assert titles("as_of=1955-01-01") == ["Old treaty", "Talks"]
    assert titles("as_of=1951-09-07") == ["Talks"]


def test_unknown_is_a_standing_that_can_be_asked_for(treaties: None) -> None:
    assert titles("standing=unknown") == ["Talks"]
    assert titles("standing=unknown,signed") == ["Logistics agreement", "Talks"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Logistics agreement", "New treaty", "Old treaty", "Talks"]),
        ("party=PHL", ["Logistics agreement", "Talks"]),
        ("party=PHL,USA", ["Logistics agreement", "New treaty", "Old treaty", "Talks"]),
        ("party=PHL&party=usa&limit=1", ["Logistics agreement"]),
        ("between=JPN,PHL", ["Logistics agreement", "Talks"]),
        ("between=JPN,PHL,USA", []),
        ("kind=acsa,gsomia", ["Logistics agreement", "Talks"]),
        ("provision=logistics", ["Logistics agreement"]),
        ("q=logistic", ["Logistics agreement"]),
        ("q=treaty -old", ["New treaty"]),
        ('q="new treaty" OR talks', ["New treaty", "Talks"]),
        ("q=philippine", ["Logistics agreement", "Talks"]),
        ("order=title", ["Logistics agreement", "New treaty", "Old treaty", "Talks"]),
        ("order=signed", ["Old treaty", "New treaty", "Logistics agreement", "Talks"]),
        ("order=-reference", ["Talks", "Logistics agreement", "New treaty", "Old treaty"]),
    ],
)
def test_each_parameter_narrows_or_orders(treaties: None, query: str, found: list[str]) -> None:
    assert titles(query) == found


def test_a_list_is_asked_as_known_on_a_day_in_the_register(publish: Publish) -> None:
    publish(title="First", at=NOON - timedelta(days=10))
    retracted = publish(title="Retracted later", at=NOON - timedelta(days=5))
    retract(retracted.record, by=None, at=NOON - timedelta(days=2), reason="Doubtful")  # type: ignore[arg-type]

    assert titles("as_known=2026-11-10") == []
    assert titles("as_known=2026-11-11") == ["First"]
    assert titles("as_known=2026-11-16&order=title") == ["First", "Retracted later"]
    assert titles("as_known=2026-11-19") == ["First"]
    assert titles("") == ["First"]
    assert entry_of("E0002", as_known=date(2026, 11, 17)).title == "Retracted later"
    with pytest.raises(NotFound, match="knew no agreement E0001"):
        entry_of("E0001", as_known=date(2026, 11, 1))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_paging_shows_everything_once_in_order_with_ties_and_unknown_days(publish: Publish, order: str, limit: int) -> None:
    for day in ("1951-09-08", None, "1960", "1960-01-01", None, "1951-09-08"):
        publish(title="Same title", signed=day, events=[] if day else [event("e1", "negotiation_opened")])
    whole = [entry.pk for entry in ask(question(f"order={order}")).page().entries]

    seen, cursor = [], ""
    while True:
        page = ask(question(f"order={order}&limit={limit}&cursor={cursor}")).page()
        seen += [entry.pk for entry in page.entries]
        cursor = page.next_cursor
        if not cursor:
            break

    assert seen == whole
    assert len(set(whole)) == 6


def test_a_page_past_the_end_is_not_found(treaties: None) -> None:
    order = ORDERS["reference"]
    last = with_serial(order.sort(ask(question("order=reference")).entries), None).last()

    with pytest.raises(NotFound, match="no such page"):
        ask(question(f"order=reference&cursor={order.cursor(last)}")).page()


@pytest.mark.parametrize(
    ("query", "parameter", "said"),
    [
        ("partie=JPN", "partie", "There is no parameter"),
        ("party=JPX", "party", "No party has the code"),
        ("between=JPN", "between", "two parties or more"),
        ("kind=friendship", "kind", "is not a value"),
        ("standing=inforce", "standing", "is not a value"),
        ("provision=logistic", "provision", "is not a value"),
        ("as_of=2023-02-30", "as_of", "not a day of the calendar"),
        ("as_of=9999-12-31", "as_of", "last day"),
        ("as_of=1951", "as_of", "not a day of the calendar"),
        ("as_of=1955-01-01&as_of=1956-01-01", "as_of", "once only"),
        ("as_known=2026-11-22", "as_known", "nobody can say"),
        ("limit=0", "limit", "from 1 to 200"),
        ("limit=201", "limit", "from 1 to 200"),
        ("limit=١٠", "limit", "from 1 to 200"),
        ("order=newest", "order", "is not a value"),
        ("cursor=abc", "cursor", "begin again"),
        ("q=" + "a" * 301, "q", "longer than 300"),
        ("q=***", "q", "no word"),
        ("party=" + "A" * 2000, "party", "longer than"),
        ("q=" + "a" * 5000, "q", "longer than"),
    ],
)
def test_a_question_that_cannot_be_followed_is_refused_by_name(treaties: None, query: str, parameter: str, said: str) -> None:
    with pytest.raises(Refused) as refusal:
        ask(question(query)).page()

    assert [fault.parameter for fault in refusal.value.faults][:1] == [parameter]
    assert said in refusal.value.faults[0].detail


def test_every_fault_is_named_at_once_with_the_nearest_that_is_allowed(treaties: None) -> None:
    with pytest.raises(Refused) as refusal:
        question("stading=in_force&standing=in_forse&party=JAPAN")

    assert [(fault.parameter, fault.suggestion) for fault in refusal.value.faults] == [
        ("stading", "standing"),
        ("standing", "in_force"),
        ("party", "JPN"),
    ]


def test_a_cursor_of_another_order_is_refused(treaties: None) -> None:
    cursor = ask(question("order=title&limit=1")).page().next_cursor

    with pytest.raises(Refused):
        ask(question(f"order=signed&limit=1&cursor={cursor}")).page()


def test_a_page_costs_the_same_for_three_rows_and_for_thirty(publish: Publish, django_assert_num_queries: Any) -> None:
    def page() -> None:
        entries = ask(question("party=JPN&standing=signed&q=treaty")).page().entries
        assert all(standing_then(entry).standing == "signed" and entry.participants.all() for entry in entries)  # type: ignore[union-attr]

    for count in (3, 27):
        for _ in range(count):
            publish()
        with django_assert_num_queries(3):
            page()


def test_every_parameter_is_read(loaded: None) -> None:
    said = {"q": "a", "party": "JPN", "between": "JPN,USA", "kind": "acsa", "provision": "logistics", "standing": "in_force"}
    said |= {"as_of": "1955-01-01", "as_known": "2026-11-21", "order": "title", "limit": "5", "cursor": "x", "inferred": "no"}
    said |= {"deadline_before": "2027-01-01", "notice_before": "2027-01-01", "region": "035", "organisation": "ORG-NATO"}
    said |= {"character": "non_binding", "lateral": "bilateral", "decade": "1950", "source": "ministry", "verified": "all"}
    said |= {"event": "signature", "event_from": "1951-01-01", "event_before": "1960-01-01"}
    assert set(said) == set(PARAMETERS)
    query = QueryDict(mutable=True)
    query.update(said)

    asked = read_question(query, today=TODAY, known_parties=lambda: NAMES)

    default = Question(on=TODAY)
    assert all(getattr(asked, name) != getattr(default, name) for name in vars(default) if name not in ("standing_unknown",))


@pytest.fixture
def club(publish: Publish) -> None:
    """Three found it in 1949; the Philippines accede in 1960, France leaves in 1966, and it goes on."""
    publish(
        title="Club",
        parties=["FRA", "JPN", "USA", "PHL"],
        laterality="multilateral",
        signed="1949-04-04",
        in_force="1949-08-24",
        events=[
            event("e7", "accession", "1960-01-01", party="PHL"),
            event("e8", "withdrawal_effective", "1966-07-01", party="FRA"),
            event("e9", "suspension", "1970-01-01", party="USA", other_party="PHL"),
        ],
        participations=[
            {"party": "FRA"}, {"party": "JPN"}, {"party": "USA"}, {"party": "PHL"}, {"party": "GIB", "role": "territory_of_application"}
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("party=PHL&standing=in_force&as_of=1955-01-01", []),
        ("party=PHL&standing=in_force&as_of=1960-01-01", ["Club"]),
        ("party=PHL,USA&standing=in_force&as_of=1955-01-01", ["Club"]),
        ("party=FRA&standing=in_force&as_of=1966-06-30", ["Club"]),
        ("party=FRA&standing=in_force&as_of=1966-07-01", []),
        ("party=FRA&standing=ended&as_of=1966-07-01", ["Club"]),
        ("party=USA&standing=signed&as_of=1949-05-01", ["Club"]),
        ("party=GIB&standing=in_force&as_of=1955-01-01", ["Club"]),
        ("between=JPN,PHL&standing=in_force&as_of=1955-01-01", []),
        ("between=JPN,PHL&standing=in_force&as_of=1961-01-01", ["Club"]),
        ("between=PHL,USA&standing=in_force&as_of=1969-12-31", ["Club"]),
        ("between=PHL,USA&standing=in_force&as_of=1970-01-01", []),
        ("between=PHL,USA&standing=suspended&as_of=1970-01-01", ["Club"]),
        ("between=PHL,USA&standing=suspended,in_force&as_of=1969-12-31", ["Club"]),
        ("between=JPN,PHL,USA&standing=in_force&as_of=1970-01-01", []),
        ("between=JPN,USA&standing=in_force&as_of=1970-01-01", ["Club"]),
        ("between=JPN,USA&standing=signed&as_of=1949-05-01", ["Club"]),
        ("between=JPN,PHL&party=FRA&standing=in_force&as_of=1965-01-01", ["Club"]),
        ("between=JPN,PHL&party=FRA&standing=in_force&as_of=1967-01-01", []),
        ("party=FRA&as_of=1970-01-01", ["Club"]),
        ("standing=in_force&as_of=1955-01-01", ["Club"]),
        ("party=PHL&standing=lapsed&as_of=1955-01-01", []),
        ("party=PHL&standing=unknown,ended&as_of=1955-01-01", []),
    ],
)
def test_where_a_party_is_named_the_standing_is_its_own(club: None, query: str, found: list[str]) -> None:
    names = {**NAMES, "FRA": "France", "GIB": "Gibraltar"}
    asked = read_question(QueryDict(query), today=TODAY, known_parties=lambda: names)

    assert [entry.title for entry in ask(asked).page().entries] == found


def test_a_standing_can_be_asked_without_what_rules_infer(publish: Publish) -> None:
    inferred = event("e9", "supersession", "1960", basis="inferred", rule="superseded-when-the-successor-enters-into-force")
    publish(title="Superseded, as a rule says", in_force="1952", events=[inferred])

    assert titles("standing=ended") == ["Superseded, as a rule says"]
    assert titles("standing=ended&inferred=no") == []
    assert titles("standing=in_force&inferred=no") == ["Superseded, as a rule says"]
    (entry,) = ask(question("inferred=no")).page().entries
    assert standing_then(entry).standing == "in_force"  # type: ignore[union-attr]


def test_revisions_are_read_from_the_record(publish: Publish) -> None:
    publish(title="One")

    assert [revision.number for revision in revisions_of("E0001")] == [1]
    assert revision_of("E0001", 1).note == "For a test"
    for number in (0, 2, 2**40):
        with pytest.raises(NotFound):
            revision_of("E0001", number)
