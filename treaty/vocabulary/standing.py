"""The standing of an agreement, of a party and of two parties on a day. It is concluded from events, never typed in."""

from treaty.vocabulary.term import Term


class Standing(Term):
    """The standing of an agreement."""

    NEGOTIATING = ("negotiating", "Negotiating", "Talks are known and nothing has been signed.", "VCLT art. 2(1)(e)")
    SIGNED = ("signed", "Signed", "It has been signed or adopted, and no entry into force is known by then.", "VCLT art. 18")
    PROVISIONAL = ("provisional", "Provisionally applied", "It is applied before its entry into force.", "VCLT art. 25")
    IN_FORCE = ("in_force", "In force", "It binds its parties.", "VCLT arts 24, 26")
    SUSPENDED = ("suspended", "Suspended", "It still exists, and its operation is halted.", "VCLT arts 57, 72")
    IN_NOTICE = ("in_notice", "In notice", "It is in force, and a notice that will end it is running.", "VCLT arts 54, 56")
    ENDED = ("ended", "Ended", "It no longer binds, save for obligations that outlive it.", "VCLT art. 70")
    LAPSED = ("lapsed", "Lapsed", "It was signed and never entered into force, and will not.", "General usage of the field")


class PartyStanding(Term):
    """The standing of one party."""

    NONE = ("none", "None", "It has done nothing yet that relates it to the agreement.", "Entente")
    SIGNATORY = ("signatory", "Signatory", "It has signed and must not defeat the agreement's object and purpose.", "VCLT art. 18")
    DECLINED = ("declined", "Declined", "It has made clear that it will not become a party.", "VCLT art. 18(a)")
    ACCEDING = ("acceding", "Acceding", "It has acceded and the agreement is not yet in force for it.", "VCLT art. 15")
    CONTRACTING = (
        "contracting",
        "Contracting state",
        "It has consented to be bound and the agreement is not yet in force for it.",
        "VCLT art. 2(1)(f)",
    )
    PARTY = ("party", "Party", "It has consented to be bound and the agreement is in force for it.", "VCLT art. 2(1)(g)")
    PROVISIONAL = ("provisional", "Applies provisionally", "It applies the agreement before entry into force for it.", "VCLT art. 25")
    SUSPENDED = ("suspended", "Suspended", "The operation of the agreement is halted for it.", "VCLT arts 57, 60, 72")
    IN_NOTICE = ("in_notice", "In notice", "It is a party, and its notice to leave is running.", "VCLT arts 54, 56")
    WITHDRAWN = ("withdrawn", "Withdrawn", "It has left the agreement.", "VCLT art. 54")
    ENDED = ("ended", "Ended", "It was a party when the agreement ended.", "VCLT art. 70")
    PREDECESSOR = (
        "predecessor",
        "Predecessor",
        "It was a party until a successor replaced it.",
        "Vienna Convention on Succession of States 1978, art. 2",
    )


class PairStanding(Term):
    """What holds between two parties."""

    BOTH_BOUND = ("both_bound", "Both bound", "The agreement is in force for both of them and between them.", "VCLT art. 26")
    SUSPENDED_BETWEEN = ("suspended_between", "Suspended between them", "Its operation is halted between the two.", "VCLT arts 58, 60(2)")
    MODIFIED_BETWEEN = (
        "modified_between",
        "Modified between them",
        "A reservation, an objection or a separate agreement changes what holds between the two.",
        "VCLT arts 21, 41",
    )
    NOT_BOUND = ("not_bound", "Not bound", "It does not bind one of them, or either, or does not hold between them.", "VCLT art. 34")
