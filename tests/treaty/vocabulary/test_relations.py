"""A relation is stored once and read from both ends."""

from treaty.vocabulary.relations import RelationKind


def test_an_agreement_that_is_amended_reads_amended_by():
    assert RelationKind.AMENDS.inverse == "amended by"


def test_every_relation_has_an_inverse_of_its_own_in_lower_case():
    inverses = [kind.inverse for kind in RelationKind]

    assert len(set(inverses)) == len(inverses)
    assert all(inverse and inverse == inverse.lower() and not inverse.endswith(".") for inverse in inverses)


def test_companions_duplicates_and_conflicts_read_the_same_from_both_ends():
    symmetric = {kind for kind in RelationKind if kind.is_symmetric}

    assert symmetric == {RelationKind.COMPANION_OF, RelationKind.SAME_AS, RelationKind.CONFLICTS_WITH}
