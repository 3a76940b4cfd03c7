"""How one agreement bears on another. One direction is stored; the other is read through the inverse."""

from typing import Self

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class RelationKind(Term):
    """What this agreement does to, or has to do with, the related one."""

    inverse: str

    def __new__(cls, value: str, label: str = "", definition: str = "", source: str = "", inverse: str = "") -> Self:
        """`inverse` is the label, in lower case, that the related agreement's page shows for the same relation."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.definition = definition
        term.source = source
        term.inverse = inverse
        return term

    @property
    def is_symmetric(self) -> bool:
        """Whether the relation reads the same from both ends."""
        return self.inverse == self.label.lower()

    AMENDS = ("amends", "Amends", "This agreement changes provisions of the related one for its parties.", "VCLT art. 39", "amended by")
    SUPPLEMENTS = (
        "supplements",
        "Supplements",
        "This agreement adds to the related one without changing its text.",
        GENERAL,
        "supplemented by",
    )
    IMPLEMENTS = ("implements", "Implements", "This agreement carries out the related one.", GENERAL, "implemented by")
    PROTOCOL_TO = ("protocol_to", "Protocol to", "This agreement is a protocol attached to the related one.", GENERAL, "has protocol")
    SUPERSEDES = ("supersedes", "Supersedes", "This agreement takes the place of the related one.", "VCLT art. 59", "superseded by")
    EXTENDS = ("extends", "Extends", "This agreement lengthens the term of the related one.", GENERAL, "extended by")
    RENEWS = ("renews", "Renews", "This agreement gives the related one a new term.", GENERAL, "renewed by")
    SUSPENDS = (
        "suspends",
        "Suspends",
        "This agreement halts the operation of the related one, wholly or in part.",
        "VCLT arts 57, 59(2)",
        "suspended by",
    )
    TERMINATES = ("terminates", "Terminates", "This agreement ends the related one.", "VCLT art. 54(b)", "terminated by")
    CITES = ("cites", "Cites", "This agreement mentions the related one.", "General usage of the field, as in ECOLEX", "cited by")
    ENABLES = ("enables", "Enables", "This agreement is the authority under which the related one was made.", GENERAL, "enabled by")
    COMPANION_OF = (
        "companion_of",
        "Companion of",
        "Each is a companion of the other, made with it or named in it as part of one package.",
        "ATOP 5.1 codebook, COMPAG",
        "companion of",
    )
    ANNEX_OF = ("annex_of", "Annex of", "This agreement is an annex of the related one.", GENERAL, "has annex")
    SAME_AS = ("same_as", "Same as", "The two records describe one and the same agreement.", "Entente", "same as")
    SUCCEEDED_BY_STATE = (
        "succeeded_by_state",
        "Continued for a successor state by",
        "A successor state continues this agreement as the related one.",
        "Vienna Convention on Succession of States 1978",
        "continues for a successor state",
    )
    INCORPORATES_BY_REFERENCE = (
        "incorporates_by_reference",
        "Incorporates by reference",
        "This agreement makes provisions of the related one its own by referring to them.",
        "General usage of the field, as in the PfP SOFA 1995",
        "incorporated by reference in",
    )
    CONFLICTS_WITH = (
        "conflicts_with",
        "Conflicts with",
        "The two agreements cannot both be fully observed.",
        "VCLT art. 30",
        "conflicts with",
    )
    CONDITION_FOR = (
        "condition_for",
        "Condition for",
        "The related agreement takes effect or continues only if this one does.",
        GENERAL,
        "conditional on",
    )
