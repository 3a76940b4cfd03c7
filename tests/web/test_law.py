"""The page of the law, and the glossary."""

import pytest
from django.test import Client

from tests.web.reading import text
from tests.web.strict import parsed
from treaty.law.book import RULES
from treaty.law.effects import EFFECTS
from treaty.vocabulary.families import FAMILIES
from web.showing.law import rule_address
from web.showing.links import term_anchor


def test_every_rule_stands_under_its_anchor_with_sentence_source_and_example(reader: Client, db: None) -> None:
    answer = reader.get("/law/")
    page, words = parsed(answer), text(answer)
    anchors = {element.get("id") for element in page.iter("article")}

    assert anchors == {f"rule-{name}" for name in RULES}
    for rule in RULES.values():
        for said in (rule.sentence, rule.example, "; ".join(rule.articles)):
            assert " ".join(said.split()) in words


def test_every_kind_of_event_has_its_effect_there(reader: Client, db: None) -> None:
    words = text(reader.get("/law/"))

    assert all(" ".join(effect.split()) in words for effect in EFFECTS.values())


def test_the_data_have_every_rule(reader: Client, db: None) -> None:
    said = reader.get("/law.json").json()

    assert {one["id"]: one["sentence"] for one in said["rules"]} == {rule.id: rule.sentence for rule in RULES.values()}
    assert len(said["effects"]) == len(EFFECTS)


def test_a_rule_has_an_address_and_what_is_none_has_not(db: None) -> None:
    assert rule_address("notice-runs-out", {}) == "/law/#rule-notice-runs-out"
    assert rule_address("notice-runs-out", {"as_of": "1955-01-01", "revision": "2"}) == "/law/?as_of=1955-01-01#rule-notice-runs-out"
    assert rule_address("a-rule-that-nobody-wrote", {}) == ""


@pytest.mark.parametrize("address", ["/law/?q=x", "/law.json?as_of=2020-01-01", "/glossary.json?as_of=2020-01-01", "/glossary.json?qq=x"])
def test_what_they_do_not_take_is_refused(reader: Client, db: None, address: str) -> None:
    assert reader.get(address).status_code == 400


def test_every_word_has_its_anchor_in_the_glossary(reader: Client, db: None) -> None:
    ids = {element.get("id") for element in parsed(reader.get("/glossary/")).iter("div")}

    assert {term_anchor(term) for _, family in FAMILIES for term in family} <= ids


def test_the_glossary_is_searched_by_label_value_and_meaning(reader: Client, db: None) -> None:
    page, said = text(reader.get("/glossary/?q=tacit+renewal")), reader.get("/glossary.json?q=tacit_renewal").json()

    assert "A new term begins on it unless a party gives notice in time." in page
    assert "words with “tacit renewal”" in page
    assert "tacit_renewal" in [word["value"] for family in said["families"] for word in family["words"]]
    assert "ended" not in [word["value"] for family in said["families"] for word in family["words"]]
    assert "No word of the register reads so" in text(reader.get("/glossary/?q=xylophone"))
    parsed(reader.get("/glossary/?q=notice"))
