"""Every word is written as the glossary needs it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import treaty.vocabulary
from treaty.vocabulary.families import FAMILIES
from treaty.vocabulary.term import Term

TERMS = [term for _, family in FAMILIES for term in family]
AMERICAN = re.compile(r"\b(defense|organization|program|armor\w*|authoriz\w*|recogniz\w*|license|center)\b", re.IGNORECASE)
PROPER_NAME = "Defense Cooperation Agreement Dataset"


def named(term: Term) -> str:
    return f"{type(term).__name__}.{term.name}"


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def test_every_family_of_words_is_listed_exactly_once():
    defined = {
        member
        for module in modules_of(treaty.vocabulary)
        for member in vars(module).values()
        if isinstance(member, type) and issubclass(member, Term) and member is not Term
    }
    listed = [family for _, family in FAMILIES]

    assert len(listed) == len(set(listed))
    assert set(listed) == defined


def test_every_family_has_a_title_and_a_name_of_its_own():
    assert len({title for title, _ in FAMILIES}) == len(FAMILIES)
    assert len({family.__name__ for _, family in FAMILIES}) == len(FAMILIES)


def test_no_two_words_of_a_family_share_a_value_or_a_label():
    ambiguous = [
        family.__name__
        for _, family in FAMILIES
        if len(family.__members__) != len(list(family)) or len({term.label for term in family}) != len(list(family))
    ]

    assert ambiguous == []


def test_a_family_has_several_words_and_says_what_it_is():
    wrong = [
        family.__name__
        for _, family in FAMILIES
        if len(list(family)) < 2 or family.__doc__ == Term.__doc__ or not (family.__doc__ or "").strip().endswith(".")
    ]

    assert wrong == []


def test_a_value_is_snake_case_and_is_the_name_in_code():
    wrong = [
        named(term) for term in TERMS if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", term.value) or term.name != term.value.upper()
    ]

    assert wrong == []


def test_a_value_fits_its_column():
    assert [named(term) for term in TERMS if len(term.value) > 64] == []


def test_a_label_is_short_begins_with_a_capital_and_has_no_stop():
    wrong = [named(term) for term in TERMS if term.label[-1] in ".,:;" or term.label[0].islower() or not 2 <= len(term.label) <= 60]

    assert wrong == []


def test_a_definition_is_one_sentence_that_ends_in_a_full_stop():
    one_sentence = re.compile(r"[A-Z][^.?!\n]*\.")
    wrong = [named(term) for term in TERMS if not one_sentence.fullmatch(re.sub(r"\d\.\d", "0", term.definition))]

    assert wrong == []


def test_a_source_is_named_on_one_line():
    wrong = [named(term) for term in TERMS if not isinstance(term.source, str) or not re.fullmatch(r"\S[^\n]*\S", term.source)]

    assert wrong == []


def test_words_are_spelt_in_the_british_way():
    assert [named(term) for term in TERMS if AMERICAN.search(f"{term.label} {term.definition}".replace(PROPER_NAME, ""))] == []
