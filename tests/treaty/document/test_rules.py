"""Every rule is broken on purpose, and says so in its own sentence."""

from datetime import date

import pytest

from tests.factories import event, pact
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.rules import RULES, Circumstances, Level, errors, findings
from treaty.document.rules.rule import Rule


class Book:
    """A small world: the Soviet Union is gone, Ruritania never was."""

    def knows(self, code: str) -> bool:
        return code in ("JPN", "USA", "SUN")

    def name(self, code: str) -> str:
        return {"JPN": "Japan", "USA": "the United States", "SUN": "the Soviet Union"}.get(code, code)

    def existed_on(self, code: str, day: PartialDay) -> bool | None:
        return day.first < date(1991, 12, 26) if code == "SUN" else True


GIVEN = Circumstances(Book(), date(2026, 11, 21))
FAULTS: dict[str, Document] = {
    "two-parties-at-least": pact(parties=["JPN"]),
    "parties-are-coded": pact(parties=[], laterality="multilateral"),
    "no-party-twice-in-a-role": pact(parties=["JPN", "USA", "USA"]),
    "parties-are-known": pact(parties=["JPN", "RUR"]),
    "parties-act-only-where-they-take-part": pact(events=[event("e9", "ratification", "1952", party="SUN")]),
    "parties-existed-on-the-day": pact(parties=["JPN", "SUN"], signed="1995"),
    "bilateral-has-two-parties": pact(parties=["JPN", "SUN", "USA"], laterality="bilateral"),
    "not-in-force-before-signature": pact(events=[{**event("e9", "entry_into_force", "1950"), "evidence": ()}]),
    "in-force-before-signature-is-checked": pact(in_force="1950"),
    "ends-after-it-begins": pact(in_force="1952-04-28", ended="1951-12-31"),
    "what-happened-is-not-in-the-future": pact(signed="2142-08-01"),
    "roles-end-after-they-begin": pact(
        participations=[{"party": "JPN", "begins": "1960", "ends": "1950"}, {"party": "USA"}],
    ),
    "no-event-twice": pact(events=[event("e9", "signature", "1951-09-08")]),
    "identifiers-are-well-formed": pact(identifiers=[{"scheme": "dcad", "value": "one"}]),
    "kind-is-coded": pact(kind=None),
    "no-relation-to-itself": pact(reference="E0001", relations=[{"id": "r1", "kind": "amends", "target": "E0001"}]),
    "superseded-names-its-successor": pact(events=[event("e9", "supersession", "1960-06-23")]),
    "record-rests-on-a-source": pact(signed=None, evidence=()),
    "events-have-evidence": pact(events=[{**event("e9", "ratification", "1952", party="JPN"), "evidence": ()}]),
    "absent-provisions-have-no-terms": pact(
        provisions=[{"id": "p1", "kind": "logistics", "state": "absent", "terms": {"scope": "fuel"}}],
    ),
    "verified-evidence-says-where": pact(evidence=[{"source": "s1", "verified": True}]),
}


def test_a_sound_document_breaks_no_rule() -> None:
    assert findings(pact(in_force="1952-04-28", ended="1960-06-23"), GIVEN) == []


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert set(FAULTS) == {rule.id() for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id())
def test_a_broken_rule_is_found_and_says_its_sentence(rule: Rule) -> None:
    found = [finding for finding in findings(FAULTS[rule.id()], GIVEN) if finding.rule == rule.id()]

    assert found
    assert found[0].sentence == rule.sentence()
    assert found[0].detail.endswith(".")
    assert found[0].level is rule.level


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id())
def test_a_rule_reads_as_one_sentence(rule: Rule) -> None:
    assert rule.sentence()[0].isupper()
    assert rule.sentence().endswith(".")


def test_a_superseded_agreement_that_names_its_successor_is_sound() -> None:
    named = [{"id": "r1", "kind": "supersedes", "inverse": True, "target": "E0002"}]
    document = pact(events=[event("e9", "supersession", "1960-06-23")], relations=named)

    assert findings(document, GIVEN) == []


def test_errors_come_before_warnings_and_alone_refuse() -> None:
    document = pact(parties=["JPN"], kind=None)

    assert [finding.level for finding in findings(document, GIVEN)] == [Level.ERROR, Level.WARNING]
    assert [finding.rule for finding in errors(document, GIVEN)] == ["two-parties-at-least"]


def test_a_multilateral_may_wait_for_its_parties_and_a_bilateral_may_not() -> None:
    assert errors(pact(parties=[], laterality="multilateral"), GIVEN) == []
    assert errors(pact(parties=["JPN"], laterality="multilateral"), GIVEN)
    assert errors(pact(parties=[]), GIVEN)


def test_a_rival_value_breaks_no_rule_of_dates() -> None:
    assert findings(pact(in_force="1952", events=[event("e9", "termination", "1950", weight="rival")]), GIVEN) == []
