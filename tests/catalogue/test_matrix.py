"""What a cell counts is what a list finds, for every cell, question and reading; and it costs the same at any size."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from catalogue.asking import ask, counts
from catalogue.gaps import differences, group_of, partners
from catalogue.holdings import STRONGEST_FIRST, Cell
from catalogue.matrix import by_party, by_provision
from catalogue.measures import ALL, IN_FORCE, PARTNERS, SIGNED, measured
from catalogue.network import network
from catalogue.question import UNKNOWN, Question, read_question
from parties.models import Party
from tests.catalogue.conftest import Publish
from tests.factories import event
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing

TODAY = date(2026, 11, 22)
CODES = ["JPN", "USA", "GBR", "FRA", "PHL", "DEU"]
LOOKED_AT = {*CODES, "GUM", "ISL", "CHE"}  # also a territory, a member without agreements and a depositary
QUESTIONS = (
    "",
    "as_of=1960-06-01",
    "as_of=1960-06-01&inferred=no",
    "organisation=ORG-NATO",
    "region=150&as_of=1999-01-01&decade=1950",
    "party=JPN&as_of=1960-06-01&provision=logistics",
)


def question(query: str) -> Question:
    names = dict(Party.objects.order_by().values_list("code", "name"))
    return read_question(QueryDict(query), today=TODAY, known_parties=lambda: names)


def standing(asked: Question, value: str) -> Question:
    if value == UNKNOWN:
        return replace(asked, standing_unknown=True)
    return replace(asked, standings=(Standing(value),) if value else ())


@pytest.fixture
def register(publish: Publish) -> None:
    """Treaties of two and three, some withdrawn from, halted, ended, extended to a territory, without a day, or not coded."""
    chance = Random(7)
    for number in range(24):
        parties = chance.sample(CODES, chance.choice((2, 2, 3, 4)))
        year = chance.choice((None, 1951, 1957, 1958, 1999, 2004))
        life = [event("w", "withdrawal_effective", f"{year + 6}-01-01", party=parties[0])] if year and chance.random() < 0.3 else []
        life += [event("x", "termination", f"{year + 7}-01-01")] if year and chance.random() < 0.3 else []
        life += [event("s", "suspension", f"{year + 3}-01-01")] if year and chance.random() < 0.2 else []
        people = [{"party": code} for code in parties] + (
            [{"party": "GUM", "role": "territory_of_application"}] if chance.random() < 0.4 else []
        )
        kinds = chance.sample(["logistics", "mutual_defence", "nuclear"], chance.randint(0, 2))
        publish(
            title=f"Treaty {number}",
            participations=[*people, {"party": "CHE", "role": "depositary"}],
            signed=f"{year}-05-05" if year else None,
            in_force=f"{year + 1}-01-01" if year and chance.random() < 0.7 else None,
            events=life or ([] if year else [event("y", "negotiation_opened")]),
            kind=chance.choice(("acsa", "gsomia", "sofa", None)),
            provisions=[{"id": f"p{n}", "kind": kind} for n, kind in enumerate(kinds)],
        )


def hold(listed: Iterable[tuple[Question, Cell | None]]) -> None:
    """Each cell counts, in all and for each standing, what its list finds; and shows the strongest."""
    expected: list[tuple[Question, int]] = []
    for asked, cell in listed:
        expected.append((asked, cell.all if cell else 0))
        if cell:
            expected += [(standing(asked, value), cell.counts.get(value, 0)) for value in STRONGEST_FIRST]
            assert cell.standing == next((value for value in STRONGEST_FIRST if value in cell.counts), "")
            assert cell.number == cell.counts.get(cell.standing, cell.all)
    for asked, number in expected:
        assert ask(asked).count() == number, asked


@pytest.mark.usefixtures("register")
def test_a_cell_of_a_party_counts_what_a_list_of_that_party_finds() -> None:
    for asked in map(question, QUESTIONS):
        matrix = by_provision(asked, most=200)
        cells = {**matrix.cells, **{(code, ""): cell for code, cell in matrix.whole.items()}}

        assert len(cells) > 2
        kinds = {column: (ProvisionKind(column),) if column else asked.provisions for column in ("", *matrix.columns)}
        rows = [code for code in matrix.rows if code in LOOKED_AT]
        hold((replace(asked, parties=(code,), provisions=kinds[column]), cells.get((code, column))) for code in rows for column in kinds)


@pytest.mark.usefixtures("register")
def test_a_cell_between_two_counts_what_a_list_between_them_finds() -> None:
    for asked in map(question, QUESTIONS):
        matrix = by_party(asked, most=200)
        pairs = [pair for pair in combinations(sorted({*matrix.rows, *matrix.columns} & LOOKED_AT), 2) if {*pair} & {*matrix.rows}]

        assert len(matrix.cells) > 1
        hold((replace(asked, parties=(), between=pair), matrix.cells.get(pair) or matrix.cells.get(pair[::-1])) for pair in pairs)


@pytest.mark.usefixtures("register")
def test_who_takes_no_part_as_a_party_is_in_no_row() -> None:
    assert "CHE" not in by_provision(question(""), most=200).rows
    assert "GUM" in by_provision(question(""), most=200).rows


def test_the_matrix_of_an_organisation_has_its_members_of_the_day_also_those_without_agreements(publish: Publish) -> None:
    publish(parties=["GBR", "JPN"])

    then, now = (by_provision(question(f"organisation=ORG-NATO&as_of={day}"), most=200).rows for day in ("1952-01-01", "2020-01-01"))
    assert (then[0], "JPN" in then, "ISL" in then, "DEU" in then, "DEU" in now) == ("GBR", False, True, False, True)


def test_a_party_that_has_withdrawn_is_ended_while_the_others_are_bound(publish: Publish) -> None:
    left = event("w", "withdrawal_effective", "1960-01-01", party="FRA")
    publish(parties=["FRA", "GBR", "USA"], in_force="1952-01-01", events=[left], provisions=[{"id": "p1", "kind": "logistics"}])

    cells = by_provision(question("as_of=1970-01-01"), most=20).cells
    assert (cells["FRA", "logistics"].standing, cells["GBR", "logistics"].standing) == ("ended", "in_force")
    assert by_party(question("as_of=1970-01-01"), most=20).cells["GBR", "USA"].standing == "in_force"
    assert by_party(question("as_of=1970-01-01"), most=20).cells["FRA", "USA"].standing == ""


def test_what_is_not_coded_is_counted_apart(publish: Publish) -> None:
    publish(provisions=[{"id": "p1", "kind": "logistics"}])
    publish(provisions=[{"id": "p1", "kind": "nuclear", "state": "not_disclosed"}])

    matrix = by_provision(question(""), most=20)
    assert (matrix.agreements, matrix.coded, matrix.columns) == (2, 1, ("logistics",))


@pytest.mark.parametrize(("measure", "wanted"), [(IN_FORCE, "in_force"), (SIGNED, "signed"), (ALL, "")])
@pytest.mark.usefixtures("register")
def test_a_measure_of_a_party_counts_what_its_list_finds(measure: str, wanted: str) -> None:
    for query in ("", "as_of=1960-06-01", "provision=logistics&inferred=no", "organisation=ORG-NATO&as_of=1958-01-01"):
        asked = question(query)
        values = measured(asked, measure).values
        assert {*CODES} <= {*values}
        lists = [standing(replace(asked, parties=(code,)), wanted) for code in values]
        assert counts(lists) == list(values.values())

        values = measured(replace(asked, parties=("JPN",)), measure).values
        lists = [standing(replace(asked, parties=(), between=("JPN", code)), wanted) for code in values]
        assert counts(lists) == list(values.values())


@pytest.mark.usefixtures("register")
def test_partners_are_those_with_whom_a_list_finds_something_in_force() -> None:
    asked = question("as_of=1960-06-01")
    values = measured(asked, PARTNERS).values

    for code in CODES:
        in_force = {
            other: count
            for other in CODES
            if other != code and (count := ask(replace(asked, between=(code, other), standings=(Standing.IN_FORCE,))).count())
        }
        found = network(asked, code, most=2)
        assert (found.partners, values[code]) == (in_force, len(in_force))
        assert list(found.partners.values()) == sorted(in_force.values(), reverse=True)
        assert {code for two in found.among for code in two} <= set(list(found.partners)[:2])


@pytest.mark.usefixtures("register")
def test_a_gap_is_where_no_list_finds_it_in_force() -> None:
    asked = question("as_of=1960-06-01&provision=logistics")
    group = group_of(replace(asked, organisations=("ORG-NATO",)), "")
    assert group and "FRA" in group and "JPN" not in group

    found = partners(asked, "JPN", group)
    for code in group:
        listed = replace(asked, between=("JPN", code))
        in_force = ask(standing(listed, "in_force")).count()
        assert found.has.get(code, 0) == in_force
        gap = next((gap for gap in found.lacks if gap.code == code), None)
        assert (gap is None) == bool(in_force)
        if gap and gap.known:
            hold([(listed, gap.known)])
        elif gap:
            assert ask(listed).count() == 0


@pytest.mark.usefixtures("register")
def test_the_partners_of_another_are_a_group() -> None:
    asked = question("as_of=1960-06-01")

    assert group_of(asked, "GBR") == tuple(sorted(network(asked, "GBR", most=9).partners))
    assert group_of(asked, "") is None


@pytest.mark.usefixtures("register")
def test_what_one_has_and_another_has_not_is_told_by_kind() -> None:
    asked = question("as_of=1960-06-01")

    for one, two in (("USA", "PHL"), ("PHL", "USA"), ("FRA", "GBR")):
        for line in differences(asked, "JPN", one, two):
            listed = replace(asked, provisions=(line.kind,))
            assert ask(standing(replace(listed, between=("JPN", one)), "in_force")).count() == line.has > 0
            hold([(replace(listed, between=("JPN", two)), line.other)])


def test_no_answer_costs_more_queries_when_the_register_grows(publish: Publish) -> None:
    asked = question("as_of=1960-06-01&organisation=ORG-NATO")
    costs = []
    for more in (3, 27):
        for number in range(more):
            publish(parties=CODES[number % 3 :], in_force="1952-01-01", provisions=[{"id": "p1", "kind": "logistics"}])
        cost = []
        for answer in (
            lambda: by_provision(asked, most=20),
            lambda: by_party(asked, most=20),
            lambda: measured(asked, PARTNERS),
            lambda: network(asked, "GBR", most=20),
            lambda: partners(asked, "GBR", None),
            lambda: differences(asked, "GBR", "FRA", "DEU"),
        ):
            with CaptureQueriesContext(connection) as said:
                answer()
            cost.append(len(said))
        costs.append(cost)
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 7
