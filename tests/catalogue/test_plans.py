"""No answer depends on what a planner believes: also with the statistics of empty tables, lists and facets come at once."""

import pytest
from django.db import connection, transaction
from django.http import QueryDict

from catalogue.asking import ask
from catalogue.facets import facets
from catalogue.question import read_question
from parties.models import Party
from tests.catalogue.conftest import Publish
from tests.catalogue.test_facets import TODAY

MANY = 24
QUESTIONS = (
    "",
    "region=150",
    "organisation=ORG-NATO&as_of=1960-01-01",
    "q=treaty&region=150&standing=in_force",
    "party=JPN,GBR&standing=in_force,unknown",
    "between=JPN,USA&standing=in_force,ended",
)


@pytest.fixture
def misled(publish: Publish) -> None:
    """The planner takes the tables for empty ones: it counted them when all that stood there had been taken back."""

    def fill() -> None:
        for number in range(MANY):
            publish(title=f"Treaty {number}", parties=("JPN", "USA", "GBR"), in_force="1952-04-28", kind="acsa")

    mark = transaction.savepoint()
    fill()
    transaction.savepoint_rollback(mark)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    fill()


@pytest.mark.timeout(60, func_only=True)
@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.usefixtures("misled")
def test_lists_and_facets_are_asked_once(query: str) -> None:
    names = dict(Party.objects.order_by().values_list("code", "name"))
    question = read_question(QueryDict(query), today=TODAY, known_parties=lambda: names)

    assert len(ask(question).page().entries) == ask(question).count()
    assert facets(question)["kind"].get("acsa", 0) == ask(question).count()
