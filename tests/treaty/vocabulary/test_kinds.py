"""The starting register's loose codes find their words."""

from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind

CODES = [
    "access_basing",
    "acsa",
    "armaments_organisation",
    "arms_transfer",
    "command_arrangement",
    "communications_security",
    "consultative_arrangement",
    "dca_basing",
    "defence_industry",
    "defence_trade",
    "economic_and_defence",
    "friendship_consultation",
    "general_dca",
    "geospatial",
    "gsomia",
    "military_assistance",
    "missile_defence",
    "multinational_force",
    "mutual_defence",
    "nuclear_cooperation",
    "nuclear_information",
    "organisation_charter",
    "security_commitment",
    "sma",
    "sofa",
    "vfa",
]


def test_the_codes_of_the_starting_register_are_kinds_of_agreement():
    assert [code for code in CODES if code not in {kind.value for kind in AgreementKind}] == []


def test_the_core_of_a_defence_agreement_has_kinds_of_provision():
    core = ["personnel_exchange", "equipment", "information_sharing", "logistics", "cost_sharing"]

    assert [ProvisionKind(kind).value for kind in core] == core
