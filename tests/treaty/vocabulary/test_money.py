"""Sums of money."""

import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from treaty.vocabulary.money import Money


def test_a_sum_is_written_out_as_a_string_in_json():
    assert json.loads(Money(amount=Decimal("1.1833E+12"), currency="KRW").model_dump_json()) == {
        "amount": "1183300000000",
        "currency": "KRW",
    }


def test_a_sum_survives_the_round_trip_to_the_last_digit():
    sum_ = Money(amount=Decimal("1038900000000.10"), currency="KRW")

    assert Money.model_validate_json(sum_.model_dump_json()) == sum_


@pytest.mark.parametrize("amount", ["-1", "NaN", "Infinity", "a lot", "0.00001", "9" * 25])
def test_what_is_not_a_sum_is_refused(amount: str):
    with pytest.raises(ValidationError):
        Money.model_validate({"amount": amount, "currency": "USD"})


@pytest.mark.parametrize("currency", ["usd", "US", "USDX", "$", "USD\n", ""])
def test_a_currency_is_three_capitals(currency: str):
    with pytest.raises(ValidationError):
        Money.model_validate({"amount": "1", "currency": currency})
