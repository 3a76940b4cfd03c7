from datetime import date

import pytest

from tests.factories import event, pact
from treaty.document.document import Document
from treaty.law.explaining import explain
from treaty.law.standing import periods, standing_on
from treaty.law.transitions import TRANSITIONS
from treaty.vocabulary.standing import Standing


def standing(document: Document, day: str) -> Standing | None:
    period = standing_on(date.fromisoformat(day), periods(document))
    return period.standing if period else None


def test_an_agreement_is_in_force_until_the_day_before_it_ends() -> None:
    treaty = pact(signed="1951-09-08", in_force="1952-04-28", ended="1960-06-23")

    assert standing(treaty, "1951-09-07") is None
    assert standing(treaty, "1951-09-08") is Standing.SIGNED
    assert standing(treaty, "1952-04-27") is Standing.SIGNED
    assert standing(treaty, "1952-04-28") is Standing.IN_FORCE
    assert standing(treaty, "1960-06-22") is Standing.IN_FORCE
    assert standing(treaty, "1960-06-23") is Standing.ENDED
    assert standing(treaty, "2026-11-21") is Standing.ENDED


def test_each_period_says_because_of_which_event_and_article() -> None:
    signed, in_force = periods(pact(in_force="1952-04-28"))

    assert (signed.because.rule, signed.because.events, signed.because.articles) == ("signature", ("e1",), ("VCLT art. 10", "VCLT art. 18"))
    assert (in_force.because.rule, in_force.because.events, in_force.because.articles) == ("entry-into-force", ("e2",), ("VCLT art. 24",))


def test_a_superseded_agreement_ends_under_article_59() -> None:
    last = periods(pact(in_force="1952", events=[event("e9", "supersession", "1960-06-23")]))[-1]

    assert last.standing is Standing.ENDED
    assert last.because.articles == ("VCLT art. 59",)


def test_a_signature_after_entry_into_force_changes_nothing() -> None:
    treaty = pact(signed="1952-01-01", in_force="1951-01-01")

    assert [period.standing for period in periods(treaty)] == [Standing.IN_FORCE]


def test_signature_and_entry_into_force_on_one_day_leave_no_empty_period() -> None:
    (period,) = periods(pact(signed="1980-03-29", in_force="1980-03-29"))

    assert period.standing is Standing.IN_FORCE


def test_provisional_application_stands_until_entry_into_force_or_its_own_end() -> None:
    applied = event("e8", "provisional_application_start", "1952-01-01")

    assert standing(pact(in_force="1953-01-01", events=[applied]), "1952-06-01") is Standing.PROVISIONAL
    ended = pact(events=[applied, event("e9", "provisional_application_end", "1952-03-01")])
    assert standing(ended, "1952-06-01") is Standing.SIGNED


def test_a_suspended_agreement_resumes() -> None:
    treaty = pact(in_force="1952", events=[event("e8", "suspension", "1960-01-01"), event("e9", "resumption", "1961-01-01")])

    assert standing(treaty, "1960-06-01") is Standing.SUSPENDED
    assert standing(treaty, "1961-01-01") is Standing.IN_FORCE


def test_what_concerns_one_party_does_not_move_the_whole() -> None:
    treaty = pact(in_force="1952", events=[event("e9", "suspension", "1960-01-01", party="JPN")])

    assert standing(treaty, "1960-06-01") is Standing.IN_FORCE


def test_an_end_takes_effect_on_its_effective_day() -> None:
    treaty = pact(in_force="1952", events=[event("e9", "termination", "1979-01-01", effective_date="1980-01-01")])

    assert standing(treaty, "1979-12-31") is Standing.IN_FORCE
    assert standing(treaty, "1980-01-01") is Standing.ENDED


def test_rival_and_awaited_events_move_nothing() -> None:
    treaty = pact(
        events=[event("e8", "entry_into_force", "1952", weight="rival"), event("e9", "entry_into_force", "1953", occurrence="awaited")],
    )

    assert standing(treaty, "2000-01-01") is Standing.SIGNED


def test_a_year_counts_from_its_first_possible_day() -> None:
    assert standing(pact(signed="1950", in_force="1952"), "1952-01-01") is Standing.IN_FORCE


def test_a_year_never_counts_before_an_earlier_step_of_the_same_year() -> None:
    treaty = pact(signed="1951-09-08", in_force="1951", ended="1951")

    assert standing(treaty, "1951-09-07") is None
    assert standing(treaty, "1951-09-08") is Standing.ENDED


def test_talks_and_lapse_are_standings_too() -> None:
    talks = pact(signed=None, events=[event("e1", "negotiation_opened", "2025"), event("e2", "lapse", "2026-02-01")])

    assert standing(talks, "2025-06-01") is Standing.NEGOTIATING
    assert standing(talks, "2026-02-01") is Standing.LAPSED


def test_an_agreement_without_dated_events_has_no_standing() -> None:
    undated = pact(signed=None, events=[event("e1", "negotiation_opened")])

    assert periods(undated) == ()
    assert explain(None, undated, {}) == "Standing not known: no event of its life has a known date."
    assert explain(None, pact(), {}) == "Standing not known: no dated event had happened by then."


def test_a_period_explains_itself_with_its_source() -> None:
    treaty = pact(in_force="1952-04-28", ended="1960-06-23")

    said = explain(periods(treaty)[1], treaty, {})

    assert said == (
        "In force from 28 April 1952 until 23 June 1960: entered into force on 28 April 1952, "
        "as “A list of treaties” (not verified) says (VCLT art. 24)."
    )


def test_an_explanation_admits_that_no_source_is_cited_and_that_a_rule_inferred() -> None:
    treaty = pact(
        signed=None,
        events=[{"id": "e1", "kind": "expiry", "date": "1980", "effective_date": "1981", "basis": "inferred", "rule": "fixed-term"}],
    )

    assert explain(periods(treaty)[0], treaty, {}) == (
        "Ended in 1981: expired in 1980, with effect in 1981, inferred by the rule “fixed-term”, for which no source is cited "
        "(VCLT art. 54; VCLT art. 70)."
    )


def test_a_signed_agreement_admits_that_no_entry_into_force_is_recorded() -> None:
    signed, in_force = pact(), pact(in_force="1952-04-28")

    assert explain(periods(signed)[0], signed, {}).endswith("(VCLT art. 10; VCLT art. 18). No entry into force is recorded.")
    assert "No entry into force" not in explain(periods(in_force)[0], in_force, {})


def test_several_sources_are_all_named() -> None:
    sources = [{"id": "s1", "kind": "data_set", "title": "A"}, {"id": "s2", "kind": "press", "title": "B"}]
    signature = event("e1", "signature", "1951", evidence=[{"source": "s1", "verified": True}, {"source": "s2"}])
    treaty = pact(signed=None, sources=sources, events=[signature])

    assert "as “A” (verified) and “B” (not verified) say" in explain(periods(treaty)[0], treaty, {})


@pytest.mark.parametrize("rule", TRANSITIONS, ids=lambda rule: rule.id)
def test_every_transition_names_its_sentence_and_its_treaty_law(rule) -> None:
    assert rule.sentence.endswith(".")
    assert all(article.startswith("VCLT art. ") for article in rule.articles)
