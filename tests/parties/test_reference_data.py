"""The shipped files agree with one another and with ISO 3166."""

from collections import defaultdict

import pytest

from parties.models import Code, Life, Membership, Name, Party, Succession

pytestmark = pytest.mark.usefixtures("loaded")


def periods(rows):
    return sorted(((row.begins, row.ends) for row in rows), key=lambda period: period[0].first.isoformat() if period[0] else "")


def lives_by_party() -> dict[int, list[Life]]:
    lives = defaultdict(list)
    for life in Life.objects.all():
        lives[life.party_id].append(life)
    return lives


def test_every_iso_3166_1_country_is_here():
    iso = Code.objects.filter(scheme="iso_alpha3", ends=None).exclude(value="XKX")

    assert iso.count() == 249
    assert all(code.value == code.party.code for code in iso.select_related("party"))
    assert Code.objects.filter(scheme="iso_alpha2", ends=None).exclude(value="XK").count() == 249
    assert Party.objects.by_code("XKX").name == "Kosovo"


def test_all_codes_of_iso_3166_3_are_here():
    assert Code.objects.filter(scheme="iso_former").count() == 31


def test_the_alpha_2_code_of_namibia_is_na():
    assert Party.objects.by_code("NAM").codes.get(scheme="iso_alpha2").value == "NA"


def test_a_code_of_our_own_can_never_equal_an_iso_code():
    iso = set(Code.objects.filter(scheme="iso_alpha3").values_list("value", flat=True))

    assert [code for code in Party.objects.values_list("code", flat=True) if code not in iso and len(code) < 5] == []


def test_every_organisation_and_nobody_else_has_an_org_code():
    assert {party.code for party in Party.objects.organisations()} == {p.code for p in Party.objects.filter(code__startswith="ORG-")}


def test_no_life_of_a_party_overlaps_another_of_its_lives():
    for lives in lives_by_party().values():
        for (_, ends), (begins, _) in zip(periods(lives), periods(lives)[1:], strict=False):
            assert ends is not None and begins is not None and ends.first <= begins.first


def test_a_code_means_one_party_at_a_time():
    codes = defaultdict(list)
    for code in Code.objects.all():
        codes[code.scheme, code.value].append(code)
    for (scheme, value), rows in codes.items():
        for (_, ends), (begins, _) in zip(periods(rows), periods(rows)[1:], strict=False):
            assert ends is not None and begins is not None and ends.first <= begins.first, f"{scheme} {value}"


def test_every_state_has_a_life_and_every_former_state_has_ended():
    lives = lives_by_party()

    assert [party.code for party in Party.objects.filter(type="state") if not lives[party.pk]] == []
    assert [party.code for party in Party.objects.filter(type="state") if all(life.ends for life in lives[party.pk])] == []
    assert [party.code for party in Party.objects.filter(type="former_state") if any(not life.ends for life in lives[party.pk])] == []


def test_the_day_of_every_succession_agrees_with_the_lives():
    lives, wrong = lives_by_party(), []
    for row in Succession.objects.select_related("predecessor", "successor"):
        ended = row.kind in ("merger", "continuation") and row.predecessor.type in ("former_state", "union")
        if ended and row.day not in [life.ends for life in lives[row.predecessor_id]]:
            wrong.append(f"{row.predecessor.code} did not end on {row.day}")
        began = row.kind in ("separation", "dissolution", "newly_independent") and row.successor.type == "state"
        if began and row.day not in [life.begins for life in lives[row.successor_id]]:
            wrong.append(f"{row.successor.code} did not begin on {row.day}")
    assert wrong == []


def test_nobody_was_a_member_before_the_organisation_or_the_member_existed():
    lives, wrong = lives_by_party(), []
    for row in Membership.objects.select_related("organisation", "member"):
        for party in (row.organisation, row.member):
            if not any(
                (life.begins is None or life.begins <= row.begins) and (life.ends is None or row.begins < life.ends)
                for life in lives[party.pk]
            ):
                wrong.append(f"{party.code} {row.begins}")
    assert wrong == []


def test_every_country_has_its_names_in_the_six_languages():
    named = defaultdict(set)
    for code, language in Name.objects.filter(kind="short").values_list("party__code", "language"):
        named[code].add(language)

    assert [
        code for code in ("JPN", "FRA", "NAM", "TWN", "PSE", "ATA", "VAT", "ESH") if not {"ar", "en", "es", "fr", "ru", "zh"} <= named[code]
    ] == []


@pytest.mark.parametrize("code", ["XKX", "TWN", "PSE", "VAT", "ESH", "ATA", "NORTHERN-CYPRUS", "SOMALILAND-1991", "ABKHAZIA"])
def test_a_party_whose_status_is_disputed_or_singular_says_so(code: str):
    assert Party.objects.by_code(code).note
