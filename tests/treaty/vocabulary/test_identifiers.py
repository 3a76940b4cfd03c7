"""Identifiers are written as their own registers write them."""

import pytest

from treaty.vocabulary.identifiers import IdentifierScheme


def test_a_scheme_accepts_its_own_example():
    assert [scheme for scheme in IdentifierScheme if not scheme.accepts(scheme.example)] == []


def test_an_identifier_ends_where_its_scheme_says():
    wrong = [scheme for scheme in IdentifierScheme for text in (f"{scheme.example}\n", f" {scheme.example}") if scheme.accepts(text)]

    assert wrong == []


@pytest.mark.parametrize("nothing", ["", " ", "\n", "\x00"])
def test_no_scheme_accepts_nothing(nothing: str):
    assert [scheme for scheme in IdentifierScheme if scheme.accepts(nothing)] == []


def test_numbers_are_written_in_the_digits_of_the_register():
    assert not IdentifierScheme.UNTS.accepts("\u0663\u0664/\u0662")


@pytest.mark.parametrize(
    ("scheme", "identifier"),
    [
        (IdentifierScheme.UNTS_REGISTRATION, "541"),
        (IdentifierScheme.UKTS, "73/1947"),
        (IdentifierScheme.CMD, "Cmd. 7217"),
        (IdentifierScheme.CMD, "Cmnd 932"),
        (IdentifierScheme.TIAS, "9901"),
        (IdentifierScheme.TIAS, "98-1216"),
        (IdentifierScheme.ATOP, "3180.1"),
        (IdentifierScheme.MTDSG, "XXVI-2-a"),
        (IdentifierScheme.CURATED, "jpn-gbr-raa-2023"),
    ],
)
def test_identifiers_met_in_real_registers_are_accepted(scheme: IdentifierScheme, identifier: str):
    assert scheme.accepts(identifier)


@pytest.mark.parametrize(
    ("scheme", "identifier"),
    [
        (IdentifierScheme.TIAS, "TIAS 9901"),
        (IdentifierScheme.DCAD, "DCADv1.0-1"),
        (IdentifierScheme.CURATED, "NATO-1949"),
        (IdentifierScheme.ATOP, "3180.10"),
        (IdentifierScheme.UNTS, "34 UNTS 243"),
    ],
)
def test_identifiers_written_otherwise_are_refused(scheme: IdentifierScheme, identifier: str):
    assert not scheme.accepts(identifier)
