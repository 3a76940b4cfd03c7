"""Whether the parties owe each other the same."""

from treaty.vocabulary.term import Term


class Reciprocity(Term):
    """Which way a provision runs."""

    MUTUAL = ("mutual", "Mutual", "Each party owes the others the same.", "ATOP 5.1 codebook, ASYMM")
    ONE_WAY = ("one_way", "One way", "Some parties provide and others receive.", "ATOP 5.1 codebook, ASYMM")
    ASYMMETRIC = ("asymmetric", "Asymmetric", "Each party owes something, and not the same thing.", "ATOP 5.1 codebook, ASYMM and OBVARY")
