"""Roles that make a participant a party, and roles that do not."""

from treaty.vocabulary.roles import PARTY_ROLES, Role


def test_those_who_stand_outside_or_serve_the_agreement_are_not_its_parties():
    assert set(Role) - PARTY_ROLES == {
        Role.POTENTIAL_PARTY,
        Role.ASSOCIATED_NATION,
        Role.OBSERVER,
        Role.THIRD_STATE_BENEFICIARY,
        Role.TERRITORY_OF_APPLICATION,
        Role.DEPOSITARY,
        Role.SECRETARIAT,
        Role.IMPLEMENTING_AUTHORITY,
        Role.NATIONAL_SECURITY_AUTHORITY,
    }
