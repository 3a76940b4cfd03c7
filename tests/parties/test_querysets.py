"""Questions to the database read as sentences."""

from datetime import date

import pytest

from parties.models import Party

pytestmark = pytest.mark.usefixtures("loaded")


def codes(parties) -> set[str]:
    return set(parties.values_list("code", flat=True))


def test_a_party_is_found_by_its_code():
    assert Party.objects.by_code("JPN").name == "Japan"
    with pytest.raises(Party.DoesNotExist):
        Party.objects.by_code("jpn")


def test_who_existed_on_a_day():
    existing = codes(Party.objects.existing(on=date(1990, 10, 3)))

    assert {"SUN", "YUG", "CSK", "DEU"} <= existing
    assert not {"DDR", "RUS", "HRV", "PRUSSIA"} & existing


def test_nato_had_twelve_members_at_first_and_has_thirty_two():
    assert Party.objects.members_of("ORG-NATO", on=date(1949, 8, 24)).count() == 12
    assert Party.objects.members_of("ORG-NATO", on=date(1999, 3, 12)).count() == 19
    assert Party.objects.members_of("ORG-NATO", on=date(2024, 3, 7)).count() == 32


def test_the_united_kingdom_left_the_european_union_on_the_last_day_of_january_2020():
    assert "GBR" in codes(Party.objects.members_of("ORG-EU", on=date(2020, 1, 31)))
    assert "GBR" not in codes(Party.objects.members_of("ORG-EU", on=date(2020, 2, 1)))


def test_a_code_means_a_party_on_a_day():
    assert codes(Party.objects.coded("cow", "345", on=date(1980, 1, 1))) == {"YUG"}


def test_a_party_is_found_by_part_of_any_of_its_names():
    assert "LKA" in codes(Party.objects.called("ceyl"))
    assert "JPN" in codes(Party.objects.called("япони"))
    assert codes(Party.objects.called("xkx")) == {"XKX"}


def test_states_and_organisations_are_told_apart():
    assert {"JPN", "SUN"} <= codes(Party.objects.states())
    assert codes(Party.objects.organisations()) & {"JPN", "ORG-UN"} == {"ORG-UN"}


def test_regions_and_subregions_are_asked_alike():
    assert {"JPN", "DEU"} & codes(Party.objects.in_region("142")) == {"JPN"}
    assert {"JPN", "IND"} & codes(Party.objects.in_region("030")) == {"JPN"}
