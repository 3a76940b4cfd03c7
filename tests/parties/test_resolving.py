"""A spelling resolves to one party, or is refused with a reason."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from parties.resolving import AmbiguousParty, PartyFinder, UnknownParty

ROOT = Path(__file__).resolve().parents[2]

TYPICAL = {
    "UNITED KINGDOM": "GBR", "UNITED STATES OF AMERICA": "USA", "NETHERLANDS THE": "NLD", "GERMANY FEDERAL REPUBLIC": "DEU",
    "IRELAND, REPUBLIC OF": "IRL", "Irish Free State": "IRL", "EIRE": "IRL", "SOVIET UNION": "SUN", "RUSSIAN FEDERATION": "RUS",
    "CZECHOSLOVAKIA": "CSK", "CZECH AND SLOVAK FEDERAL REPUBLIC": "CSK", "CZECH REPUBLIC": "CZE", "SLOVAK REPUBLIC": "SVK",
    "YUGOSLAVIA": "YUG", "SERB-CROAT-SLOVENE STATE": "YUG", "YUGOSLAVIA, FEDERAL REPUBLIC OF": "SCG", "SERBIA AND MONTENEGRO": "SCG",
    "ROUMANIA": "ROU", "HAYTI": "HTI", "SALVADOR": "SLV", "EL SALVADOR": "SLV", "SIAM": "THA", "PERSIA": "IRN", "ABYSSINIA": "ETH",
    "CEYLON": "LKA", "BURMA": "MMR", "MYANMAR": "MMR", "Gold Coast": "GHA", "British Guiana": "GUY", "British Honduras": "BLZ",
    "Surinam": "SUR", "Antilles": "ANT", "Netherlands Antilles": "ANT", "Antilles And Suriname": "NETHERLANDS-WEST-INDIES",
    "Land Berlin": "LAND-BERLIN", "Berlin West": "LAND-BERLIN", "GERMAN DEMOCRATIC REPUBLIC": "DDR", "Tanganyika": "TANGANYIKA",
    "TANGANYIKA AND ZANZIBAR": "TZA", "Zanzibar": "ZANZIBAR", "North Borneo": "NORTH-BORNEO", "Sarawak": "SARAWAK",
    "Malay States, Federated": "FEDERATED-MALAY-STATES", "Unfederated Malay States Of": "UNFEDERATED-MALAY-STATES", "MALAYA": "MYS",
    "Gilbert And Ellice Islands": "GEL", "Gilbert & Ellice Colony": "GEL", "Newfoundland (UK)": "NEWFOUNDLAND",
    "KOREA REPUBLIC OF": "KOR", "KOREA DEMOCRATIC PEOPLE'S REPUBLIC OF": "PRK", "MOLDOVA REPUBLIC OF": "MDA",
    "MACEDONIA THE FYR OF": "MKD", "DOMINICA, COMMONWEALTH OF": "DMA", "The Gambia": "GMB", "GAMBIA THE": "GMB",
    "BYELORUSSIA S S R": "BLR", "UKRAINE S S R": "UKR", "DAHOMEY": "BEN", "UPPER VOLTA": "BFA", "IVORY COAST": "CIV",
    "COTE D'IVOIRE": "CIV", "ZAIRE": "COD", "Belgian Congo": "COD", "CONGO, DEMOCRATIC REPUBLIC OF": "COD", "CONGO LEOPOLDVILLE": "COD",
    "CONGO BRAZZAVILLE": "COG", "CONGO, PEOPLES REPUBLIC OF": "COG", "MALAGASY REPUBLIC": "MDG", "Madagascar And Dependencies": "MDG",
    "Southern Rhodesia": "ZWE", "Northern Rhodesia": "ZMB", "Nyasaland": "MWI", "Rhodesia And Nyasaland": "RHODESIA-NYASALAND",
    "Bechuanaland": "BWA", "Basutoland": "LSO", "Swaziland": "SWZ", "South West Africa": "NAM", "NAMIBIA": "NAM",
    "Ruanda Urundi": "RUANDA-URUNDI", "French Somaliland": "DJI", "French Terr Of Afars And Issas": "DJI",
    "Somaliland Protectorate": "BRITISH-SOMALILAND", "SOUTH YEMEN": "YMD", "YEMEN, PEOPLES'S DEMOCRATIC REPUBLIC OF": "YMD",
    "YEMEN ARAB REPUBLIC": "YEM", "UNITED ARAB REPUBLIC": "EGY", "MUSCAT": "OMN", "Trucial States": "ARE", "Transjordan": "JOR",
    "HEJAZ": "HEJAZ", "DANZIG": "DANZIG", "SAAR TERRITORY": "SAAR-TERRITORY", "PRUSSIA": "PRUSSIA", "HANOVER": "HANOVER",
    "WURTEMBURG": "WURTTEMBERG", "MECKLENBERG-SCHWERIN": "MECKLENBURG-SCHWERIN", "ELECTORATE OF HESSE": "HESSE-KASSEL",
    "GRAND DUCHY OF HESSE": "HESSE-DARMSTADT", "SICILY": "TWO-SICILIES", "SARDINIA": "SARDINIA", "AUSTRIA-HUNGARY": "AUSTRIA-HUNGARY",
    "SWEDEN AND NORWAY": "SWEDEN-NORWAY", "GERMAN EMPIRE": "DEU", "TEXAS": "TEXAS", "SANDWICH ISLANDS": "HAWAII", "NEW GRANADA": "COL",
    "Channel Islands": "CHANNEL-ISLANDS", "Guernsey, Bailiwick of": "GGY", "Isle Of Man": "IMN", "St Helena, Ascension & Tristan": "SHN",
    "St. Christopher And Nevis": "KNA", "ST VINCENT AND THE GRENADINES": "VCT", "British Indian Ocean Territory": "IOT",
    "Sovereign Base Areas": "AKROTIRI-DHEKELIA", "Canal Zone": "PCZ", "Portuguese Timor": "TLS", "VIETNAM, REPUBLIC OF": "VIETNAM-SOUTH",
    "VIETNAM D R": "VDR", "NORTH VIETNAM": "VDR", "VIETNAM, SOCIALIST REP OF": "VNM", "CHINA P R": "CHN", "TAIWAN": "TWN",
    "CHINA TAIWAN": "TWN", "HONG KONG SAR": "HKG", "KOSOVO": "XKX", "HOLY SEE": "VAT", "VATICAN CITY": "VAT",
    "EUROPEAN ECONOMIC COMMUNITY": "ORG-EC", "EUROPEAN UNION": "ORG-EU", "EUROPEAN ATOMIC ENERGY COMMUNITY (EURATOM)": "ORG-EURATOM",
    "UNITED NATIONS": "ORG-UN", "SOUTHEAST ASIA TREATY ORGANIZATION": "ORG-SEATO", "ITU": "ORG-ITU", "ELDO": "ORG-ELDO",
    "French Overseas Territories": "FRENCH-OVERSEAS", "All Territories under UK Sovereignty": "UK-TERRITORIES",
}  # fmt: skip


@pytest.mark.parametrize(("spelling", "code"), TYPICAL.items())
def test_a_typical_spelling_of_treaty_lists_resolves(finder: PartyFinder, spelling: str, code: str):
    assert finder.resolve(spelling) == code


def _unresolved() -> dict[str, list[str]]:
    with (ROOT / "data/parties/unresolved.csv").open(encoding="utf-8", newline="") as file:
        return {row["spelling"]: row["candidates"].split() for row in csv.DictReader(file)}


def test_every_unambiguous_spelling_of_the_uk_list_resolves(finder: PartyFinder):
    path = Path(os.environ.get("ENTENTE_SHARED", ROOT.parent / "shared")) / "data/uk_treaties/uk_party_names.csv"
    if not path.exists():
        pytest.skip(f"the UK list is not at {path}; set ENTENTE_SHARED to the folder that holds data/uk_treaties")
    listed = _unresolved()
    with path.open(encoding="utf-8-sig", newline="") as file:
        spellings = [row["party_name"] for row in csv.DictReader(file)]
    failed = []
    for spelling in spellings:
        try:
            finder.resolve(spelling)
        except ValueError:
            failed.append(spelling)

    assert len(spellings) == 700
    assert [spelling for spelling in failed if spelling not in listed] == []


def test_every_unresolved_spelling_names_parties_that_exist(finder: PartyFinder, book):
    assert [code for codes in _unresolved().values() for code in codes if not book.knows(code)] == []


def test_the_soviet_union_is_not_russia(finder: PartyFinder):
    assert finder.resolve("Soviet Union") == "SUN"
    assert finder.resolve("USSR", on=date(1975, 8, 1)) == "SUN"
    assert finder.resolve("Russia") == "RUS"
    assert finder.resolve("Russia", on=date(1907, 8, 31)) == "RUSSIAN-EMPIRE"


def test_germany_is_one_party_in_all_its_lives(finder: PartyFinder):
    assert finder.resolve("Germany", on=date(1930, 1, 1)) == "DEU"
    assert finder.resolve("Germany", on=date(1950, 1, 1)) == "DEU"


def test_yugoslavia_is_told_by_the_day(finder: PartyFinder):
    assert finder.resolve("Yugoslavia", on=date(1960, 1, 1)) == "YUG"
    assert finder.resolve("Yugoslavia", on=date(1999, 1, 1)) == "SCG"


def test_congo_is_ambiguous(finder: PartyFinder):
    with pytest.raises(AmbiguousParty, match=r"Democratic Republic of the Congo \(COD\) or Republic of the Congo \(COG\)"):
        finder.resolve("Congo")


@pytest.mark.parametrize(
    ("spelling", "on"), [("Korea", date(1953, 10, 1)), ("Vietnam", date(1960, 1, 1)), ("Republic of the Congo", date(1961, 1, 1))]
)
def test_a_name_that_two_states_bore_is_ambiguous_on_that_day(finder: PartyFinder, spelling: str, on: date):
    with pytest.raises(AmbiguousParty) as refused:
        finder.resolve(spelling, on=on)

    assert len(refused.value.candidates) == 2


@pytest.mark.parametrize(
    ("spelling", "on", "code"),
    [
        ("Korea", date(1882, 5, 22), "KOREA-EMPIRE"),
        ("Vietnam", date(1978, 11, 3), "VNM"),
        ("Vietnam", None, "VNM"),
        ("China", date(1936, 1, 1), "CHN"),
        ("China", date(1950, 2, 14), "CHN"),
        ("Republic of China", date(1943, 1, 11), "CHN"),
        ("Republic of China", date(1954, 12, 2), "TWN"),
        ("Palestine", date(1930, 1, 1), "PALESTINE-MANDATE"),
        ("Palestine", date(2013, 1, 1), "PSE"),
        ("Austria", date(1879, 10, 7), "AUSTRIA-HUNGARY"),
        ("Austria", date(1955, 5, 15), "AUT"),
        ("Somaliland", date(1954, 1, 1), "BRITISH-SOMALILAND"),
        ("Ceylon", date(1990, 1, 1), "LKA"),
        ("Slovak Republic", date(1910, 1, 1), "SVK"),
    ],
)
def test_the_day_decides_between_the_bearers_of_a_name(finder: PartyFinder, spelling: str, on: date | None, code: str):
    assert finder.resolve(spelling, on=on) == code


@pytest.mark.parametrize(
    ("scheme", "value", "on", "code"),
    [
        ("iso_alpha2", "NA", None, "NAM"),
        ("iso_alpha2", "na", None, "NAM"),
        ("iso_alpha3", "JPN", None, "JPN"),
        ("iso_alpha3", "ZAR", None, "COD"),
        ("iso_alpha3", "YUG", date(1999, 1, 1), "SCG"),
        ("iso_numeric", "4", None, "AFG"),
        ("iso_numeric", "280", None, "DEU"),
        ("iso_former", "SUHH", None, "SUN"),
        ("cow", "2", None, "USA"),
        ("cow", "002", None, "USA"),
        ("cow", "365", date(1900, 1, 1), "RUSSIAN-EMPIRE"),
        ("cow", "365", date(1980, 1, 1), "SUN"),
        ("cow", "365", date(1995, 1, 1), "RUS"),
        ("cow", "345", date(1900, 1, 1), "SRB"),
        ("cow", "345", date(1980, 1, 1), "YUG"),
        ("cow", "345", date(2000, 1, 1), "SCG"),
        ("cow", "345", date(2008, 1, 1), "SRB"),
        ("cow", "255", date(1860, 1, 1), "PRUSSIA"),
        ("cow", "255", date(1914, 1, 1), "DEU"),
        ("cow", "260", date(1970, 1, 1), "DEU"),
        ("cow", "265", date(1970, 1, 1), "DDR"),
        ("cow", "316", date(1991, 6, 1), "CZE"),
        ("cow", "816", date(1965, 1, 1), "VDR"),
        ("cow_abbreviation", "UKG", None, "GBR"),
        ("gw", "340", date(2010, 1, 1), "SRB"),
        ("gw", "972", None, "TON"),
    ],
)
def test_a_code_of_another_scheme_resolves(finder: PartyFinder, scheme: str, value: str, on: date | None, code: str):
    assert finder.resolve(value, on=on, scheme=scheme) == code


def test_a_bare_code_resolves(finder: PartyFinder):
    assert finder.resolve("JPN") == "JPN"
    assert finder.resolve("ORG-NATO") == "ORG-NATO"
    assert finder.resolve("BUR") == "MMR"


def test_names_in_the_languages_of_the_united_nations_resolve(finder: PartyFinder):
    for name in ("Германия", "德国", "Allemagne", "Alemania", "ألمانيا"):
        assert finder.resolve(name) == "DEU"


def test_an_unknown_name_is_refused_with_the_nearest(finder: PartyFinder):
    with pytest.raises(UnknownParty, match=r"No party is known as “Urugay”; did you mean Uruguay \(URY\)\?"):
        finder.resolve("Urugay")


@pytest.mark.parametrize("nonsense", ["", " ", "???", "Atlantis of the Seven Seas"])
def test_nonsense_is_refused(finder: PartyFinder, nonsense: str):
    with pytest.raises(UnknownParty):
        finder.resolve(nonsense)


def test_an_unknown_code_or_scheme_is_refused(finder: PartyFinder):
    for scheme in ("cow", "no_such_scheme"):
        with pytest.raises(UnknownParty):
            finder.resolve("9999", scheme=scheme)


def test_the_finder_is_loaded_with_three_queries_and_then_asks_none(loaded, django_assert_num_queries):
    with django_assert_num_queries(3):
        finder = PartyFinder.load()
    with django_assert_num_queries(0):
        finder.resolve("Japan")
