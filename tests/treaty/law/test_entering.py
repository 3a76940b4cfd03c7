from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import period, standing
from treaty.document.document import Document
from treaty.law.inference import all_but
from treaty.law.standing import periods
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import Standing


def waiting(rule: dict[str, Any], *events: dict[str, Any], signed: str | None = "1951-09-08", **said: Any) -> Document:
    return pact(signed=signed, duration={"entry_into_force": rule}, events=events, **said)


def begins(document: Document) -> str | None:
    """The first day in force with its rule, as inferred."""
    found = next((one for one in periods(document) if one.standing is Standing.IN_FORCE), None)
    assert found is None or found.because.basis is Basis.INFERRED
    return f"{found.since} {found.because.rule}" if found else None


def test_in_force_on_signature_after_the_delay() -> None:
    assert begins(waiting({"kind": "on_signature"})) == "1951-09-08 in-force-on-signature"
    assert begins(waiting({"kind": "on_signature", "delay_months": 1})) == "1951-10-08 in-force-on-signature"


def test_in_force_on_signature_waits_for_the_last_signature() -> None:
    one, two = event("a", "signature", "1951-09-08", party="JPN"), event("b", "signature", "1951-10-01", party="USA")

    assert begins(waiting({"kind": "on_signature"}, one, two, signed=None)) == "1951-10-01 in-force-on-signature"
    assert begins(waiting({"kind": "on_signature"}, one, signed=None)) is None


def test_in_force_on_a_day_that_it_names_once_signed() -> None:
    assert begins(waiting({"kind": "on_date", "date": "1952-01-01"})) == "1952-01-01 in-force-on-its-date"
    assert begins(waiting({"kind": "on_date", "date": "1952-01-01"}, signed=None)) is None
    assert begins(waiting({"kind": "on_date"})) is None


def test_in_force_so_many_days_after_the_last_notification() -> None:
    rule = {"kind": "last_notification", "delay_days": 30}
    one = event("a", "domestic_completion_notified", "1952-03-03", party="JPN")
    two = event("b", "domestic_completion_notified", "1952-05-05", party="USA")

    assert begins(waiting(rule, one, two)) == "1952-06-04 in-force-on-the-last-notification"
    assert begins(waiting(rule, one)) is None
    assert begins(waiting({**rule, "count": 1}, one)) == "1952-04-02 in-force-on-the-last-notification"
    assert begins(waiting({**rule, "count": 2}, one)) is None
    assert begins(waiting(rule, event("n", "exchange_of_notes", "1952-05-05"))) == "1952-06-04 in-force-on-the-last-notification"


def test_in_force_on_the_nth_deposit() -> None:
    deposits = [event(f"d{n}", "ratification", f"1952-0{n}-01", party=code) for n, code in enumerate(("JPN", "USA", "PHL"), 1)]

    assert begins(waiting({"kind": "nth_deposit", "count": 2, "delay_days": 30}, *deposits)) == "1952-03-02 in-force-on-the-nth-deposit"
    assert begins(waiting({"kind": "nth_deposit", "count": 4}, *deposits)) is None
    assert begins(waiting({"kind": "nth_deposit"}, *deposits)) is None


def test_three_deposits_of_one_party_are_one_consent() -> None:
    thrice = [event(f"d{n}", "ratification", f"1967-10-1{n}", party="USA") for n in range(3)]

    assert begins(waiting({"kind": "nth_deposit", "count": 2}, *thrice)) is None
    both = [*thrice, event("e", "ratification", "1968-01-01", party="JPN")]
    assert begins(waiting({"kind": "nth_deposit", "count": 2}, *both)) == "1968-01-01 in-force-on-the-nth-deposit"


def test_a_share_of_the_signatories_is_counted_on_the_day_of_the_deposit() -> None:
    parties = ["ARG", "BRA", "CHL"]
    deposits = [event(f"d{n}", "ratification", f"1948-0{n}-01", party=code) for n, code in enumerate(("BRA", "CHL"), 1)]
    later = event("s", "signature", "1949-11-10", party="ECU")
    rule = {"kind": "nth_deposit", "share": "2/3"}

    assert begins(waiting(rule, *deposits, later, parties=parties, signed="1947-09-02")) == "1948-02-01 in-force-on-the-nth-deposit"
    assert begins(waiting(rule, deposits[0], parties=parties, signed="1947-09-02")) is None
    assert begins(waiting(rule, *deposits, parties=parties, signed=None)) is None
    signed = [event(f"s{n}", "signature", "1947-09-02", party=code) for n, code in enumerate(parties)]
    assert begins(waiting(rule, *deposits, *signed, parties=parties, signed=None)) == "1948-02-01 in-force-on-the-nth-deposit"


def test_in_force_after_the_exchange_of_instruments() -> None:
    rule = {"kind": "exchange_of_instruments", "delay_days": 30}

    assert begins(waiting(rule, event("x", "exchange_of_notes", "2025-08-12"))) == "2025-09-11 in-force-on-the-exchange"
    each = [event(f"x{n}", "exchange_of_notes", f"2025-08-1{n}", party=code) for n, code in enumerate(("JPN", "USA"))]
    assert begins(waiting(rule, *each)) == "2025-09-10 in-force-on-the-exchange"


def test_dates_known_to_the_year_give_a_range_and_no_false_day() -> None:
    assert begins(waiting({"kind": "on_signature", "delay_days": 30}, signed="1951")) == "1951~ in-force-on-signature"


def test_what_depends_on_another_event_is_not_inferred() -> None:
    assert begins(waiting({"kind": "on_event", "condition": "When the other treaty enters into force."})) is None


def test_a_declared_day_stands_before_the_inferred_one() -> None:
    treaty = pact(in_force="1952-04-28", duration={"entry_into_force": {"kind": "on_signature"}})

    assert period(treaty, "1952-04-28").because.basis is Basis.DECLARED
    assert standing(treaty, "1952-04-27") is Standing.SIGNED


def test_an_undated_entry_into_force_leaves_the_day_to_the_rule() -> None:
    assert begins(waiting({"kind": "on_signature"}, event("f", "entry_into_force"))) == "1951-09-08 in-force-on-signature"


def test_nothing_is_inferred_while_a_source_still_awaits_entry_into_force() -> None:
    assert begins(waiting({"kind": "on_signature"}, event("f", "entry_into_force", occurrence="awaited"))) is None


def test_a_rule_of_entry_into_force_can_be_switched_off() -> None:
    treaty = waiting({"kind": "on_signature"})

    assert standing(treaty, "1960-01-01", inferred=all_but("in-force-on-signature")) is Standing.SIGNED
    assert standing(treaty, "1960-01-01", inferred=False) is Standing.SIGNED
    assert standing(treaty, "1960-01-01", inferred={"in-force-on-signature"}) is Standing.IN_FORCE


@pytest.mark.parametrize("wrong", ["in-force-on-signature", {"no-such-rule"}])
def test_a_rule_that_does_not_exist_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="no rule of inference"):
        periods(pact(), inferred=wrong)
