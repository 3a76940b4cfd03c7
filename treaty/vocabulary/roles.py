"""What a participant is to an agreement."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class Role(Term):
    """What a participant is to an agreement. Whether it is bound on a given day follows from events, not from its role."""

    NEGOTIATING = ("negotiating", "Negotiating state", "It takes or took part in drawing up and adopting the text.", "VCLT art. 2(1)(e)")
    SIGNATORY_ONLY = ("signatory_only", "Signatory, not party", "It signed and has not become a party.", "VCLT art. 18")
    CONTRACTING = (
        "contracting",
        "Contracting state",
        "It has consented to be bound, whether or not the agreement is in force.",
        "VCLT art. 2(1)(f)",
    )
    PARTY = ("party", "Party", "It is one of those between whom the agreement is made.", "VCLT art. 2(1)(g)")
    POTENTIAL_PARTY = ("potential_party", "Potential party", "The agreement names it as one that may join.", "ATOP 5.1 codebook, FUTMEM")
    PROVISIONAL_APPLIER = (
        "provisional_applier",
        "Provisional applier",
        "It applies the agreement before entry into force for it.",
        "VCLT art. 25",
    )
    ACCEDING = ("acceding", "Acceding party", "It joined, or is joining, an agreement that it did not sign.", "VCLT art. 15")
    SUCCESSOR = (
        "successor",
        "Successor",
        "It is a party in place of a predecessor state.",
        "Vienna Convention on Succession of States 1978, art. 2",
    )
    PREDECESSOR = (
        "predecessor",
        "Predecessor",
        "It was a party until a successor state replaced it.",
        "Vienna Convention on Succession of States 1978, art. 2",
    )
    WITHDRAWN = ("withdrawn", "Withdrawn party", "It was a party and has left.", "VCLT art. 54")
    HOST_STATE = ("host_state", "Host state", "A party in whose territory the forces of another are present.", "NATO SOFA 1951, art. I")
    SENDING_STATE = (
        "sending_state",
        "Sending state",
        "A party whose forces are present in the territory of another.",
        "NATO SOFA 1951, art. I",
    )
    PROVIDER = ("provider", "Provider", "A party that provides equipment, support, aid, information or money.", GENERAL)
    RECIPIENT = ("recipient", "Recipient", "A party that receives equipment, support, aid, information or money.", GENERAL)
    LEAD_NATION = ("lead_nation", "Lead or framework nation", "A party that leads a multinational force, programme or group.", GENERAL)
    GUARANTOR = ("guarantor", "Guarantor", "A party that guarantees the safety or the undertakings of another.", GENERAL)
    ASSOCIATED_NATION = (
        "associated_nation",
        "Associated nation",
        "It takes part in activities under the agreement without being a full party.",
        "Eurocorps",
    )
    OBSERVER = ("observer", "Observer", "It attends without rights or obligations of a party.", GENERAL)
    THIRD_STATE_BENEFICIARY = (
        "third_state_beneficiary",
        "Third-state beneficiary",
        "It is not a party, and the agreement gives it a right.",
        "VCLT art. 36",
    )
    TERRITORY_OF_APPLICATION = (
        "territory_of_application",
        "Territory of application",
        "A territory to which a party applies the agreement.",
        "VCLT art. 29",
    )
    DEPOSITARY = (
        "depositary",
        "Depositary",
        "It keeps the original and the instruments, and tells the parties of every act.",
        "VCLT arts 76-77",
    )
    SECRETARIAT = ("secretariat", "Secretariat", "It serves the bodies that the agreement sets up.", GENERAL)
    IMPLEMENTING_AUTHORITY = (
        "implementing_authority",
        "Implementing authority",
        "An authority that carries out the agreement for a party.",
        GENERAL,
    )
    NATIONAL_SECURITY_AUTHORITY = (
        "national_security_authority",
        "National security authority",
        "The authority that answers for the protection of classified information for a party.",
        "Japan-Republic of Korea GSOMIA 2016",
    )


PARTY_ROLES: frozenset[Role] = frozenset(
    {
        Role.NEGOTIATING,
        Role.SIGNATORY_ONLY,
        Role.CONTRACTING,
        Role.PARTY,
        Role.PROVISIONAL_APPLIER,
        Role.ACCEDING,
        Role.SUCCESSOR,
        Role.PREDECESSOR,
        Role.WITHDRAWN,
        Role.HOST_STATE,
        Role.SENDING_STATE,
        Role.PROVIDER,
        Role.RECIPIENT,
        Role.LEAD_NATION,
        Role.GUARANTOR,
    }
)
"""The roles of those whom the agreement binds, bound, or may come to bind; the others stand outside it or serve it."""
