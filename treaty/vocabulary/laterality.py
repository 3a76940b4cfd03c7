"""How many sides an agreement has."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class Laterality(Term):
    """The number and openness of the sides to an agreement."""

    UNILATERAL = ("unilateral", "Unilateral", "One side alone makes the undertaking, as in a declaration or guarantee.", GENERAL)
    BILATERAL = ("bilateral", "Bilateral", "It has two sides, of which one may consist of several parties.", GENERAL)
    PLURILATERAL = (
        "plurilateral",
        "Plurilateral",
        "A limited number of negotiating states concluded it and it is not open to all.",
        "VCLT art. 20(2)",
    )
    MULTILATERAL = ("multilateral", "Multilateral", "Three or more sides are party to it, or it is open to states in general.", GENERAL)
