"""How strongly a provision binds."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class Strength(Term):
    """The verb of a provision."""

    SHALL = ("shall", "Shall", "It obliges the party to a result.", GENERAL)
    SHALL_ENDEAVOUR = ("shall_endeavour", "Shall endeavour", "It obliges the party to try.", GENERAL)
    MAY = ("may", "May", "It permits and does not oblige.", GENERAL)
    INTEND = ("intend", "Intend", "It states an intention and does not oblige.", GENERAL)
