from typing import Any

import pytest
from hypothesis import given

from tests.factories import event, pact
from tests.strategies import documents
from treaty.document.document import Document
from treaty.document.likeness import CERTAIN, LIKELY, likeness, profile_of
from treaty.document.titles import most_telling, title_words
from treaty.vocabulary.assertions import Weight

ACSA = "Agreement concerning Reciprocal Provision of Logistic Support, Supplies and Services"


@given(documents(), documents())
def test_it_does_not_matter_which_of_the_two_comes_first(one: Document, other: Document):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other).score <= 1


@given(documents())
def test_a_record_is_wholly_like_itself_and_says_why(document: Document):
    said = likeness(document, document)

    assert said.score == 1
    assert said.is_certain
    assert said.sentences
    assert all(sentence.endswith(".") for sentence in said.sentences)


@given(documents(), documents())
def test_a_number_in_common_never_makes_two_less_alike(one: Document, other: Document):
    number = {"scheme": "unts", "value": "999/99999"}
    both = [document.model_copy(update={"identifiers": (*document.identifiers, _number(number))}) for document in (one, other)]

    assert likeness(*both).score >= likeness(one, other).score


def _number(said: dict[str, str]):
    return pact(identifiers=[said]).identifiers[0]


def test_the_reasons_are_sentences_strongest_first():
    one = pact(title=ACSA, in_force="1952", identifiers=[{"scheme": "unts_registration", "value": "1234"}])
    other = pact(title=f"{ACSA} between them", in_force="1952", identifiers=[{"scheme": "unts_registration", "value": "1234"}])

    said = likeness(one, other)

    assert said.sentences == (
        "Same UNTS registration number 1234.",
        "Signed on the same day, 8 September 1951.",
        "Titles share 6 of 7 words.",
        "Same parties.",
        "In force in the same year, as far as is known.",
    )
    assert said.is_certain


def test_equal_numbers_are_certain_unless_contradicted():
    number = [{"scheme": "dcad", "value": "DCADv1.0-0001"}]
    bare: dict[str, Any] = {"parties": (), "signed": None, "identifiers": number}

    assert likeness(pact(title="Logistics", **bare), pact(title="Support", **bare)).score > LIKELY
    assert likeness(pact(identifiers=number), pact(title="Treaty of Security", identifiers=number)).score > CERTAIN
    contradicted = likeness(pact(identifiers=number), pact(title="Fishing", parties=("FRA", "GBR"), signed="1999", identifiers=number))
    assert contradicted.score < LIKELY
    assert {"No party in common.", "Same DCAD DCADv1.0-0001."} <= set(contradicted.sentences)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        (f"Second {ACSA}", "2010-01-10"),
        (f"Agreement amending the {ACSA}", "2004-02-27"),
        (f"Protocol No. 3 to the {ACSA}", "1996-04-15"),
        (f"{ACSA} (2012)", "2012-05-01"),
        (f"Exchange of Notes renewing the {ACSA}", "2006-04-15"),
        (f"Exchange of Notes extending the {ACSA}", "1996-04-15"),
    ],
)
def test_a_renewal_or_an_amendment_is_not_the_agreement_itself(title: str, day: str):
    assert not likeness(pact(title=ACSA, signed="1996-04-15"), pact(title=title, signed=day)).is_likely


@pytest.mark.parametrize(
    "title",
    ["Status of Forces", "Mutual Co-operation and Security Treaty (1951)", "Treaty of Mutual Cooperation and Security [with Annexes]"],
)
def test_a_title_may_be_written_in_many_ways(title: str):
    other_titles = [{"title": "Agreement on the Status of Forces"}]
    one = pact(title="Treaty of Mutual Cooperation and Security", in_force="1952", other_titles=other_titles)

    assert likeness(one, pact(title=title, in_force="1952")).is_likely


def test_founders_of_a_treaty_are_known_among_its_later_parties():
    few, many = ("BEL", "FRA", "GBR"), ("BEL", "DEU", "FRA", "GBR", "ITA")

    assert likeness(pact(parties=few, title="Pact of Brussels"), pact(parties=many, title="Brussels Pact")).is_likely


def test_records_that_name_each_other_are_two():
    one = pact(reference="E0001", relations=[{"id": "r1", "kind": "supersedes", "target": "E0002"}])

    assert not likeness(one, pact(reference="E0002")).is_likely
    same = pact(reference="E0001", relations=[{"id": "r1", "kind": "same_as", "target": "E0002"}])
    assert likeness(same, pact(reference="E0002")).is_likely


def test_rival_days_count_as_much_as_accepted_ones():
    rival = [event("e9", "signature", "1951-09-10", weight=Weight.RIVAL)]

    assert [str(day) for day in sorted(profile_of(pact(events=rival)).signed)] == ["1951-09-08", "1951-09-10"]
    assert "Signed on the same day, 10 September 1951." in likeness(pact(events=rival), pact(signed="1951-09-10")).sentences


def test_marks_number_a_title_or_say_what_it_does():
    assert title_words("Twelfth Special Measures Agreement").marks == {"12"}
    assert title_words("Exchange of Notes amending Annex II").marks == {"amendment", "annex", "2"}
    assert title_words("Agreement, with Annexes and Protocol of Signature").marks == frozenset()
    assert title_words("The Defense of the Antarctic").words == title_words("the DEFENCE of the Antárctic").words


def test_words_to_look_for_are_those_that_tell():
    assert most_telling([ACSA]) == ("reciprocal", "provision", "logistic", "services", "supplies", "support")
    assert most_telling(["Agreement between the Government of Japan and the United States"]) == ("japan",)
