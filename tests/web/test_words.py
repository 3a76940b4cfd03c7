"""Small pieces of English."""

import pytest

from web.showing.words import fitting

NOTES = "Exchange of Notes between the Government of the United Kingdom and the Government of the United States"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Short Treaty", "Short Treaty"),
        (f"{NOTES} concerning the Disposal of Surplus Equipment", "… the Disposal of Surplus…"),
        ("Protocol to the North Atlantic Treaty on the Accession of Greece", "… the Accession of Greece"),
        ("Agreement on the Status of the Forces of the Parties", "… the Status of the Force…"),
        ("Agreement to implement paragraph 5 of the Agreement regarding Forces", "Agreement to implement pa…"),
        (f"{NOTES} on behalf of both", "Exchange of Notes between…"),
    ],
)
def test_a_long_title_is_cut_so_that_it_can_be_told_from_others(title: str, shown: str) -> None:
    assert fitting(title, 26) == shown
