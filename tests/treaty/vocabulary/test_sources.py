"""Sources are ranked."""

from treaty.vocabulary.sources import SourceKind


def test_ranks_are_unique_and_in_the_order_of_the_family():
    assert [kind.rank for kind in SourceKind] == list(range(1, len(SourceKind) + 1))


def test_a_depositary_outranks_a_data_set_and_a_data_set_the_press():
    assert SourceKind.DEPOSITARY.rank < SourceKind.DATA_SET.rank < SourceKind.PRESS.rank


def test_nothing_ranks_below_what_nobody_has_checked():
    assert max(SourceKind, key=lambda kind: kind.rank) is SourceKind.UNVERIFIED
