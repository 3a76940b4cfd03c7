from typing import Any

from tests.factories import event, pact
from tests.lives import on
from treaty.document.document import Document
from treaty.law.applying import applications, survival, territories
from treaty.law.doubts import contradictions, doubts


def test_a_span_of_application_is_not_the_time_in_force() -> None:
    treaty = pact(
        in_force="2024-11-29", duration={"applications": [{"what": "Payments", "begins": "2026", "ends": "2031"}, {"what": "Rent"}]}
    )
    payments, rent = applications(treaty)

    assert [payments.covers(on(day)) for day in ("2025-06-01", "2026-01-01", "2030-12-31", "2031-01-01")] == [False, True, True, False]
    assert not rent.covers(on("2026-01-01"))
    assert applications(pact()) == ()


def test_what_outlives_the_end_holds_from_the_end_until_a_source_says_otherwise() -> None:
    clause = {"survival": "Information stays protected."}
    over = event("o", "survival_end", "1980-01-01")
    ended = pact(in_force="1952", ended="1960-01-01", duration=clause)
    done = survival(pact(in_force="1952", ended="1960-01-01", duration=clause, events=[over]))
    still = survival(ended)

    assert still is not None
    assert done is not None
    assert still.covers(on("2026-11-21"))
    assert not done.covers(on("1980-01-01"))
    assert done.because.events == ("e3", "o")
    assert survival(pact(in_force="1952", duration=clause)) is None
    assert survival(pact(in_force="1952", ended="1960")) is None


def spans(document: Document) -> list[str]:
    return [f"{span.what} {span.begins and span.begins.shown} {span.ends and span.ends.shown}" for span in territories(document)]


def test_a_territory_is_covered_from_its_extension_until_its_exclusion_or_the_end() -> None:
    parts = [{"party": "GBR"}, {"party": "USA"}, {"party": "BMU", "role": "territory_of_application"}]
    extended = event("x", "territorial_extension", "1962-05-01", party="BMU")
    excluded = event("y", "territorial_exclusion", "1980-05-01", party="BMU")
    again = event("z", "territorial_extension", "1990-01-01", party="BMU")

    assert spans(pact(in_force="1950-08-01", participations=parts)) == ["BMU 1950-08-01 None"]
    assert spans(pact(in_force="1950-08-01", ended="2006-06-18", participations=parts)) == ["BMU 1950-08-01 2006-06-18"]
    assert spans(pact(in_force="1950-08-01", participations=parts, events=[extended, excluded])) == ["BMU 1962-05-01 1980-05-01"]
    assert spans(pact(in_force="1950-08-01", participations=parts, events=[excluded, again])) == ["BMU 1990-01-01 None"]
    assert spans(pact(participations=parts, events=[excluded])) == []


def test_a_territory_that_an_event_names_by_place_is_covered_too() -> None:
    named = event("x", "territorial_extension", "1962-05-01", party="USA", place="Guam")
    twice = event("w", "territorial_extension", "1963-05-01", party="USA", place="Guam")
    nameless = event("y", "territorial_extension", "1962-05-01", party="USA")

    assert spans(pact(in_force="1950", events=[named, twice, nameless])) == ["Guam 1962-05-01 None"]


def test_a_dispute_is_shown_and_decides_nothing() -> None:
    events = [event("d", "status_disputed", "2021", note="After a change of government."), event("u", "desuetude_claimed")]
    treaty = pact(in_force="2015-01-01", events=events)

    assert doubts(treaty, on=on("2022-01-01"), names={}) == (
        "Status disputed in 2021: After a change of government.",
        "Said to have fallen into disuse, date unknown",
    )
    assert doubts(treaty, on=on("2020-01-01"), names={}) == ("Said to have fallen into disuse, date unknown",)


def found(*events: dict[str, Any], **said: Any) -> list[str]:
    return [f"{one.rule.id}: {one.detail}" for one in contradictions(pact(events=events, **said))]


def test_a_declared_entry_into_force_that_its_rule_contradicts_is_a_finding() -> None:
    rule = {"entry_into_force": {"kind": "exchange_of_instruments", "delay_days": 30}}
    exchanged = event("x", "exchange_of_notes", "2025-08-12")

    (said,) = found(exchanged, signed="2024-07-08", in_force="2025-08-12", duration=rule)
    assert said.startswith(
        "entry-into-force-fits-its-rule: Declared in force on 12 August 2025, while its own rule is satisfied on 11 September 2025:"
    )
    assert found(exchanged, signed="2024-07-08", in_force="2025-09-11", duration=rule) == []
    assert found(exchanged, signed="2024-07-08", in_force="2025", duration=rule) == []
    assert found(signed="2024-07-08", in_force="2025", duration=rule) == []


def test_a_declared_effect_that_the_length_of_notice_contradicts_is_a_finding() -> None:
    notice = event("n", "notice_of_denunciation", "1960-05-01", party="JPN")
    early = event("w", "denunciation_effective", "1960-06-01", party="JPN", concerns=["n"])
    right = event("w", "denunciation_effective", "1961-05-01", party="JPN", concerns=["n"])

    assert found(notice, early, in_force="1952") == [
        "effect-of-notice-fits-its-length: Said to have taken effect on 1 June 1960, while its time runs out on 1 May 1961."
    ]
    assert found(notice, right, in_force="1952") == []


def test_a_declared_expiry_that_is_not_the_end_of_a_term_is_a_finding() -> None:
    term = {"term": {"kind": "fixed", "months": 60}}

    assert found(event("x", "expiry", "2014-04-01"), in_force="2011-04-01", duration=term) == [
        "expiry-fits-the-term: Said to have expired on 1 April 2014, while the term ends between 31 March 2016 and 1 April 2016."
    ]
    for day in ("2016-03-31", "2016-04-01", "2016"):
        assert found(event("x", "expiry", day), in_force="2011-04-01", duration=term) == []
    assert found(event("x", "expiry", "2014-04-01"), in_force="2011-04-01") == []
