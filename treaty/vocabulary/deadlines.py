"""What is still to come in the life of an agreement, seen from a day."""

from treaty.vocabulary.term import Term


class DeadlineKind(Term):
    """A kind of deadline."""

    END_OF_TERM = ("end_of_term", "End of term", "The term ends on it, and nothing renews it by itself.", "VCLT art. 54(a)")
    END = ("end", "End", "The agreement ends on it, as a source has already declared.", "VCLT art. 54")
    TACIT_RENEWAL = (
        "tacit_renewal",
        "Tacit renewal",
        "A new term begins on it unless a party gives notice in time.",
        "ATOP 5.1 codebook, PROREN",
    )
    LAST_DAY_FOR_NOTICE = (
        "last_day_for_notice",
        "Last day for notice",
        "It is the last day on which notice against the next renewal is in time.",
        "ATOP 5.1 codebook, RENOUNCE",
    )
    NOTICE_POSSIBLE = ("notice_possible", "Notice becomes possible", "From it on a party may give notice.", "ATOP 5.1 codebook, RENOUNCE")
    EARLIEST_EXIT = ("earliest_exit", "Earliest exit", "A notice given today would take effect on it.", "VCLT arts 54, 56")
    NOTICE_TAKES_EFFECT = (
        "notice_takes_effect",
        "Notice takes effect",
        "A notice that has been given takes effect on it.",
        "VCLT arts 54, 68",
    )
    CONSENT_OUTSTANDING = (
        "consent_outstanding",
        "Consent outstanding",
        "A party still has to act before the agreement binds it.",
        "VCLT arts 11, 18",
    )
    REVIEW = ("review", "Review", "The parties are to review the agreement.", "General usage of the field")
    END_OF_SUSPENSION = ("end_of_suspension", "End of suspension", "A suspension for a time ends with it.", "VCLT art. 72")
    BEGIN_OF_APPLICATION = (
        "begin_of_application",
        "Application begins",
        "A span for which the agreement pays or applies begins on it.",
        "VCLT art. 28",
    )
    END_OF_APPLICATION = (
        "end_of_application",
        "Application ends",
        "A span for which the agreement pays or applies ends with it.",
        "VCLT art. 28",
    )
