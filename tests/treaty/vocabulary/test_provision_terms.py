"""Each kind of provision has typed attributes."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS

SAMPLES: dict[ProvisionKind, dict[str, Any]] = {
    ProvisionKind.PERSONNEL_EXCHANGE: {
        "scope": "Exchange of officers between the two air forces.",
        "categories": ["exchange", "liaison"],
        "one_for_one": True,
        "cap": 12,
        "tour_months": 24,
        "pay_paid_by": "sending",
        "temporary_duty_paid_by": "host",
        "status": "sofa_equivalent",
    },
    ProvisionKind.EQUIPMENT: {
        "items": [
            {"name": "SM-2 Block IIICU", "category": "missiles"},
            {"name": "SM-6 Block IU", "category": "missiles", "quantity": 10, "value": {"amount": "12.50", "currency": "USD"}},
        ],
        "channels": ["fms"],
        "total_value": {"amount": "344000000", "currency": "USD"},
        "first_users": ["USA", "AUS"],
        "end_use_monitoring": True,
        "offset_percent": "33.3",
    },
    ProvisionKind.INFORMATION_SHARING: {
        "information_types": ["classified_military"],
        "highest_level": "secret",
        "equivalences": [
            {"level": "secret", "party": "JPN", "marking": "Gokuhi"},
            {"level": "secret", "party": "KOR", "marking": "Kunsa II-kup bimil"},
        ],
        "third_party_release": "originator_consent",
        "disposal": "destruction_or_return",
        "survives_termination": True,
    },
    ProvisionKind.LOGISTICS: {
        "categories": ["food", "fuel", "ammunition", "other"],
        "occasions": ["exercises", "disaster_relief"],
        "exclusions": ["weapon_systems"],
        "payment": ["cash_reimbursement", "replacement_in_kind"],
        "settlement_days": 60,
        "tax_free": True,
        "tax_free_categories": ["ammunition", "fuel"],
    },
    ProvisionKind.COST_SHARING: {
        "payer": "KOR",
        "payee": "USA",
        "amount": {"amount": "1519200000000", "currency": "KRW"},
        "yearly_amounts": [{"year": 2026, "amount": {"amount": "1519200000000", "currency": "KRW"}}],
        "first_year": 2026,
        "last_year": 2030,
        "categories": ["labour", "logistics", "construction"],
        "escalator": "consumer_prices",
        "cap_percent": "5",
    },
}


def test_every_kind_of_provision_has_its_own_attributes():
    assert set(TERMS) == set(ProvisionKind)
    assert len(set(TERMS.values())) == len(TERMS)


@pytest.mark.parametrize("kind", ProvisionKind)
def test_attributes_may_all_be_left_uncoded(kind: ProvisionKind):
    assert TERMS[kind]().model_dump(exclude_none=True) == {}


@pytest.mark.parametrize("kind", ProvisionKind)
def test_an_attribute_that_the_kind_does_not_have_is_refused(kind: ProvisionKind):
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        TERMS[kind].model_validate({"colour": "blue"})


@pytest.mark.parametrize("kind", ProvisionKind)
def test_every_attribute_has_a_label_and_a_sentence(kind: ProvisionKind):
    schema = TERMS[kind].model_json_schema()
    Draft202012Validator.check_schema(schema)

    for name, attribute in schema["properties"].items():
        assert attribute["title"][0].isupper(), name
        assert attribute["description"].endswith("."), name


@pytest.mark.parametrize("kind", SAMPLES)
def test_terms_come_back_from_json_as_they_went(kind: ProvisionKind):
    terms = TERMS[kind].model_validate(SAMPLES[kind])

    assert json.loads(terms.model_dump_json(exclude_none=True)) == SAMPLES[kind]
    assert TERMS[kind].model_validate_json(terms.model_dump_json()) == terms
    assert TERMS[kind].model_validate(terms.model_dump()) == terms


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_published_schema_accepts_the_terms(kind: ProvisionKind):
    Draft202012Validator(TERMS[kind].model_json_schema()).validate(SAMPLES[kind])


@pytest.mark.parametrize("kind", SAMPLES)
def test_terms_cannot_be_changed_in_place(kind: ProvisionKind):
    with pytest.raises(ValidationError, match="frozen"):
        TERMS[kind]().scope = "Something else."  # type: ignore[misc]


def test_nobody_can_code_the_same_category_twice():
    with pytest.raises(ValidationError, match="Name each one only once"):
        TERMS[ProvisionKind.LOGISTICS].model_validate({"categories": ["fuel", "fuel"]})


def test_nothing_coded_is_none_and_not_an_empty_list():
    with pytest.raises(ValidationError, match="at least 1 item"):
        TERMS[ProvisionKind.LOGISTICS].model_validate({"categories": []})


def test_payments_do_not_end_before_they_begin():
    with pytest.raises(ValidationError, match="The last year comes before the first year"):
        TERMS[ProvisionKind.COST_SHARING].model_validate({"first_year": 2026, "last_year": 2025})


@pytest.mark.parametrize("text", ["", "   ", "two\nlines", "nul\x00", "x" * 301])
def test_a_line_is_one_printable_line(text: str):
    with pytest.raises(ValidationError):
        TERMS[ProvisionKind.OTHER].model_validate({"heading": text})


@pytest.mark.parametrize("text", ["", "nul\x00", "bell\x07", "lone \ud800", "x" * 4001])
def test_prose_is_printable_and_not_endless(text: str):
    with pytest.raises(ValidationError):
        TERMS[ProvisionKind.OTHER].model_validate({"scope": text})


def test_prose_may_have_several_lines():
    assert TERMS[ProvisionKind.OTHER].model_validate({"scope": "One.\n\tTwo."}).scope == "One.\n\tTwo."
