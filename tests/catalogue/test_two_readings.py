"""The catalogue's SQL and the law's Python say the same of every agreement, party, pair and day that is tried."""

from datetime import date, timedelta
from random import Random

import pytest

from catalogue.models import Binding, Entry, Period, Tie
from catalogue.shelving import shelve
from records.operations import append_revision, mint_record
from tests.factories import NOON, event, pact
from tests.strategies import PARTIES, Grower
from treaty.document.canonical import canonical_json, read_document
from treaty.document.document import Document
from treaty.document.duration import Duration
from treaty.law.bindings import bindings
from treaty.law.pairs import pairs
from treaty.law.standing import periods, standing_on
from treaty.vocabulary.events import EventKind

DAYS = 24
DOCUMENTS = 24


def days_of(document: Document, chance: Random) -> list[date]:
    """Days at and beside every turn of its life, and some by chance."""
    turns = [edge for period in periods(document) for edge in (period.begins, period.ends) if edge]
    turns += [binding.begins for life in bindings(document).values() for binding in life]
    near = [day + timedelta(days=step) for day in turns for step in (-1, 0, 1) if date.min < day < date(9998, 1, 1)]
    far = [date(chance.randint(1000, 2100), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(10)]
    return chance.sample(near, min(len(near), DAYS - 10)) + far


def a_life(chance: Random) -> Document:
    """Five parties, and up to nine events of any kind, of the whole or of one party, sure or rival, in any order."""
    kinds = list(EventKind)
    grower = Grower(chance)
    events = []
    for number in range(chance.randint(2, 9)):
        party = chance.choice((None, None, *PARTIES))
        doubt = chance.choice(("accepted", "accepted", "rival"))
        day = f"{chance.randint(1940, 2030)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"[: chance.choice((10, 10, 7, 4))]
        events.append(event(f"x{number}", chance.choice(kinds), day, party=party, weight=doubt))
    duration = grower.fields(Duration, without={"evidence"}) if chance.random() < 0.5 else None
    return pact(parties=PARTIES, signed="1945-05-09", in_force=chance.choice(("1946-01-01", None)), events=events, duration=duration)


@pytest.fixture
def lives(loaded: None) -> None:
    """Generated lives, published; what the rule book says of them does not matter here."""
    for seed in range(DOCUMENTS):
        document = a_life(Random(seed))
        shelve(append_revision(mint_record(), document=canonical_json(document), by=None, at=NOON))


@pytest.mark.usefixtures("lives")
def test_the_catalogue_and_the_law_agree_on_every_agreement_party_pair_and_day() -> None:
    chance, tried = Random(7), 0
    for entry in Entry.objects.select_related("revision"):
        document = read_document(entry.revision.document)
        for inferring in (True, False):
            life, ties = periods(document, inferred=inferring), bindings(document, inferred=inferring)
            between = pairs(document, inferred=inferring)
            for day in days_of(document, chance):
                said = Period.objects.filter(entry=entry).covering(day).reading(inferring=inferring)
                bound = Binding.objects.filter(entry=entry).covering(day).reading(inferring=inferring)
                expected, held = standing_on(day, life), dict(bound.values_list("party__code", "standing"))
                assert [period.standing for period in said] == ([expected.standing] if expected else []), (entry.reference, day)
                for code in {*ties, *PARTIES}:
                    binding = standing_on(day, ties.get(code, ()))
                    assert held.get(code) == (binding.standing if binding else None), (entry.reference, code, day)
                    tried += 1
                kept = Tie.objects.filter(entry=entry).covering(day).reading(inferring=inferring)
                held_between = {(one, two): standing for one, two, standing in kept.values_list("one__code", "two__code", "standing")}
                concluded = {two: standing_on(day, tie) for two, tie in between.items()}
                assert held_between == {two: tie.standing for two, tie in concluded.items() if tie and tie.standing != "not_bound"}
                tried += len(concluded)
    assert tried >= 10_000
