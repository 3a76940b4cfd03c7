import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.models import Entry
from catalogue.words.index import matching
from catalogue.words.query import understand
from catalogue.words.stems import stems
from tests.catalogue.conftest import Publish

TITLES = [
    "Agreement on Mutual Logistics Support",
    "Accord de coopération en matière de défense",
    "Exchange of Notes concerning Submarine Rescue",
    "日本国とアメリカ合衆国との間の相互協力及び安全保障条約",
    "Côte d'Ivoire and Österreich: ammunition",
]


@pytest.fixture
def shelf(publish: Publish) -> None:
    for title in TITLES:
        publish(title=title, kind=None)


def found(typed: str) -> list[str]:
    return list(Entry.objects.filter(pk__in=matching(understand(typed))).order_by("pk").values_list("title", flat=True))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("logistics", [0]),
        ("LOGISTIC", [0]),
        ("defence", [1]),
        ("defense", [1]),
        ("cooperation", [1]),
        ("coopération", [1]),
        ("subm*", [2]),
        ("rescuing", [2]),
        ('"submarine rescue"', [2]),
        ('"rescue submarine"', []),
        ("logistics OR rescue", [0, 2]),
        ("exchange -rescue", []),
        ("cote", [4]),
        ("osterreich", [4]),
        ("日本国とアメリカ合衆国との間の相互協力及び安全保障条約", [3]),
        ("日本国*", [3]),
        ("ammunition cote", [4]),
        ("ammunition logistics", []),
        ("japan", [0, 1, 2, 3, 4]),
        ("JPN", [0, 1, 2, 3, 4]),
    ],
)
def test_words_are_found_alike_on_every_database(shelf: None, typed: str, numbers: list[int]) -> None:
    assert found(typed) == [TITLES[number] for number in numbers]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "*",
        '"',
        '""',
        "-",
        "-logistics",
        "OR",
        "OR OR",
        "(((",
        "^a*b",
        "\\",
        "' OR 1=1",
        "NEAR(a b)",
        "title:x",
        "a:b & !c | d",
        "€ 5",
        "'",
    ],
)
def test_nothing_typed_reaches_the_grammar_of_the_database(shelf: None, typed: str) -> None:
    if understand(typed):
        found(typed)


@pytest.mark.usefixtures("shelf")
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_can_be_typed(typed: str) -> None:
    if understand(typed):
        found(typed)


def test_a_phrase_does_not_run_from_the_title_into_the_parties(publish: Publish) -> None:
    publish(title="Treaty with Greater", parties=["JPN", "USA"])

    assert found('"greater japan"') == []


def test_accents_case_and_width_fold_alike() -> None:
    assert stems("Ｄéfense Łódź") == stems("DEFENSE lodz")
    assert stems("The Defence Agreements") == stems("the DEFENSE agreement")
