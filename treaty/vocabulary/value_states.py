"""What is known of a provision."""

from treaty.vocabulary.term import Term


class ValueState(Term):
    """Whether an agreement contains a provision, as far as coders could tell."""

    PRESENT = ("present", "Present", "The agreement contains it.", "UNCTAD mapping of IIA content")
    ABSENT = ("absent", "Absent", "The text was read and does not contain it.", "UNCTAD mapping of IIA content")
    NOT_APPLICABLE = (
        "not_applicable",
        "Not applicable",
        "The question does not arise for such an agreement.",
        "UNCTAD mapping of IIA content",
    )
    INCONCLUSIVE = ("inconclusive", "Inconclusive", "The text was read and does not settle the question.", "UNCTAD mapping of IIA content")
    TEXT_NOT_AVAILABLE = (
        "text_not_available",
        "Text not available",
        "Nobody could read the text, so that the question is open.",
        "ATOP 5.1 codebook, missing values",
    )
    NOT_DISCLOSED = ("not_disclosed", "Not disclosed", "The parties keep the terms from the public.", "Entente")
