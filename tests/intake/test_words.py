"""What titles, codes and cells of the lists are read as."""

import pytest

from intake.starting.citing import named_sources, vouching
from intake.starting.forms import form_of
from intake.starting.kinds import kind_of
from intake.starting.provisions import CODES, coded
from treaty.document.evidence import Evidence
from treaty.vocabulary.forms import Form
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("North Atlantic Treaty", Form.TREATY),
        ("Pact of Mutual Cooperation between Iraq and Turkey", Form.PACT),
        ("Exchanges of Notes between Canada and the United States", Form.EXCHANGE_OF_NOTES),
        ("Basic Exchange and Cooperation Agreement for Geospatial Cooperation (US - India)", Form.AGREEMENT),
        ("Logistics Exchange Memorandum of Agreement (US - India)", Form.MEMORANDUM_OF_AGREEMENT),
        ("Agreement and Statement for the United Kingdom association", Form.AGREEMENT),
        ("Documents concerning New Zealand forces serving in Malaya", None),
        ("Amendment to the Agreement for Co-operation", None),
    ],
)
def test_a_form_is_what_the_title_begins_with(title: str, form: Form | None) -> None:
    assert form_of(title) is form


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Exchange of Notes amending the Agreement on the Early Warning Station", AgreementKind.TERMINATION_OR_AMENDMENT),
        ("Agreement regarding the Status of the United Nations Forces in Japan", AgreementKind.SOFA),
        ("Agreement between X and Y on Mutual Defence and Assistance", AgreementKind.MUTUAL_DEFENCE),
        ("Exchange of Letters on Customs Procedures concerning the Agreement on Mutual Defence and Assistance", None),
        ("Report on the Crimea Conference", None),
    ],
)
def test_a_kind_is_read_from_the_title_or_left_open(title: str, kind: AgreementKind | None) -> None:
    assert kind_of(title) is kind


def test_codes_of_one_kind_make_one_provision_that_keeps_them() -> None:
    made = coded(["status_of_forces", "jurisdiction", "prepositioning"], Evidence(source="s1"))

    assert [part.kind for part in made] == [ProvisionKind.STATUS_OF_FORCES, ProvisionKind.ACCESS_BASING]
    assert made[0].note == "Coded in the starting list as: status_of_forces, jurisdiction."
    assert made[1].terms.model_dump(exclude_none=True) == {"prepositioning": True}


def test_every_code_makes_a_sound_provision() -> None:
    for code in CODES:
        assert coded([code], Evidence(source="s1"))[0].kind is CODES[code][0]


def test_sources_are_told_apart_and_give_their_numbers() -> None:
    named = named_sources("UNTS 541, vol. 34 p. 243; ATOP 5.1 id 3180; 62 Stat. 1681")

    assert [source.kind for source in named] == [SourceKind.OFFICIAL_GAZETTE, SourceKind.DATA_SET, SourceKind.OFFICIAL_GAZETTE]
    assert [number for source in named for number in source.numbers()] == [
        (IdentifierScheme.UNTS_REGISTRATION, "I-541"),
        (IdentifierScheme.UNTS, "34/243"),
        (IdentifierScheme.ATOP, "3180"),
        (IdentifierScheme.STAT, "62/1681"),
    ]


def test_a_source_that_nobody_has_placed_is_refused() -> None:
    with pytest.raises(ValueError, match="A friend of mine"):
        named_sources("A friend of mine")


def test_the_alliance_data_vouch_for_no_entry_into_force() -> None:
    named = named_sources("ATOP 5.1 id 3210; Treaties in Force")

    assert vouching(named, "entry", year=1952, seen=True).words == "Treaties in Force"
    assert vouching(named, "end", year=1980, seen=True).is_atop
    hinted = named_sources("state.gov TIAS page 14-618; ROK MOFA (expiry)")
    assert vouching(hinted, "end", year=2018, seen=True).words == "ROK MOFA (expiry)"
