"""Provisions from the loose codes of the starting list and of the press reports."""

from collections.abc import Iterable, Mapping
from typing import Any

from treaty.document.evidence import Evidence
from treaty.document.provision import OF_KIND, AnyProvision
from treaty.vocabulary.provisions.kinds import ProvisionKind as Kind

Code = tuple[Kind, dict[str, Any]]

CODES: Mapping[str, Code] = {
    "access_basing": (Kind.ACCESS_BASING, {}),
    "classified_info_protection": (Kind.INFORMATION_SHARING, {}),
    "co_production": (Kind.DEFENCE_INDUSTRY, {}),
    "command_control": (Kind.COMMAND, {}),
    "consultation": (Kind.CONSULTATION, {}),
    "cost_sharing": (Kind.COST_SHARING, {}),
    "cyber": (Kind.CYBER, {}),
    "defence_industry": (Kind.DEFENCE_INDUSTRY, {}),
    "dispute_settlement": (Kind.DISPUTE_SETTLEMENT, {}),
    "equipment": (Kind.EQUIPMENT, {}),
    "equipment_transfer": (Kind.EQUIPMENT, {}),
    "export_control": (Kind.DEFENCE_INDUSTRY, {"activities": ("export_control",)}),
    "hadr": (Kind.RELIEF_PEACEKEEPING, {"activities": ("disaster_response",)}),
    "hadr_peacekeeping": (Kind.RELIEF_PEACEKEEPING, {}),
    "information_sharing": (Kind.INFORMATION_SHARING, {}),
    "infrastructure": (Kind.INFRASTRUCTURE, {}),
    "institution": (Kind.INSTITUTION, {}),
    "investment": (Kind.TRADE_INVESTMENT, {"activities": ("investment",)}),
    "joint_exercises": (Kind.TRAINING_EXERCISES, {}),
    "jurisdiction": (Kind.STATUS_OF_FORCES, {}),
    "labour": (Kind.COST_SHARING, {"categories": ("labour",)}),
    "logistics": (Kind.LOGISTICS, {}),
    "military_aid": (Kind.MILITARY_AID, {}),
    "missile_defence": (Kind.MISSILE_DEFENCE, {}),
    "mutual_defence": (Kind.MUTUAL_DEFENCE, {}),
    "neutrality": (Kind.NON_AGGRESSION_NEUTRALITY, {"restraints": ("neutrality",)}),
    "non_aggression": (Kind.NON_AGGRESSION_NEUTRALITY, {"restraints": ("non_aggression",)}),
    "nuclear_cooperation": (Kind.NUCLEAR, {}),
    "peacekeeping": (Kind.RELIEF_PEACEKEEPING, {"activities": ("peacekeeping",)}),
    "personnel_exchange": (Kind.PERSONNEL_EXCHANGE, {}),
    "prepositioning": (Kind.ACCESS_BASING, {"prepositioning": True}),
    "privileges_immunities": (Kind.STATUS_OF_FORCES, {"immunities": True}),
    "r_and_d": (Kind.RESEARCH_TECHNOLOGY, {}),
    "research_technology": (Kind.RESEARCH_TECHNOLOGY, {}),
    "security_guarantee": (Kind.OTHER, {"heading": "Security guarantee"}),
    "security_of_supply": (Kind.DEFENCE_INDUSTRY, {"activities": ("security_of_supply",)}),
    "status_of_forces": (Kind.STATUS_OF_FORCES, {}),
    "tax_customs": (Kind.STATUS_OF_FORCES, {}),
    "trade": (Kind.TRADE_INVESTMENT, {"activities": ("trade",)}),
    "training_education": (Kind.TRAINING_EXERCISES, {}),
    "withdrawal_timetable": (Kind.STATUS_OF_FORCES, {}),
}
"""Every loose code, the kind of provision it belongs to, and what it says of the terms by itself.

`security_guarantee` stands apart from mutual defence: an assurance short of a promise to fight.
"""

# What the starting list's key terms state of the money, to the letter.
WON = "KRW"
COSTS: Mapping[str, dict[str, Any]] = {
    "us-kor-sma-10": {
        "amount": {"amount": "1038900000000", "currency": WON},
        "yearly_amounts": ({"year": 2019, "amount": {"amount": "1038900000000", "currency": WON}},),
        "first_year": 2019,
        "last_year": 2019,
    },
    "us-kor-sma-11": {
        "amount": {"amount": "1183300000000", "currency": WON},
        "yearly_amounts": ({"year": 2021, "amount": {"amount": "1183300000000", "currency": WON}},),
        "first_year": 2021,
        "last_year": 2025,
        "escalator": "defence_budget",
    },
    "us-kor-sma-12": {
        "amount": {"amount": "1519200000000", "currency": WON},
        "yearly_amounts": ({"year": 2026, "amount": {"amount": "1519200000000", "currency": WON}},),
        "first_year": 2026,
        "last_year": 2030,
        "escalator": "consumer_prices",
        "cap_percent": "5",
    },
    "us-jpn-sma-2011": {"amount": {"amount": "188100000000", "currency": "JPY"}, "escalator": "none"},
    "us-jpn-sma-2022": {"first_year": 2022, "last_year": 2026},
}


def coded(codes: Iterable[str], evidence: Evidence, *, costs_of: str = "") -> list[AnyProvision]:
    """One provision for each kind that the codes name, in their order; the codes stay in its note.

    Raises KeyError for a code that the table does not know.
    """
    found: dict[Kind, tuple[list[str], dict[str, Any]]] = {}
    for code in codes:
        kind, says = CODES[code]
        names, terms = found.setdefault(kind, ([], {}))
        names.append(code)
        for attribute, value in says.items():
            terms[attribute] = (*terms.get(attribute, ()), *value) if isinstance(value, tuple) else value
    if costs_of in COSTS:
        found[Kind.COST_SHARING][1].update(COSTS[costs_of])
    return [
        provision(kind, terms, evidence, f"Coded in the starting list as: {', '.join(names)}.") for kind, (names, terms) in found.items()
    ]


def provision(kind: Kind, terms: Mapping[str, Any], evidence: Evidence, note: str, **said: Any) -> AnyProvision:
    """A provision of a kind; its number is given when the record is finished."""
    return OF_KIND[kind].model_validate({"id": "p", "kind": kind, "terms": dict(terms), "note": note, "evidence": (evidence,), **said})
