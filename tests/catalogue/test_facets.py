"""What a facet counts is what the list finds when its value is chosen, for every facet, value and question."""

from datetime import date
from random import Random

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from catalogue.asking import ask
from catalogue.facets import facets
from catalogue.question import Question, read_question
from catalogue.refusing import Refused
from parties.models import Party
from tests.catalogue.conftest import Publish
from tests.factories import event

TODAY = date(2026, 11, 22)
KINDS = ("acsa", "gsomia", "sofa", None)
LEAVE_ALL = "limit=200"
QUESTIONS = (
    "",
    "party=JPN",
    "party=JPN,GBR&standing=in_force",
    "between=JPN,USA&standing=signed",
    "kind=acsa,sofa",
    "provision=logistics",
    "decade=1950,2000",
    "region=150",
    "organisation=ORG-NATO&as_of=1960-01-01",
    "source=data_set,ministry&verified=none,some",
    "q=treaty",
    "character=non_binding",
    "lateral=bilateral&inferred=no",
    "event=signature&event_from=1955-01-01&event_before=1990-01-01",
)


def question(query: str) -> Question:
    names = dict(Party.objects.order_by().values_list("code", "name"))
    return read_question(QueryDict(query), today=TODAY, known_parties=lambda: names)


@pytest.fixture
def register(publish: Publish) -> None:
    chance = Random(11)
    for number in range(24):
        parties = chance.sample(["JPN", "USA", "GBR", "FRA", "PHL", "DEU"], chance.choice((2, 2, 3)))
        year = chance.choice((None, 1951, 1957, 1958, 1999, 2004))
        life = [event("x", "termination", f"{year + 7}-01-01")] if year and chance.random() < 0.4 else []
        provisions = [
            {"id": f"p{n}", "kind": kind} for n, kind in enumerate(chance.sample(["logistics", "mutual_defence"], chance.randint(0, 2)))
        ]
        publish(
            title=f"Treaty {number}",
            parties=parties,
            signed=f"{year}-05-05" if year else None,
            in_force=f"{year + 1}-01-01" if year and chance.random() < 0.7 else None,
            events=life or ([] if year else [event("y", "negotiation_opened")]),
            kind=chance.choice(KINDS),
            character=chance.choice(("binding_treaty", "non_binding", None)),
            laterality="bilateral" if len(parties) == 2 else "plurilateral",
            provisions=provisions,
        )


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.usefixtures("register")
def test_a_facet_counts_what_the_list_then_finds(query: str) -> None:
    tried = 0
    for name, tally in facets(question(query)).items():
        others = "&".join(part for part in query.split("&") if part and part.partition("=")[0] != name)
        for value, number in tally.items():
            assert ask(question(f"{others}&{name}={value}")).count() == number, (name, value)
            tried += number > 0
    assert tried > 1


@pytest.mark.usefixtures("register")
def test_a_value_that_is_not_counted_finds_nothing() -> None:
    tallies = facets(question("party=JPN"))

    for name, values in (
        ("kind", ("acsa", "gsomia", "sofa", "vfa")),
        ("decade", ("1950", "1960", "1990", "2000")),
        ("region", ("142", "002")),
    ):
        for value in values:
            assert ask(question(f"party=JPN&{name}={value}")).count() == tallies[name].get(value, 0), (name, value)


@pytest.mark.usefixtures("register")
def test_all_facets_cost_three_queries_and_one_for_each_that_is_set() -> None:
    asked = question("party=JPN&kind=acsa&standing=in_force")
    with CaptureQueriesContext(
        connection,
    ) as said:
        facets(asked)

    assert len(said) == 3 + 3


@pytest.mark.parametrize(
    ("query", "parameter", "suggestion"),
    [
        ("organisation=NATOO", "organisation", "ORG-NATO"),
        ("organisation=JPN", "organisation", ""),
        ("region=Asia", "region", ""),
        ("decade=1955", "decade", ""),
        ("verified=yes", "verified", ""),
        ("source=gazette", "source", "official_gazette"),
        ("event_from=2000-01-01&event_before=1999-01-01", "event_before", ""),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(loaded: None, query: str, parameter: str, suggestion: str) -> None:

    with pytest.raises(Refused) as refusal:
        question(query)

    (fault,) = refusal.value.faults
    assert (fault.parameter, fault.suggestion) == (parameter, suggestion)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "query", ["standing=in_force,ended&as_of=1970-01-01", "party=JPN&standing=in_force", "between=JPN,USA&standing=ended,unknown"]
)
def test_a_party_is_counted_by_its_own_standing(query: str) -> None:
    """The standing of a list of one party is that party's, whatever standing the agreement has for others."""
    tallies = facets(question(query))["party"]
    others = "&".join(part for part in query.split("&") if not part.startswith("party="))

    for code in ("JPN", "USA", "GBR", "FRA", "PHL", "DEU"):
        assert ask(question(f"{others}&party={code}")).count() == tallies.get(code, 0), code
