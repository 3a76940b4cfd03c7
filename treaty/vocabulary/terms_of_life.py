"""How an agreement itself says that it begins, lasts, is renewed and is left."""

from treaty.vocabulary.term import Term


class EntryIntoForceKind(Term):
    """The rule by which an agreement enters into force."""

    ON_SIGNATURE = ("on_signature", "On signature", "It enters into force when it is signed, or so many days after.", "VCLT arts 12, 24(1)")
    ON_DATE = ("on_date", "On a date", "It enters into force on a day that it names.", "VCLT art. 24(1)")
    LAST_NOTIFICATION = (
        "last_notification",
        "On the last notification",
        "It enters into force when the last party has notified the others that it is ready, or so many days after.",
        "VCLT art. 16(c)",
    )
    NTH_DEPOSIT = (
        "nth_deposit",
        "On the nth deposit",
        "It enters into force when so many instruments have been deposited, or so many days after.",
        "VCLT arts 16(b), 24",
    )
    EXCHANGE_OF_INSTRUMENTS = (
        "exchange_of_instruments",
        "On the exchange of instruments",
        "It enters into force when the parties exchange instruments or notes, or so many days after.",
        "VCLT arts 13, 16(a)",
    )
    ON_EVENT = (
        "on_event",
        "On an event",
        "It enters into force when something else happens, such as the entry into force of another agreement.",
        "VCLT art. 24(1)",
    )


class TermKind(Term):
    """How long an agreement is to last."""

    INDEFINITE = ("indefinite", "Indefinite", "It sets no end.", "ATOP 5.1 codebook, SPECLGTH")
    FIXED = ("fixed", "Fixed", "It lasts so many months from a stated event.", "ATOP 5.1 codebook, SPECLGTH and LENGTH")
    UNTIL_DATE = ("until_date", "Until a date", "It lasts until a day that it names.", "General usage of the field")
    UNTIL_CONDITION = ("until_condition", "Until a condition", "It lasts until something happens.", "ATOP 5.1 codebook, SPECLGTH")


class RenewalKind(Term):
    """What happens when the term runs out."""

    NONE = ("none", "None", "It ends unless the parties make a new agreement.", "ATOP 5.1 codebook, PROREN")
    TACIT = ("tacit", "Tacit", "It is renewed by itself unless a party gives notice.", "ATOP 5.1 codebook, PROREN")
    EXPRESS = ("express", "Express", "It is renewed only if the parties act to renew it.", "ATOP 5.1 codebook, PROREN")


class NoticeAnchor(Term):
    """When notice to end or leave an agreement can be given."""

    BEFORE_END_OF_TERM = (
        "before_end_of_term",
        "Before the end of a term",
        "Notice must come so long before a term ends and takes effect at that end.",
        "ATOP 5.1 codebook, PROREN",
    )
    ANY_TIME = ("any_time", "At any time", "Notice can be given on any day and takes effect so long after.", "ATOP 5.1 codebook, RENOUNCE")
    AFTER_MINIMUM = (
        "after_minimum",
        "After a minimum period",
        "Notice can be given only once the agreement has been in force for so long.",
        "ATOP 5.1 codebook, RENOUNCE",
    )
